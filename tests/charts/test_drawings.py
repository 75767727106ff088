"""The drawings as files: safe to stand in a page, few bytes, always the same, and mended when damaged."""

import ast
import gzip
import inspect
import re
import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import pytest
import vl_convert
from PIL import Image

from charts.charted import INFLATION, PROGRAMME, every_chart
from vitrina import processes
from vitrina.charts.chart import Chart, Drawing
from vitrina.charts.render import drawing as drawing_module
from vitrina.charts.render import drawings as cache
from vitrina.charts.render import hatches, png, svg
from vitrina.charts.render.drawings import Drawings
from vitrina.charts.render.picture import picture
from vitrina.charts.render.png import smaller
from vitrina.charts.render.svg import UnsafeDrawing, clean
from vitrina.measures.prices import real_terms
from vitrina.project import TOKENS

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
    assert [drawing.spec for drawing in first.drawings] == [drawing.spec for drawing in second.drawings]
    one, two = Drawings.in_memory(TOKENS), Drawings.on_disk(tmp_path, TOKENS)
    assert one.svg(first.wide) == two.svg(second.wide) == two.svg(second.wide)
    assert one.png(first) == two.png(second) == two.png(second)


def test_what_is_remembered_is_not_drawn_again(
    tmp_path: Path, charts: dict[str, Chart], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Drawings.on_disk(tmp_path, TOKENS)
    assert kept.prepare([charts["change"]]) == 3
    assert kept.prepare([charts["change"]]) == 0
    monkeypatch.setattr(cache, "draw", _must_not_run)
    monkeypatch.setattr(cache, "paint", _must_not_run)
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
    monkeypatch.setattr(processes, "_FEW", 2)
    charts = every_chart(PROGRAMME, real_terms(PROGRAMME, INFLATION))[:2]
    alone, together = Drawings.in_memory(TOKENS), Drawings.on_disk(tmp_path, TOKENS)
    alone.prepare(charts, cores=1)
    together.prepare(charts, cores=2)
    for chart in charts:
        assert alone.png(chart) == together.png(chart)
        for drawing in chart.drawings:
            assert alone.svg(drawing) == together.svg(drawing)


def test_other_drawing_code_or_another_renderer_makes_another_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing("wide", lambda: "{}")
    keys = {Drawings.in_memory(TOKENS)._svg_key(drawing)}
    for name, changed in (("RENDERER", "0"), ("_version_of_code", lambda: "changed")):
        monkeypatch.setattr(cache, name, changed)
        keys.add(Drawings.in_memory(TOKENS)._svg_key(drawing))
    assert len(keys) == 3


def test_a_changed_hatch_never_gives_an_old_picture(
    charts: dict[str, Chart], drawings: Drawings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the change is outside the drawing code: the key of a PNG is all that it is painted from."""
    chart = charts["funding-by-year"]
    before = drawings.png(chart)
    monkeypatch.setattr(hatches, "_EDGE", 5)
    assert drawings.png(chart) != before
    monkeypatch.undo()
    assert drawings.png(chart) == before


def test_what_draws_stands_in_the_folder_that_the_keys_are_made_of() -> None:
    """`draw` and `paint` depend on their input, on libraries and on modules of their own folder alone."""
    for module in (drawing_module, png, svg):
        tree = ast.parse(inspect.getsource(module))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        ours = {name for name in names if name.startswith("vitrina")}
        assert ours <= {"vitrina.charts.render.svg"}, module.__name__


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
        whole = picture(chart, drawings.svg(chart.wide), TOKENS)
        assert "var(" not in whole
        assert "₽" not in whole, "the bundled letters have no rouble sign"
        assert sorted(re.findall(r'<pattern id="([^"]+)"', whole)) == sorted(set(re.findall(r"url\(#([^)]+)\)", whole)))
        assert "Источник: паспорт программы" in whole


def test_on_paper_no_seam_of_a_hatch_falls_into_a_drawing(charts: dict[str, Chart], drawings: Drawings) -> None:
    names = hatches.used(drawing.spec for chart in charts.values() for drawing in chart.drawings)
    tiles = dict(re.findall(r'<pattern id="([a-z0-9-]+)" width="(\d+)"', hatches.printed(names)))
    assert list(tiles) == re.findall(r'<pattern id="([a-z0-9-]+)"', hatches.painted(names)) == list(names)
    for chart in charts.values():
        for drawing in chart.drawings:
            svg = drawings.svg(drawing)
            ((width, height),) = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
            for used in re.findall(r"url\(#([^)]+)\)", svg):
                assert float(tiles[used]) > max(float(width), float(height))


@pytest.mark.parametrize("name", ["change", "funding-by-year", "shares"])
def test_a_smaller_png_shows_the_same(charts: dict[str, Chart], drawings: Drawings, name: str) -> None:
    large = vl_convert.svg_to_png(picture(charts[name], drawings.svg(charts[name].wide), TOKENS))
    small = smaller(large)
    assert len(small) < len(large) / 2
    before, after = (np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int) for png in (large, small))
    assert np.abs(before - after).max() <= 32, "the edge of a letter, a shade off"
    assert np.abs(before - after).mean() < 0.05
    assert smaller(small) == small


@pytest.mark.parametrize("size", [(300, 1), (30, 40), (8, 90)])
def test_a_picture_of_few_colours_keeps_every_pixel(size: tuple[int, int]) -> None:
    """Runs that end with a row and runs that end within one; rows that begin as the one above ended."""
    width, height = size
    stripes = "".join(
        f'<rect x="{at % width}" y="{at // width}" width="1" height="1" fill="rgb({at % 7},{at % 5},{at % 3})"/>'
        for at in range(0, width * height, 3)
    )
    large = vl_convert.svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="rgb(6,4,2)"/>{stripes}</svg>'
    )
    before, after = (Image.open(BytesIO(png)) for png in (large, smaller(large)))
    assert (before.mode, after.mode, after.size) == ("RGBA", "P", size)
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


@pytest.mark.parametrize("text", ["var(--ink)", '<rect fill="var(--no-such-colour)"/>', '="var(--ink)"'])
def test_words_that_look_like_a_colour_stay_words(charts: dict[str, Chart], drawings: Drawings, text: str) -> None:
    chart = replace(charts["change"], finding=text)
    assert f">{escape(text)}</text>" in picture(chart, drawings.svg(chart.wide), TOKENS)
