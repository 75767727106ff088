"""The words in the picture of money and prices: its figures and the names of its lines, each where nothing else stands.

What has no such place is left out; the sentence under the heading and the table have it.
"""

from dataclasses import dataclass
from itertools import pairwise

import altair as alt

from vitrina.charts.findings import real_terms as told
from vitrina.charts.kit import layout
from vitrina.charts.kit.layout import Place
from vitrina.charts.kit.lines import Lines, Words
from vitrina.charts.kit.placing import Placing
from vitrina.charts.kit.style import INK, SMALL
from vitrina.charts.money import Money
from vitrina.measures.prices import RealTerms


@dataclass(frozen=True, slots=True)
class Letters:
    """Sizes of the names of lines and of the largest figures."""

    name: int
    figure: int


def labels(money: Money, real: RealTerms, lines: Lines, letters: Letters) -> list[alt.Chart]:
    """Figures first, then what the years ahead are, then the names of the lines."""
    compared = told.compared_years(money)
    if not compared:
        return []
    placing = _Labels(money, real, letters, tuple(compared), Placing(lines))
    placing.lines()
    placing.figures()
    placing.ahead()
    placing.lost()
    placing.real_name()
    placing.nominal_name()
    return placing.placed.layers


@dataclass(frozen=True, slots=True)
class _Labels:
    money: Money
    real: RealTerms
    letters: Letters
    compared: tuple[int, ...]
    placed: Placing

    def nominal(self, year: int) -> Place:
        return self.placed.lines.place(year, self.money.value(year))

    def bought(self, year: int) -> Place:
        return self.placed.lines.place(year, self.money.unit.value(self.real.amounts[year]))

    def lines(self) -> None:
        for years in layout.runs(self.money.funding.years, self.money.stated):
            self.placed.line([self.nominal(year) for year in years])
        self.placed.line([self.bought(year) for year in self.compared])

    def figures(self) -> None:
        """The figures of the finding: where the money began, where it came to, and what that buys."""
        money, first, last, size = self.money, self.compared[0], self.compared[-1], self.letters.figure
        end = money.funding.last_year
        if last != first:
            real_above = self.real.amounts[last] > money.height(last)
            now = Words(money.label(money.height(last)), size, bold=True)
            buys = Words(money.label(self.real.amounts[last]), size, bold=True, colour=INK)
            self.placed.beside(self.nominal(last), now, above=not real_above)
            self.placed.beside(self.bought(last), buys, above=real_above)
        begun = Words(money.label(money.height(first)), size - 3, bold=True, colour=INK)
        self.placed.beside(self.nominal(first), begun, above=True)
        if end != last and money.stated(end):
            self.placed.beside(self.nominal(end), Words(money.label(money.height(end)), SMALL), above=True)

    def ahead(self) -> None:
        """What the years ahead are, under their line or over it."""
        money, last = self.money, self.compared[-1]
        ahead = [year for year in money.funding.years_ahead if money.stated(year) and year > last]
        if not ahead:
            return
        start, (end, y) = self.nominal(ahead[0])[0] - self.placed.lines.step, self.nominal(ahead[-1])
        for text in (money.say("план, цены неизвестны"), money.say("план")):
            words = Words(text, SMALL, italic=True)
            places = (((start + end) / 2, y + side * far) for far in range(20, 160, 6) for side in (1, -1))
            if layout.text_width(text, SMALL) <= end - start and self.placed.write(words, places):
                return

    def lost(self) -> None:
        """The name of the dotted field, as far to the right as it fits between the lines; nothing where it does not."""
        words = Words(self.money.say("съел рост цен"), SMALL, italic=True, ground="var(--tint)")
        upper, lower = ([place(year) for year in self.compared] for place in (self.nominal, self.bought))
        half = layout.text_width(words.text, SMALL) / 2 + 4
        x = upper[-1][0] - half - 4
        under = [x - half, x, x + half, *(a for a, _ in upper if abs(a - x) < half)]
        ceiling, floor = max(_between(upper, at) for at in under), min(_between(lower, at) for at in under)
        if x - half >= upper[0][0] and floor >= ceiling:
            self.placed.write(words, [(x, (ceiling + floor) / 2)])

    def real_name(self) -> None:
        """The name of the lower line, under it."""
        letter, first, last = self.letters.name, self.compared[0], self.compared[-1]
        text = self.money.say("в ценах {base}\u00a0года", base=self.real.base_year)
        start, end = self.bought(first)[0], self.bought(last)[0]
        half = layout.text_width(text, letter, bold=True) / 2
        if 2 * half < end - start:
            lowest = max(self.bought(year)[1] for year in self.compared)
            depth = self.placed.lines.frame.plot_height - lowest
            middles = ((start + end) / 2, start + half + 6, end - half - 6)
            places = ((x, lowest + depth * part) for part in (0.5, 0.35, 0.7) for x in middles)
            self.placed.write(Words(text, letter, bold=True, colour=INK), places)

    def nominal_name(self) -> None:
        """The name of the upper line over it: in one line, else broken in two."""
        letter, name = self.letters.name, self.money.say("в рублях своего года")
        line = [self.nominal(year) for year in self.compared]
        for broken in ([name], layout.lines(name, letter, layout.text_width(name, letter) * 0.65)):
            width, leading = layout.widest(broken, letter), letter + 3
            for left in range(round(line[0][0] + 4), round(line[-1][0] - width), 12):
                peaks = [y for x, y in line if left - 12 < x < left + width + 12]
                under = min([_between(line, left), _between(line, left + width), *peaks])
                for over in (16, 24, 34):
                    places = [(left, under - over - leading * above) for above in reversed(range(len(broken)))]
                    if self.placed.write_lines([Words(text, letter) for text in broken], places):
                        return


def _between(line: list[Place], x: float) -> float:
    """The height of a line at a place, between its points."""
    for (left, a), (right, b) in pairwise(line):
        if left <= x <= right:
            return a + (b - a) * (x - left) / (right - left)
    return line[0][1] if x < line[0][0] else line[-1][1]
