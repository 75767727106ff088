"""A dataset in which every text that staff may type is hostile: whatever of it becomes active bears a mark."""

import csv
import io
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain, cycle, repeat
from pathlib import Path
from typing import Any

import yaml

from vitrina.dataset.documents.quoted import quoted_columns
from vitrina.dataset.tables import PROGRAMME_TABLES, TABLES, Table
from vitrina.dataset.texts import fingerprint

MARK = "vzlom"
PAYLOADS = (
    f"+HYPERLINK(A1;{MARK}-formula)",
    f"<script>{MARK}-script()</script>",
    f"<img src={MARK}-source onerror={MARK}-event()>",
    f"\" onfocus={MARK}-quote() autofocus x='",
    f"</title></textarea></style></svg></section></div><svg onload={MARK}-svg()><style>*{{{MARK}:1}}</style>",
    f"<!-- {MARK}-comment",
    f"]]>&lt;i&gt;{MARK}-written&lt;/i&gt;&#60;u>",
    f"[{MARK}-link](javascript:{MARK}) ![{MARK}-picture](//{MARK}.example/x.png)",
    f"<https://{MARK}.example> https://{MARK}.example/?a=b#c [{MARK}-note]: https://{MARK}.example",
    f"**{MARK}-bold** __{MARK}-strong__ _{MARK}-slanted_ `{MARK}-code` ~~{MARK}-struck~~ *[{MARK}-short]: x [^{MARK}]",
    f"{{: #{MARK}-id .{MARK} onclick={MARK} }} {{{{ 'vzl' 'om-template' }}}} {{% include '{MARK}' %}} {{# {MARK} #}}",
    '"}],"@context":"x" \\u003cscript\\u003e \\" \\\\ ${`' + MARK + "`} %0A%3Cscript%3E",
    "[" * 30 + "(" * 30 + "> " * 10,
)
ALL_PAYLOADS = " ".join(PAYLOADS)
NOT_IN_OURS = re.compile(r"[{}0-9]")
"""In our own words braces are references, and digits are figures."""
SHORT = (
    f"<script>{MARK}-script()</script> **{MARK}-bold** [{MARK}-link](javascript:{MARK}) \" onfocus={MARK}-quote() x='"
)
"""For names that many other texts are put together with."""
APART = {"unit", "forms"}
"""Several texts in one cell, with a line between them."""
OR_WORDS = {"audience", "level"}
"""One of a few ids, or words of the tables' own: those are told from a misspelt id by a letter that no id has."""
OWN = "взлом"
JOINED = {"of_which", "administrator"}
"""Names by which rows of several tables are put together: the same text stays the same."""
MORE = {
    "goals.csv": "near;priority;1;Школы рядом;Школа в шаге от дома;Чтобы до школы было близко.;edition-2023;Цели",
    "money.csv": """\
edition-2023;garden-work;regional;2026;plan;1000;;Приложение № 1;на ясли, 2026 год: 1 000,0;ясли;all;;
edition-2023;garden-work;regional;2026;plan;900;;Приложение № 1;управление, 2026 год: 900,0;;some;;Управление""",
    "expected_findings.csv": """\
nursery;of-which;edition-2023;garden-work;regional;2026;237540,50;Названы не все части.;plan;ясли""",
}
"""Rows of the schools for the columns of text that no row of the sample fills."""
OWN_WORDS = {
    "word": {"ru": "станица", "genitive": "станицы", "en": "village"},
    "authority": {"ru": "мэрия", "genitive": "мэрии", "en": "mayor’s office"},
}
NO_TEXTS = {"kind", "publisher", "repository", "email"}
"""Settings of a shape of their own: no payload passes as one of them."""
ALSO_NAMED = {"money.csv": "administrator"}
"""A column that the sample has no need of."""


Rewrite = Callable[[str, str, bool, Iterator[str]], str]
"""What stands in place of a text: the text, its column, whether it is in our own words, the payloads in turn."""
LONG = "Неостанавливающееся" * 4 + "щщщщ"
"""A word of 80 letters, which no dictionary of a browser knows where to divide."""


def hostile_dataset(source: Path, folder: Path) -> Path:
    """The dataset of `source` in `folder`, a payload before every free text of every table; the checks let it by.

    The first text of a column has every payload, the others one by turns: the pages would be three times as long.
    """
    return _rewritten(source, folder, hostile, SHORT)


def dataset_of_long_words(source: Path, folder: Path) -> Path:
    """The same with a word of 80 letters in every text."""
    return _rewritten(source, folder, with_long_word, LONG)


def _rewritten(source: Path, folder: Path, rewrite: Rewrite, name: str) -> Path:
    shutil.copytree(source, folder)
    for file, rows in MORE.items():
        _add(folder / "programmes" / "schools" / file, rows, ALSO_NAMED.get(file))
    prints: dict[str, str] = {}
    for path in sorted(folder.rglob("*.csv"), key=lambda path: path.stem.startswith("translations")):
        _rewrite(path, next(table for table in TABLES if table.name == path.stem), prints, rewrite)
    for path in folder.glob("programmes/*/documents/*"):
        path.unlink()
        path.with_suffix(".txt").write_text("\n".join(_quoted(path.parents[1])), encoding="utf-8")
    _rewrite_settings(folder / "city.yml", name)
    return folder


def _quoted(programme: Path) -> Iterator[str]:
    """All words that a programme's tables quote: what the text of a document has to have."""
    for table in PROGRAMME_TABLES:
        path = programme / f"{table.name}.csv"
        for row in _rows(path) if path.exists() else ():
            yield from (words for name in quoted_columns(table) if (words := row.get(name)))


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


def _add(path: Path, rows: str, named: str | None) -> None:
    header, *others = path.read_text(encoding="utf-8").splitlines()
    if named:
        header, others = f"{header};{named}", [f"{row};" for row in others]
    path.write_text("\n".join([header, *others, rows, ""]), encoding="utf-8")


def _rewrite_settings(path: Path, before: str) -> None:
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    settings["city"] |= OWN_WORDS
    path.write_text(yaml.safe_dump(_prefixed(settings, before), allow_unicode=True, sort_keys=False), encoding="utf-8")


def _prefixed(setting: Any, before: str, name: str = "") -> Any:
    """Every text of the settings with something before it."""
    if isinstance(setting, dict):
        return {key: _prefixed(inside, before, key) for key, inside in setting.items()}
    if not isinstance(setting, str) or not setting or name in NO_TEXTS:
        return setting
    return f"{setting} {before}" if name == "phone" else f"{before} {setting}"  # a telephone begins with its figures


def _rewrite(path: Path, table: Table, prints: dict[str, str], rewrite: Rewrite) -> None:
    rows = _rows(path)
    plain = {(each.name, column) for each in TABLES for column in each.plain}
    payloads: dict[str, Iterator[str]] = defaultdict(lambda: chain([ALL_PAYLOADS], cycle(PAYLOADS)))
    payloads |= {name: repeat(ALL_PAYLOADS) for name in JOINED}
    for row in rows:
        number = row.get("number") or ""
        for name in table.names:
            text = row.get(name) or ""
            if name == "requisites_words" and number:
                text = text.replace(number, row["number"])  # it has to stand in the words of its row
            if table.name.startswith("translations"):
                if name == "text":
                    column = (row["table"], row["field"])
                    row[name] = rewrite(text, row["field"], column in plain, payloads["/".join(column)])
                elif name == "fingerprint":
                    row[name] = prints.get(text, text)
            elif text and table.cell(name).kind == "text":
                row[name] = rewrite(text, name, name in table.plain, payloads[name])
                prints[fingerprint(text)] = fingerprint(row[name])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def hostile(text: str, column: str, is_plain: bool, payloads: Iterator[str]) -> str:
    if column in APART:
        return text if text == "%" else "|".join(f"{part} {MARK}<b>{MARK}</b>" for part in text.split("|"))
    payload = next(payloads)
    said = f"{NOT_IN_OURS.sub('', payload) if is_plain else payload} {text}"
    return f"{said} {OWN}" if column in OR_WORDS else said


def with_long_word(text: str, column: str, is_plain: bool, payloads: Iterator[str]) -> str:  # noqa: ARG001  as `hostile`
    return text if text == "%" else "|".join(f"{LONG} {part}" for part in text.split("|"))
