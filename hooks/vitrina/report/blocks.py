"""What the report's text is made of. `report.typ` says how each kind of block looks and how it is read aloud."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from vitrina.words.foreign import has_foreign, stretches


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is not plain."""

    text: str
    look: str = ""
    """`strong`, `quiet`, `note` (small, in a line of its own), `page` (the number of the page that it leads to)."""
    link: str = ""
    """An address, or # and the id of a heading."""
    status: str = ""
    """Its word stands beside a shape in the colour of the status."""
    lang: str = ""


Text = str | Run | tuple[str | Run, ...]
Row = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a section (2) or of a thing in it (3); a chapter has the heading 1."""

    level: int
    text: Text
    id: str = ""
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    look: str = ""
    """`lead`, `note`, `source`, or `about`: kept together with what follows."""
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Value, unit, what it is, and the slot of a source or nothing."""

    items: tuple[tuple[str, str, str, str], ...]
    kind: str = field(default="figures", init=False)


@dataclass(frozen=True, slots=True)
class Mix:
    """Who pays: a bar in true proportion, and what it shows: slot, name, percent, amount, width of the part."""

    items: tuple[tuple[str, str, str, str, float], ...]
    kind: str = field(default="mix", init=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in the colours of paper, and what it shows for those who do not see it."""

    svg: str
    alt: str
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: what it shows, its pictures, where its figures are from."""

    finding: str
    subtitle: str
    pictures: tuple[Picture, ...]
    source: str
    level: int
    """Of its heading."""
    kind: str = field(default="figure", init=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A row of one cell stands over the rows below it."""

    caption: str
    """Empty where the heading over it says the same."""
    heads: Row
    rows: tuple[Row, ...]
    foot: Row = ()
    texts: tuple[int, ...] = (0,)
    """The columns of words; the others are figures."""
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document, their translation or nothing, and where they stand."""

    words: str
    translation: str
    place: Text
    kind: str = field(default="quotation", init=False)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list: what, and what is to be said of it."""

    items: tuple[tuple[Text, Text], ...]
    kind: str = field(default="numbered", init=False)


Block = Heading | Paragraph | KeyFigures | Mix | Figure | Table | Quoted | Numbered


def as_data(value: object) -> object:
    """Blocks as JSON can hold them. Words without a translation become stretches that name their language."""
    if isinstance(value, str):
        return [{"text": text, "lang": lang} for text, lang in stretches(value)] if has_foreign(value) else value
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    if is_dataclass(value):
        return {each.name: as_data(getattr(value, each.name)) for each in fields(value)}
    return value
