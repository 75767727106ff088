"""The drawings as files: safe to stand in a page, few bytes, always the same, and mended when damaged."""

import gzip
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import vl_convert

from charts.charted import INFLATION, PROGRAMME, TOKENS, every_chart
from vitrina.charts import studio
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.palette import coloured, palette
from vitrina.charts.picture import _composed
from vitrina.charts.png import smaller
from vitrina.charts.studio import Drawings
from vitrina.charts.svg import UnsafeDrawing, clean
from vitrina.measures.prices import real_terms

ADDRESS = re.compile(r"\b[a-z]+://(?!www\.w3\.org/2000/svg)")


def test_a_drawing_brings_nothing_but_shapes_and_words(charts: dict[str, Chart], drawings: Drawings) -> None:
    for chart in charts.values():
        for drawing in chart.drawings:
            svg = drawings.svg(drawing)
            for unwanted in (
                " style=",
                " id=",
                "aria-label",
                "role=",
                "class=",
                "<a",
                "<image",
                "<script",
                "href",
                "\n",
            ):
                assert unwanted not in svg, (chart.id, unwanted)
            assert not ADDRESS.search(svg)
            assert not ADDRESS.search(drawing.spec)
            assert "$schema" not in drawing.spec


def test_a_drawing_weighs_little(charts: dict[str, Chart], drawings: Drawings) -> None:
    for chart in charts.values():
        for drawing in chart.drawings:
            assert len(gzip.compress(drawings.svg(drawing).encode(), 9)) <= 2200, (chart.id, drawing.name)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<image href='x'/>",
        "<a href='x'><text>1</text></a>",
        "<path d='M0,0' onclick='x'/>",
        "<path d='M0,0' style='fill:red'/>",
        "<path d='M0,0' fill='url(https://example.org/x)'/>",
        "<g><foreignObject/></g>",
    ],
)
def test_what_is_not_a_plain_picture_is_refused(inside: str) -> None:
    with pytest.raises(UnsafeDrawing):
        clean(f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{inside}</svg>')


def test_text_from_the_data_stays_text() -> None:
    svg = clean(
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>&lt;b&gt; &amp; &quot;</text></svg>'
    )
    assert '<text>&lt;b&gt; &amp; "</text>' in svg


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (every_chart(PROGRAMME, real_terms(PROGRAMME, INFLATION))[0] for _ in range(2))
    assert first == second
    one, two = Drawings.in_memory(TOKENS), Drawings.on_disk(tmp_path, TOKENS)
    assert one.svg(first.wide) == two.svg(second.wide) == two.svg(second.wide)
    assert one.png(first) == two.png(second) == two.png(second)


def test_what_is_remembered_is_not_drawn_again(
    tmp_path: Path, charts: dict[str, Chart], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Drawings.on_disk(tmp_path, TOKENS)
    assert kept.prepare([charts["change"]]) == 3
    assert kept.prepare([charts["change"]]) == 0
    monkeypatch.setattr(studio, "draw", _must_not_run)
    monkeypatch.setattr(studio, "picture", _must_not_run)
    again = Drawings.on_disk(tmp_path, TOKENS)
    assert again.svg(charts["change"].wide).startswith("<svg")
    assert again.png(charts["change"]).startswith(b"\x89PNG")


def _must_not_run(*_: object) -> str:
    raise AssertionError("drawn again")


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[:-9], lambda content: content.replace(b"2014", b"2041"), lambda _: b""],
    ids=["cut short", "altered", "emptied"],
)
def test_a_damaged_drawing_is_drawn_anew(
    tmp_path: Path, charts: dict[str, Chart], damage: Callable[[bytes], bytes]
) -> None:
    kept = Drawings.on_disk(tmp_path, TOKENS)
    whole = kept.svg(charts["change"].wide)
    (file,) = tmp_path.iterdir()
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    assert Drawings.on_disk(tmp_path, TOKENS).svg(charts["change"].wide) == whole
    assert file.read_bytes() == sound


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path, charts: dict[str, Chart]) -> None:
    (tmp_path / "a file").write_bytes(b"")
    without = Drawings.on_disk(tmp_path / "a file" / "drawings", TOKENS)
    assert without.prepare([charts["change"]], pictures=False) > 0
    assert without.prepare([charts["change"]], pictures=False) == 0, "they are remembered all the same"
    assert without.svg(charts["change"].wide) == Drawings.in_memory(TOKENS).svg(charts["change"].wide)


def test_drawings_made_in_several_processes_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "_FEW", 2)
    charts = every_chart(PROGRAMME, real_terms(PROGRAMME, INFLATION))[:2]
    alone, together = Drawings.in_memory(TOKENS), Drawings.on_disk(tmp_path, TOKENS)
    alone.prepare(charts, cores=1)
    together.prepare(charts, cores=2)
    for chart in charts:
        assert alone.png(chart) == together.png(chart)
        for drawing in chart.drawings:
            assert alone.svg(drawing) == together.svg(drawing)


def test_other_drawing_code_or_another_renderer_makes_another_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing("wide", "{}")
    key = Drawings.in_memory(TOKENS)._svg_key(drawing)
    monkeypatch.setattr(studio, "RENDERER", "0")
    assert Drawings.in_memory(TOKENS)._svg_key(drawing) != key


def test_a_picture_to_take_away_is_a_png_of_twice_the_size_and_small(
    charts: dict[str, Chart], drawings: Drawings
) -> None:
    for name in ("funding-by-year", "sources", "change", "real-terms", "shares", "year-sources"):
        png = drawings.png(charts[name])
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", png[16:24])
        assert width == 2 * (840 + 64)
        assert height > 500
        assert len(png) <= 120_000
        assert png.endswith(b"IEND\xaeB`\x82")


def test_a_picture_is_complete_in_itself(charts: dict[str, Chart], drawings: Drawings) -> None:
    for chart in charts.values():
        whole = coloured(_composed(chart, drawings.svg(chart.wide)), palette(TOKENS))
        assert "var(" not in whole
        assert "₽" not in whole, "the bundled letters have no rouble sign"
        for hatch in re.findall(r"url\(#([a-z-]+)\)", whole):
            assert f'<pattern id="{hatch}"' in whole
        assert "Источник: паспорт программы" in whole


def test_a_smaller_png_shows_the_same(charts: dict[str, Chart], drawings: Drawings) -> None:
    large = vl_convert.svg_to_png(
        coloured(_composed(charts["change"], drawings.svg(charts["change"].wide)), palette(TOKENS))
    )
    assert len(smaller(large)) < len(large) / 2
    assert smaller(smaller(large)) == smaller(large)
