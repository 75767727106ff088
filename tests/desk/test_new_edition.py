"""`vitrina import FILE --into PROGRAMME` of a programme that has tables: a document and its rows more, or nothing.

Run as a program with `--write`, this writes the expected reports anew.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decrees.test_amendments import BASE, PARTS, cases
from decrees.test_documents import as_word
from support.datasets import DIVNOGORSK, SAMPLE
from vitrina.cli import main
from vitrina.commands.edition import told_of_edition
from vitrina.dataset.programme import Programme
from vitrina.desk import written_tables
from vitrina.desk.edition_document import NotAdded
from vitrina.desk.new_edition import AlreadyThere, NewEdition, add_edition
from vitrina.desk.new_programme import lay_out
from vitrina.measures.ledger import ledger
from vitrina.measures.loading import load_dataset
from vitrina.words import Words

numbers = st.sampled_from(
    ["12 345,6", "36 500,0", "7000,0", "80,0", "1,5", "12 100,4", "3.141", "0,0", "99 999 999,99"]
)
REWORDED = {"passport.csv", "lines.csv", "expected_findings.csv"}
"""Tables in which rows that stand there may change: they hold what is now, not what each document said."""
HEAD = "ПОСТАНОВЛЕНИЕ\nот 01.12.2022 № 500-п\nО внесении изменений в постановление от 12.11.2020 № 145-п\n"
CHANGES = "1. Внести в программу следующие изменения:\n"

REPORT = """\
Отчет о реализации муниципальной программы «Развитие города Заречный» за 2021 год
Информация о расходах на реализацию муниципальной программы за 2021 год, тыс. рублей
Статус\tНаименование\tИсточник\tПлан по программе\tУточненный план\tКассовые расходы\tПричины отклонений
Муниципальная программа\t«Развитие города Заречный»\tместный бюджет\t10 000,0\t10 054,4\t9 654,9\tЭкономия
Подпрограмма 1\t«Дороги»\tместный бюджет\t7 001,0\t7 054,4\t6 800,0\tЭкономия
Подпрограмма 2\t«Скверы»\tместный бюджет\t3 000,0\t3 000,0\t2 854,9\t
Сведения о достижении показателей за 2021 год
№\tПоказатель\tЕд. изм.\tПлан 2021\tФакт 2021
1\tДоля улиц без ям\t%\t75,5\t76,0
"""


def town(folder: Path) -> Path:
    """A dataset with one programme, laid out from the decree that the others amend."""
    data = folder / "build_data"
    data.mkdir()
    shutil.copy(DIVNOGORSK / "city.yml", data)
    shutil.copytree(DIVNOGORSK / "reference", data / "reference")
    lay_out(as_word(BASE.read_text(encoding="utf-8"), folder / "programme.docx"), "town", data)
    return data


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def data(laid_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(laid_out, tmp_path / "build_data"))


@pytest.fixture
def decree(tmp_path: Path) -> Callable[[str], Path]:
    def made(text: str) -> Path:
        file = tmp_path / "decree.txt"
        file.write_text(text, encoding="utf-8")
        return file

    return made


def added(file: Path, data: Path, programme: str = "town") -> NewEdition:
    made = add_edition(file, programme, data)
    assert isinstance(made, NewEdition)
    return made


def programme_of(data: Path) -> Programme:
    reading = load_dataset(data)
    assert reading.dataset, [(one.file, one.row, one.column, one.value, one.rule) for one in reading.problems]
    return reading.dataset.programmes[0]


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_force(programme: Programme) -> Mapping[tuple[str, str, str], float]:
    money = ledger(programme).money
    years = money["year"].astype(object).where(money["year"].notna(), "total").astype(str)
    return dict(zip(zip(money["line"], money["source"], years, strict=True), money["kopecks"] / 100_000, strict=True))


def report_of(case: Path, data: Path, folder: Path) -> str:
    made = added(as_word(case.read_text(encoding="utf-8"), folder / f"{case.stem}.docx"), data)
    return "".join(f"{line}\n" for line in told_of_edition(made, Words("ru"))).replace(str(made.folder), "town")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_a_decree_is_added_and_told_of_as_written_down(case: Path, data: Path, tmp_path: Path) -> None:
    before = contents(data / "programmes/town")
    told = report_of(case, data, tmp_path)
    assert told == case.with_suffix(".report").read_text(encoding="utf-8")
    programme = programme_of(data)
    assert next(one.id for one in programme.documents) == "edition-1"
    assert len(programme.documents) == 2
    after = contents(data / "programmes/town")
    for name, content in before.items():
        if name not in REWORDED and not name.startswith("documents/"):
            header, _, rows = content.partition(b"\r\n")
            assert after[name].partition(b"\r\n")[2].startswith(rows) or not after[name].startswith(header), name


def test_only_what_an_order_changes_is_other_than_before(data: Path, decree: Callable[[str], Path]) -> None:
    before = in_force(programme_of(data))
    text = f"{HEAD}{CHANGES}1.1. В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1».\n"
    added(decree(text), data)
    programme = programme_of(data)
    after = in_force(programme)
    assert {key: value for key, value in after.items() if value != before[key]} == {("town", "total", "2022"): 12111.1}
    assert programme.money.iloc[-1]["document"] == "amendment-2022-12-01"
    assert programme.money.iloc[-1]["words"] == "В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1»"


def test_by_the_text_everywhere_words_change_wherever_they_are_quoted(
    data: Path, decree: Callable[[str], Path]
) -> None:
    text = (
        f"{HEAD}{CHANGES}1.1. По тексту слова «Отдел образования администрации города» заменить словами "
        "«Управление образования «Школа» администрации города».\n"
    )
    added(decree(text), data)
    values = {one.field: one.value for one in programme_of(data).passport}
    assert values["coexecutor"] == "Управление образования «Школа» администрации города"
    assert values["executor"] == "Отдел городского хозяйства администрации города"


def test_what_an_order_and_a_new_wording_say_differently_stays_out(data: Path, decree: Callable[[str], Path]) -> None:
    text = (
        f"{HEAD}{CHANGES}1.1. В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1».\n"
        "1.2. В паспорте программы строку «Ресурсное обеспечение» изложить в следующей редакции:\n"
        "«Ресурсное обеспечение: Общий объем финансирования программы – 36 500,0 тыс. рублей, в том числе:\n"
        "2021 год – 12 345,6 тыс. рублей;\n2022 год – 12 200,4 тыс. рублей;\n2023 год – 11 954,0 тыс. рублей».\n"
    )
    made = added(decree(text), data)
    assert in_force(programme_of(data))["town", "total", "2022"] == 12100.4
    assert sum(one.why == "twice" for one in made.rows.left) == 2


def test_a_number_that_the_document_prints_twice_is_left_though_the_tables_have_one(
    data: Path, decree: Callable[[str], Path]
) -> None:
    file = data / "programmes/town/money.csv"
    rows = file.read_text(encoding="utf-8-sig").split("\n")
    kept = [row for row in rows if not ("subprogramme-2;local;total" in row and "9000" in row)]
    assert len(kept) == len(rows) - 1
    file.write_text("\n".join(kept), encoding="utf-8-sig", newline="")
    orders = "".join(
        f"1.{number}. В приложении № 2 {row}цифры «9000,0» заменить цифрами «9100,0».\n"
        for number, row in enumerate(("", "в строке «Подпрограмма 2 «Парки»» "), 1)
    )
    made = added(decree(f"{HEAD}{CHANGES}{orders}"), data)
    assert [one.why for one in made.outcomes] == ["several", "several"]


def test_a_figure_stands_in_the_passport_still_when_an_appendix_states_it_again(
    data: Path, decree: Callable[[str], Path], tmp_path: Path
) -> None:
    added(as_word((BASE.parent / "appendix-replaced.txt").read_text(encoding="utf-8"), tmp_path / "one.docx"), data)
    orders = (
        "1.1. В паспорте программы цифры «12 345,6» заменить цифрами «12 400,0».\n"
        "1.2. В паспорте программы цифры «12 100,4» заменить цифрами «12 500,0».\n"  # the appendix says 12 600,4
    )
    made = added(decree(f"{HEAD}{CHANGES}{orders}"), data)
    assert [one.why for one in made.outcomes] == ["", "not-found"]
    assert in_force(programme_of(data))["town", "total", "2021"] == 12400.0


def test_a_figure_that_the_check_refuses_stays_out_alone(data: Path, decree: Callable[[str], Path]) -> None:
    text = (
        f"{HEAD}{CHANGES}1.1. В приложении № 1 цифры «80,0» заменить цифрами «8 000,0», цифры «85,0» заменить цифрами "
        "«86,0».\n1.2. В приложении № 1 по тексту цифры «140» заменить цифрами «140,5».\n"
    )
    made = added(decree(text), data)
    assert [f"{one.after}" for one in made.rows.figures] == ["86.0"]
    assert [one.why for one in made.rows.left] == ["check", "check"]


@pytest.mark.thorough
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=st.lists(st.tuples(st.sampled_from(sorted(PARTS)), numbers, numbers), min_size=1, max_size=5))
def test_whatever_is_ordered_the_tables_pass_the_check_or_are_untouched(
    kinds: list[tuple[str, str, str]], laid_out: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("decree")
    data = Path(shutil.copytree(laid_out, folder / "build_data"))
    orders = "".join(f"1.{number}. {PARTS[kind](old, new)}\n" for number, (kind, old, new) in enumerate(kinds, 1))
    before = contents(data)
    try:
        made = added(as_word(f"{HEAD}{CHANGES}{orders}", folder / "decree.docx"), data)
    except NotAdded:
        assert contents(data) == before
        return
    assert len(made.outcomes) >= sum(kind != "no order" for kind, _, _ in kinds)
    programme_of(data)


def test_a_second_time_the_same_file_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = as_word((BASE.parent / "numbers.txt").read_text(encoding="utf-8"), tmp_path / "numbers.docx")
    arguments = ["import", str(file), "--into", "town", "--data", str(data)]
    assert main(arguments) == 0
    before = contents(data)
    capsys.readouterr()
    assert main(arguments) == 0
    assert "уже внесён: «Изменения от 01.03.2022 № 50-п»" in capsys.readouterr().err
    assert contents(data) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"О внесении изменений в программу\n{CHANGES}1.1. Цифры «1,0» заменить цифрами «2,0».\n", "не видно его даты"),
        (HEAD.replace("01.12.2022 № 500", "12.11.2020 № 145") + CHANGES + "1.1. Раздел 3 исключить.\n", "файл другой"),
        (HEAD.replace("2022", "2019") + CHANGES + "1.1. Раздел 3 исключить.\n", "не прошли бы проверку"),
        (
            HEAD.replace("145-п", "145-п «Об утверждении муниципальной программы «Спорт»»")
            + "1.1. Раздел 3 исключить.\n",
            "говорит о программе «Спорт»",
        ),
        (REPORT.replace("за 2021 год", "за полугодие 2021 года"), "за какой год этот отчёт"),
        (REPORT.replace("Развитие города Заречный", "Спорт"), "говорит о программе «Спорт»"),
        ("Погода от 01.12.2022 № 5\nДождь.\n", "нет ни поправок"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_is_touched(
    text: str, said: str, data: Path, decree: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    assert main(["import", str(decree(text)), "--into", "town", "--data", str(data)]) == 1
    assert said in capsys.readouterr().err
    assert contents(data) == before


def test_a_killed_write_leaves_the_old_tables_whole(
    data: Path, decree: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(data)
    file = decree(f"{HEAD}{CHANGES}1.1. В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1».\n")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(written_tables, "put_changes", killed)
    with pytest.raises(KeyboardInterrupt):
        add_edition(file, "town", data)
    assert contents(data) == before


def test_a_person_reads_another_language_than_the_city_has(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file = data / "city.yml"
    settings_file.write_text(f"languages: [ru]\n{settings_file.read_text(encoding='utf-8')}", encoding="utf-8")
    file = as_word((BASE.parent / "appendix-replaced.txt").read_text(encoding="utf-8"), tmp_path / "decree.docx")
    assert main(["import", str(file), "--into", "town", "--data", str(data), "--language", "en"]) == 0
    assert "Местный бюджет, 2022: was 10,000.0, is now 10,500.0" in capsys.readouterr().err


@pytest.mark.parametrize(("option", "value"), [("--into", "town"), ("--page", "page.html")])
def test_what_is_for_programs_is_not_written_besides(
    option: str, value: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = as_word((BASE.parent / "passport-row.txt").read_text(encoding="utf-8"), tmp_path / "decree.docx")
    value = str(tmp_path / value) if option == "--page" else value
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["import", str(file), option, value, "--data", str(data), "--format", "json"]) == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        f"С --format json команда ничего не записывает. Уберите --format json или {option}.\n",
    )


def test_for_programs_the_orders_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = as_word((BASE.parent / "passport-row.txt").read_text(encoding="utf-8"), tmp_path / "decree.docx")
    assert main(["import", str(file), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"rows", "left_out", "sums", "passport", "indicators", "amendments"} <= set(told)
    assert [one["kind"] for one in told["amendments"]] == ["wording", "wording"]
    assert {one["certainty"] for one in told["rows"]} == {"sure"}


def test_lines_and_sources_are_known_by_the_names_that_staff_gave_them(tmp_path: Path) -> None:
    """In the sample, whose lines, sources and places staff have called their own way."""
    data = Path(shutil.copytree(SAMPLE, tmp_path / "build_data"))
    text = f"""{HEAD.replace("2022", "2024")}1. Внести в муниципальную программу «Парки и дворы» следующие изменения:
1.1. Приложение № 1 к муниципальной программе изложить в следующей редакции:
«Ресурсное обеспечение муниципальной программы, тыс. рублей
Наименование\tИсточник финансирования\t2025\t2026
Подпрограмма 1 «Благоустройство дворовых территорий»\tкраевой бюджет\t7460,1\t7600,0
Подпрограмма 2. Благоустройство парков и скверов\tместный бюджет\t5930,8\t6300,0
Подпрограмма 3 «Набережные»\tместный бюджет\t1,0\t2,0».
1.2. В приложении № 1 в строке «Подпрограмма 1» цифры «30 110,0» заменить цифрами «30 111,0».
"""
    made = added(as_word(text, tmp_path / "decree.docx"), data, "parks")
    stated = {(str(one.row["line"]), one.row["source"], one.row["year"]): (one.before, one.after) for one in
              made.rows.figures}  # fmt: skip
    assert {key: [f"{value}" for value in values] for key, values in stated.items()} == {
        ("yards", "regional", "2025"): ["7460.1", "7460.1"],
        ("yards", "regional", "2026"): ["7527.5", "7600.0"],
        ("green-parks", "local", "2025"): ["5930.8", "5930.8"],
        ("green-parks", "local", "2026"): ["6204.6", "6300.0"],
        ("yards", "federal", "2026"): ["30110", "30111.0"],
    }
    assert {one.why for one in made.rows.left} == {"line"}


def test_a_yearly_report_brings_its_actuals_and_leaves_other_plans_to_people(data: Path, tmp_path: Path) -> None:
    made = added(as_word(REPORT, tmp_path / "report.docx"), data)
    programme = programme_of(data)
    document = programme.documents[-1]
    assert (document.kind, document.id, str(document.facts_until)) == ("report", "report-2021", "2021-12-31")
    own = programme.money[programme.money["document"] == "report-2021"]
    rows = sorted(zip(own["line"], own["stage"], own["kopecks"] / 100_000, own["reason"], strict=True))
    assert rows == [
        ("subprogramme-1", "actual", 6800.0, "Экономия"),
        ("subprogramme-1", "revised", 7054.4, ""),
        ("town", "actual", 9654.9, "Экономия"),
        ("town", "plan", 10000.0, ""),
        ("town", "revised", 10054.4, ""),
    ]
    assert sorted(one.why for one in made.rows.left) == ["name", "name", "name", "plan"]
    assert [str(one.value) for one in programme.observations if one.stage == "actual"] == ["76.0"]
    assert isinstance(add_edition(tmp_path / "report.docx", "town", data), AlreadyThere)


@pytest.mark.thorough
def test_the_real_decree_with_a_date_and_another_figure_is_its_next_edition(tmp_path: Path) -> None:
    """A gap quotes the blank date of the first edition: the text of the second stays out, and that is told."""
    data = Path(shutil.copytree(DIVNOGORSK, tmp_path / "build_data"))
    file = tmp_path / "next.txt"
    text = (DIVNOGORSK / "programmes/education/documents/draft-2021.txt").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert isinstance(add_edition(file, "education", data), AlreadyThere)
    text = text.replace("от__. ___.20____г. № ___п", "от 20.12.2021 № 300-п", 1)
    file.write_text(text.replace("211201,80", "211451,70", 1), encoding="utf-8")
    made = added(file, data, "education")
    assert [(one.row["source"], one.row["year"], f"{one.before:f}", f"{one.after:f}") for one in made.rows.figures
            if one.before != one.after] == [("local", "2020", "211201.8", "211451.70")]  # fmt: skip
    assert len(made.rows.figures) == 54
    assert made.rows.left == []
    assert [(one.file, one.value) for one in made.accepted.not_quoted] == [
        ("programmes/education/gaps.csv", "от__. ___.20____г. № ___п")
    ]
    programme = programme_of(data)
    assert programme.edition.id == "edition-2021-12-20"


def write_expected() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        laid = town(Path(scratch))
        for case in cases():
            data = Path(scratch) / case.stem / "build_data"
            shutil.copytree(laid, data)
            case.with_suffix(".report").write_text(report_of(case, data, data.parent), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    write_expected()
    sys.stdout.write("Read what changed with `git diff tests/decrees/amendments` before you keep it.\n")
