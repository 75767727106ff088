"""A shape as a folder of tables, as `vitrina check` reads them."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from shapes.shape import Row, Shape
from shapes.tables import tables
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES


def write(shape: Shape, folder: Path, findings: Sequence[Row] = ()) -> Path:
    """A folder of the tables that the shape is."""
    programme, reference = folder / "programmes" / "affairs", folder / "reference"
    programme.mkdir(parents=True)
    reference.mkdir()
    (folder / "city.yml").write_text(_city(shape), encoding="utf-8")
    found: Mapping[str, Sequence[Row]] = {**tables(shape), "expected_findings": findings}
    for table in PROGRAMME_TABLES:
        if table.required or found.get(table.name):
            (programme / f"{table.name}.csv").write_text(_csv(table.names, found.get(table.name, ())), "utf-8")
    taken = f"{shape.prices[-1] + 1}-07-01"
    series = dict.fromkeys(REFERENCE_TABLES[1].names, "слова") | {"id": "consumer-prices", "snapshot": taken}
    prices: Sequence[Row] = [{"year": year, "inflation_percent": 4 + year % 3} for year in shape.prices]
    for table, rows in zip(REFERENCE_TABLES[:2], (prices, [series]), strict=True):
        (reference / f"{table.name}.csv").write_text(_csv(table.names, rows), encoding="utf-8")
    return folder


def _csv(names: Sequence[str], rows: Sequence[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, names, delimiter=";", restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _city(shape: Shape) -> str:
    """As JSON, which is YAML too."""

    def in_each(text: str) -> Mapping[str, str]:
        return dict.fromkeys(shape.languages, text)

    settings = {
        "languages": shape.languages,
        "city": {
            "kind": shape.territory, "name": in_each("Энск"), "genitive": "Энска", "region": in_each("Энская область"),
        },
        "site": {"title": in_each("Дела Энска"), "repository": ""},
        "contacts": dict.fromkeys(("organisation", "email", "phone", "address"), ""),
        "licence": {"name": in_each("Свободно"), "text": in_each("Можно брать"), "address": ""},
        "sources": {
            one: {"name": in_each(f"Деньги {one}"), "short": in_each(one), "pays": in_each(f"платит {one}")}
            for one in shape.sources
        },
    }  # fmt: skip
    return json.dumps(settings, ensure_ascii=False)
