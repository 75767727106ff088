"""The hatches that a page holds once for all its drawings, for a drawing that leaves the page: as wide and as steep.

A turned tile, as there, takes the painter longer than all the rest of a picture, and small tiles have seams on paper.
"""

import re
from collections.abc import Iterable

from vitrina.charts.chart import COLOURS
from vitrina.dataset.cells import UNNAMED

_PLANNED = "plan-"
_USED = re.compile(rf"url\(#({_PLANNED}(?:[1-{COLOURS}]|{UNNAMED}|ink)|lost)\)")

# A stripe of 2.4 in every 6, turned by 45°, meets itself again after 6√2 (17 pixels of a picture, which is twice as
# fine); its edge is 2.4√2 long.
_TILE, _EDGE = 8.5, 3.4
_SHEET = 2000
"""Larger than any drawing, so that no seam falls into it."""


def used(drawn: Iterable[str]) -> tuple[str, ...]:
    """The names of the hatches that drawings refer to, as specifications or as SVG."""
    return tuple(sorted({name for drawing in drawn for name in _USED.findall(drawing)}))


def painted(names: Iterable[str]) -> str:
    """For a picture to take away, of whole pixels when painted twice as fine."""
    stripes = f"M0,0H{_EDGE}L0,{_EDGE}ZM{_TILE},0V{_EDGE}L{_EDGE},{_TILE}H0Z"
    dots = _pattern("lost", 5, "tint", "1", '<circle cx="1.5" cy="1.5" r=".8" fill="var(--chart-axis)"/>')
    return _all(names, _TILE, f'd="{stripes}" fill', dots)


def printed(names: Iterable[str]) -> str:
    """For paper: one line of dashes, as wide as the sheet, makes all stripes; lines of dots make the dots."""
    dashes = f'd="M0,0L{_SHEET},{_SHEET}" fill="none" stroke-width="{2 * _SHEET}" stroke-dasharray="2.4 3.6" stroke'
    rows = "".join(f"M1.5,{y + 1.5}H{_SHEET}" for y in range(0, _SHEET, 5))
    dotted = f'd="{rows}" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-dasharray="0 5"'
    dots = _pattern("lost", _SHEET, "tint", "1", f'<path {dotted} stroke="var(--chart-axis)"/>')
    return _all(names, _SHEET, dashes, dots)


def _all(names: Iterable[str], size: float, stripes: str, dots: str) -> str:
    """`stripes` are a path's attributes; the last takes the colour."""
    return "".join(_planned(name, size, stripes) if name.startswith(_PLANNED) else dots for name in names)


def _planned(name: str, size: float, stripes: str) -> str:
    """What is planned, of a source or of nobody's."""
    of = name.removeprefix(_PLANNED)
    ground, opacity, line = ("ink", "hatch-ink", "ink-2") if of == "ink" else (f"source-{of}", "hatch", f"source-{of}")
    return _pattern(name, size, ground, f"var(--{opacity})", f'<path {stripes}="var(--{line})"/>')


def _pattern(name: str, size: float, ground: str, opacity: str, shape: str) -> str:
    return (
        f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<rect width="{size}" height="{size}" fill="var(--{ground})" opacity="{opacity}"/>{shape}</pattern>'
    )
