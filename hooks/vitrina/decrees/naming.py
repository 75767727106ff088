"""Recognises in some words of a decree whose money they speak of: the year, the source, the stage, the line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from vitrina.decrees.values import PROGRAMME, TOTAL

_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?[-‐-―−]\s?"
SPAN = re.compile(
    rf"(?<![\d.,])(?P<first>{_YEAR})(?:\s?(?:г\.|год[ауы]?))?(?:{_DASH}|\s+по\s+|\s+и\s+|/)(?P<last>{_YEAR})(?!\d)"
    r"(?:\s*(?:год[а-яё]*|гг?\.?))?",
    re.IGNORECASE,
)
SINGLE = re.compile(
    rf"(?<![\d.,])(?P<first>{_YEAR})(?![\d]|[.,]\d)(?:\s*(?:гг?\.?(?![а-яё])|год[а-яё]*))?", re.IGNORECASE
)
_DATE = re.compile(
    rf"(?<!\d)\d\d?\.\d\d?\.{_YEAR}|(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*\s+{_YEAR}",
    re.IGNORECASE,
)
_EACH = re.compile(r"ежегодно|каждый год|в каждом году|\bпо\s*$", re.IGNORECASE)

_MONTH = r"(?:январ|феврал|март|апрел|\bма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*\b"
_TURN_OF_YEAR = re.compile(r"\bна\s+(?:0?1[.\s]+(?:01|января)|31[.\s]+(?:12|декабря))(?![\d])", re.IGNORECASE)
SHORT_OF_YEAR = r"квартал|полугоди|\bмес(?:яц|\.|\b)|(?:\d|\bI{1,3}|\bIV)(?:-?(?:й|го))?\s*кв\b(?!\.?\s*[мк])"
"""How long a part of a year is, but for «45 кв. м»."""
_ON_A_DAY = r"\bна\s+\d\d?\.\d\d?\.20\d\d"
_PART_OF_YEAR = re.compile(rf"{SHORT_OF_YEAR}|{_MONTH}|{_ON_A_DAY}", re.IGNORECASE)
_REPORTED_PART = re.compile(
    rf"{SHORT_OF_YEAR}|\bза\s+(?:[а-яё]+\s*[-‐-―]\s*)?{_MONTH}|\bна\s+\d\d?(?:-?(?:е|го))?\s+{_MONTH}|{_ON_A_DAY}",
    re.IGNORECASE,
)
"""The same of the title of a report, which may name days of other things."""

_BUDGET = (
    r"(?![а-яё])(?:\s+(?:бюджет[а-яё]*|средств[а-яё]*)|(?=\s*(?:[^\sа-яё]|$)|\s+(?:и|или|руб[а-яё]*|тыс|млн|млрд)\b"
    r"|\s+(?:субсид|субвенц|дотац|(?:иные\s+|целевые\s+)?(?:межбюджетн|трансферт)|источник|уров|ассигнован|всего|итого)))"
)
"""What stands behind an adjective that names a source: «краевой бюджет», but not «краевой конкурс»."""
_WORD_OF_NAME = r"(?-i:[А-ЯЁ])[а-яё]+(?:-[А-Яа-яё]+)*"
_OF_REGION = (
    rf"(?:\s+(?:{_WORD_OF_NAME}\s+){{1,2}}(?:Республики|края|области|автономного\s+округа(?:\s*[-‐-―]\s*Югры)?)"
    rf"|\s+Республики\s+{_WORD_OF_NAME}(?:\s+\((?-i:[А-ЯЁ])[а-яё]+\))?)?"
)
_REGIONS_IN_SHORT = r"(?-i:Р[ТБДКХМАИ]|РС\s?\(Я\)|РСО(?:-Алания)?|РМЭ|УР|ЧР|КБР|КЧР|РК|ЯНАО|ХМАО\S*|[А-ЯЁ]{2,3}\sобл\.)"
_OWN_NAME = r"(?:\s+(?:город[а-яё]*\s+)?(?:[«\"][^»\"]{1,40}[»\"]|(?-i:[А-ЯЁ])[а-яё-]+))?"
_SOURCES: Mapping[str, tuple[str, ...]] = {
    "other": (
        r"внебюджетн[а-яё]+(?:\s+(?:источник|средств|фонд)[а-яё]*)?",
        r"(?:средств[а-яё]*\s+)?(?:юридическ|физическ)[а-яё]+(?:\s+и\s+физическ[а-яё]+)?\s+лиц[а-яё]*",
        r"(?:ины[еx]|иных|прочи[еx]|прочих|други[еx]|других)\s+(?:внебюджетн[а-яё]+\s+)?(?:источник|средств)[а-яё]*",
        r"привлек(?:аем|ш)[а-яё]+\s+средств[а-яё]*",
        r"привлеч[её]нн[а-яё]+\s+средств[а-яё]*",
        r"(?:собственн|за[её]мн)[а-яё]+\s+средств[а-яё]*(?![а-яё]|\s+(?:местн|городск|районн|муниципальн|бюджет))(?:\s+(?:предприят|учрежд|организац|инвестор)[а-яё]*)?",
        r"родительск[а-яё]+\s+плат[а-яё]*",
        r"средств[а-яё]*\s+(?:родител|населени|граждан|предприят|организац|инвестор|спонсор|работодател|участник)[а-яё]*",
        r"доход[а-яё]*\s+от\s+(?:оказания\s+платных\s+услуг|[а-яё]+\s+(?:доход\s+)?деятельности)",
        r"приносящ[а-яё]+\s+доход\s+деятельност[а-яё]*",
        r"платны[хе]\s+услуг[а-яё]*",
        r"фонд[а-яё]*\s+(?:содействия|развития|социального|обязательного|поддержки|защиты)(?:\s+[а-яё]+){0,4}",
        r"(?:спонсорск|благотворительн)[а-яё]+(?:\s+(?:помощ|средств|взнос)[а-яё]*)?",
        r"кредит[а-яё]*\s+банк[а-яё]*",
        r"инициативн[а-яё]+\s+платеж[а-яё]*(?:\s+граждан)?",
        r"безвозмездн[а-яё]+\s+поступлени[а-яё]*(?:\s+от\s+(?:физических|юридических)[а-яё ]+лиц)?",
        r"(?:добровольн[а-яё]+\s+)?пожертвовани[а-яё]+",
        r"внебюджет(?![а-яё])",
        r"\b(?-i:ВИ|ВБ|ВБИ|ВБС)\b",
    ),
    "settlement": (
        r"бюджет[а-яё]*\s+(?:[А-ЯЁа-яё-]+\s+){0,3}?(?:поселени[а-яё]+|сельсовет[а-яё]*)",
        r"средств[а-яё]*\s+поселени[йея](?![а-яё])",
        r"поселенческ[а-яё]+" + _BUDGET,
        r"(?:^|(?<=[(;:,/]))\s*поселени[ея](?=\s*(?:[-‐-―:;,)]|$))",
    ),
    "federal": (
        r"федеральн[а-яё]+" + _BUDGET,
        r"(?:бюджет|средств)[а-яё]*\s+(?:РФ|Российской\s+Федерации)(?![а-яё])",
        r"\bФБ\b",
    ),
    "regional": (
        r"(?:краев|областн|республиканск|региональн|окружн)[а-яё]+" + _BUDGET + _OF_REGION,
        r"бюджет[а-яё]*\s+субъект[а-яё]*(?:\s+(?:РФ|Российской\s+Федерации))?",
        r"бюджет[а-яё]*\s+(?:[А-ЯЁ][а-яё-]+\s+){0,3}(?:края|области|автономного\s+округа(?:\s*[-‐-―]\s*Югры)?|АО)",
        r"бюджет[а-яё]*\s+(?:автономной\s+)?Республики(?:\s+[А-ЯЁ][а-яё-]+)?",
        rf"бюджет[а-яё]*\s+(?:{_WORD_OF_NAME}\s+){{1,2}}Республики",
        r"бюджет[а-яё]*\s+г(?:\.|орода)\s*(?:Москвы|Санкт-Петербурга|Севастополя)",
        r"(?:бюджет|средств)[а-яё]*\s+" + _REGIONS_IN_SHORT + r"(?![А-Яа-яё])",
        r"\b(?:КБ|ОБ|РБ)\b",
    ),
    "local": (
        r"(?:местн|городск|районн|муниципальн)[а-яё]+\s+(?:бюджет|средств)[а-яё]*",
        r"местн(?:ый|ого|ые|ых)(?=\s*(?:[-‐-―:(]|$|и\b))",
        r"(?:городской|районный)(?=\s*(?:[-‐-―:]|$))",
        r"бюджет[а-яё]*\s+(?:[А-ЯЁ][а-яё-]+\s+)?(?:муниципальн[а-яё]+|городск[а-яё]+|города|г\.|района|округа|МО\b)(?:\s+(?:образовани[а-яё]+|округ[а-яё]*|район[а-яё]*))?"
        + _OWN_NAME,
        r"бюджет[а-яё]*\s+[А-ЯЁ][а-яё-]+(?:ского|цкого)\s+(?:муниципального\s+|городского\s+)?(?:района|округа)",
        r"\bМБ\b",
    ),
}
"""How decrees call each source, what is more special before what is more general."""
_SOURCE_PATTERNS = {kind: re.compile("|".join(forms), re.IGNORECASE) for kind, forms in _SOURCES.items()}
_TOTAL = re.compile(
    r"\bвсего\b|\bитого\b|общ(?:ий|его|ая|ей)\s+(?:планов[а-яё]+\s+|прогнозн[а-яё]+\s+)?(?:объ[её]м|сумм|потребност|стоимост)[а-яё]*"
    r"|объ[её]м[а-яё]*\s+(?:и\s+источник[а-яё]*\s+)?(?:(?:бюджетн|финансов|ресурсн)[а-яё]+\s+)?(?:финансирован|ассигнован|ресурсн|средств|обеспечени)[а-яё]*"
    r"|вс(?:е|ех)\s+источник(?:и|ов)|общее\s+финансирование|(?:финансирование|финансовое\s+обеспечение|ресурсное\s+обеспечение|затраты|расходы)\s+(?:на\s+реализацию\s+)?(?:муниципальной\s+)?(?:под)?программ[а-яё]*",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\bв\s+т(?:ом|\.)\s*ч(?:исле|\.)|\bиз\s+(?:них|которых|нее|неё|него)\b", re.IGNORECASE)
_BY_YEARS = re.compile(r"по\s+годам|по\s+годам\s+реализации", re.IGNORECASE)
_BY_SOURCES = re.compile(r"по\s+источникам", re.IGNORECASE)
_SUBPROGRAMME = re.compile(r"подпрограмм[аеуы]?\s*(?:№\s*)?(?P<number>\d{1,2}|[IVX]{1,4})(?!\d|[.,]\d)", re.IGNORECASE)
_NAMED_PART = re.compile(r"подпрограмм[аеуы]\s+[«\"“](?P<name>[^»\"”]+)[»\"”]", re.IGNORECASE)
_NAMED = "subprogramme-«"
_MEASURE = re.compile(r"(?:мероприяти[еяю]\s*(?:№\s*)?)(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s|$)"
    r"(?!\s+(?:общ[а-яё]+\s+)?(?:объ[её]м|финансов|ресурсн|источник|обоснован))",  # a section about money, no measure
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?:муниципальн[а-яё]+|государственн[а-яё]+)\s+программ[а-яё]+|(?<!под)программ[аеуы]\b", re.IGNORECASE
)
_ACTUAL = re.compile(r"\bфакт|кассов|исполнен[оа]\b|освоен|фактическ|израсходован", re.IGNORECASE)
_APPROVED = re.compile(
    r"на\s+(?:1|01)\s*(?:\.01|января)\s+(?:отч[её]тного|текущего)|первоначальн[а-яё]+\s+(?:план|бюджет)|утвержд[её]нн?[а-яё]*\s+(?:решением|законом)\s+о\s+бюджете",
    re.IGNORECASE,
)
_REVISED = re.compile(r"уточн[её]нн|сводн[а-яё]+\s+бюджетн|бюджетн[а-яё]+\s+роспис", re.IGNORECASE)
_STAGE_WORDS = re.compile(
    r"\b(?:кассов|исполнен|расход|уточн|факт|план|освоен|сводн|бюджетн|роспис|израсходован|утвержд)[а-яё]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:\(\s*(?P<bracket>[а-яё]{4,}(?:\s+[а-яё]+)?)\s*\)|[-‐-―]\s*(?P<dash>[а-яё]{4,}(?:\s+[а-яё]+)?)(?=\s*(?:[;,.\n)]|$)))",
    re.IGNORECASE,
)
_ADMINISTRATOR = re.compile(
    r"управлени[ея]|отдел(?![а-яё]*ьн)|администраци|министерств|департамент|комитет|учреждени|распорядител|исполнител|центр\b|школ|МБОУ|МКУ|МБУ|МКОУ|МБДОУ",
    re.IGNORECASE,
)
_FUNDING = re.compile(
    r"финансир|ресурсн[а-яё]+\s+обеспечен|бюджетн[а-яё]+\s+ассигнован|объ[её]м[а-яё]*\s+(?:и\s+источник|средств)|источник[а-яё]*\s+финанс|финансов[а-яё]+\s+обеспечен",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    kind: str
    name: str
    """As printed."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Years:
    """A year or a span of years as words name it."""

    first: int
    last: int
    start: int
    end: int

    @property
    def label(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@lru_cache(maxsize=10_000)  # every cell is asked for them again with each row that a table may begin with
def sources_of(text: str) -> tuple[Source, ...]:
    """The sources of money that some words name, from left to right."""
    found: list[Source] = []
    taken = [False] * len(text)
    for kind, pattern in _SOURCE_PATTERNS.items():
        for one in pattern.finditer(text):
            if not any(taken[one.start() : one.end()]):
                taken[one.start() : one.end()] = [True] * (one.end() - one.start())
                found.append(Source(kind, " ".join(one.group().split()).strip(" -–—:,;."), one.start(), one.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def years_of(text: str) -> list[Years]:
    """The years and spans of years that some words name, from left to right; dates are none."""
    masked = _DATE.sub(lambda one: " " * len(one.group()), text)
    found: list[Years] = []
    for span in SPAN.finditer(masked):
        first, last = int(span["first"]), int(span["last"])
        if first < last < first + 40:
            found.append(Years(first, last, span.start(), span.end()))
    for single in SINGLE.finditer(masked):
        if not any(one.start <= single.start() < one.end for one in found):
            year = int(single["first"])
            found.append(Years(year, year, single.start(), single.end()))
    return sorted(found, key=lambda one: one.start)


def names_total(text: str) -> bool:
    return _TOTAL.search(text) is not None


def before_total(text: str) -> str:
    """«Региональный проект «Дороги»» of «Региональный проект «Дороги» (всего), в том числе:»; empty of «Итого»."""
    ends = [found.start() for pattern in (_TOTAL, _OF_WHICH) if (found := pattern.search(text))]
    return text[: min(ends, default=len(text))]


def names_part(text: str) -> bool:
    return _OF_WHICH.search(text) is not None


def splits_by_years(text: str) -> bool:
    return _BY_YEARS.search(text) is not None


def splits_by_sources(text: str) -> bool:
    return _BY_SOURCES.search(text) is not None


def is_each_year(text: str) -> bool:
    return _EACH.search(text) is not None


def names_administrator(text: str) -> bool:
    return _ADMINISTRATOR.search(text) is not None


def names_funding(text: str) -> bool:
    return _FUNDING.search(text) is not None


def line_of(text: str) -> str | None:
    """The line of the programme that some words name; None where they name none."""
    if found := _SUBPROGRAMME.search(text):
        return f"subprogramme-{arabic(found['number'])}"
    if found := _MEASURE.search(text) or _NUMBERED.search(text):
        return f"measure-{found['number']}"
    return PROGRAMME if _PROGRAMME.search(text) else None


def subprogramme_of(title: str) -> str | None:
    """The line of the only subprogramme that a title names by its number."""
    numbers = {arabic(one["number"]) for one in _SUBPROGRAMME.finditer(title)}
    return f"subprogramme-{numbers.pop()}" if len(numbers) == 1 else None


def is_part_of_year(text: str) -> bool:
    """Whether some words speak of a quarter, of some months or of a day within the year."""
    return _PART_OF_YEAR.search(_TURN_OF_YEAR.sub(" ", text)) is not None


def reports_part_of_year(title: str) -> bool:
    """Whether the title of a report says that it tells of a quarter, of months, or of what there is until a day."""
    return _REPORTED_PART.search(_TURN_OF_YEAR.sub(" ", title)) is not None


def named_part_of(text: str) -> str | None:
    """The line of a subprogramme that some words call by its name alone: `with_number` finds its number."""
    found = _NAMED_PART.search(text)
    return f"{_NAMED}{found['name'].strip()}" if found and not _SUBPROGRAMME.search(text) else None


def with_number(line: str, numbers: Mapping[str, str]) -> str:
    """The line of a subprogramme whose name is in `numbers`, in small letters; the name where it is not."""
    name = line.removeprefix(_NAMED)
    return line if name == line else numbers.get(name.lower(), name)


def stage_of(text: str) -> str | None:
    if _ACTUAL.search(text):
        return "actual"
    if _APPROVED.search(text):
        return "approved"
    if _REVISED.search(text):
        return "revised"
    return "plan" if re.search(r"\bплан", text, re.IGNORECASE) else None


def stage_alone(text: str) -> str | None:
    """The stage that words name which name nothing besides: «(факт)», «кассовое исполнение»."""
    return None if rest_of(_STAGE_WORDS.sub(" ", text)) else stage_of(text)


def stage_behind(text: str) -> tuple[str | None, int]:
    """The stage right behind an amount, and how many letters it takes: «(факт)», «– исполнено»."""
    found = _BEHIND.match(text)
    stage = stage_alone(found["bracket"] or found["dash"]) if found else None
    return (stage, found.end()) if found and stage else (None, 0)


def rest_of(text: str) -> str:
    """What is left of some words when the year, the source, the marks and the small words are taken out: a name."""
    spans = [(one.start, one.end) for one in sources_of(text)] + [(one.start, one.end) for one in years_of(text)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    for pattern in (_TOTAL, _OF_WHICH, _BY_YEARS, _BY_SOURCES, _EACH):
        text = pattern.sub(" ", text)
    text = _SMALL.sub(" ", _LISTED.sub("", text))
    return " ".join(re.sub(r"[^\w«»\"№.-]+", " ", text).split()).strip(" .-–—_")


def rest_of_header(text: str) -> str:
    """The same of the header of a column of money, whose stage and place among the years of a budget are known too."""
    return rest_of(_STAGE_WORDS.sub(" ", _OF_HEADERS.sub(" ", text)))


_OF_HEADERS = re.compile(
    r"\b(?:финансов|очередн|текущ|отч[её]тн|планов|январ|декабр|действующ|соответствующ|потребност|лимит|стоимост)[а-яё]*\b"
    r"|\b(?:дату|минус|плюс|лет|ценах|согласно)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*(?:(?:\d{1,2}|[а-я])\)\s|\d(?:-?й)?\s+(?=этап))")
"""The mark of an item of a list: «1) средства местного бюджета»; or the number of a stage."""
_SMALL = re.compile(
    r"\b(?:в|во|из|за|на|с|со|по|и|а|к|от|до|счет|счёт|счета|средств[а-яё]*|бюджет[а-яё]*|год[а-яё]*|гг?|составит|составляет|составят|составляют|составил[ао]?|сумм[а-яё]*|размер[а-яё]*"
    r"|объ[её]м[а-яё]*|финансирован[а-яё]*|реализаци[а-яё]*|мероприятий|программ[а-яё]*|подпрограмм[а-яё]*|муниципальн[а-яё]*|источник[а-яё]*|предусм(?:отрен|атрив)[а-яё]+|планиру[а-яё]+|направ[а-яё]+|выдел[а-яё]+|запланирован[а-яё]*|предполага[а-яё]+|ориентировочн[а-яё]*|утвержд[а-яё]+|необходим[а-яё]+|равен|равн[а-яё]+|поступлени[а-яё]+|целев[а-яё]+|характера|(?:не)?налогов[а-яё]+|доход[а-яё]*|том|числе|т\.?\s?ч\.?"
    r"|период[а-яё]*|этап[а-яё]*|тыс|руб[а-яё]*|рублей|млн|план[а-яё]*|факт[а-яё]*|прогноз[а-яё]*|оценк[а-яё]*|всех|общ[а-яё]+|их|ней|это|для|также|бюджетн[а-яё]+|ассигнован[а-яё]+|ресурсн[а-яё]+|обеспечени[а-яё]+|субсиди[а-яё]+|субвенци[а-яё]+|межбюджетн[а-яё]+|трансферт[а-яё]*|затрат[а-яё]*|расход[а-яё]*|планируем[а-яё]+|прогнозируем[а-яё]+|прогнозн[а-яё]+|перв[а-яё]+|втор[а-яё]+|трет[а-яё]+|_?GoBack|bookmark|I{1,3}|IV|V)\b|\(\s*\)",
    re.IGNORECASE,
)


def arabic(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for here, then in zip(number.upper(), [*number.upper()[1:], ""], strict=True):
        total += -values[here] if then and values[here] < values[then] else values[here]
    return total


def span_of(label: str) -> tuple[int, int] | None:
    """First and last year of «2019», «2019-2020»; None of `total`."""
    if label == TOTAL:
        return None
    first, _, last = label.partition("-")
    return int(first), int(last or first)
