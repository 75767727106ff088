"""A column is its definition: the program knows it from there, and a column that nothing reads is named."""

import csv
import shutil
from dataclasses import field, make_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest

from support.datasets import SAMPLE
from support.reads import recorded
from vitrina.dataset import checks, reader
from vitrina.dataset.cells import ID, TEXT, choice
from vitrina.dataset.number_cells import AMOUNT, NUMBER
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, TABLES, Column, Table
from vitrina.dataset.tables.choices import YES_OR_NO
from vitrina.dataset.texts import fingerprint
from vitrina.measures.checked import read_checked
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.render import written
from vitrina.report.document import report_of
from vitrina.words import LANGUAGES, Words


def column(**how: Any) -> Column:
    return Column("Новый столбец", "О нём никто не знает.", may_be_absent=True, **how)


MADE_UP: dict[str, Any] = {
    "new_text": (Annotated[str, TEXT, column()], ""),
    "new_words": (Annotated[str, TEXT, column(quoted=True, translated="words")], ""),
    "new_plain": (Annotated[str | None, TEXT, column(plain=True)], None),
    "new_id": (Annotated[str | None, ID, column(refers_to="lines")], None),
    "new_choice": (Annotated[str | None, choice(YES_OR_NO), column()], None),
    "new_amount": (Annotated[int | None, AMOUNT, column()], None),
    "new_number": (Annotated[Decimal | None, NUMBER, column()], None),
}


def with_columns(table: Table, columns: dict[str, Any]) -> Table:
    fields = [(name, kind, field(default=empty)) for name, (kind, empty) in columns.items()]
    row = make_dataclass(table.row.__name__, fields, bases=(table.row,), frozen=True, slots=True, kw_only=True)
    return replace(table, row=row)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns of every kind that no code can know, in every table."""
    for module in (reader, checks):
        for name, tables in (("PROGRAMME_TABLES", PROGRAMME_TABLES), ("REFERENCE_TABLES", REFERENCE_TABLES)):
            monkeypatch.setattr(module, name, tuple(with_columns(table, MADE_UP) for table in tables))


@pytest.mark.usefixtures("made_up")
def test_every_column_is_read_by_something_that_knows_its_name() -> None:
    """Code that reads a column made up a moment ago reads every column alike, and does not count."""
    with recorded() as reads:
        dataset = read_checked(SAMPLE).dataset
        assert dataset is not None
        for language in LANGUAGES:
            words = Words(language)
            site = make_site(dataset, words)
            written(site, words, lambda _: "")
            for context in site.contexts:
                report_of(site, context, lambda _: "<svg/>", {})
    alike = {code for _, name, code in reads.found if name in MADE_UP}
    read = {(table, name) for table, name, code in reads.found if code not in alike}
    columns = [(table.name, name) for table in TABLES for name in table.names]
    assert [one for one in columns if one not in read] == []
    assert not any(name in MADE_UP for _, name in read)


def test_the_words_of_a_new_column_are_read_and_translated_as_its_definition_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grant = {"grant": (Annotated[str, TEXT, column(quoted=True, translated="words")], "")}
    tables = tuple(with_columns(table, grant) if table.name == "money" else table for table in PROGRAMME_TABLES)
    for module in (reader, checks):
        monkeypatch.setattr(module, "PROGRAMME_TABLES", tables)
    own = tmp_path / "programmes/schools"
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    said = "Грант на мосты"
    change(own / "money.csv", lambda rows: [[*rows[0], "grant"], [*rows[1], said], *([*row, ""] for row in rows[2:])])
    translation = {"table": "phrases", "id": "grant", "field": "phrase", "fingerprint": fingerprint(said)}
    translation["text"] = "Grant for bridges"
    change(own / "translations.en.csv", lambda rows: [*rows, [translation[name] for name in rows[0]]])
    reading = read_checked(tmp_path)
    assert reading.dataset is not None, reading.problems
    programme = reading.dataset.programme("schools")
    assert [words for words in programme.money["grant"] if words] == [said]
    assert programme.phrase(said, "en").text == "Grant for bridges"


def test_a_column_that_is_shown_is_listed_under_its_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    region = {"region": (Annotated[str, TEXT, column(shown=True)], "")}
    tables = tuple(with_columns(table, region) if table.name == "series" else table for table in REFERENCE_TABLES)
    for module in (reader, checks):
        monkeypatch.setattr(module, "REFERENCE_TABLES", tables)
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    change(tmp_path / "reference/series.csv", lambda rows: [[*rows[0], "region"], [*rows[1], "Вся страна"]])
    dataset = read_checked(tmp_path).dataset
    assert dataset is not None
    words = Words("ru")
    site = make_site(dataset, words)
    about = next(page for page in site.pages if page.template == "about")
    assert "- Новый столбец: Вся страна\n" in write_page(about, words, lambda _: "")


def change(file: Path, changed: Any) -> None:
    with file.open(encoding="utf-8-sig", newline="") as content:
        rows = list(csv.reader(content, delimiter=";"))
    with file.open("w", encoding="utf-8-sig", newline="") as content:
        csv.writer(content, delimiter=";").writerows(changed(rows))
