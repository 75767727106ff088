"""Reads the money of a decree out of its text, each amount with its place and words, and never guesses in silence."""

from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.reading import Reading, read_money
from vitrina.decrees.values import LeftOut, Sum, Value

__all__ = ["Block", "Grid", "LeftOut", "Paragraph", "Reading", "Sum", "Value", "read_money"]
