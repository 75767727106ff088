"""What pages call the territory, whoever is in charge of it, the programme by its kind, and the site itself."""

from dataclasses import dataclass

from vitrina.dataset.programme import City, Programme
from vitrina.dataset.territory import Noun
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.languages import SOURCE_LANGUAGE

MUNICIPAL, STATE, DEPARTMENTAL = "municipal", "state", "departmental"


_TITLES = {
    MUNICIPAL: sentence("Муниципальная программа"),
    STATE: sentence("Государственная программа"),
    DEPARTMENTAL: sentence("Ведомственная целевая программа"),
}


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of one language; the genitive is Russian, elsewhere it is the word itself."""

    territory: str
    """«город», “city”."""
    territory_genitive: str
    authority: str
    """Who answers for the programme: «администрация города», “the city’s administration”."""
    authority_genitive: str
    kind: str
    """Of the programme: municipal, state or departmental."""
    kind_title: str
    """«Муниципальная программа»."""
    has_state_assignments: bool
    """What a state's institutions are ordered is a state assignment, otherwise it is a municipal one."""
    is_official: bool
    """Whether the site is the authority's own."""
    publisher: str
    """What the site is, within a sentence: «неофициальный пересказ», «официальный сайт администрации Дивногорска»."""


def naming_of(city: City, programme: Programme, words: Words) -> Naming:
    """As the pages of a programme speak."""
    return _naming(city, programme.stated_kind or _usual_kind(city), words)


def naming_of_territory(city: City, words: Words) -> Naming:
    """As the pages speak that are about several programmes."""
    return _naming(city, _usual_kind(city), words)


def publisher_of(city: City, words: Words) -> str:
    """What the site is, within a sentence: «неофициальный пересказ», «официальный сайт администрации Дивногорска»."""
    if not city.is_official:
        return words.say("неофициальный пересказ")
    _, office = _forms(city.territory.authority, words)
    return words.say("официальный сайт {office} {name}", office=office, name=genitive_of(city, words))


def genitive_of(city: City, words: Words) -> str:
    """The territory's name as Russian takes it behind another word; elsewhere the name itself."""
    return city.genitive if words.language == SOURCE_LANGUAGE else city.name[words.language]


def _forms(noun: Noun, words: Words) -> tuple[str, str]:
    """Nominative and genitive; a language other than Russian has one form for both."""
    if words.language == SOURCE_LANGUAGE:
        return noun.nominative, noun.genitive
    said = noun.own.get(words.language) or words.message(noun.message)
    return said, said


def _usual_kind(city: City) -> str:
    return STATE if city.territory.is_state else MUNICIPAL


def _naming(city: City, kind: str, words: Words) -> Naming:
    territory, genitive = _forms(city.territory.word, words)
    if kind == DEPARTMENTAL:
        authority, of_authority = (
            words.say("ведомство, которое ведёт программу"),
            words.say("ведомства, которое ведёт программу"),
        )
    else:
        authority, of_authority = (
            words.say("{office} {territory}", office=form, territory=genitive)
            for form in _forms(city.territory.authority, words)
        )
    return Naming(
        territory=territory,
        territory_genitive=genitive,
        authority=authority,
        authority_genitive=of_authority,
        kind=kind,
        kind_title=words.say(_TITLES[kind]),
        has_state_assignments=kind == STATE or city.territory.is_state,
        is_official=city.is_official,
        publisher=publisher_of(city, words),
    )
