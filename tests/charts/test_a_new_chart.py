"""A new chart costs its module and the place where it is shown: here one is added to a copy of the program."""

import os
import subprocess
import sys
from pathlib import Path

from support.datasets import BATTERY, TESTS
from support.elements import elements_in
from support.repository import copy_package

CHART = '''
"""How many years the money is told of: a bar each."""

from vitrina.charts.chart import Chart
from vitrina.charts.kit import style
from vitrina.charts.kit.bars import Label, Piece, rows
from vitrina.charts.money import Money
from vitrina.charts.money_table import table_by_year
from vitrina.charts.registry import chart


@chart(of=Money)
def toy(money: Money) -> Chart:
    names = [str(year) for year in money.funding.years]
    bars = [Piece(name, 0, 1, style.BAR, name) for name in names]
    drawn = rows(names, bars, [Label(name, 1, name) for name in names])
    return Chart(
        id="toy",
        words=money.words,
        finding="The toy has a finding",
        subtitle="The toy has a subtitle",
        description="The toy has a description.",
        source=money.source,
        wide=style.drawing("wide", drawn),
        narrow=style.drawing("narrow", drawn),
        table=table_by_year(money, ("toy", "The toy has a column", lambda year: 1)),
    )
'''
PLACE = '{{ begin(say("Точные числа")) }}'
WRITE = """
import sys
from pathlib import Path
from support.stub_drawings import EmptyDrawings
from vitrina.charts.render.drawings import Drawings
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.project import TOKENS
from vitrina.render import render
from vitrina.words import Words

dataset = load_dataset(Path(sys.argv[1])).dataset
words = Words("ru")
for path, content in render(make_site(dataset, words), words, EmptyDrawings(Drawings.in_memory(TOKENS))).items():
    file = Path(sys.argv[2]) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
"""


def test_a_chart_is_a_module_and_a_place_where_it_is_shown(tmp_path: Path) -> None:
    copy_package(tmp_path)
    hooks = tmp_path / "hooks"
    (hooks / "vitrina/charts/toy.py").write_text(CHART.lstrip(), encoding="utf-8")
    template = hooks / "vitrina/pages/funding.md"
    shown = template.read_text(encoding="utf-8").replace(PLACE, f"{PLACE}\n\n{{{{ chart(charts.toy) }}}}\n", 1)
    template.write_text(shown, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (hooks, TESTS)))}
    site = tmp_path / "site"
    subprocess.run([sys.executable, "-c", WRITE, BATTERY, site], env=environment, check=True)

    (page,) = site.glob("*/funding/index.md")
    figure = elements_in(page.read_text(encoding="utf-8")).find(".//figure[@id='toy']")
    assert figure is not None
    assert "The toy has a finding" in "".join(figure.itertext())
    assert [picture.get("aria-label") for picture in figure.iterfind(".//*[@role='img']")] == [
        "The toy has a description."
    ]
    assert [head.text for head in figure.iterfind(".//thead/tr/th")] == ["Год", "The toy has a column"]
    assert (page.parent / "toy.csv").read_text(encoding="utf-8-sig").startswith("Год;The toy has a column")
    assert {path.name for path in page.parent.glob("toy*")} >= {"toy.png", "toy-wide.json", "toy-narrow.json"}
