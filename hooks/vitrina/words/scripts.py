"""The site's scripts in the words of its language: in docs/js a sentence stands in Russian, as `say("…")`."""

import json
import re

from vitrina.words.foreign import as_it_is
from vitrina.words.speaker import Words

SENTENCE = re.compile(r'\bsay\(("(?:[^"\\]|\\.)*")\)')


def translated(script: str, words: Words) -> str:
    """The script with each of its sentences as a string of the language."""
    return SENTENCE.sub(lambda said: json.dumps(_said(said[1], words), ensure_ascii=False), script)


def _said(literal: str, words: Words) -> str:
    return as_it_is(words.message(json.loads(literal)))
