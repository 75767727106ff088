"""References in our plain words: `{value:queue-2021}` stands for a figure of the dataset, which nobody types.

Here they are read; `checks.references` looks whether they point at anything, `measures.references` fills them in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Points = Literal["observation", "observations", "two", "amount", "change", "source", "nothing"]

KINDS: Mapping[str, Points] = {
    "value": "observation",
    "number": "observation",
    "sign": "observation",
    "when": "observation",
    "sum": "observations",
    "difference": "two",
    "money": "amount",
    "exact": "amount",
    "change": "change",
    "share": "source",
    "years": "nothing",
}
"""What a reference of each kind points at."""

EXAMPLES: Mapping[Points, str] = {
    "observation": "{value:queue-2021}",
    "observations": "{sum:queue-to-1,queue-to-2}",
    "two": "{difference:places-2021,attending-2021}",
    "amount": "{money:total:2021}",
    "change": "{change:total:2021:2022}",
    "source": "{share:id}",
    "nothing": "{years}",
}

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SHAPES: Mapping[Points, re.Pattern[str]] = {
    "observation": re.compile(_ID),
    "observations": re.compile(rf"{_ID}(?:,\s*{_ID})+"),
    "two": re.compile(rf"{_ID},\s*{_ID}"),
    "amount": re.compile(rf"{_ID}:(?:(?:19|20)\d\d|total)"),
    "change": re.compile(rf"{_ID}(?::(?:19|20)\d\d){{2}}"),
    "source": re.compile(_ID),
    "nothing": re.compile(""),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: its kind, what it points at, and how it is written in the text."""

    kind: str
    arguments: tuple[str, ...]
    written: str

    @property
    def points_at(self) -> Points:
        return KINDS[self.kind]

    @property
    def meaning(self) -> tuple[str, ...]:
        """The same for two references that say the same, however they are spaced."""
        return (self.kind, *self.arguments)


class MalformedReference(ValueError):
    """Braces that hold no reference: `reason` is "brace", "kind" or "shape", `culprit` what stands in the text."""

    def __init__(self, reason: Literal["brace", "kind", "shape"], culprit: str, kind: str = "") -> None:
        super().__init__(f"{reason}: {culprit}")
        self.reason = reason
        self.culprit = culprit
        self.kind = kind


@lru_cache(maxsize=10_000)  # a text stands on page after page
def parse(text: str) -> tuple[str | Reference, ...]:
    """A text in pieces: its own words, and the references between them. Raises `MalformedReference`."""
    pieces: list[str | Reference] = []
    end = 0
    for match in _BRACES.finditer(text):
        if match[1] is None:
            raise MalformedReference("brace", text[match.start() : match.start() + 30])
        if match.start() > end:
            pieces.append(text[end : match.start()])
        pieces.append(_reference(match[0], match[1]))
        end = match.end()
    if end < len(text):
        pieces.append(text[end:])
    return tuple(pieces)


def references(text: str) -> tuple[Reference, ...]:
    """The references of a text alone. Raises `MalformedReference`."""
    return tuple(piece for piece in parse(text) if isinstance(piece, Reference))


def _reference(written: str, inside: str) -> Reference:
    kind, _, rest = inside.partition(":")
    kind = kind.strip()
    if kind not in KINDS:
        raise MalformedReference("kind", written, kind)
    rest = rest.strip()
    if not _SHAPES[KINDS[kind]].fullmatch(rest):
        raise MalformedReference("shape", written, kind)
    return Reference(kind, tuple(part.strip() for part in re.split("[,:]", rest) if part), written)


# Numbers that are names: № 1, 8-ФЗ, статья 179, от 3 до 7 лет, в 2021 году.
# An ending («3-х») is letters alone: of «1-1-1» every hyphen would else be either that or a range's, in 2^n ways.
_RANGE = r"\d++(?:[.,]\d++)?(?:-[^\W\d]++)?(?:\s*+(?:[–,-]|\bдо\s|\bи\s)\s*+\d++(?:[.,]\d++)?(?:-[^\W\d]++)?)*+"
_NAMES = re.compile(
    r"(?i:"
    rf"№+\s*{_RANGE}|"
    r"\d+-[а-яё]+|"
    rf"\b(?:стать|приложени|раздел|показател|задач|подпрограмм|пункт|част|форм)\w*\s+{_RANGE}|"
    rf"\b(?:от|до|с|старше|младше|после)\s+{_RANGE}\s+(?:лет|год\w*|месяц\w*)\b|"
    r"\d+\s*[–-]\s*\d+\s+(?:лет|год\w*)\b|"
    r"(?<!\d)(?:19|20)\d\d(?!\d)"
    r")"
)
_FIGURE = re.compile(r"\d+(?:[\s.,]\d+)*(?:\s*%|\s*[^\W\d_]+)?")


def typed_figures(text: str) -> tuple[str, ...]:
    """Figures that a Russian text has typed where a reference should stand; numbers that are names are none."""
    rest = _NAMES.sub(" ", _BRACES.sub(" ", text))
    return tuple(_FIGURE.findall(rest))
