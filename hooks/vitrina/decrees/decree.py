"""A decree as a whole: what is read of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.decrees.blocks import Block
from vitrina.decrees.indicators import Indicator, read_indicators
from vitrina.decrees.passport import Passport, read_passport
from vitrina.decrees.reading import Reading, read_money
from vitrina.decrees.text_tables import with_tables


@dataclass(frozen=True, slots=True)
class Decree:
    passport: Passport
    indicators: tuple[Indicator, ...]
    money: Reading


def read_decree(blocks: Sequence[Block]) -> Decree:
    with_their_tables = tuple(with_tables(tuple(blocks)))
    return Decree(read_passport(blocks), read_indicators(with_their_tables), read_money(blocks))
