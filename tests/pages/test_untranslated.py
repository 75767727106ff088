"""Where a translation is missing, an English page shows the Russian as Russian: never half a sentence in each.

An element names its language; a title or an attribute cannot, and has the Russian words in quotation marks.
"""

import csv
import io
import random
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from mkdocs.config import load_config

from support.datasets import DIVNOGORSK, SAMPLE
from support.page_language import RUSSIAN, TextsByLanguage
from support.sites import ROOT
from support.stub_drawings import EMPTY_PICTURE
from vitrina.charts.chart import Drawing
from vitrina.charts.render.drawings import Drawings
from vitrina.configuration import complete
from vitrina.dataset.reader import read_dataset
from vitrina.open_data.csv_file import csv_file
from vitrina.pages.page import write_page
from vitrina.pages.site import Site, make_site
from vitrina.project import TOKENS
from vitrina.render import document_titles
from vitrina.words import Words

markdown = pytest.importorskip("markdown")
QUOTED = re.compile(r"«[^»]*»+|“[^”]*”+|\bNo\.?\s[\w/-]+")
"""The number of a document is no word, and stands as it is."""
MARK = re.compile("[\ufdd0-\ufdd2]")
MARKED = re.compile("\ufdd0[^\ufdd1]*\ufdd1")
KEEP: dict[str, Callable[[random.Random], bool]] = {
    "none": lambda _: False,
    "half": lambda chance: chance.random() < 0.5,
    "most": lambda chance: chance.random() < 0.9,
}
"""Which translations are left."""
FOR_PROGRAMS = re.compile(r"^dataset: .*$", re.MULTILINE)
"""JSON-LD in the head of a page; nobody reads it."""
USUAL = ((DIVNOGORSK, "most"), (SAMPLE, "none"))


def with_translations(source: Path, folder: Path, keep: Callable[[random.Random], bool], seed: int = 0) -> Path:
    shutil.copytree(source, folder)
    chance = random.Random(seed)  # noqa: S311  which translations are lost is no secret
    for file in sorted(folder.rglob("translations.en.csv")):
        head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";")
        with file.open("w", encoding="utf-8", newline="") as table:
            csv.writer(table, delimiter=";").writerows([head, *(row for row in rows if keep(chance))])
        if keep is KEEP["none"]:
            file.unlink()
    return folder


def site_of(data: Path) -> Site:
    reading = read_dataset(data)
    assert reading.dataset is not None, reading.problems[:3]
    return make_site(reading.dataset, Words("en"))


@cache
def site_with(source: Path, left: str) -> Site:
    """The English site of a dataset with so many of its translations."""
    with TemporaryDirectory() as folder:
        return site_of(with_translations(source, Path(folder) / "data", KEEP[left]))


def no_picture(_: Drawing) -> str:
    return EMPTY_PICTURE


def read(site: Site, draw: Callable[[Drawing], str] = no_picture) -> Iterator[tuple[str, str, TextsByLanguage]]:
    """Every page: where it is, its head, and its body as a browser gets it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    complete(config)
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for page in site.pages:
        text = write_page(page, Words("en"), draw)
        _, head, body = text.split("---\n", 2)
        head = FOR_PROGRAMS.sub("", head)
        yield page.place.markdown, head, TextsByLanguage(f'<html lang="en">{converter.reset().convert(body)}</html>')


def mixed(head: str, page: TextsByLanguage) -> list[str]:
    """What is neither in an element that says so nor, in an attribute or the page's head, in quotation marks."""
    # What the theme shows as elements keeps its marks until the page is finished.
    attributes = [f"{name}: {value}" for language, name, value in page.attributes if language == "en"]
    unquoted = [*attributes, *MARKED.sub("", head).splitlines()]
    return [
        *(text for language, text in page.texts if (language == "en" and RUSSIAN.search(text)) or MARK.search(text)),
        *(one for one in unquoted if RUSSIAN.search(QUOTED.sub("", one))),
    ]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        pytest.param(source, left, marks=[] if (source, left) in USUAL else pytest.mark.thorough)
        for source in (DIVNOGORSK, SAMPLE)
        for left in KEEP
    ],
)
def test_what_has_no_translation_is_shown_as_russian(source: Path, left: str) -> None:
    pages = list(read(site_with(source, left)))
    assert {where: found for where, head, page in pages if (found := mixed(head, page))} == {}
    assert len(pages) > 30


def test_a_heading_says_what_money_is_for_in_one_language() -> None:
    pages = read(site_with(DIVNOGORSK, "none"))
    where, _, front = next(pages)
    assert where == "index.md"
    assert any(" for this programme. " in text for _, text in front.texts)


def test_words_within_a_picture_name_their_language(tmp_path: Path) -> None:
    data = with_translations(SAMPLE, tmp_path / "data", KEEP["none"])
    shutil.rmtree(data / "programmes/schools")
    drawings = Drawings.on_disk(ROOT / ".cache/drawings", TOKENS)
    pages = list(read(site_of(data), drawings.svg))
    assert {where: found for where, head, page in pages if (found := mixed(head, page))} == {}


def test_what_can_be_taken_away_has_no_marks() -> None:
    """And holds a Russian name as it is, or in quotation marks among other words."""
    site = site_with(SAMPLE, "none")
    placed = [chart for page in site.pages for chart in page.charts.values()]
    charts = [one.chart for one in placed]
    texts = [csv_file(one.chart, document_titles(one.home, site.contexts)).decode() for one in placed]
    texts += [drawing.spec for chart in charts for drawing in chart.drawings]
    assert [text for text in texts if MARK.search(text)] == []
    assert [text for text in texts if RUSSIAN.search(text)]
