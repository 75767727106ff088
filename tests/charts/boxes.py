"""What stands where in a drawing: the box of every text and of every mark, in pixels, read off the finished SVG."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from vitrina.charts.kit.layout import Box, text_width

_RISE, _FALL = 0.72, 0.2
"""Parts of a letter's size over and under the line that it stands on."""


@dataclass(frozen=True, slots=True)
class Text:
    words: str
    size: float
    colour: str
    box: Box
    haloed: bool = False
    """Whether the same words lie under it, thick in the ground's colour, so that no line crosses the letters."""


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    """«bar», «point», «line» or «grid»."""
    colour: str
    box: Box
    ends: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Of a line."""

    def touches(self, box: Box) -> bool:
        if self.kind != "line" or not self.box.touches(box):
            return self.box.touches(box)
        x, y, x2, y2 = self.ends
        steps = max(1, round(max(abs(x2 - x), abs(y2 - y))))
        return any(
            box.left < x + (x2 - x) * step / steps < box.right and box.upper < y + (y2 - y) * step / steps < box.lower
            for step in range(steps + 1)
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawing as it is seen."""

    whole: Box
    texts: tuple[Text, ...]
    marks: tuple[Mark, ...]

    @property
    def frame(self) -> Box:
        """Where words may be. Widths are estimated rather too large, so a figure may lean out by a few pixels."""
        return Box(-4.5, 0, self.whole.right + 4.5, self.whole.lower)

    def collisions(self) -> list[str]:
        """Every text out of the picture, on another text, or on a mark, as a line of words."""
        found = [f"«{text.words}» leaves the picture" for text in self.texts if not text.box.within(self.frame)]
        for place, text in enumerate(self.texts):
            found += [
                f"«{text.words}» on «{other.words}»" for other in self.texts[:place] if text.box.touches(other.box)
            ]
            found += [
                f"«{text.words}» on a {mark.kind}"
                for mark in self.marks
                if mark.kind != "grid" and not (text.haloed and mark.kind == "line") and mark.touches(text.box)
            ]
        return found


def seen(svg: str) -> Seen:
    root = ElementTree.fromstring(svg)  # noqa: S314  our own drawing
    width, height = (float(root.get(side, "0")) for side in ("width", "height"))
    shapes = list(_shapes(root, {}, 0, 0))
    texts = [_text(element, look, x, y) for element, look, x, y in shapes if element.tag.endswith("text")]
    halos = {(text.words, text.box) for text, stroke in texts if stroke}
    marks = [mark for element, look, x, y in shapes for mark in _marks(element, look, x, y)]
    return Seen(
        Box(0, 0, width, height),
        tuple(
            Text(text.words, text.size, text.colour, text.box, (text.words, text.box) in halos)
            for text, stroke in texts
            if not stroke
        ),
        tuple(marks),
    )


def placed_texts(svg: str) -> list[tuple[float, float, str]]:
    """Every text of a drawing with the place where it stands."""
    root = ElementTree.fromstring(svg)  # noqa: S314  our own drawing
    return [(x, y, element.text) for element, _, x, y in _shapes(root, {}, 0, 0) if element.text]


_Look = dict[str, str]


def _shapes(
    element: ElementTree.Element, inherited: _Look, x: float, y: float
) -> Iterator[tuple[ElementTree.Element, _Look, float, float]]:
    """Every shape with what it inherits, and its own origin."""
    look = inherited | element.attrib
    moved = re.match(r"translate\((-?[\d.]+),(-?[\d.]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if len(element) == 0:
        yield element, look, x, y
    for child in element:
        yield from _shapes(child, look, x, y)


def _text(element: ElementTree.Element, look: _Look, x: float, y: float) -> tuple[Text, bool]:
    words, size = element.text or "", float(look.get("font-size", "14"))
    width = text_width(words, size, look.get("font-weight") == "bold")
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[look.get("text-anchor", "start")]
    box = Box(left, y - size * _RISE, left + width, y + size * _FALL)
    return Text(words, size, look.get("fill", ""), box), "stroke" in look


def _marks(element: ElementTree.Element, look: _Look, x: float, y: float) -> Iterator[Mark]:
    drawn, stroke, fill = element.get("d", ""), look.get("stroke", ""), look.get("fill", "none")
    if element.tag.endswith("line"):
        x2, y2 = x + float(element.get("x2", "0")), y + float(element.get("y2", "0"))
        kind = "grid" if "grid" in stroke else "line"
        yield Mark(kind, stroke, Box(min(x, x2), min(y, y2), max(x, x2), max(y, y2)), (x, y, x2, y2))
    elif bar := re.fullmatch(r"M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z", drawn):
        left, upper, width, height = (float(number) for number in bar.groups())
        yield Mark("bar", fill, Box(x + left, y + upper, x + left + width, y + upper + height))
    elif point := re.match(r"M([\d.]+),0A", drawn):
        radius = float(point[1])
        yield Mark("point", stroke or fill, Box(x - radius, y - radius, x + radius, y + radius))
    elif "L" in drawn and fill == "none":
        places = [(x + float(a), y + float(b)) for a, b in re.findall(r"(-?[\d.]+),(-?[\d.]+)", drawn)]
        for (x1, y1), (x2, y2) in pairwise(places):
            box = Box(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)
            yield Mark("line", stroke, box, (x1, y1, x2, y2))
