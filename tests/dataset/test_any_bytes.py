"""Whatever lies in the folder, the answer is a list of problems and never a traceback."""

import csv
import io
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.datasets import BATTERY
from vitrina.dataset.city import read_city
from vitrina.dataset.delimited import UnreadableSheet, read_delimited
from vitrina.dataset.problems import problem_text
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.workbooks import read_workbook
from vitrina.words import Words

FILES = sorted(str(path.relative_to(BATTERY)) for path in BATTERY.rglob("*") if path.suffix in {".csv", ".yml"})
RUINS = {
    "empty": b"",
    "blank": b"\n",
    "zeros": b"\x00" * 100,
    "half a character": b"\xff\xfe\x00\xd8",
    "a quote": b'"',
    "separators": b";;;\n;;;\n",
    "a megabyte": b"a" * 1_000_000,
    "brackets": b"[" * 190_000,
    "a loop": b"&a [*a]",
    "a list": b"- 1\n",
}
PRINTABLE = st.text(alphabet=";,\t\"'\n\r \u00a0-012абвabc{}[]&*!:#|>%@`", max_size=200)


def rules(folder: Path) -> list[str]:
    reading = read_dataset(folder)
    assert (reading.dataset is None) == bool(reading.problems)
    for problem in (*reading.problems, *reading.notices):
        for words in (Words("ru"), Words("en")):
            assert "\n" not in problem_text(problem, words)
    return [problem.rule for problem in reading.problems]


@pytest.mark.parametrize(
    ("file", "ruin"),
    [
        (file, ruin)
        for place, file in enumerate(FILES)
        for turn, ruin in enumerate(RUINS)
        if file.endswith(".yml") or (place + turn) % 3 == 0
    ],
)
def test_any_file_may_be_ruined(tmp_path: Path, file: str, ruin: str) -> None:
    """The settings in every way, the tables by turns: they have one reader."""
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    (folder / file).write_bytes(RUINS[ruin])
    assert rules(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_folder_may_stand_where_a_file_should(tmp_path: Path, file: str) -> None:
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    (folder / file).unlink()
    (folder / file).mkdir()
    assert "not_a_file" in rules(folder)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_cell_of_a_megabyte_is_too_long_and_is_said_to_be_there(tmp_path: Path, kind: str) -> None:
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    goals = folder / "programmes" / "parks" / "goals.csv"
    table = list(csv.reader(io.StringIO(goals.read_text(encoding="utf-8-sig")), delimiter=";"))
    (row,) = [number for number, cells in enumerate(table) if any("Повышение качества" in cell for cell in cells)]
    column = table[0].index("text")
    table[row][column] = "б" * 1_000_000
    if kind == "csv":
        with goals.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(table)
    else:
        goals.unlink()
        goals.with_suffix(".xlsx").write_bytes(workbook(table))
    (problem,) = read_dataset(folder).problems
    where = (f"programmes/parks/goals.{kind}", row + 1, "text")
    assert (problem.rule, problem.file, problem.row, problem.column) == ("too_long", *where)
    for words in (Words("ru"), Words("en")):
        assert len(problem_text(problem, words)) < 500


def workbook(table: Sequence[Sequence[str]]) -> bytes:
    """The table as .xlsx with every cell as it is; a library cuts a cell at what Excel can show."""
    book = openpyxl.Workbook()
    sheet = book.active
    for cells in table:
        sheet.append([f"cell{len(cell)}" if len(cell) > 32_000 else cell for cell in cells])
    data, longer = io.BytesIO(), io.BytesIO()
    book.save(data)
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(longer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for cell in (cell for cells in table for cell in cells if len(cell) > 32_000):
                content = content.replace(f"cell{len(cell)}".encode(), cell.encode())
            new.writestr(name, content)
    return longer.getvalue()


OUTSIDE = {
    "programmes/parks/money.csv": "/proc/self/environ",
    "programmes/parks/money.xlsx": "/etc/passwd",
    "programmes/stolen": "/etc",
    "city.yml": "../secret.yml",
}


@pytest.mark.parametrize("link", OUTSIDE)
def test_a_link_that_leads_out_of_the_dataset_is_not_followed(tmp_path: Path, link: str) -> None:
    """A mistake is shown with its cell: a link to a file of the machine would show that file to everybody."""
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    (tmp_path / "secret.yml").write_text("secret: 1\n", encoding="utf-8")
    (folder / link).unlink(missing_ok=True)
    (folder / link).symlink_to(OUTSIDE[link])
    (problem,) = read_dataset(folder).problems
    assert (problem.file, problem.rule, problem.value) == (link, "leads_outside", None)


def test_a_link_within_the_dataset_is_as_good_as_a_file(tmp_path: Path) -> None:
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    table = folder / "programmes/parks/glossary.csv"
    table.rename(folder / "reference/.glossary")
    table.symlink_to("../../reference/.glossary")
    (tmp_path / "link").symlink_to("build_data")
    assert rules(tmp_path / "link") == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("NUL", "reserved_id"),
        ("com1", "reserved_id"),
        ("Parks", "folder_name"),
        ("a b", "folder_name"),
        ("<script>", "folder_name"),
        ("a\nb", "folder_name"),
        ("образование", "folder_name"),
        ("en", "folder_taken"),
        ("assets", "folder_taken"),
    ],
)
def test_a_folder_with_a_name_that_is_no_address_is_refused(tmp_path: Path, name: str, rule: str) -> None:
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    shutil.copytree(folder / "programmes/parks", folder / "programmes" / name)
    assert rule in rules(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('  region:', '  region: &a [*a]\n  regionn:', ("yaml_reference",)),
        ("ru:", "ru: !!python/object/apply:os.system [id] #", ("wrong_setting", "broken_yaml")),
        ("city:", "city:\n  <<: {name: x}", ("unknown_setting",)),
        ("city:", "2021-01-01: x\ncity:", ("unknown_setting",)),
        ("city:", "city: {}\ncity:", ("repeated_setting",)),
        ("genitive: ", "genitive: \"\\u202e\" # ", ("turning_character",)),
        ("genitive: ", "genitive: \"\\u200d\" # ", ("control_character",)),
        ("repository: ", 'repository: "javascript:alert(1)" # ', ("wrong_setting",)),
    ],
)  # fmt: skip
def test_a_trick_of_yaml_is_no_setting(tmp_path: Path, old: str, new: str, said: tuple[str, ...]) -> None:
    """Anchors that hold themselves, tags that call, keys merged, twice or dates, letters written by their number."""
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    text = (folder / "city.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "city.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert set(rules(folder)) & set(said)


def test_a_bomb_of_anchors_takes_no_time_and_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(BATTERY, tmp_path / "build_data")
    bomb = [
        "a0: &a0 {x: y}",
        *(f"a{n}: &a{n} {{{', '.join(f'k{k}: *a{n - 1}' for k in range(9))}}}" for n in range(1, 30)),
    ]
    (folder / "city.yml").write_text("\n".join(bomb), encoding="utf-8")
    assert rules(folder) == ["yaml_reference"]


def test_a_folder_that_is_not_there_and_one_that_is_empty(tmp_path: Path) -> None:
    assert rules(tmp_path / "nowhere") == ["missing_folder"]
    assert set(rules(tmp_path)) == {"missing_file", "missing_folder", "no_programmes"}


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    for read in (read_delimited, lambda data, file: read_workbook(data, file, "money")[0]):
        try:
            rows = read(data, "money")
        except UnreadableSheet:
            continue
        assert all(isinstance(cell, str) for row in rows for cell in row)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the folder is written anew each time
@given(PRINTABLE)
def test_any_settings_of_a_city_are_read_or_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "city.yml").write_text(text, encoding="utf-8", newline="")
    reading = read_city(tmp_path)
    assert reading.city is None
    assert reading.problems


PIECES = [
    b'"',
    b'""',
    b";",
    b",",
    b"\t",
    b"\r",
    b"\n",
    b"\r\n",
    b"\x00",
    b"\xef\xbb\xbf",
    "½".encode(),
    b"=1+1",
    b"1e9",
    b"-",
]
ENCODINGS = ["cp1251", "utf-16", "utf-16-le", "cp866", "koi8-r", "utf-32"]


@st.composite
def spoiled(draw: st.DrawFn, content: bytes) -> bytes:
    if draw(st.integers(0, 5)) == 0:
        return content.decode("utf-8-sig").encode(draw(st.sampled_from(ENCODINGS)), "replace")
    other = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(other)))
        other[at : at + draw(st.sampled_from([0, 0, 1, 30]))] = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    return bytes(other)


@pytest.mark.thorough
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(draws=st.data())
def test_a_spoiled_table_is_read_or_its_faults_are_named(draws: st.DataObject, tmp_path: Path) -> None:
    data = tmp_path / "build_data"
    if not data.exists():
        shutil.copytree(BATTERY, data)
    table = draws.draw(st.sampled_from([name for name in FILES if name.endswith(".csv")]))
    content = (BATTERY / table).read_bytes()
    (data / table).write_bytes(draws.draw(spoiled(content)))
    rules(data)
    (data / table).write_bytes(content)
