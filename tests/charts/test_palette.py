"""The colours of the style sheet: told apart by everybody, also in grey, and readable where they are text."""

from itertools import combinations, pairwise

import pytest
from coloraide import Color

from charts.charted import SOURCES, TOKENS
from vitrina.charts.palette import DARK, LIGHT, palette

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


@SCHEMES
@pytest.mark.parametrize("colour", [*(f"source-{source}" for source in SOURCES), "bar", "bar-part", "plan-mark"])
def test_a_bar_stands_out_from_the_paper(scheme: str, colour: str) -> None:
    colours = palette(TOKENS, scheme)
    assert Color(colours[colour]).contrast(Color(colours["paper"]), method="wcag21") >= 3


@SCHEMES
@pytest.mark.parametrize("colour", [*(f"source-{source}-text" for source in SOURCES), "ink", "ink-2", "ink-3"])
def test_words_are_readable_on_paper(scheme: str, colour: str) -> None:
    colours = palette(TOKENS, scheme)
    assert Color(colours[colour]).contrast(Color(colours["paper"]), method="wcag21") >= 4.5


@SCHEMES
@pytest.mark.parametrize("deficiency", ["none", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("method", ["brettel", "vienot", "machado"])
def test_no_two_sources_look_alike(scheme: str, deficiency: str, method: str) -> None:
    if deficiency == "tritan" and method == "vienot":
        method = "brettel"  # Viénot's shortcut does not hold for tritanopia
    seen = []
    for source in SOURCES:
        colour = Color(palette(TOKENS, scheme)[f"source-{source}"])
        seen.append(colour if deficiency == "none" else colour.filter(deficiency, method=method))
    assert min(one.delta_e(other, method="2000") for one, other in combinations(seen, 2)) >= 15


@SCHEMES
def test_grey_keeps_the_sources_in_one_order(scheme: str) -> None:
    lightness = [
        Color(palette(TOKENS, scheme)[f"source-{source}"]).convert("lab")["lightness"]
        for source in ("federal", "regional", "local", "other")
    ]
    assert all(darker + 5 <= lighter for darker, lighter in pairwise(lightness))
