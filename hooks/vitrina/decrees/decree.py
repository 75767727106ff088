"""A decree as a whole: what is read of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vitrina.decrees import naming
from vitrina.decrees.amended import read_amended
from vitrina.decrees.amendments import Amendment, read_amendments
from vitrina.decrees.blocks import Block
from vitrina.decrees.continued import continued
from vitrina.decrees.indicator_sentences import told_indicators
from vitrina.decrees.indicators import Indicator, read_indicators, without_repetition
from vitrina.decrees.passport import Passport, read_passport
from vitrina.decrees.programmes import names_several
from vitrina.decrees.reading import Reading, read_money
from vitrina.decrees.text_tables import with_tables
from vitrina.decrees.values import LeftOut


@dataclass(frozen=True, slots=True)
class Decree:
    passport: Passport
    indicators: tuple[Indicator, ...]
    money: Reading
    amendments: tuple[Amendment, ...] = ()
    """The orders of a decree that amends a programme; none of one that is the programme itself."""

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Of money and of tables of indicators."""
        return (*self.money.left_out, *(left for one in self.indicators for left in one.unread))

    @property
    def is_whole(self) -> bool:
        """Whether it holds the whole programme, and not some parts of it."""
        replaces = any(one.subject == "programme" for one in self.amendments)
        return bool(self.passport.of("name")) and (replaces or not self.amendments)


def read_decree(blocks: Sequence[Block]) -> Decree:
    decree = _read(blocks)
    return replace(decree, money=_with_numbers(decree.money, decree.passport))


def _with_numbers(money: Reading, passport: Passport) -> Reading:
    """The money, where a subprogramme that a table calls by its name has the number that the passport gives it."""
    parts = enumerate(passport.of("subprogramme"), 1)
    numbers = {one.text.lower(): f"subprogramme-{one.number or place}" for place, one in parts}

    def line(name: str) -> str:
        return naming.with_number(name, numbers)

    return replace(
        money,
        values=tuple(replace(one, line=line(one.line), parent=line(one.parent)) for one in money.values),
        sums=tuple(replace(one, line=line(one.line)) for one in money.sums),
        codes=tuple(replace(one, line=line(one.line)) for one in money.codes),
        services=tuple(replace(one, line=line(one.line)) for one in money.services),
    )


def _read(blocks: Sequence[Block]) -> Decree:
    if amendments := read_amendments(blocks):
        return Decree(*read_amended(amendments), amendments.orders)
    with_their_tables = tuple(continued(with_tables(tuple(blocks))))
    indicators = without_repetition((*read_indicators(with_their_tables), *told_indicators(blocks)))
    if names_several(blocks):
        indicators = tuple(one.of_unknown_line() for one in indicators)
    return Decree(read_passport(blocks), indicators, read_money(blocks))
