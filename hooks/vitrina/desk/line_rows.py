"""The lines of a programme that a decree names: itself, its subprogrammes, and the measures of its tables of money."""

from collections.abc import Callable, Iterator, Mapping

from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import Cell
from vitrina.dataset.codes import CSR, GRBS, RZPR, VR
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.decree import Decree
from vitrina.decrees.labels import is_name
from vitrina.decrees.passport import Entry
from vitrina.decrees.values import PROGRAMME, Value, whose_of

_CODES: Mapping[str, Cell] = {"grbs": GRBS, "rzpr": RZPR, "csr": CSR, "vr": VR}
Whose = tuple[str, str]
"""A line as money names it."""


def subprogrammes_of(decree: Decree) -> Mapping[str, Entry]:
    """By id: «subprogramme-2» of the second, whether the document numbers them or only lists them."""
    listed = enumerate(decree.passport.of("subprogramme"), 1)
    return {f"subprogramme-{one.number or place}": one for place, one in listed}


def measures_of(decree: Decree) -> Mapping[Whose, Value]:
    """What tables of money name below the programme and its subprogrammes, each once, with an amount of its."""
    parts = {PROGRAMME, *subprogrammes_of(decree)}
    named: dict[Whose, Value] = {}
    for value in decree.money.values:
        if value.line_name and value.line not in parts and value.parent in parts and "line" not in value.doubts:
            named.setdefault(value.whose, value)
    return named


def line_ids(decree: Decree, programme: str) -> Mapping[Whose, str]:
    """The ids of the lines: «measure-1-1» of «1.1», of a measure without a number by its place among the others."""
    found: dict[Whose, str] = {whose_of(PROGRAMME, ""): programme}
    for identity in subprogrammes_of(decree):
        found[whose_of(identity, "")] = identity
    for place, (line, name) in enumerate(measures_of(decree), 1):
        numbered = line.replace(".", "-") if line.startswith("measure-") else ""
        is_free = numbered and numbered not in found.values()
        found[line, name] = numbered if is_free else f"measure-of-{place}"
    return found


def measure_rows(decree: Decree, programme: str, holds: Callable[[str], bool]) -> Iterator[Mapping[str, object]]:
    """The rows of the measures that have a name which the text holds, joined of several cells or in one of them."""
    ids = line_ids(decree, programme)
    for whose, value in measures_of(decree).items():
        cells = sorted(filter(is_name, value.words.split("\t")), key=len, reverse=True)
        name = next(filter(holds, (value.line_name, *cells)), "")
        if not name:
            continue
        yield {
            "id": ids[whose], "kind": "measure",
            "number": value.line.removeprefix("measure-") if value.line.startswith("measure-") else None,
            "parent": programme if value.parent == PROGRAMME else value.parent,
            "name": name, "place": value.place.partition(", столбец")[0],
        }  # fmt: skip


def codes_by_id(decree: Decree, programme: str) -> Mapping[str, LineCodes]:
    ids = line_ids(decree, programme)
    return {ids[one.whose]: one for one in decree.money.codes if one.whose in ids}


def code_cells(codes: LineCodes) -> Mapping[str, object]:
    """The cells of a line's row that its codes fill in; a code that the table does not take is left out."""
    cells = {
        kind: ",".join(one for one in getattr(codes, kind) if _is_code(cell, one)) for kind, cell in _CODES.items()
    }
    return {"administrator": codes.administrator or None, **{kind: text or None for kind, text in cells.items()}}


def codes_left(codes: LineCodes) -> Iterator[str]:
    """Codes that the table does not take: a target item of seven digits, as budgets until 2015 had them."""
    yield from (one for kind, cell in _CODES.items() for one in getattr(codes, kind) if not _is_code(cell, one))


def _is_code(cell: Cell, code: str) -> bool:
    try:
        cell.parse(code)
    except PydanticCustomError:
        return False
    return True
