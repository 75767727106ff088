"""Our plain words with their references filled in: every figure comes from the dataset, in the reader's language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from vitrina.dataset.cells import TOTAL, suggested
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import Observation, Programme, Translated
from vitrina.dataset.references import Reference, parse, references
from vitrina.dataset.tables import TABLES
from vitrina.measures.funding import FundingByYear, change
from vitrina.measures.known import Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.stated import funding_of
from vitrina.words import Words
from vitrina.words.numbers import Language, decimals_of
from vitrina.words.provenance import SaidFigures, total_of

Measure = TypeVar("Measure", int, Decimal)

_OF_MONEY = {"amount", "change", "source"}
_PLAIN = frozenset((table.name, column) for table in TABLES for column in table.plain)


@dataclass(frozen=True, slots=True, eq=False)
class Filling:
    """Fills the references of one programme's texts. Raises `KeyError` for what the checks would not have let by."""

    programme: Programme
    funding: FundingByYear
    observations: Mapping[str, Observation]
    """By the id that a text refers to: what is in force in its place, so that a restated figure is so in every text."""

    def text(
        self, table: str, identity: str, column: str, language: Language, said: SaidFigures | None = None
    ) -> Translated:
        """A text of the dataset, its figures written in the language that the text itself is in, with their marks where
        it is told whose figures they are."""
        return self._filled(table, column, self.programme.text(table, identity, column, language), said)

    def text_or_none(
        self, table: str, identity: str, column: str, language: Language, said: SaidFigures | None = None
    ) -> Translated | None:
        """The same of a column that may be empty."""
        found = self.programme.text_or_none(table, identity, column, language)
        return self._filled(table, column, found, said) if found else None

    def _filled(self, table: str, column: str, found: Translated, said: SaidFigures | None) -> Translated:
        """A brace in a name or in the document's words is a brace: only in our own words it stands for a figure."""
        is_plain = (table, column) in _PLAIN
        return replace(found, text=self.fill(found.text, Words(found.language, said=said))) if is_plain else found

    def fill(self, text: str, words: Words) -> str:
        return "".join(self._written(part, words) if isinstance(part, Reference) else part for part in parse(text))

    def unit(self, observation: Observation, words: Words) -> str:
        """«%», or the forms of what is counted, in the language."""
        return self.programme.text("indicators", observation.indicator, "unit", words.language).text

    def value(self, observation: Observation, words: Words) -> str:
        """«404 ребёнка»."""
        return words.quantity(_known(observation), self.unit(observation, words))

    def signed(self, observation: Observation, words: Words) -> str:
        """«не меньше 75 %»."""
        return words.signed(observation.sign, self.value(observation, words))

    def when(self, observation: Observation, words: Words) -> str:
        """«на 1 января 2021 года»."""
        if observation.first is None or observation.last is None:
            raise KeyError(observation.id)
        return words.period(observation.first, observation.last)

    def _written(self, reference: Reference, words: Words) -> str:
        match reference.points_at:
            case "observation":
                return self._observation(reference, words)
            case "observations" | "two":
                return self._together(reference, words)
            case "amount" | "change" | "source":
                return self._money(reference, words)
            case _:
                return f"{self.funding.first_year}–{self.funding.last_year}"

    def _observation(self, reference: Reference, words: Words) -> str:
        observation = self.observations[reference.arguments[0]]
        match reference.kind:
            case "value":
                return self.value(observation, words)
            case "sign":
                return self.signed(observation, words)
            case "when":
                return self.when(observation, words)
            case _:
                value = _known(observation)
                return words.number(value, decimals_of(value))

    def _together(self, reference: Reference, words: Words) -> str:
        """A sum, or the first less the second, in the unit of the first; shares differ by percentage points."""
        rows = [self.observations[identity] for identity in reference.arguments]
        unit = self.unit(rows[0], words)
        values = [_known(row) for row in rows]
        if reference.kind == "sum":
            return words.quantity(total_of(values), unit)
        difference = values[0] - values[1]
        return words.points(difference) if unit == "%" else words.quantity(difference, unit)

    def _money(self, reference: Reference, words: Words) -> str:
        source = reference.arguments[0]
        if reference.kind == "share":
            return words.percent(_told(self.funding.share_of(source)))
        if reference.kind == "change":
            return words.more_or_less(_told(self._change(reference)))
        kopecks = _told(self._measure(source, reference.arguments[1]))
        return words.exact_thousand(kopecks) if reference.kind == "exact" else words.money(kopecks)

    def money_unknown(self, reference: Reference) -> tuple[str, Mapping[str, str | int]] | None:
        """Why an amount or a share cannot be written: a rule and its hints; None where it can."""
        source, year = reference.arguments[0], (*reference.arguments, TOTAL)[1]
        is_told = source in self.funding.sources or (source == TOTAL and reference.kind != "share")
        if not is_told and source not in {*self.programme.money["source"]} - {TOTAL}:
            hints = {"id": source, "target": "money.csv", **suggested(source, self.funding.sources)}
            return "reference_nowhere", hints
        if is_told and not isinstance(self._asked(reference), Missing):
            return None
        if year == TOTAL or reference.kind == "change":
            return "reference_sum_unknown", {}
        return "reference_not_stated", {"year": year}

    def _asked(self, reference: Reference) -> Decimal | int | Missing:
        match reference.kind:
            case "share":
                return self.funding.share_of(reference.arguments[0])
            case "change":
                return self._change(reference)
            case _:
                return self._measure(*reference.arguments)

    def _change(self, reference: Reference) -> Decimal | Missing:
        """By how many percent the later year named has more or less than the earlier one."""
        source, before, year = reference.arguments
        found = change(int(before), self._measure(source, before), int(year), self._measure(source, year))
        return found if isinstance(found, Missing) else found.percent

    def _measure(self, source: str, year: str) -> int | Missing:
        """Totals are the sums of their parts, as everywhere on the site; what the document prints is on the check."""
        if year == TOTAL:
            return self.funding.grand if source == TOTAL else self.funding.total_of(source)
        return self.funding.total(int(year)) if source == TOTAL else self.funding.amount(source, int(year))


def filling_of(programme: Programme) -> Filling:
    """The texts of one programme with what they refer to."""
    return Filling(programme, funding_of(programme), ledger(programme).in_force_by_id)


def money_reference_problems(programme: Programme) -> Iterator[Problem]:
    """The references of our plain words to money that no document in force states."""
    filling = filling_of(programme)
    for (table, identity, column), text in programme.texts.russian.items():
        for reference in references(text) if (table, column) in _PLAIN else ():
            unknown = filling.money_unknown(reference) if reference.points_at in _OF_MONEY else None
            if unknown:
                row = programme.texts.rows[table, identity, column]
                file = f"programmes/{programme.id}/{table}.csv"
                yield Problem(file, row, column, reference.written, *unknown)


def _told(measure: Measure | Missing) -> Measure:
    if isinstance(measure, Missing):
        raise KeyError(measure.reason)
    return measure


def _known(observation: Observation) -> Decimal:
    if observation.value is None:
        raise KeyError(observation.id)
    return observation.value


describe(
    "reference_sum_unknown",
    "«{value}» — этой суммы или доли не узнать: часть денег в документах не названа.",
    "Скажите это словами или назовите год, за который сумма известна.",
)
describe(
    "reference_not_stated",
    "«{value}» — документ не называет этих денег за {year} год.",
    "Исправьте год или источник или скажите это словами.",
)
