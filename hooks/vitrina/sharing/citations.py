"""How others name a page or a chart: by GOST R 7.0.100–2018, in BibTeX, in RIS (refman's format) and in plain words.

On which day a reader saw it nobody else can know: its place is left blank in the one form that asks for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vitrina.words import Words

_STATUS_PART = re.compile(r"\s*·\s*")
_SPACES = re.compile(r"\s+")
_JOINERS = re.compile("[\u2060\ufeff\u00ad]")
# BibTeX counts braces wherever they stand, so a brace of the text must not stay one.
_IN_BIBTEX = {letter: f"\\{letter}" for letter in "%#&_$"} | {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_FOREIGN_IN_BIBTEX = str.maketrans(_IN_BIBTEX)


@dataclass(frozen=True, slots=True)
class Cited:
    """A page or a chart. Texts are plain; `address` and `publisher` may be empty."""

    key: str
    title: str
    is_chart: bool
    site: str
    publisher: str
    status: str
    day: date | None
    """The last day that its document is dated by."""
    address: str


@dataclass(frozen=True, slots=True)
class Form:
    """A citation to be copied, and what people call its form."""

    name: str
    text: str


def for_people(cited: Cited, words: Words) -> tuple[Form, ...]:
    return (
        Form(words.say("По ГОСТ Р 7.0.100–2018"), _gost(cited, words)),
        Form(words.say("Простыми словами"), _plain(cited, words)),
    )


def for_programs(cited: Cited, words: Words) -> tuple[Form, ...]:
    return Form("BibTeX", _bibtex(cited, words)), Form("RIS", _ris(cited, words))


def as_line(text: str) -> str:
    """A text of a page as others' programs take it: one line, plain spaces, nothing that is not seen.

    Words of another language stay marked: the page that shows it names their language.
    """
    return _SPACES.sub(" ", _JOINERS.sub("", text)).strip()


def _gost(cited: Cited, words: Words) -> str:
    kind = words.say("Изображение : электронное") if cited.is_chart else words.say("Текст : электронный")
    by = f" / {cited.publisher}" if cited.publisher else ""
    parts = [cited.title.rstrip("."), f"{kind} // {cited.site} : [{words.say('сайт')}]{by}"]
    if cited.day:
        parts.append(str(cited.day.year))
    parts.append(_STATUS_PART.sub(" ; ", cited.status))
    if cited.address:
        parts.append(f"URL: {cited.address} ({words.say('дата обращения')}: __.__.____)")
    return f"{'. – '.join(parts)}."


def _plain(cited: Cited, words: Words) -> str:
    said = words.say(
        "«{title}». Сайт «{site}». {status}.",
        title=cited.title.rstrip("."),
        site=cited.site,
        status=_STATUS_PART.sub(", ", cited.status),
    )
    return f"{said} {cited.address}".rstrip()


def _bibtex(cited: Cited, words: Words) -> str:
    values = {
        "title": f"{{{cited.title.translate(_FOREIGN_IN_BIBTEX)}}}",
        "author": f"{{{cited.publisher.translate(_FOREIGN_IN_BIBTEX)}}}" if cited.publisher else "",
        "howpublished": cited.site.translate(_FOREIGN_IN_BIBTEX),
        "year": str(cited.day.year) if cited.day else "",
        "note": cited.status.translate(_FOREIGN_IN_BIBTEX),
        "url": cited.address,  # which is printed letter by letter
        "language": words.language,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in values.items() if value]
    return f"@misc{{{cited.key},\n{(',' + chr(10)).join(lines)}\n}}"


def _ris(cited: Cited, words: Words) -> str:
    values: Mapping[str, str] = {
        "TY": "ELEC",
        "TI": cited.title,
        "AU": cited.publisher,
        "T2": cited.site,
        "PY": str(cited.day.year) if cited.day else "",
        "DA": cited.day.strftime("%Y/%m/%d") if cited.day else "",
        "N1": cited.status,
        "UR": cited.address,
        "LA": words.language,
    }
    lines = [f"{tag}  - {value}" for tag, value in values.items() if value]
    return "\n".join([*lines, "ER  - "])
