"""Reads a decree: its money, passport and indicators, each with its place and words; what is not sure says why."""

from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.reading import Reading, read_money
from vitrina.decrees.values import LeftOut, Sum, Value

__all__ = ["Block", "Decree", "Grid", "LeftOut", "Paragraph", "Reading", "Sum", "Value", "read_decree", "read_money"]
