"""Which lines, sources and indicators of a programme a decree speaks of: by their names, and by numbers without one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.figures import scale_of
from vitrina.dataset.programme import City, Programme
from vitrina.dataset.tables.content import Line
from vitrina.dataset.tables.indicators import Indicator
from vitrina.decrees import indicators as printed
from vitrina.decrees import naming
from vitrina.decrees.values import PROGRAMME, Value, whose_of
from vitrina.desk.decree_rows import unit_forms

_KIND = re.compile(
    r"\s*(?:подпрограмма|(?:основное\s+)?мероприятие)\s*(?:№\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}(?![А-Яа-яЁё]))?"
    r"[\s.:–—-]*",
    re.IGNORECASE,
)


def plain_name(text: str) -> str:
    """A name as it can be compared: letters and digits alone, ё as е."""
    return re.sub(r"[\W_]+", " ", text.lower().replace("ё", "е")).strip()


def without_kind(name: str) -> str:
    """«Дороги» of «Подпрограмма 1 «Дороги»», in its marks; empty of a number alone."""
    return _KIND.sub("", name)


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that the programme does not have yet."""

    kind: str
    parent: str
    number: str
    name: str
    place: str
    whose: tuple[str, str]
    """What money and codes of the decree call it."""


@dataclass(slots=True)
class Recognised:
    """What stands in the tables for what a decree names; lines that it adds are kept until the rows are made."""

    programme: Programme
    city: City
    stated: Mapping[str, str] = field(default_factory=dict)
    """Names of subprogrammes in the decree's passport, by their numbers."""
    new: dict[str, NewLine] = field(default_factory=dict)
    """By the id that the line gets."""
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for columns in self.programme.tables.values():
            self.taken |= {str(one) for one in columns.get("id", ())}

    def line_of(self, value: Value) -> tuple[str, str]:
        """The id of the line that an amount is of, and no reason; or nothing, and a key of `NOT_WRITTEN`."""
        if value.line == PROGRAMME:
            return self.programme.line.id, ""
        if value.line.startswith("subprogramme-"):
            number = value.line.removeprefix("subprogramme-")
            names = [*_names_in(value), *([self.stated[number]] if number in self.stated else [])]
            return self.line("subprogramme", number, names)
        if "подпрограмм" in value.line_name.lower():
            return self.line("subprogramme", "", [value.line_name])
        number = value.line.removeprefix("measure-") if value.line.startswith("measure-") else ""
        name = value.line_name
        parent, why = self._parent_of(value)
        if why:
            return "", why
        found, why = self.line("measure", number, [name] if name else [], parent)
        if found or why != "line" or not (name and number) or naming.names_administrator(name):
            return found, why
        place = value.place.partition(", столбец")[0]
        identity = self.unused(f"measure-{number.replace('.', '-')}")
        self.new[identity] = NewLine("measure", parent or self.programme.line.id, number, name, place, value.whose)
        return identity, ""

    def line(self, kind: str, number: str, names: Sequence[str], parent: str = "") -> tuple[str, str]:
        """By what it is called; by its number where nobody calls it anything. «name» where the two are at odds.

        With a `parent`, only what stands somewhere below that.
        """
        lines = [one for one in self._known(kind) if not parent or parent in one[3]]
        by_number = [identity for identity, of_line, _, _ in lines if number and of_line == number]
        wanted = [plain_name(without_kind(name)) for name in names]
        wanted = [name for name in wanted if _is_name(name)]
        if not wanted:
            return (by_number[0], "") if len(by_number) == 1 else ("", "line")
        found = {identity for identity, _, own, _ in lines if all(_agree(own, name) for name in wanted)}
        if len(found) > 1:
            found &= set(by_number)
        if len(found) == 1:
            return found.pop(), ""
        return "", "name" if by_number or found else "line"

    def added_subprogramme(self, number: str, name: str, place: str) -> tuple[str, str]:
        """The id of a subprogramme that the passport lists, be it there already or not."""
        found, why = self.line("subprogramme", number, [name])
        if found or why != "line":
            return found, why
        order = number or str(len([*self._known("subprogramme")]) + 1)
        identity = self.unused(f"subprogramme-{order}")
        whose = whose_of(f"subprogramme-{order}", "")
        self.new[identity] = NewLine("subprogramme", self.programme.line.id, number, name, place, whose)
        return identity, ""

    def source_of(self, value: Value) -> str | None:
        """The id of a source in the city's settings; None where no source is called so."""
        if value.source == TOTAL:
            return TOTAL
        names = {source.id: source.name.get("ru", "") for source in self.city.sources}
        same = [one for one, name in names.items() if plain_name(name) == plain_name(value.source_name)]
        if len(same) == 1:
            return same[0]
        if value.source in names:
            return value.source
        kinds = {one: {found.kind for found in naming.sources_of(name)} for one, name in names.items()}
        of_kind = [one for one, found in kinds.items() if found == {value.source}]
        is_same_sort = value.source != "other" or "внебюджет" in value.source_name.lower()
        return of_kind[0] if len(of_kind) == 1 and is_same_sort else None

    def indicator_of(self, one: printed.Indicator) -> tuple[Indicator | None, str]:
        """The programme's indicator of this name; else a reason: «name» where its number is that of another."""
        known = self.programme.indicators
        found = [other for other in known if plain_name(other.name) == plain_name(one.name)]
        if len(found) > 1:
            found = [other for other in found if other.number == one.number]
        if len(found) == 1:
            return (found[0], "") if _same_unit(found[0], one) else (None, "unit-differs")
        is_taken = any(other.number == one.number for other in known if one.number and other.kind == "target")
        return None, "name" if found or is_taken else ""

    def unused(self, identity: str) -> str:
        """The id, or one like it that nothing has yet; nothing gets it again."""
        number, free = 1, identity
        while free in self.taken:
            number += 1
            free = f"{identity}-{number}"
        self.taken.add(free)
        return free

    def _parent_of(self, value: Value) -> tuple[str, str]:
        """The subprogramme that a measure stands below; nothing where the table names none."""
        if value.parent == PROGRAMME:
            return "", ""
        number = value.parent.removeprefix("subprogramme-")
        return self.line("subprogramme", number, [self.stated[number]] if number in self.stated else [])

    def _known(self, kind: str) -> Iterator[tuple[str, str, str, frozenset[str]]]:
        """Id, number, name to compare, and all that it stands below, of every line of a kind, new ones too."""
        parents = {one.id: one.parent for one in self.programme.lines}
        parents |= {identity: one.parent for identity, one in self.new.items()}
        lines: Iterable[tuple[str, Line | NewLine]] = (
            *((one.id, one) for one in self.programme.lines),
            *self.new.items(),
        )
        for identity, line in lines:
            if line.kind == kind:
                yield identity, line.number or "", plain_name(line.name), frozenset(with_parents(line.parent, parents))


def with_parents(line: str | None, parents: Mapping[str, str | None]) -> Iterator[str]:
    """The id of a line and of all that it stands below."""
    while line is not None:
        yield line
        line = parents.get(line)


def _names_in(value: Value) -> Iterator[str]:
    """What the row of a table calls the subprogramme that it is of, in the cell of its number or in the next one."""
    cells = value.words.split("\t")[:-1]
    for cell, behind in zip(cells, [*cells[1:], ""], strict=False):
        if (found := _KIND.match(cell)) and "подпрограмм" in found.group().lower():
            rest = cell[found.end() :].strip() or (behind if re.match(r"\s*[«\"“]", behind) else "")
            quoted = re.search(r"[«\"“](?P<name>.*)[»\"”]", rest)
            yield quoted["name"] if quoted else rest


def _is_name(text: str) -> bool:
    """Whether any words are left of a text beside sources, years and totals."""
    return re.search(r"[а-я]{3}", naming.rest_of(text)) is not None


def _agree(own: str, name: str) -> bool:
    return own == name or (name.startswith(f"{own} ") and not _is_name(name[len(own) :]))


def _same_unit(own: Indicator, one: printed.Indicator) -> bool:
    """Whether both count the same: a share is no number, and thousands are no ones."""
    if not one.unit:
        return True
    return (unit_forms(one.unit) == "%") == (own.unit == "%") and scale_of(own.unit) == scale_of(one.unit)
