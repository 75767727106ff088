"""Where each language lives: the Russian site is the root, every other a folder of it, each with its own settings."""

from collections.abc import Mapping

from vitrina.words.numbers import Language

SETTINGS: Mapping[Language, str] = {"ru": "mkdocs.yml", "en": "mkdocs.en.yml"}
"""MkDocs' settings. Russian first: building it empties the folder that the others lie in."""
FOLDERS: Mapping[Language, str] = {"ru": "", "en": "en"}
"""The folder of a language's pages within the site; the root's name is empty."""
