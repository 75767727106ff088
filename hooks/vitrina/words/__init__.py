"""How numbers, money, dates and sentences are written for a reader, and how the numbers of Russian offices are read.

Nothing else in the package formats a figure that a person sees.
"""

from vitrina.words.languages import LANGUAGES
from vitrina.words.speaker import Words, in_every_language

__all__ = ["LANGUAGES", "Words", "in_every_language"]
