"""Sentences of a report: what was planned and what was spent, amount by amount, each with the words that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vitrina.decrees import naming
from vitrina.decrees.amounts import Amount, amounts_of, looks_like_year
from vitrina.decrees.blocks import Paragraph
from vitrina.decrees.parts import Part
from vitrina.decrees.values import TOTAL, Doubt, LeftOut, Unit, Value

_STAGES = re.compile(
    r"(?P<actual>\bфакт[а-яё]*|кассов[а-яё]+|\b(?:освоен|исполнен|израсходован|профинансирован|потрачен)[а-яё]*)"
    r"|(?P<revised>уточн[её]нн[а-яё]*|сводн[а-яё]+\s+бюджетн[а-яё]+\s+роспис[а-яё]*)"
    r"|(?P<plan>\b(?:за)?план[а-яё]*|предусмотрен[а-яё]*|утвержд[а-яё]+)",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\(?\s*(?:,?\s*(?:или|что\s+составляет|то\s+есть)\s+)?\d+(?:[.,]\d+)?\s*(?:%|процент[а-яё]*)[^,;.()]*\)?"
)
_DIFFERENCE = re.compile(
    r"\bне\s?(?:исполн|осво|израсход)|экономи|остат|отклонен|\b(?:меньше|больше|выше|ниже)\b|сн[иы]ж|увелич|уменьш"
    r"|задолженн|недофинанс|переходящ|возвра[тщ]",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\bподпрограмм[а-яё]*\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4})?(?:\s*[«\"][^»\"]*[»\"])?|\bмероприяти[а-яё]+\s*(?:№\s*)?\d[\d.]*"
    r"|\bпрограмм[а-яё]*(?:\s+[«\"][^»\"]*[»\"])?|\b(?:состав[а-яё]+|расход[а-яё]*|исполнени[а-яё]+|целом|отч[её]тн[а-яё]+"
    r"|выделен[а-яё]*|направлен[а-яё]*|было|были|денежн[а-яё]+|назначени[а-яё]+|финансов[а-яё]+|лимит[а-яё]*|всего|или|что|при"
    r"|из|них|нее|неё|при|поступил[а-яё]+)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[;\n]|(?<!тыс)(?<!руб)(?<!млн)(?<!млрд)(?<!\bг)(?<!\bт)(?<!\bр)\.(?=\s)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:[-‐-―•]|\d{1,2}\)|за\s+сч[её]т|из\s|в\s+том\s+числе|средств|[а-яё]+(?:ого|ый|ому|ой)\s+бюджет)",
    re.IGNORECASE,
)
"""How a paragraph begins that divides the amount of the one before."""
_PART = re.compile(r"\bподпрограмм", re.IGNORECASE)
_PART_OF_YEAR_WORDS = re.compile(
    rf"\b(?:\d+|[IVX]+|перв[а-яё]+|девять|шесть|три)?\s*(?:{naming.SHORT_OF_YEAR})[а-яё]*", re.IGNORECASE
)
_FEW_DECIMALS = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph leaves to the next: the line that it speaks of."""

    line: str
    outer: str
    """The line of the whole passage."""
    unit: Unit | None
    year: str
    """The year that the report is of; empty where nothing says it."""
    is_open: bool = False
    """Whether the paragraph before goes on: it ends with a colon, a semicolon or a comma."""
    is_part_of_year: bool = False
    """Whether the report is of a quarter or of some months."""

    def behind(self, text: str) -> "Told":
        """What is known after a paragraph."""
        return replace(self, is_open=text.rstrip()[-1:] in {":", ";", ","})


@dataclass(frozen=True, slots=True)
class _Clause:
    """What the words before an amount say, and what the amounts before it leave to it."""

    own: str
    stage: str
    """Empty where neither its words nor those before say it."""
    source: str
    source_name: str
    year: str
    line: str
    doubts: tuple[Doubt, ...] = ()
    heads: bool = False
    """Whether its source stands before a colon, and so is that of all amounts of the clause."""


def executed(paragraph: Paragraph, told: Told) -> tuple[Part, Told] | None:
    """The amounts of a paragraph that tells what was spent; None of any other."""
    text = paragraph.text
    amounts = [one for one in amounts_of(text) if _is_money(one, text)]
    stages = [_stages(text[before : one.start]) for before, one in _pairs(text, amounts)]
    if not any("actual" in own for own in stages) or not any(one.unit for one in amounts) or not _speaks(text, stages):
        return None
    values: list[Value] = []
    left: list[LeftOut] = []
    last: _Clause | None = None
    line = told.line
    for number, (before, amount) in enumerate(_pairs(text, amounts)):
        behind = text[amount.end : amounts[number + 1].start if number + 1 < len(amounts) else len(text)]
        behind = "" if _is_ended(text, amount.end) else behind
        clause = _clause(text, (before, amount.start), last, replace(told, line=line))
        if _DIFFERENCE.search(clause.own):
            left.append(LeftOut(_words(text, before, amount.end), paragraph.place, "not-funding"))
            continue
        clause = _with_words_behind(clause, behind)
        stage = naming.stage_behind(text[amount.end :])[0] or clause.stage
        unit = amount.unit or next((one.unit for one in amounts[number:] if one.unit), told.unit)
        doubts = (
            *clause.doubts,
            *amount.doubts,
            *(() if stage else ("stage",)),
            *(() if amount.unit else ("unit-of-another" if unit else "no-unit",)),
        )
        value = Value(
            line=clause.line, source=clause.source, source_name=clause.source_name, year=clause.year or TOTAL,
            stage=stage or "plan", amount=amount.value, unit=unit, doubts=tuple(dict.fromkeys(doubts)),
            place=paragraph.place, words=_words(text, before, amount.end),
        )  # fmt: skip
        values.append(value)
        line, last = clause.line, clause
    return Part(tuple(values), tuple(left)), replace(told, line=line).behind(text)


def _speaks(text: str, stages: Sequence[set[str]]) -> bool:
    """Whether a paragraph speaks of a programme's money, and not of salaries or taxes."""
    has_both = any("actual" in own for own in stages) and any(own - {"actual"} for own in stages)
    return has_both or naming.names_funding(text) or bool(naming.sources_of(text) or naming.line_of(text))


def _is_money(amount: Amount, text: str) -> bool:
    if amount.unit:
        return True
    before = text[: amount.start]
    is_written_so = _FEW_DECIMALS.search(text[amount.start : amount.end]) is not None
    return is_written_so and re.search(r"[-‐-―:]\s*$", before) is not None and not looks_like_year(amount, text)


def _pairs(text: str, amounts: Sequence[Amount]) -> Iterator[tuple[int, Amount]]:
    """Each amount with the place where the words before it begin."""
    before = 0
    for one in amounts:
        yield before, one
        before = one.end + naming.stage_behind(text[one.end :])[1]


def _is_ended(text: str, at: int) -> bool:
    """Whether the full stop behind «тыс. рублей.» ends a sentence; it stands within the amount."""
    return text[max(at - 1, 0) : at] == "." and re.match(r"\s+[А-ЯЁ]", text[at:]) is not None


def _stages(own: str) -> set[str]:
    """The stages that some words name; «уточнённый план» is one."""
    found = {str(one.lastgroup) for one in _STAGES.finditer(_PERCENT.sub(" ", own))}
    return found - {"plan"} if "revised" in found else found


def _clause(text: str, span: tuple[int, int], last: _Clause | None, told: Told) -> _Clause:
    printed = text[span[0] : span[1]]
    own = _PERCENT.sub(" ", printed)
    begins = last is None or _END.search(own) is not None or _is_ended(text, span[0])
    depth = text[: span[1]].count("(") - text[: span[1]].count(")")
    sources, years, stages = naming.sources_of(own), naming.years_of(own), _stages(own)
    doubts: list[Doubt] = []
    stage = max(stages, default="" if begins and not depth else last.stage if last else "")
    if len(stages) > 1:
        doubts.append("stage")
    year, unclear = _year(text[: span[1]], years, told.year)
    doubts += ["no-year"] if not year else ["structure"] if unclear else []
    line, is_clear = _line(own, told, goes_on=last is not None or (told.is_open and _GOES_ON.match(own) is not None))
    doubts += [] if is_clear else ["line"]
    if last and line == last.line and not naming.line_of(own):
        doubts += [
            doubt for doubt in last.doubts if doubt in {"line", "part-of-year"}
        ]  # it goes on with what nobody named
    goes_on = last is not None and not begins and not sources and last.source != TOTAL and not depth
    if goes_on and last and not last.heads:
        doubts.append("structure")
    if _rest(_PART_OF_YEAR_WORDS.sub(" ", own)):
        doubts.append("line")
    if naming.is_part_of_year(own) or (stage == "actual" and told.is_part_of_year):
        doubts.append("part-of-year")
    source, name = (last.source, last.source_name) if goes_on and last else (TOTAL, "")
    if sources:
        source, name = sources[-1].kind, sources[-1].name
        doubts += ["several-sources"] if len({one.kind for one in sources}) > 1 else []
    heads = ":" in own[sources[-1].end :] if sources else bool(goes_on and last and last.heads)
    return _Clause(own, stage, source, name, year, line, tuple(doubts), heads)


def _year(before: str, own: Sequence[naming.Years], reported: str) -> tuple[str, bool]:
    """The year of an amount, and whether another might be meant: named beside it, before it, or that of the report."""
    single = [one for one in own if one.first == one.last]
    if single:
        return single[-1].label, len({one.label for one in single}) > 1
    earlier = {one.label for one in naming.years_of(before) if one.first == one.last}
    if earlier:
        [*_, last] = (one.label for one in naming.years_of(before) if one.first == one.last)
        return last, len(earlier) > 1
    return reported, False


def _line(own: str, told: Told, *, goes_on: bool) -> tuple[str, bool]:
    """The line that words speak of, and whether they say so clearly.

    Where a new paragraph names none, it may go on with the line of the one before or speak of the whole again.
    """
    named = naming.named_part_of(own) or naming.line_of(own)
    if _PART.search(own) and not (named or "").startswith("subprogramme"):
        return told.outer, False
    if named:
        return named, True
    return (told.line, True) if goes_on or told.line == told.outer else (told.outer, False)


def _rest(own: str) -> str:
    """What words name besides stage, year, source and line."""
    return naming.rest_of(_GENERIC.sub(" ", _STAGES.sub(" ", own)))


def _with_words_behind(clause: _Clause, behind: str) -> _Clause:
    """«9 500,0 тыс. рублей за счёт краевого бюджета», and in doubt «9 500,0 тыс. рублей на ремонт клуба»."""
    [words] = re.findall(r"^[^,;.()\n]*", _PERCENT.sub(" ", behind))
    sources = naming.sources_of(words) if clause.source == TOTAL else []
    if _rest(_PART_OF_YEAR_WORDS.sub(" ", words)):
        return replace(clause, doubts=(*clause.doubts, "line"))
    if sources:
        return replace(clause, source=sources[0].kind, source_name=sources[0].name)
    return clause


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).strip(" ,;.()")
