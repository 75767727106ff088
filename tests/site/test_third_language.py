"""A language is a folder of sentences and a line of settings: Russian in other letters is built as one, and read."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from support.datasets import SAMPLE
from support.page_language import RUSSIAN, TextsByLanguage
from support.repository import copy_package, copy_project
from support.sites import made_once
from tools import messages
from vitrina.dataset.documents.reading import read_text
from vitrina.dataset.texts import fingerprint
from vitrina.words.catalogue import BEHIND_CONTEXT

TOY = "hr"
"""A language of CLDR that is not ours, in Latin letters and with the plural forms of Russian."""
RUSSIAN_LETTERS, MADE_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "abcdefghijklmnopqrstuvwxyzáčďéíňó"
LETTERS = str.maketrans(RUSSIAN_LETTERS + RUSSIAN_LETTERS.upper(), MADE_LETTERS + MADE_LETTERS.upper())
"""Every Russian letter to a Latin one that the report's face has: what is Russian still has not been translated."""
BUILD = """
import sys
from pathlib import Path
from support.sites import drawn_by
from support.stub_drawings import EMPTY_PICTURE, EmptyDrawings
from vitrina.build import ORDINARY, Job, LanguagePart, build_parts
class FewDrawings(EmptyDrawings):
    left = 4
    def svg(self, drawing):
        self.left -= 1
        return self.real.svg(drawing) if self.left >= 0 else EMPTY_PICTURE
here = Path.cwd()
with drawn_by(FewDrawings):
    build_parts(Job(here, here / "build_data", ORDINARY, "0"), [LanguagePart(sys.argv[1], here / "site" / sys.argv[1])])
"""
"""Its part of the site alone: Russian is built often enough."""
QUOTED = re.compile("«[^»]*»")


@pytest.fixture(scope="module")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Beside it lie the tables that it is made of."""
    return made_once(tmp_path_factory, "a third language", build_toy)


def build_toy(site: Path) -> None:
    project = site.parent / "project"
    copy_project(project, SAMPLE)
    copy_package(project)
    write_sentences(project / "hooks/vitrina/locale" / TOY / "LC_MESSAGES/vitrina.po")
    for english in sorted(project.rglob("translations.en.csv")):
        write_translations(english)
    city = project / "build_data/city.yml"
    text = re.sub(r"(?m)^( +)en: (.*)$", rf"\1en: \2\n\1{TOY}: \2", city.read_text(encoding="utf-8"))
    city.write_text(f"languages: [ru, {TOY}]\n{text}", encoding="utf-8")
    paths = os.pathsep.join([str(project / "hooks"), str(Path(messages.__file__).parents[1])])
    environment = {**os.environ, "PYTHONPATH": paths}
    command = [sys.executable, "-c", BUILD, TOY]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    shutil.move(project / "build_data", site.parent)
    shutil.move(project / "site" / TOY, site)


def write_sentences(file: Path) -> None:
    catalog, forms = Catalog(locale=TOY), messages.translated("ru")
    for text in messages.said():
        if isinstance(text, str):
            context, _, alone = text.rpartition(BEHIND_CONTEXT)
            catalog.add(alone, alone.translate(LETTERS), context=context or None)
        else:
            catalog.add(text, tuple(form.translate(LETTERS) for form in forms[text]))
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        write_po(target, catalog)


def write_translations(english: Path) -> None:
    """The same texts in the toy language, but for the glossary: what is not translated is Russian on its pages."""
    russian = {fingerprint(text): text for table in english.parent.glob("*.csv") for row in rows(table) for text in row}
    head, *translated = rows(english)
    table, text, made_from = (head.index(name) for name in ("table", "text", "fingerprint"))
    with english.with_name(f"translations.{TOY}.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(head)
        for row in translated:
            if row[table] != "glossary":
                row[text] = russian[row[made_from]].translate(LETTERS)
                writer.writerow(row)


def rows(table: Path) -> Iterator[list[str]]:
    with table.open(encoding="utf-8-sig", newline="") as content:
        yield from csv.reader(content, delimiter=";")


@cache
def texts_of(page: Path) -> TextsByLanguage:
    return TextsByLanguage(page.read_text(encoding="utf-8"))


OF_FIGURES = {"млн", "млрд", "января"}
"""What a Russian text of the dataset takes in where it refers to a figure or a day."""


def russian_left(text: str) -> list[str]:
    """What stands in quotation marks is the dataset's own where an element cannot name its language."""
    return RUSSIAN.findall(QUOTED.sub("", text))


def test_no_page_says_anything_in_russian_but_what_the_dataset_says(toy_site: Path) -> None:
    pages = sorted(toy_site.rglob("*.html"))
    for path in pages:
        page = texts_of(path)
        left = {said for language, text in page.texts if language == TOY for said in russian_left(text)}
        left |= {said for language, _, value in page.attributes if language == TOY for said in russian_left(value)}
        assert left == set(), path.relative_to(toy_site)
    assert len(pages) > 50


def test_what_is_marked_as_russian_is_the_datasets_own(toy_site: Path) -> None:
    """A sentence of ours without a translation would be shown so, too. Letters go to Russian offices."""
    own = {"русский", *OF_FIGURES}
    for file in SAMPLE.rglob("*.*"):
        text = read_text(file).whole if file.suffix == ".docx" else file.read_text(encoding="utf-8")
        own |= {word.casefold() for word in RUSSIAN.findall(text)}
    for path in sorted(toy_site.rglob("*.html")):
        if path.parent.name != "gaps":
            page = texts_of(path)
            marked = [text for language, text in page.texts if language == "ru"]
            marked += [value for language, _, value in page.attributes if language == "ru"]
            marked += [
                said for language, _, value in page.attributes if language == TOY for said in QUOTED.findall(value)
            ]
            said = {word.casefold() for text in marked for word in RUSSIAN.findall(text)}
            assert said - own == set(), path.relative_to(toy_site)


def test_the_texts_of_the_dataset_stand_there_from_their_table_of_the_language(toy_site: Path) -> None:
    own = dict.fromkeys(("goals", "lines", "indicators", "questions", "gaps"), 0)
    shown = " ".join(
        text for path in sorted(toy_site.rglob("*.html")) for language, text in texts_of(path).texts if language == TOY
    )
    for table in toy_site.parent.rglob(f"translations.{TOY}.csv"):
        head, *translated = rows(table)
        for row in (dict(zip(head, row, strict=True)) for row in translated):
            if row["table"] in own:
                own[row["table"]] += row["text"] in shown
    assert min(own.values()) > 2, own


def test_no_script_and_no_news_says_anything_in_russian(toy_site: Path) -> None:
    for name in ("charts.js", "search.js"):
        script = (toy_site / "js" / name).read_text(encoding="utf-8")
        assert russian_left(re.sub(r"(?s)/\*.*?\*/|//[^\n]*", "", script)) == [], name
    for feed in toy_site.rglob("feed.xml"):
        assert russian_left(feed.read_text(encoding="utf-8")) == []


def test_a_chart_is_drawn_in_it(toy_site: Path) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in toy_site.rglob("*.html"))
    drawn = re.findall(r"<text\b[^>]*>([^<]*)", pages)
    assert any(set(MADE_LETTERS) & set(text) for text in drawn)
