"""What was read of a decree, in its own text: a page for whoever compares both before anything is published."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitrina.dataset.documents.passages import Passage, Span
from vitrina.decrees.assignments import Service
from vitrina.decrees.blocks import Block
from vitrina.decrees.decree import Decree
from vitrina.decrees.indicators import Indicator
from vitrina.decrees.output import (
    KINDS,
    STAGES,
    SUBJECTS,
    WHY,
    amount_text,
    codes_text,
    difference_text,
    reasons,
    service_text,
    value_text,
    whose,
)
from vitrina.decrees.values import PROGRAMME, Sum, Value
from vitrina.desk.decree_text import DecreeText
from vitrina.desk.templates import filled, style
from vitrina.pages.document import shown_blocks
from vitrina.pages.marks import marks_in
from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence

Certainty = Literal["sure", "doubtful", "left"]
Kind = Literal["money", "services", "passport", "indicators", "amendments"]

_TITLES = {
    "money": sentence("Деньги"),
    "services": sentence("Муниципальные задания"),
    "passport": sentence("Паспорт"),
    "indicators": sentence("Показатели"),
    "amendments": sentence("Поправки"),
}
_SHEETS = ("css/document.css", "import_page.css")


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was read, or could not be."""

    anchor: str
    kind: Kind
    certainty: Certainty
    said: str
    """What it was taken for."""
    place: str
    words: str
    """As printed; of a table's row its cells up to the one that is meant, parted by tabs."""
    figure: str = ""
    why: str = ""
    """Why it is doubtful, or was left out."""
    title: str = ""
    """What a list calls it; as `said` where that is empty."""
    is_marked: bool = False
    """Whether it was found in the text, so that a link leads to it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that was read, with where it stands, line by line."""

    item: Item
    spans: tuple[Span, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """A passage a line, so that each part of it has its mark; a link leads to the first."""
        anchors = [self.item.anchor, *(f"{self.item.anchor}-{number}" for number in range(2, len(self.spans) + 1))]
        return tuple(Passage(anchor, (span,), 0, True) for anchor, span in zip(anchors, self.spans, strict=False))


@dataclass(frozen=True, slots=True)
class Count:
    """How much of one kind was read."""

    title: str
    found: int
    sure: int
    doubtful: int
    left: int


def import_page(name: str, blocks: Sequence[Block], decree: Decree, words: Words) -> str:
    """A whole page that asks for nothing else. `name` is that of the file, `blocks` what was read of it."""
    text = DecreeText(blocks, decree.passport.places)
    found = [
        _Found(item, text.passage(item.kind, item.place, item.words, item.figure)) for item in _items(decree, words)
    ]
    items = [replace(one.item, is_marked=bool(one.spans)) for one in found]
    passages = [passage for one in sorted(found, key=_weight) for passage in one.passages]
    sheet = style(*_SHEETS)
    return filled(
        "import_page.html",
        words,
        {
            "name": name,
            "style": sheet,
            "style_hash": base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode(),
            "counts": list(_counts(items, words)),
            "doubtful": [item for item in items if item.certainty == "doubtful"],
            "left": [item for item in items if item.certainty == "left"],
            "amendments": [item for item in items if item.kind == "amendments"],
            "codes": [codes_text(one, words) for one in decree.money.codes],
            "sums": len(decree.money.sums),
            "wrong_sums": list(_wrong_sums(decree, items, words)),
            "blocks": list(shown_blocks(text.text.blocks, marks_in(text.text.lines, passages))),
            "notes": {one.passages[-1].anchor: one.item for one in found if one.spans},
            "classes": {passage.anchor: f"v-{one.item.certainty}" for one in found for passage in one.passages},
        },
    )


def _weight(one: _Found) -> int:
    """What is doubtful comes last: its mark lies upon any other of the same words."""
    return ("sure", "left", "doubtful").index(one.item.certainty)


def _items(decree: Decree, words: Words) -> Iterator[Item]:
    for number, value in enumerate(decree.money.values):
        yield _money(f"m{number}", value, words)
    for number, left in enumerate(one for one in decree.left_out if one.why != "amendment"):
        yield Item(f"l{number}", "money", "left", "", left.place, left.words, "", first_upper(words.say(WHY[left.why])))
    for number, service in enumerate(decree.money.services):
        yield from _service(f"s{number}", service, words)
    for number, entry in enumerate(decree.passport.entries):
        said = f"{words.say(SUBJECTS[entry.subject])} {entry.number}".rstrip()
        yield Item(
            f"p{number}", "passport", _certainty(entry.doubts), said, entry.place, entry.text, "",
            _why(entry.doubts, words),
        )  # fmt: skip
    for number, indicator in enumerate(decree.indicators):
        yield from _indicator(f"i{number}", indicator, words)
    for number, order in enumerate(decree.amendments):
        is_clear: Certainty = "left" if order.kind == "other" else "sure"
        said = words.say(KINDS[order.kind])
        title = f"{said}: {order.target} {order.words}"
        yield Item(f"a{number}", "amendments", is_clear, said, order.place, order.words, title=title)


def _money(anchor: str, value: Value, words: Words) -> Item:
    is_named = value.line.startswith(("subprogramme-", "measure-"))
    said = whose(value if is_named else replace(value, line=PROGRAMME), words)  # the row has the name of any other
    return Item(
        anchor, "money", _certainty(value.doubts), said, value.place, value.words, f"{value.amount:f}",
        _why(value.doubts, words),
        f"{whose(value, words)}: {amount_text(value, words)}",
    )  # fmt: skip


def _service(anchor: str, one: Service, words: Words) -> Iterator[Item]:
    yield Item(anchor, "services", "sure", words.say("услуга"), one.place, one.name)
    for number, value in enumerate(one.values):
        said = service_text(one, value, words)
        yield Item(
            f"{anchor}v{number}", "services", _certainty(value.doubts), said, value.place, value.words, "",
            _why(value.doubts, words), f"{one.name}, {said}",
        )  # fmt: skip


def _indicator(anchor: str, one: Indicator, words: Words) -> Iterator[Item]:
    said = f"{words.say('показатель')} {one.number}".rstrip()
    yield Item(
        anchor, "indicators", _certainty(one.doubts), said, one.place, one.name, "", _why(one.doubts, words),
        one.name,
    )  # fmt: skip
    for number, value in enumerate(one.values):
        said = f"{value.year}, {words.say(STAGES[value.stage])}"
        yield Item(
            f"{anchor}v{number}", "indicators", _certainty(value.doubts), said, value.place, value.words,
            f"{value.value:f}", _why(value.doubts, words), f"{one.name}, {said}: {value_text(value, words)}",
        )  # fmt: skip


def _certainty(doubts: Sequence[str]) -> Certainty:
    return "doubtful" if doubts else "sure"


def _why(doubts: Sequence[str], words: Words) -> str:
    return first_upper(reasons(doubts, words))


def _counts(items: Sequence[Item], words: Words) -> Iterator[Count]:
    for kind, title in _TITLES.items():
        of_kind = [item.certainty for item in items if item.kind == kind]
        if of_kind:
            sure, doubtful, left = (of_kind.count(certainty) for certainty in ("sure", "doubtful", "left"))
            yield Count(words.say(title), sure + doubtful, sure, doubtful, left)


def _wrong_sums(decree: Decree, items: Sequence[Item], words: Words) -> Iterator[tuple[str, Item | None]]:
    """What is stated and what the parts come to, with the amount that is stated."""
    for one in decree.money.sums:
        if one.difference:
            anchor = next((f"m{n}" for n, value in enumerate(decree.money.values) if _is_total(value, one)), "")
            yield difference_text(one, words), next((item for item in items if item.anchor == anchor), None)


def _is_total(value: Value, one: Sum) -> bool:
    own = (value.line, value.source, value.source_name, value.year, value.stage, value.amount)
    return own == (one.line, one.source, one.source_name, one.year, one.stage, one.stated)
