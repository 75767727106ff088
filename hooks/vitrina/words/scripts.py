"""The site's scripts in the words of its language: in theme/js a sentence stands in Russian, as `say("…")`."""

import json
import re

from vitrina.words.foreign import as_it_is
from vitrina.words.speaker import Words

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)[ \t]*\n", re.MULTILINE | re.DOTALL)
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
SENTENCE = re.compile(r'\bsay\(("(?:[^"\\]|\\.)*")\)')


def translated(script: str, words: Words) -> str:
    """The script with each of its sentences as a string of the language."""
    return SENTENCE.sub(lambda said: json.dumps(_said(said[1], words), ensure_ascii=False), script)


def without_comments(script: str) -> str:
    """The script as it travels: a comment goes where it has lines of its own; elsewhere it may be within a string.
    What a line begins with goes too: no string of ours is longer than a line."""
    return INDENTATION.sub("", COMMENT.sub("", script))


def _said(literal: str, words: Words) -> str:
    return as_it_is(words.message(json.loads(literal)))
