"""The colours of the style sheet: told apart by everybody, also in grey, and readable where they are text."""

import re
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from coloraide import Color

from vitrina.charts.chart import Chart, slot
from vitrina.charts.render.drawings import Drawings
from vitrina.charts.render.palette import DARK, LIGHT, palette
from vitrina.charts.render.picture import picture
from vitrina.dataset.cells import UNNAMED
from vitrina.project import TOKENS

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
STYLES = {path.name: path.read_text(encoding="utf-8") for path in TOKENS.parent.glob("*.css")}
SLOTS = [*dict.fromkeys(slot(place) for place in range(20))]


def test_the_colour_of_a_source_is_written_in_one_place() -> None:
    """Once by day and once by night; the other palettes are made of these."""
    written = Counter(re.findall(r"--((?:light|dark|source)-\w+(?:-text)?):\s*#", "".join(STYLES.values())))
    assert {name for name in written if name.startswith("source")} == set()
    assert {f"{scheme}-{slot}" for scheme in ("light", "dark") for slot in (*SLOTS, UNNAMED)} <= set(written)
    assert set(written.values()) == {1}


def test_a_colour_that_is_changed_there_reaches_pictures_and_the_report(
    tmp_path: Path, charts: dict[str, Chart], drawings: Drawings
) -> None:
    (tokens := tmp_path / "tokens.css").write_text(
        re.sub(r"(--light-2: )#\w+", r"\1#00ff7f", STYLES["tokens.css"]), encoding="utf-8"
    )
    assert palette(tokens)["source-2"] == palette(tokens)["source-2-text"] == "#00ff7f"
    chart = charts["funding-by-year"]
    before, after = (picture(chart, drawings.svg(chart.wide), sheet) for sheet in (TOKENS, tokens))
    assert "#00ff7f" not in before
    assert after == before.replace(palette(TOKENS)["source-2"], "#00ff7f")


def seen(slots: list[str], scheme: str, deficiency: str = "none", method: str = "") -> list[Color]:
    colours = (Color(palette(TOKENS, scheme)[f"source-{slot}"]) for slot in slots)
    return [colour if deficiency == "none" else colour.filter(deficiency, method=method) for colour in colours]


def test_eight_sources_have_a_colour_of_their_own_and_the_ninth_has_the_first_again() -> None:
    assert "".join(SLOTS) == "12345678"
    assert slot(8) == slot(0) == "1"
    assert slot(9) == slot(1)


@SCHEMES
@pytest.mark.parametrize("colour", [*(f"source-{slot}" for slot in (*SLOTS, UNNAMED)), "bar", "bar-part", "plan-mark"])
def test_a_bar_stands_out_from_the_paper(scheme: str, colour: str) -> None:
    colours = palette(TOKENS, scheme)
    assert Color(colours[colour]).contrast(Color(colours["paper"]), method="wcag21") >= 3


@SCHEMES
@pytest.mark.parametrize("colour", [*(f"source-{slot}-text" for slot in (*SLOTS, UNNAMED)), "ink", "ink-2", "ink-3"])
def test_words_are_readable_on_paper(scheme: str, colour: str) -> None:
    colours = palette(TOKENS, scheme)
    assert Color(colours[colour]).contrast(Color(colours["paper"]), method="wcag21") >= 4.5


@SCHEMES
@pytest.mark.parametrize("deficiency", ["none", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("method", ["brettel", "vienot", "machado"])
def test_no_two_sources_look_alike(scheme: str, deficiency: str, method: str) -> None:
    """The first four, which most programmes have, lie further apart than eight can."""
    if deficiency == "tritan" and method == "vienot":
        method = "brettel"  # Viénot's shortcut does not hold for tritanopia
    for slots, least in ((SLOTS[:4], 15), (SLOTS, 11), ([*SLOTS, UNNAMED], 9)):
        colours = seen(slots, scheme, deficiency, method)
        assert min(one.delta_e(other, method="2000") for one, other in combinations(colours, 2)) >= least


@SCHEMES
def test_grey_tells_the_sources_apart(scheme: str) -> None:
    """Any two may be neighbours in a bar: it is stacked by size."""
    lightness = [colour.convert("lab")["lightness"] for colour in seen(SLOTS, scheme)]
    assert all(darker + 5 <= lighter for darker, lighter in pairwise(sorted(lightness)))
    assert lightness[:4] == sorted(lightness[:4])
