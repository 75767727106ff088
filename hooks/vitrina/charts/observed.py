"""What every chart of an indicator speaks about: its values and plans, and the words to tell them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Origin
from vitrina.dataset.programme import Indicator, Observation
from vitrina.measures.series import is_within_a_year
from vitrina.measures.status import Comparison, YearStatus
from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import NO_BREAK_SPACE, decimals_of
from vitrina.words.periods import Period

Figure = tuple[str, str]
"""As it is seen and as it is heard: «≥ 190», «не меньше 190»; both empty where there is none."""


STAGE_NAMES: Mapping[str, str] = {
    "baseline": sentence("исходное значение"),
    "plan": sentence("план"),
    "actual": sentence("факт"),
    "estimate": sentence("оценка"),
    "forecast": sentence("прогноз"),
}
STATUS_NAMES: Mapping[str, str] = {
    "better": sentence("лучше плана"),
    "as-planned": sentence("по плану"),
    "worse": sentence("хуже плана"),
    "not-due": sentence("срок позже данных"),
    "none": sentence("нет данных"),
    "off-plan": sentence("отличается от плана"),
    "no-plan": sentence("план не назван"),
    "in-words": sentence("обещано без числа"),
}
_COLUMNS = {
    "year": sentence("Год"),
    "period": sentence("За какое время"),
    "from": sentence("С какого дня"),
    "to": sentence("По какой день"),
    "stage": sentence("Что это"),
    "group": sentence("Группа"),
    "sign": sentence("Знак"),
    "value": sentence("Значение"),
    "plan_sign": sentence("Знак плана"),
    "plan": sentence("План"),
    "plan_upper": sentence("План, верхняя граница"),
    "status": sentence("Итог"),
    "share": sentence("Доля, %"),
}


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

    def column(self, name: str) -> str:
        """The title of a column of the table behind a picture."""
        return self.words.say(_COLUMNS[name])

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
        if observation.first is None or observation.last is None:
            return self.say("срок не назван")
        return self.words.period(observation.first, observation.last)

    def time(self, observation: Observation) -> str:
        """«2020 год», as it stands at the head of a row."""
        if observation.first is None or observation.last is None:
            return self.say("срок не назван")
        return self.words.time(observation.first, observation.last)

    def when_staged(self, observation: Observation) -> str:
        """The same, saying of what is no fact what it is: a forecast, an estimate."""
        return self.when(observation) if observation.stage == "actual" else self._staged(observation)

    def _staged(self, observation: Observation) -> str:
        return self.say("{when} ({stage})", when=self.when(observation), stage=self.stage(observation))

    def stage(self, observation: Observation) -> str:
        return self.say(STAGE_NAMES[observation.stage])

    def label(self, observation: Observation) -> str:
        """What stands beside a bar: the year, or the day where several values share a year."""
        if observation.first is None or observation.last is None:
            return self.say("срок не назван")
        if observation.first == observation.last:
            return self.words.date(observation.last)
        if Period(observation.first, observation.last).kind == "school_year":
            return f"{observation.first.year}/{observation.last.year % 100:02d}"
        years = [other.last.year for other in self.series if other.last is not None]
        if len(set(years)) == len(years) and observation.first.year == observation.last.year:
            return str(observation.last.year)
        return self.words.date(observation.last)

    def part(self, observation: Observation) -> str:
        """Which part of a year a value covers: «по 20 декабря 2019 года»; empty for a day or whole years."""
        if observation.first is None or observation.last is None or not is_within_a_year(observation):
            return ""
        if (observation.first.month, observation.first.day) == (1, 1) and Period(
            observation.first, observation.last
        ).kind == "span":
            return self.say("по {date}", date=self.words.date(observation.last))
        return self.when(observation)

    def all_of(self, plan: Observation) -> str:
        """The whole of a plan's time, where only a part of it is known: «весь год»."""
        is_year = plan.first is not None and plan.last is not None and Period(plan.first, plan.last).is_year
        return self.say("весь год" if is_year else "весь срок")

    def comparison_of(self, observation: Observation) -> Comparison | None:
        """The plan that a value is laid beside."""
        return next((found for found in self.comparisons if found.actual == observation), None)

    def status(self, found: Comparison | YearStatus) -> str:
        """The status in words; without data, also what it is that there is none of."""
        if found.status != "none" or found.plan is None or found.actual is None:
            return self.say(STATUS_NAMES[found.status])
        if found.plan.last is None:
            return self.say("срок плана не назван")
        if found.is_part:
            return self.say("нет данных за {all}", all=self.all_of(found.plan))
        return self.say("нельзя сравнить" if found.actual.last == found.plan.last else "нет данных на этот день")

    def sentence(self, observation: Observation) -> str:
        """One value as a finished sentence: its group, plan, part of a year, and its stage where it is no fact."""
        group, when = self.group_names.get(observation.id, ""), self.when_staged(observation)
        value = self.words.signed(observation.sign, self.quantity(observation))
        said = first_upper(
            self.say("{group}, {when}: {value}." if group else "{when}: {value}.", group=group, when=when, value=value)
        )
        comparison = self.comparison_of(observation)
        if comparison is None:
            return said
        told = sentence("План {when}: {plan}.")
        if comparison.is_part:
            told = sentence("Это только часть срока, а план {when} целиком: {plan}.")
        if comparison.plan.last is None:
            told = sentence("План без срока: {plan}.")
        return f"{said} {self.say(told, plan=self.signed(comparison.plan), when=self.when(comparison.plan))}"

    def description(self, sentences: Iterable[str]) -> str:
        """What a picture tells: the name once, then a sentence for each value."""
        return " ".join([first_upper(self.say("{name}.", name=self.name)), *sentences])

    @property
    def unit_name(self) -> str:
        """For a subtitle: «детей», “children”, «%»."""
        return self.words.plural(0, *self.unit.split("|")) if "|" in self.unit else self.unit


def _highest(observation: Observation) -> Decimal:
    """The value; of a range its upper end."""
    return observation.upper or observation.value or Decimal(0)


def sign_cell(observation: Observation) -> str | None:
    """The sign for a table to take away; an exact value has none, for a spreadsheet would read «=» as a formula."""
    return None if observation.sign == "=" else observation.sign


def origin_of(*observations: Observation | None) -> Origin:
    """Of a row of a chart's table: the documents of a value and of the plan beside it."""
    known = [one for one in observations if one is not None]
    return Origin.of((one.quotation.document for one in known), *(one.stage for one in known))


def is_ahead(observation: Observation) -> bool:
    """Foreseen, so that it is drawn as a hatch."""
    return observation.stage == "forecast"
