"""What must be true of the pages of any shape; each check yields what it finds, in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

from shapes.amounts import Allowed, allowed
from shapes.claims import facts, false_claims
from shapes.making import Made
from shapes.shape import Shape

_UNITS = {
    "тыс.": 10**5, "млн": 10**8, "млрд": 10**11, "трлн": 10**14,
    "thousand": 10**5, "million": 10**8, "billion": 10**11, "trillion": 10**14,
    None: 100,
}  # fmt: skip
_MONEY = {
    "ru": re.compile(r"(?<![\d,])(\d{1,3}(?:[\u202f\u00a0]\d{3})*(?:,\d+)?)\s+(?:(тыс\.|млн|млрд|трлн)\s)?₽"),
    "en": re.compile(r"₽(\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion))?"),
}
_EXACT = {
    "ru": re.compile(r"[+−]?(\d{1,3}(?:[\u202f\u00a0]\d{3})*,\d{2}(?:\d{3})?)"),
    "en": re.compile(r"[+−]?(\d{1,3}(?:,\d{3})*\.\d{2}(?:\d{3})?)"),
}
_THOUSANDS = {"ru": "тыс", "en": "thousand"}
_NONSENSE = re.compile(
    r"\bNone\b(?! of)|\bnan\b|NaN|Missing|undefined|Reason[.(]|"
    r"\{[a-z_]+\}|\{\{|«\s*»|“\s*”|\(\s*\)|(?<=\S)  (?=\S)| [,.;:?!](?!\.)|,,|\.\.(?!\.)"
)
_SHORT_OF_SENSE = {
    "ru": re.compile(r"\b0 (?:лет|годов|год)|у (\d+) \S+ из \1\b|на (\d+) (?:год|года|лет) из \2\b|\bот 0,0\b"),
    "en": re.compile(r"\b0 years?\b|\b(\d+) of the \1\b|\bout of 0\b"),
}
_ZERO_MONEY = {
    "ru": re.compile(r"(?<![\d,])0(?:,0+)?\s(?:тыс\.|млн|млрд|трлн)\s₽"),
    "en": re.compile(r"₽0(?:\.0+)?\s(?:thousand|million|billion|trillion)"),
}
_FELL_TO_NOTHING = re.compile(r"−100(?:[.,]0)?\s?%")
_EMPTY_LIST = re.compile(r"<(ul|ol|dl)\b[^>]*>\s*</\1>")
_HEADING = re.compile(r"^(#{1,3}) (.*?)(?:\{:.*\})?\s*$", re.MULTILINE)


def faults(shape: Shape, made: Made) -> Iterator[str]:
    """Everything that is wrong with the pages of one language."""
    amounts = allowed(shape) if shape.is_told_once else None
    told = facts(shape)
    for page, text in zip(made.site.pages, made.texts, strict=True):
        where = f"{made.words.language}/{page.place.markdown}"
        for fault in _of_text(made.words.language, text):
            yield f"{where}: {fault}"
        for fault in false_claims(told, _plain(text)):
            yield f"{where}: {fault}"
        for fault in _of_amounts(amounts, made.words.language, text) if amounts else ():
            yield f"{where}: {fault}"
        for name in (page.title, page.description):
            if _NONSENSE.search(name) or not name.strip():
                yield f"{where}: «{name}»"
        if shape.zeros == "none" and not shape.has_nothing:
            for pattern in (_ZERO_MONEY[made.words.language], _FELL_TO_NOTHING):
                if found := pattern.search(_plain(text)):
                    yield f"{where}: a nothing that no document states: {_around(_plain(text), found)}"


def _plain(text: str, apart: str = "") -> str:
    """What is read: without pictures, programs, tags (`apart` for each), front matter and targets of links."""
    body = text.split("\n---\n", 1)[-1]
    body = re.sub(r"<svg.*?</svg>|<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r"<pre\b.*?</pre>", "program", body, flags=re.DOTALL)
    body = re.sub(r"</(?:td|th|li|p|span|b|figcaption|summary|small)>", "\n", body)
    body = re.sub(r"<[^>]*>", apart, body)
    body = re.sub(r"\]\([^)]*\)", "]", body)
    return unescape(re.sub(r"\{:[^}]*\}", "", body)).replace("\u2060", "")


def _around(text: str, found: re.Match[str]) -> str:
    return "…" + " ".join(text[max(0, found.start() - 60) : found.end() + 40].split()) + "…"


def _of_text(language: str, text: str) -> Iterator[str]:
    plain = _plain(text)
    for line in plain.split("\n"):
        if found := _NONSENSE.search(line.strip()):
            yield f"nonsense: {_around(line, found)}"
        if found := _SHORT_OF_SENSE[language].search(line):
            yield f"no sentence: {_around(line, found)}"
    sections = list(_HEADING.finditer(text))
    for one, other in zip(sections, [*sections[1:], None], strict=True):
        heading = _plain(one[2]).strip()
        if not re.search(r"\w", heading) or re.search(r"[,:;—–-]$", heading):
            yield f"a heading that says nothing: «{heading}»"
        inside = _plain(text[one.end() : other.start() if other else len(text)])
        if other is not None and len(other[1]) <= len(one[1]) and not re.search(r"\w", inside):
            yield f"an empty section: «{heading}»"
    if found := _EMPTY_LIST.search(text):
        yield f"an empty list: {_around(text, found)}"


def _of_amounts(amounts: Allowed, language: str, text: str) -> Iterator[str]:
    plain = _plain(text, apart="\n")
    for found in _MONEY[language].finditer(plain):
        number = _number(found[1], language)
        if not amounts.has(number, _UNITS[found[2]], _digits(number)):
            yield f"an amount that nothing adds up to: {_around(plain, found)}"
    for caption, cell in _exact_cells(language, text):
        match = _EXACT[language].fullmatch(cell)
        number = _number(match[1], language) if match else Decimal(0)
        if match and not amounts.has(number, 10**5, _digits(number)):
            yield f"a table's amount that nothing adds up to: {cell} in «{caption}»"


def _number(written: str, language: str) -> Decimal:
    digits = re.sub(r"\s", "", written)
    return Decimal(digits.replace(",", ".") if language == "ru" else digits.replace(",", ""))


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


class _Tables(HTMLParser):
    """Tables of a page: caption, and cells with the heads of their columns."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str]] = []
        self._caption, self._heads, self._row = "", list[str](), list[str]()
        self._open, self._is_head = "", True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._caption, self._heads = "", []
        elif tag == "tr":
            self._row, self._is_head = [], True
        elif tag in ("th", "td"):
            self._row.append("")
            self._is_head &= tag == "th" and dict(attrs).get("scope") != "row"
        if tag in ("th", "td", "caption"):
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""
        if tag == "tr" and self._is_head:
            self._heads = [*self._row]
        elif tag == "tr":
            heads = [*self._heads, *[""] * len(self._row)]
            self.cells += [(self._caption, head, cell.strip()) for head, cell in zip(heads, self._row, strict=False)]

    def handle_data(self, data: str) -> None:
        if self._open == "caption":
            self._caption += data.strip()
        elif self._open and self._row:
            self._row[-1] += data


def _exact_cells(language: str, text: str) -> Iterator[tuple[str, str]]:
    """Cells of money in thousands: those of a table or a column that says so, and of no column of shares."""
    parser = _Tables()
    parser.feed(text)
    for caption, head, cell in parser.cells:
        says = caption + head
        if _THOUSANDS[language] in says and "%" not in head:
            yield caption, cell.partition(", ")[0] if language == "ru" else cell.split(", ")[0]
