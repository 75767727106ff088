"""A text of the dataset that is written in each language of the site."""

from collections.abc import Mapping

from vitrina.words.numbers import Language

ByLanguage = Mapping[Language, str]
"""The same said in every language: `title["ru"]`."""
