"""What a city sets once: `city.yml`, read with every fault named by its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import TOTAL, UNNAMED, nearest, refuse, seen
from vitrina.dataset.languages import Both
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import City, Contacts, Licence, Source
from vitrina.dataset.territory import TERRITORIES, Noun, Territory
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

FILE = "city.yml"
LARGEST = 200_000  # bytes
_DEEPEST = 6
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)

Written = Annotated[
    str, StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\t\r\n]+$"), AfterValidator(seen)
]
SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Address = Annotated[str, StringConstraints(pattern=r"^(https://[^\s\"'<>]+)?$", max_length=500)]
Contact = Annotated[str, StringConstraints(pattern=r"^[^\t\r\n]*$", max_length=500), AfterValidator(seen)]
Email = Annotated[str, StringConstraints(pattern=r"^([^\s@<>\"':]+@[^\s@<>\"':]+)?$", max_length=200)]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _InBoth(_Settings):
    ru: Written
    en: Written


class _InRussian(_Settings):
    ru: Written
    en: Any = None
    """May stay where the English site is given up; nobody reads it."""


_ALONE = TypeAdapter(Written)


def _text(setting: Any, info: ValidationInfo) -> Both:
    """A text in each language of the site, which the context names; in one language also without its code."""
    if "en" in (info.context or LANGUAGES):
        if isinstance(setting, str):
            raise PydanticCustomError("setting_by_language", "a text for each language")
        both = _InBoth.model_validate(setting)
        return Both(both.ru, both.en)
    alone = _ALONE.validate_python(setting) if isinstance(setting, str) else _InRussian.model_validate(setting).ru
    return Both(alone, alone)  # an English message about the tables has no other name to give


Text = Annotated[Both, PlainValidator(_text)]


def _known_languages(setting: Any) -> tuple[Language, ...]:
    """Each known and named once, and Russian among them."""
    if not isinstance(setting, list) or not setting or not all(isinstance(one, str) for one in setting):
        raise PydanticCustomError("languages_not_listed", "a list of languages")
    for place, one in enumerate(setting):
        if one not in LANGUAGES:
            raise PydanticCustomError("unknown_language", "a known language", {"language": one})
        if one in setting[:place]:
            raise PydanticCustomError("repeated_language", "each language once", {"language": one})
    if "ru" not in setting:
        raise PydanticCustomError("no_russian", "Russian among the languages")
    return tuple(setting)


class _Noun(_Settings):
    ru: Written
    genitive: Written
    en: Written | None = None


def _known_territory(kind: str) -> str:
    if kind not in TERRITORIES:
        meant = nearest(kind, TERRITORIES)
        raise refuse("unknown_choice", choices=", ".join(TERRITORIES), **({"mended": meant} if meant else {}))
    return kind


class _Names(_Settings):
    kind: Annotated[str, AfterValidator(_known_territory)] = "city"
    word: _Noun | None = None
    """What people call the territory, where it is not the usual word of its kind."""
    authority: _Noun | None = None
    """The same of the office that is in charge of it."""
    name: Text
    genitive: Written
    region: Text


class _Site(_Settings):
    title: Text
    repository: Address


class _Contacts(_Settings):
    organisation: Contact
    email: Email
    phone: Contact
    address: Contact


class _Licence(_Settings):
    name: Text
    text: Text
    address: Address


class _Source(_Settings):
    name: Text
    short: Text
    pays: Text


class CitySettings(_Settings):
    """The keys of `city.yml`."""

    languages: Annotated[tuple[Language, ...], PlainValidator(_known_languages)] = Field(default=LANGUAGES)
    city: _Names
    site: _Site
    contacts: _Contacts
    licence: _Licence
    sources: dict[SourceId, _Source]
    publisher: Literal["official", "unofficial"] = "unofficial"
    """Whether the site is the authority's own, or somebody else's retelling."""
    sample: Literal["true", "false"] = "false"
    """Whether all of it is invented, to show what a site looks like."""


@dataclass(frozen=True, slots=True)
class CityReading:
    """The city, or None and what is wrong with its settings; the names of its sources even then, if they are told."""

    city: City | None
    source_names: Mapping[str, Both] | None
    problems: tuple[Problem, ...]


def languages_of(folder: Path) -> tuple[Language, ...]:
    """The languages of the city's site; all there are while its settings are at fault, which the build then tells."""
    city = read_city(folder).city
    return city.languages if city else LANGUAGES


def no_such_site(city: City, language: Language) -> Problem | None:
    """What stands against a site in this language."""
    hints = {"languages": ", ".join(city.languages)}
    return None if language in city.languages else Problem(FILE, None, "languages", language, "no_such_site", hints)


def read_city(folder: Path) -> CityReading:
    path = folder / FILE
    if not path.exists():
        return _refused(_problem("missing_file"))
    if not path.is_file():
        return _refused(_problem("not_a_file"))
    try:
        data = path.read_bytes()
    except OSError:
        return _refused(_problem("unreadable_file"))
    if len(data) > LARGEST:
        return _refused(_problem("settings_too_long"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _refused(_problem("encoding", data.count(b"\n", 0, fault.start) + 1))
    return _read_settings(text)


def _read_settings(text: str) -> CityReading:
    try:
        if trick := _trick(text):
            return _refused(trick)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        return _refused(_problem("broken_yaml", mark.line + 1 if mark else None))
    except yaml.YAMLError:
        return _refused(_problem("broken_yaml"))
    if not isinstance(root, yaml.MappingNode):
        return _refused(_problem("empty_file" if root is None else "broken_yaml"))
    lines: dict[tuple[str, ...], int] = {}
    problems: list[Problem] = []
    value = _plain(root, (), lines, problems)
    languages = _languages_meant(value)
    names = _source_names(value, languages)
    try:
        settings = CitySettings.model_validate(value, context=languages)
    except ValidationError as refused:
        problems += _setting_problems(refused, lines)
        return CityReading(None, names, tuple(problems))
    problems += _source_problems(settings, lines)
    return CityReading(None if problems else _city(settings), names, tuple(problems))


def _languages_meant(value: Mapping[str, Any]) -> tuple[str, ...]:
    """What the texts are held against, also where a language is at fault: that is said once, at its own line."""
    meant = value.get("languages")
    listed = tuple(one for one in meant if isinstance(one, str)) if isinstance(meant, list) else ()
    return listed or (("ru",) if meant == "ru" else LANGUAGES)


def _trick(text: str) -> Problem | None:
    """What no settings need, found before it can cost anything: parts within parts, and references to other places.

    A few references, one in another, stand for millions of lines, and so deep an inside takes minutes to read.
    """
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if isinstance(token, yaml.AliasToken):
            return _problem("yaml_reference", token.start_mark.line + 1)
        if depth > _DEEPEST:
            return _problem("broken_yaml", token.start_mark.line + 1)
    return None


def _refused(problem: Problem) -> CityReading:
    return CityReading(None, None, (problem,))


def _source_names(value: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, Both] | None:
    """The sources' ids with their names, or with the ids where a name is at fault: money is checked all the same."""
    sources = value.get("sources")
    if not isinstance(sources, dict):
        return None
    names: dict[str, Both] = {}
    for key, source in sources.items():
        try:
            names[key] = _Source.model_validate(source, context=languages).name
        except ValidationError:
            names[key] = Both(key, key)
    return names


def _plain(node: yaml.Node, path: tuple[str, ...], lines: dict[tuple[str, ...], int], repeated: list[Problem]) -> Any:
    """Texts, lists and mappings, and where each key stands. Anything else is left for the settings to refuse."""
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, str(place)), lines, repeated) for place, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return None
    value: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        here = (*path, key)
        if key in value:
            repeated.append(_problem("repeated_setting", key_node.start_mark.line + 1, here))
        lines[here] = key_node.start_mark.line + 1
        value[key] = _plain(value_node, here, lines, repeated)
    return value


def _setting_problems(refused: ValidationError, lines: Mapping[tuple[str, ...], int]) -> Iterator[Problem]:
    errors = [
        (tuple(str(part) for part in error["loc"] if part != "[key]"), error["type"], error["input"], error.get("ctx"))
        for error in refused.errors(include_url=False)
    ]
    missing = {path for path, kind, *_ in errors if kind == "missing"}
    for path, kind, found, hints in errors:
        if kind == "extra_forbidden":
            meant = nearest(path[-1], [other[-1] for other in missing if other[:-1] == path[:-1]])
            missing.discard((*path[:-1], meant))  # said once: the missing setting is this one
            yield _problem("unknown_setting", _line(path, lines), path, **({"mended": meant} if meant else {}))
        elif kind != "missing":
            yield _wrong_setting(path, _line(path, lines), kind, found, hints)
    for path in sorted(missing):
        yield _problem("missing_setting", _line(path, lines), path)


def _wrong_setting(
    path: tuple[str, ...], line: int, kind: str, found: Any, hints: Mapping[str, str | int] | None
) -> Problem:
    value = found if isinstance(found, str) else None
    if kind in ("turning_character", "control_character", "unknown_choice"):
        return Problem(FILE, line, ".".join(path), value, kind, hints or {})
    if kind in ("unknown_language", "repeated_language") and hints:
        return Problem(FILE, line, ".".join(path), str(hints["language"]), kind, {"languages": ", ".join(LANGUAGES)})
    if kind in ("languages_not_listed", "no_russian", "setting_by_language"):
        return Problem(FILE, line, ".".join(path), value, kind)
    rule = "empty_setting" if found == "" and kind == "string_too_short" else "wrong_setting"
    return Problem(FILE, line, ".".join(path), value, rule)


def _line(path: tuple[str, ...], lines: Mapping[tuple[str, ...], int]) -> int:
    """Where a setting stands, or the nearest one above it that stands anywhere."""
    return next(lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in lines)


def _source_problems(settings: CitySettings, lines: Mapping[tuple[str, ...], int]) -> Iterator[Problem]:
    if not settings.sources:
        yield _problem("no_sources", lines["sources",], ("sources",))
    for reserved in (TOTAL, UNNAMED):
        if reserved in settings.sources:
            yield _problem("source_reserved", lines["sources", reserved], ("sources", reserved), name=reserved)


def _territory(names: _Names) -> Territory:
    usual = TERRITORIES[names.kind]
    return Territory(_noun(names.word, usual.word), _noun(names.authority, usual.authority), usual.is_state)


def _noun(setting: _Noun | None, usual: Noun) -> Noun:
    return Noun(setting.ru, setting.genitive, setting.en or usual.en) if setting else usual


def _city(settings: CitySettings) -> City:
    return City(
        territory=_territory(settings.city),
        name=settings.city.name,
        genitive=settings.city.genitive,
        region=settings.city.region,
        title=settings.site.title,
        repository=settings.site.repository,
        contacts=Contacts(**settings.contacts.model_dump()),
        licence=Licence(settings.licence.name, settings.licence.text, settings.licence.address),
        sources=tuple(Source(key, source.name, source.short, source.pays) for key, source in settings.sources.items()),
        languages=settings.languages,
        is_official=settings.publisher == "official",
        is_sample=settings.sample == "true",
    )


def _both(setting: Text) -> Both:
    return Both(setting.ru, setting.en)


def _problem(rule: str, line: int | None = None, path: tuple[str, ...] = (), **hints: str | int) -> Problem:
    return Problem(FILE, line, ".".join(path) or None, None, rule, hints)
