"""Codes of the budget classification (КБК) that a table prints beside its money: whose they are, never amounts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitrina.decrees.values import whose_of

Kind = Literal["grbs", "rzpr", "csr", "vr"]
HEADER = re.compile(
    r"\bгрбс\b|рз\s*,?\s*пр|^\s*(?:рз|пр|цср|вр)\s*$|\b(?:рз|цср|вр|кбк|квср|кфср|кцср|квр|косгу)\b|\bкод[аыов]{0,2}\b|классификац"
    r"|целев[а-яё]+\s+стат|вид[а-яё]*\s+расход|\b(?:под)?раздел[а-яё]*\b(?!\s+программ)",
    re.IGNORECASE,
)
_KINDS: Mapping[Kind, re.Pattern[str]] = {
    "csr": re.compile(r"цср|целев[а-яё]+\s+стат", re.IGNORECASE),
    "vr": re.compile(r"\bк?вр\b|вид[а-яё]*\s+расход", re.IGNORECASE),
    "rzpr": re.compile(r"\bрз|\bкфср\b|раздел|\bпр\b", re.IGNORECASE),
    "grbs": re.compile(r"грбс|\bквср\b|ведомств|\bглава\b", re.IGNORECASE),
}
_NONE = re.compile(r"[-‐-―xхXХ*\s]*")
_WHOLE = re.compile(r"(?P<grbs>\d{3})(?P<rzpr>\d{4})(?P<csr>[\dA-Za-zА-Яа-я]{7}(?:[\dA-Za-zА-Яа-я]{3})?)(?P<vr>\d{3})")
_CODE = re.compile(r"0\d{2,3}|0\d{6}|0\d{9}|\d{3}(?:\s?\d{4}\s?[\dA-ZА-Я]{7,10}\s?\d{3})")


@dataclass(frozen=True, slots=True)
class LineCodes:
    """The codes of a line of the programme, and who administers its money, as printed."""

    line: str
    name: str = ""
    """What the table calls a measure."""
    administrator: str = ""
    grbs: tuple[str, ...] = ()
    rzpr: tuple[str, ...] = ()
    csr: tuple[str, ...] = ()
    vr: tuple[str, ...] = ()
    place: str = ""
    words: str = ""

    @property
    def whose(self) -> tuple[str, str]:
        return whose_of(self.line, self.name)

    def joined(self, other: "LineCodes") -> "LineCodes":
        """Those of two rows of one line; an administrator only where both name the same."""
        return replace(
            self,
            administrator=self.administrator if self.administrator == other.administrator else "",
            grbs=_each_once(self.grbs, other.grbs), rzpr=_each_once(self.rzpr, other.rzpr),
            csr=_each_once(self.csr, other.csr), vr=_each_once(self.vr, other.vr),
        )  # fmt: skip


def _each_once(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def are_codes(cells: Sequence[str]) -> bool:
    """Whether cells hold codes whatever stands above them: digits that begin with a zero, all of one length."""
    return bool(cells) and all(_CODE.fullmatch(cell.strip()) for cell in cells)


def codes_of(cells: Iterable[tuple[str, str]]) -> LineCodes:
    """The codes in some cells of a row, each with the header above it; of no line yet."""
    found: dict[Kind, tuple[str, ...]] = dict.fromkeys(_KINDS, ())
    printed: list[str] = []
    for header, cell in cells:
        if _NONE.fullmatch(cell):
            continue
        printed.append(" ".join(cell.split()))
        for kind, code in _in_cell(header, cell):
            found[kind] = _each_once(found[kind], (code,))
    sections = found["rzpr"]
    if len(sections) > 1 and all(re.fullmatch(r"\d\d", one) for one in sections):
        sections = ("".join(sections),)  # section and subsection stand in two columns
    return LineCodes(
        "", grbs=found["grbs"], rzpr=sections, csr=found["csr"], vr=found["vr"], words=" ".join(printed)
    )  # fmt: skip


def _in_cell(header: str, cell: str) -> Iterator[tuple[Kind, str]]:
    kinds = [kind for kind, words in _KINDS.items() if words.search(header)]
    for part in re.split(r"[,;\n]", cell):
        if whole := _WHOLE.fullmatch(re.sub(r"[\s.]", "", part)):
            yield from ((kind, whole[kind]) for kind in _KINDS)
        elif len(kinds) == 1 and part.strip():
            yield kinds[0], " ".join(part.split())


def of_lines(rows: Iterable[LineCodes]) -> tuple[LineCodes, ...]:
    """One for each line that has any."""
    found: dict[tuple[str, str], LineCodes] = {}
    for one in rows:
        if one.words or one.administrator:
            found[one.whose] = found[one.whose].joined(one) if one.whose in found else one
    return tuple(found.values())
