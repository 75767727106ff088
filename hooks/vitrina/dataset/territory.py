"""What sentences call the territory and whoever is in charge of it: «программа города», «администрация района»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vitrina.words.catalogue import sentence
from vitrina.words.numbers import Language


@dataclass(frozen=True, slots=True)
class Noun:
    """A word in the forms that sentences take it in."""

    nominative: str
    genitive: str
    """Of the Russian word, as the nominative: «города»."""
    message: str
    """The sentence whose translation other languages take."""
    own: Mapping[Language, str] = field(default_factory=dict)
    """In other languages, where a city says them itself."""


ADMINISTRATION = Noun("администрация", "администрации", sentence("администрация"))
GOVERNMENT = Noun("правительство", "правительства", sentence("правительство"))
_DISTRICT = Noun("округ", "округа", sentence("округ", context="муниципальный округ"))
_REGION = Noun("округ", "округа", sentence("округ", context="автономный округ"))


@dataclass(frozen=True, slots=True)
class Territory:
    """A kind of territory, with what a city's settings say otherwise in place of the usual words."""

    word: Noun
    authority: Noun
    """The office itself: «администрация», not «администрация города»."""
    is_state: bool = False
    """Whether its programmes are state ones; else it governs itself, and they are municipal."""


def _local(word: Noun) -> Territory:
    return Territory(word, ADMINISTRATION)


def _state(word: Noun) -> Territory:
    return Territory(word, GOVERNMENT, is_state=True)


TERRITORIES = {
    "city": _local(Noun("город", "города", sentence("город"))),
    "settlement": _local(Noun("поселение", "поселения", sentence("поселение"))),
    "district": _local(Noun("район", "района", sentence("район"))),
    "municipal-okrug": _local(_DISTRICT),
    "urban-okrug": _local(_DISTRICT),
    "krai": _state(Noun("край", "края", sentence("край"))),
    "oblast": _state(Noun("область", "области", sentence("область"))),
    "republic": _state(Noun("республика", "республики", sentence("республика"))),
    "autonomous-okrug": _state(_REGION),
    "federal-city": _state(Noun("город", "города", sentence("город"))),
}
"""By the id that `city.yml` names it with."""

_ADJECTIVES = {"муниципальн": "municipal", "государственн": "state", "ведомственн": "departmental"}
_KIND = re.compile("|".join(_ADJECTIVES), re.IGNORECASE)
_KIND_OF_PROGRAMME = re.compile(rf"({_KIND.pattern})\w*\s+(?:целевая\s+)?программа\b", re.IGNORECASE)


def read_kind(words: str) -> str | None:
    """The kind of programme that the words name first, municipal, state or departmental; None where they name none."""
    found = _KIND.search(words)
    return _ADJECTIVES[found[0].casefold()] if found else None


def kind_of_name(name: str) -> str | None:
    """The same, told by how an official name begins: «Государственная программа области «…»»."""
    return read_kind(name) if _KIND_OF_PROGRAMME.match(name) else None
