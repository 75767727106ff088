"""A column is its definition: all that the program does with it follows, and a column that nothing reads is named."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import field, fields, make_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from support.datasets import BATTERY
from support.reads import recorded
from vitrina.dataset.cells import ID, TEXT, choice
from vitrina.dataset.number_cells import AMOUNT, NUMBER
from vitrina.dataset.programme import Dataset
from vitrina.dataset.tables import DOCUMENTS, INDICATORS, LINES, MONEY, SERIES, TABLES, Column, Table
from vitrina.dataset.tables.choices import YES_OR_NO
from vitrina.dataset.texts import fingerprint
from vitrina.measures.loading import load_dataset
from vitrina.open_data.api import api_files
from vitrina.open_data.data_files import made_files
from vitrina.pages.context import Context
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.render import Files, written
from vitrina.report.document import report_of
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

TITLE, WORDS, TRANSLATION = "Новый столбец", "Грант на мосты", "Grant for bridges"


def column(**how: Any) -> Column:
    return Column(TITLE, "О нём никто не знает.", may_be_absent=True, **how)


MADE_UP: dict[str, Any] = {
    "new_text": (Annotated[str, TEXT, column()], ""),
    "new_words": (Annotated[str, TEXT, column(quoted=True, translated="words")], ""),
    "new_plain": (Annotated[str | None, TEXT, column(plain=True)], None),
    "new_id": (Annotated[str | None, ID, column(refers_to="lines")], None),
    "new_choice": (Annotated[str | None, choice(YES_OR_NO), column()], None),
    "new_amount": (Annotated[int | None, AMOUNT, column()], None),
    "new_number": (Annotated[Decimal | None, NUMBER, column()], None),
}


@contextmanager
def defined(table: Table, columns: Mapping[str, Any]) -> Iterator[None]:
    """The table with more columns, as if its definition had them: nothing else is told of them."""
    added = [(name, kind, field(default=empty)) for name, (kind, empty) in columns.items()]
    row = make_dataclass(table.row.__name__, added, bases=(table.row,), frozen=True, slots=True, kw_only=True)
    before = dict(vars(table))
    vars(table).clear()  # and with it what was found out about the columns
    vars(table).update({one.name: before[one.name] for one in fields(table)}, row=row)
    try:
        yield
    finally:
        vars(table).clear()
        vars(table).update(before)


def test_every_column_is_read_by_something_that_knows_its_name() -> None:
    """Or its definition says that pages show it. Code that reads a column made up a moment ago does not count: it reads
    every column alike. The dataset of the battery is small and fills every column."""
    with ExitStack() as made_up, recorded() as reads:
        for table in TABLES:
            made_up.enter_context(defined(table, MADE_UP))
        dataset = load_dataset(BATTERY).dataset
        assert dataset is not None
        for language in LANGUAGES:
            words = Words(language)
            site = make_site(dataset, words)
            written(site, words, lambda _: "")
            for context in site.contexts:
                report_of(site, context, lambda _: "<svg/>", {})
    alike = {code for _, name, code in reads.found if name in MADE_UP}
    read = {(table, name) for table, name, code in reads.found if code not in alike}
    columns = [(table.name, name) for table in TABLES for name in table.names if name not in table.shown]
    assert [one for one in columns if one not in read] == []
    assert not any(name in MADE_UP for _, name in read)


def test_a_new_column_of_the_money_is_checked_translated_and_given_away_as_its_definition_says(tmp_path: Path) -> None:
    own = tmp_path / "programmes/parks"
    shutil.copytree(BATTERY, tmp_path, dirs_exist_ok=True)
    add(own / "money.csv", {"grant": WORDS})
    translation = {"table": "phrases", "id": "grant", "field": "phrase", "fingerprint": fingerprint(WORDS)}
    translation["text"] = TRANSLATION
    change(own / "translations.en.csv", lambda rows: [*rows, [translation[name] for name in rows[0]]])
    assert "extra_column" in {problem.rule for problem in load_dataset(tmp_path).problems}
    with defined(MONEY, {"grant": (Annotated[str, TEXT, column(quoted=True, translated="words")], "")}):
        dataset = dataset_of(tmp_path)
        russian, english = taken_away(dataset, "ru"), taken_away(dataset, "en")
    for files, title, said in ((russian, TITLE, WORDS), (english, TITLE, TRANSLATION)):
        assert {row[title] for row in table_of(files["parks/data/tables/parks-money.csv"], ";,")} == {said}
    for_programs = table_of(russian["parks/data/for-programs/parks-money-for-programs.csv"], ",")
    assert {row["grant"] for row in for_programs} == {WORDS}
    assert {row["grant"] for row in json.loads(russian["parks/data/v1/money.json"])["rows"]} == {WORDS}
    schema = json.dumps(json.loads(russian["parks/data/v1/money.schema.json"]), ensure_ascii=False)
    assert f'"title": "{TITLE}"' in schema


LISTED = {
    SERIES: ("reference/series.csv", "about"),
    DOCUMENTS: ("programmes/parks/documents.csv", "parks/documents"),
    INDICATORS: ("programmes/parks/indicators.csv", "parks/indicators/"),
    LINES: ("programmes/parks/lines.csv", "parks/subprogrammes/"),
}
"""The tables of whose rows pages tell, each with its file and the pages."""


def test_a_column_that_is_shown_is_listed_under_its_title(tmp_path: Path) -> None:
    shutil.copytree(BATTERY, tmp_path, dirs_exist_ok=True)
    with ExitStack() as shown:
        for table, (file, _) in LISTED.items():
            add(tmp_path / file, {"region": f"{WORDS}, {table.name}"})
            shown.enter_context(defined(table, {"region": (Annotated[str, TEXT, column(shown=True)], "")}))
        site = make_site(dataset_of(tmp_path), words := Words("ru"))
        pages = {page.place.folder: write_page(page, words, lambda _: "") for page in site.pages}
    for table, (_, place) in LISTED.items():
        listing = {path for path, text in pages.items() if f"- {TITLE}: {WORDS}, {table.name}\n" in text}
        assert listing, table.name
        assert {path for path in listing if not path.startswith(place)} == set()


def test_no_other_table_has_columns_that_are_to_be_shown() -> None:
    assert {table.name for table in TABLES if table.shown} <= {table.name for table in LISTED}


def dataset_of(data: Path) -> Dataset:
    reading = load_dataset(data)
    assert reading.dataset is not None, reading.problems
    return reading.dataset


def taken_away(dataset: Dataset, language: Language) -> Files:
    """The files of the programme's tables."""
    context = Context(dataset, dataset.programme("parks"), Words(language))
    return {**made_files(context), **dict(api_files(context))}


def table_of(content: bytes | str, delimiters: str) -> list[dict[str, str]]:
    text = text_of(content)
    delimiter = max(delimiters, key=text.partition("\n")[0].count)
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def text_of(content: bytes | str) -> str:
    return content if isinstance(content, str) else content.decode("utf-8-sig")


def add(file: Path, columns: Mapping[str, str]) -> None:
    """A value in every row."""
    change(file, lambda rows: [[*rows[0], *columns], *([*row, *columns.values()] for row in rows[1:])])


def change(file: Path, changed: Callable[[list[list[str]]], list[list[str]]]) -> None:
    with file.open(encoding="utf-8-sig", newline="") as content:
        rows = list(csv.reader(content, delimiter=";"))
    with file.open("w", encoding="utf-8-sig", newline="") as content:
        csv.writer(content, delimiter=";").writerows(changed(rows))
