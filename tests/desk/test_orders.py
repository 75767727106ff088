"""Orders of amending decrees, applied to what is in force: where that is certain, and else with the reason why not."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decrees.test_amendments import BASE
from desk.test_new_edition import CHANGES, HEAD, town
from vitrina.decrees import read_decree
from vitrina.decrees.files import lines_as_paragraphs
from vitrina.desk.decree_rows import DecreeFile
from vitrina.desk.edition_rows import EditionRows, Stated
from vitrina.desk.in_force import InForce
from vitrina.desk.orders import Outcome, apply_orders
from vitrina.desk.recognised import Recognised
from vitrina.measures.loading import load_dataset

Applied = tuple[list[Stated], list[Outcome]]


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Applied]:
    """What becomes of the orders of a decree, without anything being written."""
    dataset = load_dataset(town(tmp_path_factory.mktemp("town"))).dataset
    assert dataset
    [programme] = dataset.programmes
    in_force = InForce(programme)

    def applied(text: str) -> Applied:
        blocks = tuple(lines_as_paragraphs(f"{HEAD}{CHANGES}{text}"))
        file = DecreeFile("town", "new", read_decree(blocks), blocks, None, frozenset())
        return apply_orders(file, Recognised(programme, dataset.city), in_force, EditionRows())

    return applied


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("В приложении № 2 цифры «7000,0» заменить цифрами «7100,0».", "several"),
        ("По тексту цифры «7000,0» заменить цифрами «7100,0».", "several"),
        ("В паспорте программы цифры «7 000,0» заменить цифрами «7 100,0».", "not-found"),
        ("В разделе 5 цифры «12 100,4» заменить цифрами «12 111,1».", "not-found"),
        ("В паспорте программы цифры «100,4» заменить цифрами «111,1».", "not-found"),
        ("В паспорте программы цифры «12 100,4 рублей» заменить цифрами «12 111,1 рублей».", "not-found"),
        ("В паспорте программы цифры «12 100 400» заменить цифрами «12 111 100».", "not-found"),
        ("В паспорте программы в строке «2021 год» цифры «12 100,4» заменить цифрами «12 111,1».", "not-found"),
        ("В паспорте программы в строке «Мосты» цифры «12 100,4» заменить цифрами «12 111,1».", "not-found"),
        ("В паспорте подпрограммы 1 цифры «12 100,4» заменить цифрами «12 111,1».", "not-found"),
        ("В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1 тыс. рублей».", "unit"),
        ("В паспорте программы цифры «12 100,4» заменить цифрами «12.111».", "two-readings"),
        ("В паспорте программы цифры «12 100,4», «12 054,0» заменить цифрами «12 111,1».", "pairs"),
        ("В паспорте программы слова «2022 год – 12 100,4» заменить словами «2022 год – 1,0».", "no-words"),
        ("По тексту слова «отдел» в соответствующих падежах заменить словами «управление».", "no-words"),
        ("Раздел 3 исключить.", "removed"),
        ("Приложение № 2 изложить в новой редакции согласно приложению к настоящему постановлению.", "annex"),
        ("Пункт 3 считать пунктом 4.", "other"),
        ("Раздел 3 изложить в следующей редакции: «Город растёт.».", "text"),
    ],
)
def test_an_order_that_is_not_certain_changes_nothing_and_says_why(
    order: str, why: str, orders: Callable[[str], Applied]
) -> None:
    figures, outcomes = orders(f"1.1. {order}\n")
    assert figures == []
    assert [one.why for one in outcomes] == [why]


@pytest.mark.parametrize(
    ("order", "changed"),
    [
        ("В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1».", {"2022": "12111.1"}),
        ("В паспорте программы цифры «12100,4» заменить на «12111,1».", {"2022": "12111.1"}),
        ("В паспорте программы слова «12 100,4 тыс. рублей» заменить словами «12 111,1 тыс. рублей».",
         {"2022": "12111.1"}),
        ("В паспорте программы цифры «12 100,4 тыс. рублей» заменить цифрами «12,2 млн рублей».", {"2022": "12200.0"}),
        ("В паспорте программы цифры «12 100,4», «12 054,0» заменить соответственно цифрами «1,0», «2,0».",
         {"2022": "1.0", "2023": "2.0"}),
        ("В паспорте программы цифры «12 100,4» заменить цифрами «1,0»; цифры «12 054,0» заменить цифрами «2,0».",
         {"2022": "1.0", "2023": "2.0"}),
        ("В паспорте программы в строке «2022 год» цифры \"12 100,4\" заменить цифрами \"1,0\".", {"2022": "1.0"}),
        (("В паспорте программы абзац «2022 год – 12 100,4 тыс. рублей» изложить в следующей редакции: "
         "«2022 год – 1,0 тыс. рублей»;"), {"2022": "1.0"}),
        ("По тексту цифры «36 500,0» заменить цифрами «36 600,0».", {"total": "36600.0"}),
        ("В приложении № 2 в строке «Подпрограмма 2 «Парки»» цифры «9000,0» заменить цифрами «9100,0».", {}),
        ("В приложении № 2 в строке «Подпрограмма 1 «Дороги»» цифры «9345,6» заменить цифрами «1,0».", {"2021": "1.0"}),
        ("В приложении № 2 по подпрограмме 2 по местному бюджету цифры «9000,0» заменить цифрами «9100,0».",
         {"total": "9100.0"}),
    ],
)  # fmt: skip
def test_an_order_that_is_certain_restates_its_figure(
    order: str, changed: Mapping[str, str], orders: Callable[[str], Applied]
) -> None:
    figures, outcomes = orders(f"1.1. {order}\n")
    assert {str(one.row["year"]): f"{one.after:.1f}" for one in figures} == changed
    assert [one.why for one in outcomes if one.why] == ([] if changed else ["several"])


def test_of_a_decree_that_amends_several_nobody_can_tell_what_an_order_is_about(
    orders: Callable[[str], Applied],
) -> None:
    order = "В паспорте программы цифры «12 100,4» заменить цифрами «12 111,1».\n"
    text = f"1.1. {order}2. Внести в постановление от 01.02.2020 № 7-п следующие изменения:\n2.1. {order}"
    figures, outcomes = orders(text.replace("1.1.", "Внести в постановление от 12.11.2020 № 145-п изменения:\n1.1.", 1))
    assert figures == []
    assert {one.why for one in outcomes} == {"other"}


# What stands in the tables, read here out of the decree's own lines: where each figure stands, and how it is printed.


@dataclass(frozen=True)
class Printed:
    place: str
    digits: str
    year: str


def printed_in(text: str) -> Sequence[Printed]:
    """A total stands in the passport first; what an appendix repeats is the same figure."""
    found: list[Printed] = []
    passport, first, second = re.split(r"Приложение № [12] к муниципальной программе\n", text)
    total = re.search(r"составляет ([\d ]+,\d)", passport)
    assert total
    found.append(Printed("passport", total[1].replace(" ", ""), "total"))
    found += [Printed("passport", number.replace(" ", ""), year) for year, number in
              re.findall(r"(\d{4}) год – ([\d ]+,\d)", passport)]  # fmt: skip
    for line in first.splitlines()[2:]:
        values = line.split("\t")[3:]
        found += [
            Printed("appendix 1", value, year) for year, value in zip(("2021", "2022", "2023"), values, strict=True)
        ]
    for line in second.splitlines()[2:]:
        name, source, *values = line.split("\t")
        if (name, source) != ("Муниципальная программа", "Всего"):
            years = ("2021", "2022", "2023", "total")
            found += [Printed("appendix 2", value, year) for year, value in zip(years, values, strict=True)]
    return found


PRINTED = printed_in(BASE.read_text(encoding="utf-8"))
PLACES = {
    "passport": "В паспорте программы", "appendix 1": "В приложении № 1", "appendix 2": "В приложении № 2 к программе",
    "section 5": "В разделе 5", "": "",
}  # fmt: skip
NUMBERS = [*sorted({one.digits for one in PRINTED}), "1,5", "77 777,7", "345,6"]


@st.composite
def some_orders(draw: st.DrawFn) -> Sequence[tuple[str, str, str, str]]:
    """The place, the year that is named or none, the old number and the new one."""
    number = st.integers(10_000, 9_999_999).map(lambda value: f"{value // 10},{value % 10}")
    one = st.tuples(
        st.sampled_from(sorted(PLACES)), st.sampled_from(["", "", "2021", "2022"]), st.sampled_from(NUMBERS), number
    )
    return draw(st.lists(one, min_size=1, max_size=6))


def ordered(place: str, year: str, old: str, new: str) -> str:
    where = " ".join(part for part in (PLACES[place], f"в строке «{year} год»" if year else "") if part)
    text = f"{where} цифры «{old}» заменить цифрами «{new}»;".strip()
    return text[0].upper() + text[1:]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_orders=some_orders())
def test_a_number_is_replaced_where_it_stands_once_and_nowhere_else(
    given_orders: Sequence[tuple[str, str, str, str]], orders: Callable[[str], Applied]
) -> None:
    lines = [f"1.{number}. {ordered(*one)}\n" for number, one in enumerate(given_orders, 1)]
    figures, outcomes = orders("".join(lines))
    expected = []
    for place, year, old, new in given_orders:
        same = [one for one in PRINTED if one.digits == old.replace(" ", "") and place in {"", one.place}
                and year in {"", one.year}]  # fmt: skip
        if len(same) == 1:
            expected.append((same[0].year, new))
    told = [(_year_of(one), f"{one.after:.1f}".replace(".", ",")) for one in figures]
    assert told == expected
    assert len(outcomes) == len(given_orders), "every order is told of"
    assert sum(not one.why for one in outcomes) == len(expected)


def _year_of(one: Stated) -> str:
    return str(one.row["year"]) if one.table == "money" else str(one.row["to"])[:4]
