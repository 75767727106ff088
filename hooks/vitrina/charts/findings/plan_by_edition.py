"""What the chart of editions is drawn of and says: the years whose plan moved, and which moved furthest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitrina.charts.unit import Unit, unit_for
from vitrina.measures.plans import EditionPlan
from vitrina.words import Words
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Step:
    """A plan of a year that differs from the one before: the number of its edition, from 1, and its kopecks."""

    edition: int
    kopecks: int


@dataclass(frozen=True, slots=True)
class Editions:
    """What each edition plans, in the order of the editions, with their documents' names and the line of sources."""

    plans: Sequence[EditionPlan]
    titles: tuple[str, ...]
    source: str
    words: Words

    @property
    def unit(self) -> Unit:
        return unit_for(kopecks for plan in self.plans for kopecks in plan.amounts.values())

    @property
    def years(self) -> list[int]:
        return sorted({year for plan in self.plans for year in plan.amounts})

    @property
    def moved(self) -> Mapping[int, tuple[Step, ...]]:
        """The years whose plan moved, the earliest first."""
        steps = {year: self._steps(year) for year in self.years}
        return {year: moves for year, moves in steps.items() if len(moves) > 1}

    def _steps(self, year: int) -> tuple[Step, ...]:
        """What was said of a year, each time that it was another amount."""
        found: list[Step] = []
        for number, plan in enumerate(self.plans, 1):
            kopecks = plan.amounts.get(year)
            if kopecks is not None and (not found or found[-1].kopecks != kopecks):
                found.append(Step(number, kopecks))
        return tuple(found)


def subtitle(editions: Editions) -> str:
    return editions.words.say(
        "План каждого года в каждой редакции, {unit}. Кружок: прежняя редакция, точка: последнее слово",
        unit=editions.words.unit(editions.unit.scale),
    )


def finding(editions: Editions) -> str:
    """The year whose plan moved furthest from its first to its last amount."""
    moved, unit, words = editions.moved, editions.unit, editions.words
    year = max(moved, key=lambda one: abs(moved[one][-1].kopecks - moved[one][0].kopecks))
    first, last = moved[year][0].kopecks, moved[year][-1].kopecks
    if first == last:
        return words.say("План меняли, но вернулись к первым суммам")
    grew = sentence("План на {year}\u00a0год вырос с первой редакции на {difference}: с {before} до {after}")
    shrank = sentence("План на {year}\u00a0год уменьшился с первой редакции на {difference}: с {before} до {after}")
    return words.say(
        grew if last > first else shrank,
        year=year,
        difference=words.money(abs(last - first)),
        before=unit.label(words, first),
        after=words.in_scale(last, unit.scale, 1),
    )


def description(editions: Editions) -> str:
    """A sentence a year."""
    unit, words, sentences = editions.unit, editions.words, []
    for year, steps in editions.moved.items():
        amounts = " → ".join(words.in_scale(step.kopecks, unit.scale, 1) for step in steps)
        sentences.append(words.say("План на {year}\u00a0год: {amounts}.", year=year, amounts=amounts))
    return " ".join(sentences)


def sentence_of(editions: Editions, year: int, step: Step) -> str:
    said = sentence("План на {year}\u00a0год в редакции {number}: {amount}.")
    return editions.words.say(said, year=year, number=step.edition, amount=editions.words.money(step.kopecks))
