"""Applies «цифры … заменить цифрами …» and «слова … заменить словами …» to what is in force, where that is certain."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.dataset.cells import folded
from vitrina.dataset.figures import THOUSAND, figures_of
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.content import PassportEntry
from vitrina.decrees.amendments import Amendment
from vitrina.decrees.amounts import number_of, unit_of
from vitrina.decrees.blocks import Grid
from vitrina.decrees.values import PROGRAMME, ROUBLES
from vitrina.desk.decree_rows import NOT_WRITTEN, DecreeFile
from vitrina.desk.edition_rows import EditionRows, Reworded, Stated
from vitrina.desk.in_force import Figure, InForce, places_in, plain_end
from vitrina.desk.quoting import counted
from vitrina.desk.recognised import Recognised
from vitrina.desk.repeated_numbers import digits_of
from vitrina.desk.written_tables import Cells
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import SPACES

_NUMBER = rf"(?P<number>\d[\d{SPACES}]*(?:[.,]\d+)?)"
_ITEM = re.compile(rf"\s*{_NUMBER}\s*(?P<unit>.*?)\s*", re.DOTALL)

NOT_APPLIED: Mapping[str, str] = {
    "not-found": sentence("такого числа на этом месте в таблицах нет"),
    "several": sentence("таких чисел на этом месте несколько"),
    "pairs": sentence("прежних чисел не столько же, сколько новых"),
    "two-readings": sentence("новое число можно прочесть двумя способами"),
    "unit": sentence("непонятно, в чём новое число: в рублях или в тысячах"),
    "other-words": sentence("вместе с числом меняются и другие слова"),
    "no-words": sentence("таких слов целиком на этом месте в таблицах нет"),
    "several-words": sentence("такие слова стоят в таблицах не один раз"),
    "goal": NOT_WRITTEN["goal"],
    "same": sentence("в таблицах уже так и стоит"),
    "annex": sentence("приложения с новой редакцией в этом файле нет"),
    "text": sentence("меняется только текст: в таблицах его нет"),
    "unread": sentence("программа не прочла здесь ни одной строки"),
    "removed": sentence("исключённое программа из таблиц не убирает"),
    "other": sentence("программа не поняла, что здесь меняется"),
}
"""Why an order changed nothing in the tables."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order; `why` is a key of `NOT_APPLIED` where it changed nothing."""

    order: Amendment
    why: str = ""


def apply_orders(
    file: DecreeFile, known: Recognised, in_force: InForce, rows: EditionRows
) -> tuple[list[Stated], list[Outcome]]:
    """The figures that orders replace, and what became of each order; texts that they reword go to `rows`."""
    figures: list[Stated] = []
    outcomes: list[Outcome] = []
    for order in file.decree.amendments:
        found: list[Stated] = []
        if order.kind == "numbers":
            found, why = _numbers(order, known, in_force, file)
        elif order.kind == "words":
            found, why = _words(order, known, in_force, file)
            if why in {"no-words", "pairs"} and _reworded(order, known.programme, file, rows):
                why = ""
        else:
            why = _of_wording(order, file, rows)
        figures += found
        outcomes.append(Outcome(order, why))
    return figures, outcomes


def _line(order: Amendment, known: Recognised) -> str | None:
    """The id of the subprogramme that an order names; None where it names none, «» where there is no such."""
    if order.line == PROGRAMME:
        return None
    return known.line("subprogramme", order.line.removeprefix("subprogramme-"), ())[0]


def _numbers(order: Amendment, known: Recognised, in_force: InForce, file: DecreeFile) -> tuple[list[Stated], str]:
    """All the numbers of an order, or none of them: it is one."""
    if len(order.old) != len(order.new):
        return [], "pairs"
    found: list[Stated] = []
    for old, new in zip(order.old, order.new, strict=True):
        before, after = _ITEM.fullmatch(old), _ITEM.fullmatch(new)
        if before is None or after is None:
            return [], "other"
        digits = digits_of(before["number"])
        of_before, of_after = unit_of(before["unit"]), unit_of(after["unit"])
        same = [
            (one, scale)
            for one, scale in in_force.printed_as(digits, order.target, _line(order, known))
            if of_before is None or (one.table == "money" and ROUBLES[of_before] == scale)
        ]
        if len(same) != 1 or not in_force.has_all(same[0][0], digits):
            return [], "several" if same else "not-found"
        [(one, scale)] = same
        value, is_unclear = number_of(after["number"].strip())
        if is_unclear or (of_before is None) != (of_after is None):
            return [], "two-readings" if is_unclear else "unit"
        scale = ROUBLES[of_after] if of_after else scale
        found.append(_stated(one, (value, scale), order.words, order, file))
    return found, ""


def _words(order: Amendment, known: Recognised, in_force: InForce, file: DecreeFile) -> tuple[list[Stated], str]:
    """Words that a row of figures quotes, where nothing but the figure changes in them."""
    if len(order.old) != 1 or len(order.new) != 1:
        return [], "pairs"
    same = in_force.quoting(order.old[0], order.target, _line(order, known))
    if len(same) != 1:
        return [], "several-words" if same else "no-words"
    [one] = same
    old, new = plain_end(order.old[0]), plain_end(order.new[0])
    scales = {scale for _, scale in one.printed}
    own = figures_of(old).same(one.value * (THOUSAND if one.table == "money" else 1), scales)
    if len(own) != 1:
        return [], "several"
    end = own[0].start + len(own[0].printed)
    found = re.fullmatch(re.escape(old[: own[0].start]) + _NUMBER + re.escape(old[end:]), new)
    if found is None:
        return [], "other-words"
    value, is_unclear = number_of(found["number"].strip())
    if is_unclear:
        return [], "two-readings"
    scale = own[0].scale or next(iter(scales))
    return [_stated(one, (value, scale), new, order, file)], ""


def _stated(one: Figure, printed: tuple[Decimal, Decimal], words: str, order: Amendment, file: DecreeFile) -> Stated:
    """The row that states a figure anew; `printed` is its number, and what that counts."""
    number, scale = printed
    row = {**one.row, "document": file.document, "place": _place(order), "words": words}
    if one.table == "money":
        roubles = number * scale
        return Stated(
            "money", {**row, "amount": roubles / THOUSAND, "figure_in_words": counted(words, roubles, scale)},
            one.value, roubles / THOUSAND,
        )  # fmt: skip
    return Stated("observations", {**row, "value": number}, one.value, number)


def _place(order: Amendment) -> str:
    return f"{order.place}, {order.target}".strip(", ")


def _reworded(order: Amendment, programme: Programme, file: DecreeFile, rows: EditionRows) -> bool:
    """Whether fields that quote exactly the words which an order replaces get the new ones."""
    if len(order.old) != len(order.new):
        return False
    places = places_in(order.target)
    is_done = False
    for old, new in zip(order.old, order.new, strict=True):
        wanted = plain_end(old)
        entries = [one for one in programme.passport if plain_end(one.value) == wanted and places <= {"passport"}]
        lines = [one for one in programme.lines if plain_end(one.name) == wanted and not places]
        if len(entries) + len(lines) != 1 and not order.is_everywhere:
            continue
        for entry in entries:
            changed = {**_cells(entry), "value": folded(new), "document": file.document, "place": _place(order)}
            fields = [one for one in programme.passport if one.field == entry.field]
            rows.passport[entry.field] = [changed if one is entry else _cells(one) for one in fields]
            rows.texts.append(Reworded("passport", entry.field, entry.value, folded(new), _place(order)))
        for line in lines:
            rows.names[line.id] = {"name": folded(new), "document": file.document, "place": _place(order)}
            rows.texts.append(Reworded("lines", line.id, line.name, folded(new), _place(order)))
        is_done = is_done or bool(entries or lines)
    return is_done


def _cells(entry: PassportEntry) -> Cells:
    return {name: getattr(entry, name) for name in ("field", "number", "value", "document", "place")}


def _of_wording(order: Amendment, file: DecreeFile, rows: EditionRows) -> str:
    """Why nothing of a new wording came into the tables; empty where something did, or where an appendix holds it."""
    if order.kind in {"removed", "other"}:
        return order.kind
    if order.by_annex:
        return "annex" if order.lacks_annex else ""
    places = [block.place for block in order.content]
    titles = {
        title for raw, title in file.decree.passport.places.items() if any(_is_within(raw, one) for one in places)
    }
    said = _one_line(" ".join(_texts(order)))
    came_in = [words for one, words in rows.read if any(_is_within(one, place) for place in places)]
    if any(_one_line(words) in said for words in came_in) or any(one.place in titles for one in rows.texts):
        return ""
    if any(one.place in titles and one.why == "goal" for one in rows.left):
        return "goal"
    if any(one.place in titles for one in file.decree.passport.entries):
        return "same"
    named = [one.place for one in rows.left] + [one.place for one in file.decree.money.left_out]
    is_named = any(_is_within(one, place) for one in named for place in places)
    return "unread" if is_named or any(re.search(r"\d[.,]\d", text) for text in _texts(order)) else "text"


def _is_within(place: str, block: str) -> bool:
    return re.search(rf"(?:^|, ){re.escape(block)}(?:,|$)", place) is not None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _texts(order: Amendment) -> Iterator[str]:
    for block in order.content:
        if isinstance(block, Grid):
            yield from (" ".join(cell for cell in row if cell.strip()) for row in block.rows)
        else:
            yield block.text
