"""The keys of `city.yml`: what each may hold, what it means, and an example. The guide for staff says the same."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationInfo, create_model
from pydantic.fields import FieldInfo

from vitrina.dataset.cells import ID, refuse
from vitrina.dataset.descriptions import describe
from vitrina.dataset.languages import ByLanguage
from vitrina.dataset.notation import Path
from vitrina.dataset.setting_values import address, email, line, one_of, repository, required_line, telephone
from vitrina.dataset.territory import TERRITORIES
from vitrina.words import LANGUAGES
from vitrina.words.languages import SOURCE_LANGUAGE, USUAL_LANGUAGES
from vitrina.words.letters import are_of
from vitrina.words.numbers import Language

_PUBLISHERS = ("unofficial", "official")
_YES = {
    **dict.fromkeys(("yes", "y", "on", "1", "да"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "нет", ""), "false"),
}

Written = Annotated[str, PlainValidator(required_line)]
Line = Annotated[str, PlainValidator(line)]
Address = Annotated[str, PlainValidator(address)]
Repository = Annotated[str, PlainValidator(repository)]
Email = Annotated[str, PlainValidator(email)]
Telephone = Annotated[str, PlainValidator(telephone)]
SourceId = Annotated[str, PlainValidator(ID.read)]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def _keys(languages: frozenset[str]) -> type[_Settings]:
    """The keys of a text in several languages. What stands in one that the site has given up is read by nobody."""
    fields: dict[str, Any] = {one: (Written, ...) if one in languages else (Any, None) for one in LANGUAGES}
    return create_model("Texts", __base__=_Settings, **fields)


def _text(setting: Any, info: ValidationInfo) -> ByLanguage:
    """A text in each language of the site, which the context names; in one language also without its code."""
    languages = {SOURCE_LANGUAGE, *(info.context or LANGUAGES)} & {*LANGUAGES}
    if isinstance(setting, str):
        alone = required_line(setting)
        if len(languages) > 1:
            raise refuse("setting_by_language", keys=", ".join(f'{one}: "…"' for one in LANGUAGES if one in languages))
        return dict.fromkeys(LANGUAGES, alone)
    texts = _keys(frozenset(languages)).model_validate(setting).model_dump(include=languages)
    main = texts[SOURCE_LANGUAGE]
    for language, other in texts.items():
        if are_of(language, SOURCE_LANGUAGE, main) and are_of(SOURCE_LANGUAGE, language, other):
            raise refuse("languages_swapped", first=SOURCE_LANGUAGE, main=main, second=language, other=other)
    # A message about the tables in a language that the site has not got can give no other name.
    return {language: texts.get(language, main) for language in LANGUAGES}


Text = Annotated[ByLanguage, PlainValidator(_text)]


def _known_languages(setting: Any) -> tuple[Language, ...]:
    """Each known and named once, and Russian among them."""
    if not isinstance(setting, list) or not setting or not all(isinstance(one, str) for one in setting):
        raise refuse("languages_not_listed")
    for place, one in enumerate(setting):
        if one not in LANGUAGES:
            raise refuse("unknown_language", language=one, languages=", ".join(LANGUAGES))
        if one in setting[:place]:
            raise refuse("repeated_language", language=one)
    if SOURCE_LANGUAGE not in setting:
        raise refuse("no_russian")
    return tuple(language for one in setting for language in LANGUAGES if language == one)


_TERRITORY_WORDS = {territory.word.nominative: key for key, territory in reversed(TERRITORIES.items())}


class _Noun(_Settings):
    genitive: Written


_FORMS: dict[str, Any] = {
    SOURCE_LANGUAGE: (Written, Field(description="Именительный падеж.")),
    "genitive": (Written, Field(description="Родительный падеж.")),
    **{
        one: (Written | None, Field(default=None, description="То же на этом языке."))
        for one in LANGUAGES
        if one != SOURCE_LANGUAGE
    },
}
if TYPE_CHECKING:
    Noun = _Noun
else:
    Noun = create_model("Noun", __base__=_Settings, **_FORMS)
"""Its examples stand with those who have one."""


class Names(_Settings):
    name: Text = Field(description="Название территории.", examples=["Энск", "Ensk"])
    genitive: Written = Field(description="Оно же в родительном падеже: «программы Энска».", examples=["Энска"])
    region: Text = Field(description="Край, область или республика.", examples=["Энская область", "Ensk Oblast"])
    kind: Annotated[str, PlainValidator(lambda setting: one_of(TERRITORIES, setting, _TERRITORY_WORDS))] = Field(
        default="city",
        description="Что за территория: "
        + ", ".join(f"{key} — {territory.word.nominative}" for key, territory in TERRITORIES.items())
        + ".",
        examples=["city"],
    )
    word: Noun | None = Field(
        default=None,
        description="Как у вас зовут саму территорию, если иначе.",
        examples=["станица", "станицы", "village"],
    )
    authority: Noun | None = Field(
        default=None,
        description="Как зовут её власть, если не администрацией.",
        examples=["мэрия", "мэрии", "mayor’s office"],
    )


class _Site(_Settings):
    title: Text = Field(
        description="Название сайта: стоит в шапке каждой страницы.", examples=["Программы Энска", "Programmes of Ensk"]
    )
    repository: Repository = Field(
        description="Адрес хранилища с данными и кодом, начинается с https://. Нет — пусто.",
        examples=["https://пример.рф/энск"],
    )


class Contacts(_Settings):
    organisation: Line = Field(description="Кто отвечает за данные. Нет — пусто.", examples=["Администрация Энска"])
    email: Email = Field(description="Один адрес почты и ничего больше. Нет — пусто.", examples=["data@example.org"])
    phone: Telephone = Field(description="Телефон. Нет — пусто.", examples=["+7 000 000-00-00"])
    address: Line = Field(description="Почтовый адрес. Нет — пусто.", examples=["Энск, улица Мира, дом 1"])

    @property
    def mail_address(self) -> str:
        """The e-mail as it stands behind `mailto:`, where a ? or an & would be instructions to the mail program."""
        return quote(self.email, safe="@")


class Licence(_Settings):
    name: Text = Field(
        description="На каких условиях можно брать данные, коротко.", examples=["Свободная лицензия", "A free licence"]
    )
    text: Text = Field(
        description="То же предложением.",
        examples=["Берите данные и называйте источник.", "Take the data and name the source."],
    )
    address: Address = Field(
        description="Адрес полного текста условий, начинается с https://. Нет — пусто.",
        examples=["https://пример.рф/условия"],
    )


class SourceSettings(_Settings):
    name: Text = Field(description="Полное название источника.", examples=["Местный бюджет", "Local budget"])
    short: Text = Field(description="Короткое: для подписей на графиках.", examples=["Город", "City"])
    pays: Text = Field(description="Начало фразы «… больше половины».", examples=["город платит", "the city pays"])


class CitySettings(_Settings):
    languages: Annotated[tuple[Language, ...], PlainValidator(_known_languages)] = Field(
        default=USUAL_LANGUAGES,
        description="Языки сайта, главный первым. Без неё сайт русский и английский.",
        examples=["[ru]"],
    )
    city: Names
    site: _Site
    publisher: Annotated[str, PlainValidator(lambda setting: one_of(_PUBLISHERS, setting))] = Field(
        default="unofficial",
        description="official — сайт ведёт сама администрация или правительство, unofficial — кто-то другой.",
        examples=["official"],
    )
    contacts: Contacts
    licence: Licence
    sources: dict[SourceId, SourceSettings]
    sample: Annotated[str, PlainValidator(lambda setting: one_of(("true", "false"), setting, _YES))] = Field(
        default="false", description="true — все цифры выдуманы, сайт — образец.", examples=["true"]
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One key, for those who write it."""

    name: str
    """With the keys above it: `contacts.email`. «код» stands for the id of a source."""
    by_language: bool
    description: str
    example: str
    may_be_absent: bool


def all_settings(inside: type[BaseModel] = CitySettings, above: Path = (), absent: bool = False) -> Iterator[Setting]:
    """Every key that holds a value."""
    for key, field in inside.model_fields.items():
        path, may_be_absent = (*above, key), absent or not field.is_required()
        if deeper := _inside(field):
            its = (*path, "код") if get_origin(field.annotation) is dict else path
            yield from all_settings(deeper, its, may_be_absent)
        else:
            around = _field(above) if above else None
            said = " ".join(one.description for one in (around, field) if one and one.description)
            yield Setting(".".join(path), field.annotation == ByLanguage, said, example_of(path), may_be_absent)


def names_at(path: Path) -> Collection[str]:
    """The keys that may stand below a key; none where there is but a value, or names of the city's own."""
    if not path:
        return tuple(CitySettings.model_fields)
    field = _field(path)
    if field is None or path == ("sources",):
        return ()
    deeper = _inside(field)
    return tuple(deeper.model_fields) if deeper else LANGUAGES if field.annotation == ByLanguage else ()


def place_of(key: str) -> str:
    """Where a key belongs, if there is one place alone; else ""."""
    places = {one.name for one in all_settings() if one.name.rpartition(".")[2] == key and "код" not in one.name}
    return places.pop() if len(places) == 1 else ""


def example_of(path: Path) -> str:
    """An example of the value of a key; of a text also in the language that ends the path."""
    field, around = _field(path), _field(path[:-1])
    if field and field.examples:
        return str(field.examples[0])
    if around and around.examples:  # a text in a language, or a form of a noun
        keys = list(Noun.model_fields if _inside(around) else LANGUAGES)
        return str(around.examples[keys.index(path[-1])]) if path[-1] in keys else ""
    return ""


def _field(path: Path) -> FieldInfo | None:
    inside: type[BaseModel] | None = CitySettings
    field = None
    for key in (*path[:1], *path[2:]) if path[:1] == ("sources",) else path:
        field = inside.model_fields.get(key) if inside else None
        inside = _inside(field) if field else None
    return field


def _inside(field: FieldInfo) -> type[BaseModel] | None:
    """What the keys below a key are, if it has any."""
    for part in (field.annotation, *get_args(field.annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


describe(
    "setting_by_language",
    "«{value}» — текст один, а сайт не на одном языке.",
    "Напишите его отдельно на каждом, строками ниже: {keys}. Если сайт нужен только по-русски, поставьте "
    "languages: [ru].",
)
describe(
    "languages_swapped",
    "тексты перепутаны: в {first} стоит «{main}», а в {second} — «{other}».",
    "Поменяйте их местами.",
)
describe(
    "languages_not_listed",
    "языки сайта пишут списком в квадратных скобках.",
    "Напишите languages: [ru] для сайта только по-русски или languages: [ru, en].",
)
describe("unknown_language", "«{value}» — такого языка программа не знает.", "Оставьте только эти: {languages}.")
describe("repeated_language", "«{value}» — язык назван дважды.", "Оставьте его один раз.")
describe(
    "no_russian",
    "среди языков нет ru, а слова документов и таблиц — русские, без него сайт не сделать.",
    "Добавьте ru: languages: [ru] или languages: [en, ru].",
)
