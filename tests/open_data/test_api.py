"""JSON for programs: by its schemas, with the pages' sums, and kept as it was with every edition."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from support.datasets import BATTERY, DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in
from vitrina.dataset.programme import Dataset, Programme
from vitrina.dataset.tables import MONEY
from vitrina.measures.changes import changes
from vitrina.measures.editions import published_editions
from vitrina.measures.known import Missing
from vitrina.open_data.api import api_files
from vitrina.open_data.frozen_editions import frozen_editions
from vitrina.open_data.json_file import json_file
from vitrina.pages.context import Context
from vitrina.words import Words

EVERY = pytest.mark.parametrize("folder", [DIVNOGORSK, SAMPLE, REGION, BATTERY], ids=lambda folder: folder.parent.name)


def files_of(dataset: Dataset, programme: Programme) -> Mapping[str, str]:
    return dict(api_files(Context(dataset, programme, Words(dataset.city.languages[0]))))


@cache
def files(folder: Path) -> Mapping[str, Any]:
    """What is published of a dataset, read."""
    dataset = dataset_in(folder)
    texts = {path: text for each in dataset.programmes for path, text in files_of(dataset, each).items()}
    return {path: json.loads(text) for path, text in texts.items()}


def schema_of(path: str, found: Mapping[str, Any]) -> Any:
    return found[normpath(join(dirname(path), found[path]["$schema"]))]


@EVERY
def test_every_file_is_as_its_schema_says_and_the_schema_names_all_its_fields(folder: Path) -> None:
    found = files(folder)
    for path, content in found.items():
        if path.endswith(".schema.json"):
            Draft202012Validator.check_schema(content)
            continue
        schema = schema_of(path, found)
        faults = Draft202012Validator(strict(schema), format_checker=FormatChecker()).iter_errors(content)
        assert [f"{path}: {fault.json_path}: {fault.message}" for fault in faults] == []


def strict(schema: Any) -> Any:
    """The same, to which nothing that it does not name conforms."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if schema.get("properties") else {}
    return {**{name: strict(each) for name, each in schema.items()}, **closed}


def test_a_schema_refuses_an_amount_that_is_absent_without_null() -> None:
    found = files(DIVNOGORSK)
    money = found["education/data/v1/money.json"]
    for name, wrong in (("kopecks", ""), ("amount", 5), ("stage", "guess"), ("source", "nobody")):
        row = {**money["rows"][0], name: wrong}
        assert not Draft202012Validator(found["education/data/v1/money.schema.json"]).is_valid({**money, "rows": [row]})


@EVERY
def test_an_absent_amount_or_value_is_null_with_a_status_and_every_row_has_its_origin(folder: Path) -> None:
    for path, content in files(folder).items():
        for name, rows in content.items() if "schema.json" not in path else ():
            if name not in ("rows", "money", "observations") or path.endswith(("changes.json", "s/data.json")):
                continue
            for row in rows if "stage" in rows[0] else ():
                value = row["kopecks"] if "kopecks" in row else row["value"]
                assert (value is None) == (row["status"] is not None), row
                assert all(row[told] for told in ("document", "place", "words", "stage")), row
                if "kopecks" in row and value is not None:
                    assert round(float(row["amount"]) * 100_000) == value or abs(value) > 10**14


@EVERY
def test_the_sum_of_the_rows_in_force_is_the_sum_of_the_pages(folder: Path) -> None:
    dataset, compared = dataset_in(folder), 0
    for programme in dataset.programmes:
        context = Context(dataset, programme, Words(dataset.city.languages[0]))
        rows = files(folder)[f"{programme.id}/data/v1/money.json"]["rows"]
        own = [
            row
            for row in rows
            if row["in_force"] and row["line"] == programme.line.id and row["stage"] == "plan"
            if row["source"] != "total" and row["year"] and not row["of_which"] and not row["administrator"]
        ]
        for source in context.measures.funding.sources:
            for year in context.measures.funding.years:
                stated = context.measures.funding.amount(source, year)
                amounts = [row["kopecks"] for row in own if (row["source"], row["year"]) == (source, year)]
                if not isinstance(stated, Missing) and amounts:
                    assert sum(amounts) == stated
                    compared += 1
    assert compared or folder != DIVNOGORSK


def test_all_is_every_file_together() -> None:
    found = files(SAMPLE)
    everything = found["schools/data/v1/all.json"]
    for name in ("lines", "money", "indicators", "observations", "documents"):
        assert everything[name] == found[f"schools/data/v1/{name}.json"]["rows"] != []
    assert everything["programme"] == found["schools/data/v1/programme.json"]["programme"]


def test_what_was_in_force_with_an_edition_stays_when_later_documents_come() -> None:
    """Whatever later rows restate, and wherever in the file the rows stand."""
    whole = dataset_in(SAMPLE).programme("schools")
    now, compared = dict(frozen_editions(whole)), 0
    for edition in published_editions(whole.documents):
        known = {one.id for one in whole.documents if one.sequence <= edition.sequence}
        rows = whole.money[whole.money["document"].isin(known)].iloc[::-1]
        earlier = replace(
            whole,
            documents=tuple(one for one in whole.documents if one.id in known),
            money=rows.set_index(rows.index + 100),
            observations=tuple(one for one in whole.observations if one.document in known)[::-1],
        )
        assert json_file(dict(frozen_editions(earlier))[edition.id]) == json_file(now[edition.id])
        compared += bool(now[edition.id]["money"])
    assert compared > 2


def test_the_last_edition_is_what_is_in_force_but_for_later_reports() -> None:
    found = files(DIVNOGORSK)
    frozen = found["education/data/editions/draft-2021/data.json"]
    now = [row for row in found["education/data/v1/money.json"]["rows"] if row["in_force"]]
    assert sum(row["kopecks"] for row in frozen["money"]) == sum(row["kopecks"] for row in now)
    assert "row" not in frozen["money"][0]


def test_the_change_log_has_every_change_with_both_figures() -> None:
    programme = dataset_in(SAMPLE).programme("schools")
    log = files(SAMPLE)["schools/data/v1/changes.json"]
    assert len(log["money"]) + len(log["observations"]) == len(changes(programme)) > 100
    assert sum(document["changed"] for document in log["documents"]) == len(changes(programme))
    moved = [one for one in log["money"] if one["before_kopecks"] and one["after_kopecks"]]
    assert moved
    assert all(one["before_words"] and one["after_words"] and one["before"] != one["after"] for one in moved)
    for document in log["documents"]:
        path = normpath(join("schools/data/v1", document["frozen"] or ""))
        assert (document["kind"] == "edition") == (path in files(SAMPLE))


def test_a_changed_title_of_a_column_is_the_schemas_title() -> None:
    schema = files(DIVNOGORSK)["education/data/v1/money.schema.json"]
    row = schema["properties"]["rows"]["items"]["properties"]
    assert row["amount"]["title"] == MONEY.column("amount").title
    assert {one["const"] for one in row["stage"]["oneOf"]} == set(MONEY.cell("stage").choices)
