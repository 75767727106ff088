"""The passport of the set of open data names files that are there, in the shape that catalogues read."""

import csv
import io

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in
from vitrina.dataset.tables import MONEY
from vitrina.open_data.open_data_passport import passport_files
from vitrina.pages.context import Context
from vitrina.words import Words


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_it_names_the_table_and_its_structure() -> None:
    dataset = dataset_in(SAMPLE)
    context = Context(dataset, dataset.programme("schools"), Words("ru"))
    files = dict(passport_files(context))
    head, *properties = rows(files["schools/data/passport/meta.csv"])
    assert head == ["property", "value"]
    told = dict(properties)
    assert len(told) == len(properties)
    assert told["publishermbox"] == "open-data@example.org"
    assert list(told)[:3] == ["standardversion", "identifier", "title"]
    structure, data = (next(name for name in told if name.startswith(start)) for start in ("structure-", "data-"))
    assert data.endswith(structure)
    assert told["created"] == "20191125" < told["modified"]
    table = rows(files[f"schools/data/passport/{told[data]}"])
    described = rows(files[f"schools/data/passport/{told[structure]}"])
    assert [name for name, *_ in described[1:]] == table[0] == list(MONEY.names)
    assert len(table) == len(context.programme.money) + 1


def test_what_nobody_has_said_is_left_out() -> None:
    dataset = dataset_in(DIVNOGORSK)
    context = Context(dataset, dataset.programmes[0], Words("ru"), "https://city.example/")
    told = dict(rows(dict(passport_files(context))["education/data/passport/meta.csv"]))
    assert "publishermbox" not in told
    assert "" not in told.values()
    [data] = [value for name, value in told.items() if name.startswith("data-")]
    assert data.startswith("https://city.example/education/data/passport/data-")
