"""The same money printed in the forms that decrees have, so that what is read can be compared with what was printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.decrees import Block, Grid, Paragraph
from vitrina.decrees.files import lines_as_paragraphs

NAMES = {
    "federal": ("федеральный бюджет", "федерального бюджета"),
    "regional": ("краевой бюджет", "краевого бюджета"),
    "local": ("местный бюджет", "местного бюджета"),
    "settlement": ("бюджет поселения", "бюджета поселения"),
    "other": ("внебюджетные источники", "внебюджетных источников"),
}
UNITS = {"thousand": "тыс. рублей", "rouble": "рублей", "million": "млн рублей"}


@dataclass(frozen=True)
class Money:
    """Amounts by source and year, as printed; the totals follow."""

    amounts: dict[tuple[str, int], Decimal]
    unit: str = "thousand"

    @property
    def sources(self) -> list[str]:
        return list(dict.fromkeys(source for source, _ in self.amounts))

    @property
    def years(self) -> list[int]:
        return sorted({year for _, year in self.amounts})

    def sum(self, source: str | None = None, year: int | None = None) -> Decimal:
        return sum(
            (
                amount
                for (of_source, of_year), amount in self.amounts.items()
                if source in {None, of_source} and year in {None, of_year}
            ),
            Decimal(0),
        )


@dataclass(frozen=True)
class Printed:
    """A document, and what is to be read in it: amounts by source and year, each «total» where it is one."""

    blocks: tuple[Block, ...]
    expected: dict[tuple[str, str], Decimal]


def written(amount: Decimal) -> str:
    whole, _, part = f"{amount:,.2f}".partition(".")
    return f"{whole.replace(',', ' ')},{part}"


Form = Callable[[Money], Printed]
FORMS: dict[str, Form] = {}


def form(function: Form) -> Form:
    FORMS[function.__name__] = function
    return function


def everything(money: Money) -> dict[tuple[str, str], Decimal]:
    return {**totals(money), **{(source, str(year)): amount for (source, year), amount in money.amounts.items()}}


def totals(money: Money) -> dict[tuple[str, str], Decimal]:
    return {
        ("total", "total"): money.sum(),
        **{("total", str(year)): money.sum(year=year) for year in money.years},
        **{(source, "total"): money.sum(source) for source in money.sources},
    }


def text(lines: Sequence[str], expected: dict[tuple[str, str], Decimal]) -> Printed:
    return Printed(tuple(lines_as_paragraphs("\n".join(lines))), expected)


def of_years(money: Money, source: str) -> list[int]:
    return [year for year in money.years if (source, year) in money.amounts]


@form
def years_under_sources(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Объем финансирования программы составит {written(money.sum())} {unit}, в том числе по годам:"]
    lines += [f"{year} год – {written(money.sum(year=year))} {unit};" for year in money.years]
    lines += ["Из них:"]
    for source in money.sources:
        lines += [f"из средств {NAMES[source][1]} – {written(money.sum(source))} {unit}, в том числе:"]
        lines += [f"в {year} году – {written(money.amounts[source, year])} {unit};" for year in of_years(money, source)]
    return text(lines, everything(money))


@form
def sources_under_years(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Общий объем финансирования муниципальной программы: {written(money.sum())} {unit}, в том числе:"]
    for year in money.years:
        lines += [f"{year} год – {written(money.sum(year=year))} {unit}, из них:"]
        lines += [
            f"{NAMES[source][0]} – {written(money.amounts[source, year])} {unit};"
            for source in money.sources
            if (source, year) in money.amounts
        ]
    expected = {key: amount for key, amount in everything(money).items() if key[0] == "total" or key[1] != "total"}
    return text(lines, expected)


@form
def sources_in_brackets(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Общий объем финансирования программы – {written(money.sum())} {unit}, в том числе:"]
    for year in money.years:
        own = ", ".join(
            f"{NAMES[source][0]} – {written(money.amounts[source, year])} {unit}"
            for source in money.sources
            if (source, year) in money.amounts
        )
        lines += [f"{year} год – {written(money.sum(year=year))} {unit} ({own});"]
    expected = {key: amount for key, amount in everything(money).items() if key[0] == "total" or key[1] != "total"}
    return text(lines, expected)


@form
def running_sentence(money: Money) -> Printed:
    unit = UNITS[money.unit]
    sources = ", ".join(f"за счет средств {NAMES[one][1]} – {written(money.sum(one))} {unit}" for one in money.sources)
    years = ", ".join(f"в {year} году – {written(money.sum(year=year))} {unit}" for year in money.years)
    line = (
        f"Общий объем финансирования программы составляет {written(money.sum())} {unit}, в том числе {sources}; "
        f"по годам реализации: {years}."
    )
    return text([line], totals(money))


@form
def years_then_sources(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Общий объем финансирования составит {written(money.sum())} {unit}, в том числе по годам:"]
    lines += [f"{year} г. – {written(money.sum(year=year))} {unit}" for year in money.years]
    lines += ["в том числе по источникам финансирования:"]
    lines += [f"{NAMES[source][0]} – {written(money.sum(source))} {unit}" for source in money.sources]
    return text(lines, totals(money))


@form
def amounts_before_their_sources(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Всего на реализацию программы предусмотрено {written(money.sum())} {unit}, из них:"]
    lines += [f"{written(money.sum(source))} {unit} – средства {NAMES[source][1]};" for source in money.sources]
    lines += ["в том числе по годам:"]
    lines += [f"{written(money.sum(year=year))} {unit} – в {year} году;" for year in money.years]
    return text(lines, totals(money))


@form
def unit_in_the_heading(money: Money) -> Printed:
    unit = UNITS[money.unit]
    lines = [f"Объемы и источники финансирования программы ({unit})"]
    lines += [f"Всего – {written(money.sum())}, в том числе:"]
    for source in money.sources:
        lines += [f"{NAMES[source][0]} – {written(money.sum(source))}, в том числе:"]
        lines += [f"{year} год – {written(money.amounts[source, year])};" for year in of_years(money, source)]
    expected = {key: amount for key, amount in everything(money).items() if key[0] != "total" or key[1] == "total"}
    return text(lines, expected)


def rows(money: Money) -> list[tuple[str, ...]]:
    found = []
    for name, source in (("Всего", None), *((NAMES[one][0], one) for one in money.sources)):
        cells = [money.sum(source, year) for year in money.years]
        printed = [
            "-" if source and (source, year) not in money.amounts else written(cell)
            for year, cell in zip(money.years, cells, strict=True)
        ]
        found.append((name, *printed, written(money.sum(source))))
    return found


@form
def table_of_years(money: Money) -> Printed:
    header = ("Источник финансирования", *(f"{year} год" for year in money.years), "Итого")
    grid = Grid((header, *rows(money)), "таблица 1")
    return Printed(
        (Paragraph(f"Ресурсное обеспечение программы, {UNITS[money.unit]}", "абзац 1"), grid), everything(money)
    )


@form
def table_of_sources(money: Money) -> Printed:
    header = ("Годы", "Всего", *(NAMES[one][0] for one in money.sources))
    lines = [
        (label, written(money.sum(year=year)), *(
            "-" if year and (one, year) not in money.amounts else written(money.sum(one, year)) for one in money.sources
        ))
        for label, year in (*((str(year), year) for year in money.years), ("Итого", None))
    ]  # fmt: skip
    title = Paragraph(f"Объемы финансирования муниципальной программы ({UNITS[money.unit]})", "абзац 1")
    return Printed((title, Grid((header, *lines), "таблица 1")), everything(money))


@form
def table_with_codes(money: Money) -> Printed:
    count = len(money.years)
    top = (
        "Статус",
        "Наименование",
        "ГРБС",
        "Код бюджетной классификации",
        "Код бюджетной классификации",
        "Источник",
        *[f"Расходы, {UNITS[money.unit]}"] * (count + 1),
    )
    below = (
        "Статус",
        "Наименование",
        "ГРБС",
        "РзПр",
        "ЦСР",
        "Источник",
        *(str(year) for year in money.years),
        "Итого на период",
    )
    numbers = tuple(str(number) for number in range(1, len(top) + 1))
    own = [
        ("Муниципальная программа", "Развитие образования", "975", "0701", "02 0 00 00000", *row) for row in rows(money)
    ]
    grid = Grid((top, below, numbers, *own[:2], below, *own[2:]), "таблица 1")
    return Printed((Paragraph("Распределение планируемых расходов", "абзац 1"), grid), everything(money))


@form
def sources_within_years(money: Money) -> Printed:
    """As many columns as years times sources, whose header stands at the top of every page with their numbers."""
    labels = ("№ п/п", "Наименование подпрограммы, мероприятия", "ГРБС", "ЦСР")
    columns = [(source, year) for year in money.years for source in (None, *money.sources)]
    top = (*labels, *(f"{year} год" for _, year in columns))
    below = (*labels, *("всего" if source is None else NAMES[source][0] for source, _ in columns))
    numbers = tuple(str(number) for number in range(1, len(top) + 1))
    own = (
        "-" if source and (source, year) not in money.amounts else written(money.sum(source, year))
        for source, year in columns
    )
    row = ("", "Всего по муниципальной программе", "075", "0210000000", *own)
    grid = Grid((top, below, numbers, top, below, numbers, row), "таблица 1")
    expected = {key: amount for key, amount in everything(money).items() if key[1] != "total"}
    return Printed((Paragraph(f"Перечень мероприятий, {UNITS[money.unit]}", "абзац 1"), grid), expected)


@form
def text_table(money: Money) -> Printed:
    lines = [f"Финансирование программы, {UNITS[money.unit]}", ""]
    lines += ["   ".join(("Источник", *(str(year) for year in money.years), "Всего"))]
    lines += ["   ".join(row) for row in rows(money)]
    return text(lines, everything(money))


@form
def tabbed_table(money: Money) -> Printed:
    lines = [f"Финансирование программы, {UNITS[money.unit]}", ""]
    lines += ["\t".join(("Источник", *(f"{year} год" for year in money.years), "Всего"))]
    lines += ["\t".join(row) for row in rows(money)]
    return text(lines, everything(money))


@form
def a_cell_a_line(money: Money) -> Printed:
    lines = [f"Финансирование программы, {UNITS[money.unit]}", "", "Источник финансирования"]
    lines += [*(str(year) for year in money.years), "Всего"]
    lines += [cell for row in rows(money) for cell in row]
    return text(lines, everything(money))


@form
def long_table(money: Money) -> Printed:
    header = ("Источник", "Год", f"Сумма, {UNITS[money.unit]}")
    lines = [(NAMES[source][0], str(year), written(amount)) for (source, year), amount in money.amounts.items()]
    expected = {(source, str(year)): amount for (source, year), amount in money.amounts.items()}
    title = Paragraph("Финансирование программы", "абзац 1")
    return Printed((title, Grid((header, *lines), "таблица 1")), expected)


@form
def passport_of_a_table(money: Money) -> Printed:
    inner = years_under_sources(money)
    cell = "\n".join(one.text for one in inner.blocks if isinstance(one, Paragraph))
    grid = Grid(
        (
            ("Наименование программы", "Муниципальная программа «Развитие образования»"),
            ("Сроки реализации", "2019–2021 годы"),
            ("Объемы и источники финансирования", cell),
        ),
        "таблица 1",
    )
    return Printed((grid,), inner.expected)
