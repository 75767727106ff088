"""What every chart of an indicator speaks about: its values and plans, and the words to tell them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vitrina.dataset.programme import Indicator, Observation
from vitrina.dataset.tables.choices import OBSERVATION_STAGES
from vitrina.measures.series import is_within_a_year
from vitrina.measures.status import Comparison
from vitrina.words import Words
from vitrina.words.numbers import NO_BREAK_SPACE, decimals_of
from vitrina.words.periods import Period
from vitrina.words.provenance import or_zero

Figure = tuple[str, str]
"""As it is seen and as it is heard: «≥ 190», «не меньше 190»; both empty where there is none."""


@dataclass(frozen=True, slots=True)
class Observed:
    """An indicator with its values, as one language tells them."""

    indicator: Indicator
    name: str
    unit: str
    """«%», or the forms of what is counted, in the language."""
    group_names: Mapping[str, str]
    """Of observations by their id."""
    series: tuple[Observation, ...]
    undated: tuple[Observation, ...]
    """Values for everybody together of which the document does not say when."""
    groups: tuple[Observation, ...]
    whole: Observation | None
    """What the groups are parts of."""
    comparisons: tuple[Comparison, ...]
    words: Words
    source: str
    """Where the values for everybody together stand, for the line under a chart."""
    groups_source: str

    def say(self, text: str, **values: object) -> str:
        return self.words.say(text, **values)

    def figure(self, observation: Observation) -> str:
        """The value alone, in percent where it is a share: «436», «62 %»."""
        if self.indicator.is_share:
            return self.quantity(observation)
        return self._of_range(observation, self.amount(_highest(observation)))

    def quantity(self, observation: Observation) -> str:
        """The value with its unit: «436 консультаций»."""
        return self._of_range(observation, self.words.quantity(_highest(observation), self.unit))

    def amount(self, value: Decimal) -> str:
        """A number with the decimals that it has, without its unit."""
        return self.words.number(value, decimals_of(value))

    def _of_range(self, observation: Observation, highest: str) -> str:
        """«60–75 %» of a plan that is a range."""
        if observation.upper is None or observation.value is None:
            return highest
        return self.say("{lowest}–{highest}", lowest=self.amount(observation.value), highest=highest)

    def signed(self, observation: Observation, figure: str | None = None) -> str:
        """«не меньше 190»: the figure with its sign in words."""
        return self.words.signed(observation.sign, figure or self.figure(observation))

    def short(self, observation: Observation) -> str:
        """«≥ 190»: where there is room for a figure alone."""
        sign = "" if observation.sign == "=" else f"{observation.sign}{NO_BREAK_SPACE}"
        return sign + self.figure(observation)

    def seen_and_heard(self, observation: Observation | None) -> Figure:
        return ("", "") if observation is None else (self.short(observation), self.signed(observation))

    def difference(self, amount: Decimal) -> str:
        """How far apart two values are, without regard to which is larger: «150», «13 процентных пунктов»."""
        size = abs(amount)
        return self.words.points(size) if self.indicator.is_share else self.amount(size)

    def when(self, observation: Observation) -> str:
        """«за 2020 год»; «срок не назван» where the document names none."""
        return self._timed(observation, self.words.period)

    def time(self, observation: Observation) -> str:
        """«2020 год», as it stands at the head of a row."""
        return self._timed(observation, self.words.time)

    def _timed(self, observation: Observation, named: Callable[[date, date], str]) -> str:
        if observation.first is None or observation.last is None:
            return self.say("срок не назван")
        return named(observation.first, observation.last)

    def when_staged(self, observation: Observation) -> str:
        """The same, saying of what is no fact what it is: a forecast, an estimate."""
        when, stage = self.when(observation), self.stage(observation)
        return when if observation.stage == "actual" else self.say("{when} ({stage})", when=when, stage=stage)

    def stage(self, observation: Observation) -> str:
        return self.words.message(OBSERVATION_STAGES[observation.stage])

    def label(self, observation: Observation) -> str:
        """What stands beside a bar: the year, or the day where several values share a year."""
        return self._timed(observation, self._label)

    def _label(self, first: date, last: date) -> str:
        if Period(first, last).kind == "school_year":
            return f"{first.year}/{last.year % 100:02d}"
        years = [other.last.year for other in self.series if other.last is not None]
        shows_year = first != last and first.year == last.year and len(set(years)) == len(years)
        return str(last.year) if shows_year else self.words.date(last)

    def part(self, observation: Observation) -> str:
        """Which part of a year a value covers: «по 20 декабря 2019 года»; empty for a day or whole years."""
        return self._timed(observation, self._part) if is_within_a_year(observation) else ""

    def _part(self, first: date, last: date) -> str:
        if (first.month, first.day) == (1, 1) and Period(first, last).kind == "span":
            return self.say("по {date}", date=self.words.date(last))
        return self.words.period(first, last)

    def all_of(self, plan: Observation) -> str:
        """The whole of a plan's time, where only a part of it is known: «весь год»."""
        is_year = plan.first is not None and plan.last is not None and Period(plan.first, plan.last).is_year
        return self.say("весь год" if is_year else "весь срок")

    def comparison_of(self, observation: Observation) -> Comparison | None:
        """The plan that a value is laid beside."""
        return next((found for found in self.comparisons if found.actual == observation), None)

    @property
    def unit_name(self) -> str:
        """For a subtitle: «детей», “children”, «%»."""
        return self.words.plural(0, *self.unit.split("|")) if "|" in self.unit else self.unit


def _highest(observation: Observation) -> Decimal:
    """The value; of a range its upper end."""
    return or_zero(observation.upper or observation.value)


def is_ahead(observation: Observation) -> bool:
    """Foreseen, so that it is drawn as a hatch."""
    return observation.stage == "forecast"
