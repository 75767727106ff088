"""What a city sets once: `city.yml`, read with every fault named by its line and its key."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from vitrina.dataset import settings as keys
from vitrina.dataset.cells import ID, TOTAL, UNNAMED, nearest
from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import UnreadableSheet
from vitrina.dataset.languages import ByLanguage
from vitrina.dataset.notation import Broken, Notation, read_notation
from vitrina.dataset.notation import Path as Keys
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import City, Source
from vitrina.dataset.settings import CitySettings, SourceSettings, example_of, names_at, place_of
from vitrina.dataset.spoiled import read_lines
from vitrina.dataset.territory import TERRITORIES, Noun, Territory
from vitrina.words import LANGUAGES
from vitrina.words.languages import SOURCE_LANGUAGE, USUAL_LANGUAGES
from vitrina.words.numbers import Language

FILE = "city.yml"
LARGEST = 200_000  # bytes
_TAKEN = {TOTAL, UNNAMED, "итого", "всего"}
"""What a table says in the column of sources for none of them."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NESTED = {"model_type", "model_attributes_type", "dict_type", "model_class_type"}
"""What pydantic says of a value where there should be keys below a key."""
_OF_SETTINGS = {
    **dict.fromkeys(("text_made_a_date", "power", "logical_value"), "no_words"),
    **dict.fromkeys(("excel_error", "formula"), "copied_cell"),
}
"""Rules of a table's cells, of which something else is to be said here: no column of Excel is to be mended."""


@dataclass(frozen=True, slots=True)
class CityReading:
    """The city, or None and what is wrong with its settings; the names of its sources even then, if they are told."""

    city: City | None
    source_names: Mapping[str, ByLanguage] | None
    problems: tuple[Problem, ...]


def languages_of(folder: Path) -> tuple[Language, ...]:
    """The languages of the city's site; all there are while its settings are at fault, which the build then tells."""
    city = read_city(folder).city
    return city.languages if city else USUAL_LANGUAGES


def no_such_site(city: City, language: Language) -> Problem | None:
    """What stands against a site in this language."""
    hints = {"languages": ", ".join(city.languages)}
    return None if language in city.languages else Problem(FILE, None, "languages", language, "no_such_site", hints)


def read_city(folder: Path) -> CityReading:
    try:
        return read_settings(_text_of(folder / FILE))
    except Broken as broken:
        return _refused(broken)
    except UnreadableSheet as refused:
        return CityReading(None, None, (refused.problem,))


def read_settings(text: str) -> CityReading:
    """The same of the text of the file."""
    try:
        return _read_settings(text)
    except Broken as broken:
        return _refused(broken)


def _refused(broken: Broken) -> CityReading:
    problem = Problem(FILE, broken.line, ".".join(broken.path) or None, None, broken.rule, broken.hints)
    return CityReading(None, None, (problem,))


def _text_of(path: Path) -> str:
    """Raises `Broken` and `UnreadableSheet`."""
    if not path.is_file():
        raise Broken("not_a_file" if path.exists() else "missing_file", None)
    try:
        data = path.read_bytes()
    except OSError:
        raise Broken("unreadable_file", None) from None
    if len(data) > LARGEST:
        raise Broken("settings_too_long", None)
    return read_lines(data, FILE)


@lru_cache(maxsize=1)  # a build asks for the languages before it reads the rest
def _read_settings(text: str) -> CityReading:
    """Raises `Broken`."""
    notation = read_notation(text)
    value = notation.value
    problems = [_problem("repeated_setting", line, path, first=first) for path, line, first in notation.repeated]
    languages = _languages_meant(value)
    sources = _valid_sources(value, languages)
    problems += _source_problems(sources, notation)
    notices = tuple(_markup(value, (), notation))
    if value.get("sources") == {}:
        problems.append(_problem("no_sources", notation.line(("sources",)), ("sources",)))
    try:
        settings = CitySettings.model_validate(value, context=languages)
    except ValidationError as refused:
        problems += _setting_problems(refused, notation)
        return CityReading(None, _source_names(value, sources), (*problems, *notices))
    return CityReading(None if problems else _city(settings), _source_names(value, sources), (*problems, *notices))


def _markup(value: Any, path: Keys, notation: Notation) -> Iterator[Problem]:
    """Texts with the elements of a web page in them, which a site shows as they are typed."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _markup(inside, (*path, key), notation)
    elif isinstance(value, str) and (tag := _TAG.search(value)):
        problem = _problem("markup_in_setting", notation.line(path), path, value, tag=tag[0])
        yield replace(problem, severity="notice")


def _languages_meant(value: Mapping[str, Any]) -> tuple[str, ...]:
    """What the texts are held against, also where a language is at fault: that is said once, at its own line."""
    key = next((key for key in value if nearest(key, ["languages"])), "languages")
    meant = value.get(key)
    listed = tuple(one for one in meant if isinstance(one, str)) if isinstance(meant, list) else ()
    return listed or ((meant,) if meant == SOURCE_LANGUAGE else USUAL_LANGUAGES)


def _valid_sources(value: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, SourceSettings]:
    """Those with which nothing is wrong."""
    told = value.get("sources")
    valid: dict[str, SourceSettings] = {}
    for key, source in told.items() if isinstance(told, dict) else ():
        try:
            valid[key] = SourceSettings.model_validate(source, context=languages)
        except ValidationError:
            continue
    return valid


def _source_names(value: Mapping[str, Any], valid: Mapping[str, SourceSettings]) -> dict[str, ByLanguage] | None:
    """The sources' ids with their names, or with the ids where a name is at fault: money is checked all the same.

    Not where an id is at fault: every amount of the source would be.
    """
    told = value.get("sources")
    if not isinstance(told, dict) or not all(map(_is_id, told)):
        return None
    unnamed: dict[str, ByLanguage] = {key: dict.fromkeys(LANGUAGES, str(key)) for key in told}
    return unnamed | {key: source.name for key, source in valid.items()}


def _is_id(key: str) -> bool:
    try:
        return bool(ID.read(key))
    except PydanticCustomError:
        return False


def _source_problems(sources: Mapping[str, SourceSettings], notation: Notation) -> Iterator[Problem]:
    """Names that a table or a chart could not tell from another source, or from the total of them all."""
    taken = {("name", key): key for key in sources}
    for key, source in sources.items():
        if key in _TAKEN:
            yield _problem("source_reserved", notation.line(("sources", key)), ("sources", key), key)
        for name in ("name", "short"):
            texts: ByLanguage = getattr(source, name)
            # A text that is the same in several languages is told of once, in the main one.
            for text, language in {text: language for language, text in list(texts.items())[::-1]}.items():
                said = text.casefold().replace("ё", "е")
                whose = taken.setdefault((name, said), key)
                path: Keys = ("sources", key, name, language)
                path = path if path in notation.lines else path[:-1]
                if said in _TAKEN:
                    yield _problem("source_reserved", notation.line(path), path, text)
                elif whose != key:
                    yield _problem("source_name_taken", notation.line(path), path, text, first=whose)


def _setting_problems(refused: ValidationError, notation: Notation) -> Iterator[Problem]:
    errors = [
        (tuple(str(part) for part in error["loc"] if part != "[key]"), error["type"], error["input"], error.get("ctx"))
        for error in refused.errors(include_url=False)
    ]
    missing = {path for path, kind, *_ in errors if kind == "missing"}
    for path, kind, found, hints in errors:
        if kind == "extra_forbidden":
            yield _unknown(path, missing, notation)
        elif kind != "missing":
            yield _wrong_setting(path, notation.line(path), kind, found, hints)
    for path in sorted(missing):
        if below := names_at(path):
            yield _problem("missing_settings", notation.line(path), path, names=", ".join(below))
        else:
            yield _problem("missing_setting", notation.line(path), path, example=f'{path[-1]}: "{example_of(path)}"')


def _unknown(path: Keys, missing: set[Keys], notation: Notation) -> Problem:
    """A key that there is not: most likely another that is misspelt, or one that stands in the wrong place."""
    *above, key = path
    there = {lines[-1] for lines in notation.lines if lines[:-1] == tuple(above) and len(lines) == len(path)}
    meant = nearest(key, [name for name in names_at(tuple(above)) if name not in there])
    missing.discard((*above, meant))  # said once: the missing setting is this one
    if meant:
        return _problem("unknown_setting", notation.line(path), path, mended=meant)
    if place := place_of(key):
        missing.discard(tuple(place.split(".")))
        return _problem("misplaced_setting", notation.line(path), path, place=place)
    return _problem("unknown_setting", notation.line(path), path)


def _wrong_setting(path: Keys, line: int, kind: str, found: Any, hints: Mapping[str, str | int] | None) -> Problem:
    value = found if isinstance(found, str) else str((hints or {}).get("language", "")) or None
    if kind in _NESTED:
        names = ", ".join(names_at(path)) or "budget"
        return _problem("settings_below", line, path, value, names=names)
    rule = _OF_SETTINGS.get(kind, kind)
    return _problem(rule, line, path, value, **{"example": example_of(path) or "budget", **(hints or {})})


def _territory(names: keys.Names) -> Territory:
    usual = TERRITORIES[names.kind]
    return Territory(_noun(names.word, usual.word), _noun(names.authority, usual.authority), usual.is_state)


def _noun(setting: keys.Noun | None, usual: Noun) -> Noun:
    if setting is None:
        return usual
    own = {language: text for language in LANGUAGES if (text := getattr(setting, language, None))}
    return Noun(getattr(setting, SOURCE_LANGUAGE), setting.genitive, usual.message, own)


def _city(settings: CitySettings) -> City:
    return City(
        territory=_territory(settings.city),
        name=settings.city.name,
        genitive=settings.city.genitive,
        region=settings.city.region,
        title=settings.site.title,
        repository=settings.site.repository,
        contacts=settings.contacts,
        licence=settings.licence,
        sources=tuple(Source(key, source.name, source.short, source.pays) for key, source in settings.sources.items()),
        languages=settings.languages,
        is_official=settings.publisher == "official",
        is_sample=settings.sample == "true",
    )


def _problem(
    rule: str, line: int | None = None, path: Keys = (), value: str | None = None, **hints: str | int
) -> Problem:
    return Problem(FILE, line, ".".join(path) or None, value, rule, hints)


describe(
    "no_such_site",
    "«{value}» — сайта на этом языке нет.",
    "Названы только {languages}: добавьте язык в список или стройте сайт на них.",
)
describe(
    "settings_too_long", "файл слишком длинный для настроек.", "Оставьте в нём только то, что описано в комментариях."
)
describe("repeated_setting", "эта настройка стоит дважды, первый раз в строке {first}.", "Оставьте одну.")
describe(
    "no_sources", "не назван ни один источник денег.", "Опишите источники, как в примере из README.md набора данных."
)
describe(
    "markup_in_setting",
    "«{value}» — разметка {tag} здесь не действует: её знаки будут видны на сайте как есть.",
    "Уберите её, если это не часть названия.",
)
describe(
    "source_reserved",
    "источник не может называться «{value}»: в таблицах это слово значит другое.",
    "Дайте источнику другое имя.",
)
describe(
    "source_name_taken",
    "«{value}» — так уже зовут источник {first}: в таблицах и на графиках их не различить.",
    "Дайте каждому источнику своё название.",
)
describe(
    "missing_settings", "этой настройки нет.", "Добавьте её и строками ниже, с отступом, всё, что в ней стоит: {names}."
)
describe(
    "missing_setting",
    "этой настройки нет.",
    'Добавьте её, например: {example}. Если значения нет, поставьте "" там, где пустое разрешено.',
)
describe("unknown_setting", "такой настройки нет.", "Удалите её.", write="Может быть, это {mended}: исправьте имя.")
describe(
    "misplaced_setting",
    "здесь такой настройки нет, её место — {place}.",
    "Перенесите её туда или исправьте отступ: он говорит, к чему строка относится.",
)
describe(
    "no_words",
    "«{value}» — это дата, число или «истина» и «ложь», а здесь нужны слова.",
    'Впишите их в кавычках, например "{example}".',
)
describe(
    "copied_cell",
    "«{value}» — это ошибка или формула Excel, скопированная из его ячейки, а не текст.",
    'Впишите сам текст в кавычках, например "{example}".',
)
describe(
    "settings_below",
    "здесь должно стоять не одно значение, а вложенные настройки.",
    "Напишите их строками ниже, с отступом, каждую со своим именем: {names}.",
)
