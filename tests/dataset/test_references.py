"""References in our plain words: what is one, what is a broken one, and which figures should have been one."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.datasets import DIVNOGORSK
from vitrina.dataset.references import (
    EXAMPLES,
    KINDS,
    MalformedReference,
    Reference,
    parse,
    references,
    typed_figures,
)
from vitrina.measures.loading import load_dataset


def test_a_text_comes_apart_into_words_and_references_and_loses_nothing() -> None:
    assert parse("Да: {when:queue-2021} ждали {value:queue-2021}.") == (
        "Да: ",
        Reference("when", ("queue-2021",), "{when:queue-2021}"),
        " ждали ",
        Reference("value", ("queue-2021",), "{value:queue-2021}"),
        ".",
    )
    assert parse("Без ссылок") == ("Без ссылок",)
    assert parse("") == ()


@pytest.mark.parametrize(
    ("written", "arguments"),
    [
        ("{number:a-1}", ("a-1",)),
        ("{sum:a,b,c}", ("a", "b", "c")),
        ("{sum:a, b}", ("a", "b")),
        ("{difference:a,b}", ("a", "b")),
        ("{money:federal:2021}", ("federal", "2021")),
        ("{exact:total:total}", ("total", "total")),
        ("{share:local}", ("local",)),
        ("{change:local:2021:2022}", ("local", "2021", "2022")),
        ("{years}", ()),
    ],
)
def test_every_kind_of_reference_is_read(written: str, arguments: tuple[str, ...]) -> None:
    [reference] = references(written)
    assert reference.arguments == arguments


def test_every_kind_has_an_example_that_is_one() -> None:
    for points in KINDS.values():
        [reference] = references(EXAMPLES[points])
        assert reference.points_at == points


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{value:queue-2021", "brace"),
        ("value:queue-2021}", "brace"),
        ("{{value:queue-2021}}", "brace"),
        ("{}", "kind"),
        ("{queue-2021}", "kind"),
        ("{Value:queue-2021}", "kind"),
        ("{value:}", "shape"),
        ("{value}", "shape"),
        ("{value:Queue}", "shape"),
        ("{value:a,b}", "shape"),
        ("{sum:a}", "shape"),
        ("{difference:a,b,c}", "shape"),
        ("{money:federal}", "shape"),
        ("{money:federal:21}", "shape"),
        ("{years:2021}", "shape"),
    ],
)
def test_a_broken_reference_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(MalformedReference) as refused:
        parse(text)
    assert refused.value.reason == reason


@given(st.text(alphabet="{}:,abи value-2021 sum", max_size=60))
def test_any_text_is_parsed_whole_or_refused(text: str) -> None:
    try:
        pieces = parse(text)
    except MalformedReference:
        return
    assert "".join(piece.written if isinstance(piece, Reference) else piece for piece in pieces) == text


def test_two_references_that_say_the_same_mean_the_same_however_they_are_spaced() -> None:
    [close], [wide] = references("{sum:a,b}"), references("{sum:a, b}")
    assert close.meaning == wide.meaning
    assert close != wide


@pytest.mark.parametrize(
    "text",
    [
        "приложение № 1 к паспорту",
        "приложения №№ 4–7",
        "по закону 8-ФЗ",
        "статья 179 и раздел 10",
        "показатели 1, 2 и 5",
        "для детей от 3 до 7 лет и до 1,5 лет",
        "дети 5–18 лет",
        "от 5-ти до 18-ти лет",
        "до 1-го года",
        "в 2019–2020 учебном году",
        "{value:queue-2021} и {money:total:2021}",
    ],
)
def test_a_number_that_is_a_name_may_be_typed(text: str) -> None:
    assert typed_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ждали 404 ребёнка", ("404 ребёнка",)),
        ("ходит 62 % детей", ("62 %",)),
        ("мест 1 607, детей 1 490", ("1 607", "1 490")),
        ("всего 717,4 млн ₽ в 2021 году", ("717,4 млн",)),
        ("программа идёт 11 лет", ("11 лет",)),
    ],
)
def test_a_figure_typed_by_hand_is_noticed(text: str, figures: tuple[str, ...]) -> None:
    assert typed_figures(text) == figures


def refused(folder: Path, *later: tuple[str, str]) -> bool:
    """Whether a text may not refer to the federal money of 2019, which the edition does not state.

    `later` are documents that do: the kind of each, and its amount.
    """
    shutil.copytree(DIVNOGORSK, folder)
    programme = folder / "programmes" / "education"
    for name in ("questions.csv", "translations.en.csv"):
        text = (programme / name).read_text(encoding="utf-8")
        (programme / name).write_text(text.replace("{money:federal:total}", "{money:federal:2019}"), encoding="utf-8")
    for sequence, (kind, amount) in enumerate(later, start=2):
        requisites = f"{kind} {sequence};2022-03-01;;{sequence};;;part;published;;;;;;;"
        with (programme / "documents.csv").open("a", encoding="utf-8") as table:
            table.write(f"{kind}-{sequence};{sequence};{kind};{requisites}\n")
        with (programme / "money.csv").open("a", encoding="utf-8") as table:
            words = f"слова отчёта: {amount.partition(';')[0]}"
            table.write(f"{kind}-{sequence};education;federal;2019;plan;{amount};Таблица;{words}\n")
    rules = {problem.rule for problem in load_dataset(folder).problems}
    totals = {"unexpected_difference", "difference_without_total"}
    assert rules <= {"reference_not_stated", *totals}, "no printed total has the new amount"
    return "reference_not_stated" in rules


@pytest.mark.parametrize(
    ("later", "is_refused"),
    [
        ((), True),
        ((("edition", "1,00;"),), False),
        ((("report", "1,00;"),), False),
        ((("edition", "1,00;"), ("edition", ";no-data")), True),
        ((("edition", ";no-data"), ("edition", "1,00;")), False),
    ],
    ids=["not stated", "stated later", "stated by a report", "no longer known", "known at last"],
)
def test_a_text_may_refer_to_the_amounts_in_force(
    tmp_path: Path, later: tuple[tuple[str, str], ...], is_refused: bool
) -> None:
    assert refused(tmp_path / "build_data", *later) is is_refused
