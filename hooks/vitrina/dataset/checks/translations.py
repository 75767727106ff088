"""A translation belongs to a Russian text, and was made from the one that stands there now."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from vitrina.dataset.cells import suggested
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.texts import PHRASES, PLACES, fingerprint, phrases, places, texts
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.letters import are_of
from vitrina.words.numbers import SPACES


def translations_of_nothing(
    translations: Records, tables: Mapping[str, Records], names: Collection[str]
) -> Iterator[Problem]:
    """A translation whose table (one of `names`), row or column there is not. A table with faults is passed over."""
    known = texts(tables)
    ids = {(table, identity) for table, identity, _ in known}
    links = tables["links"].rows("from", "to") if "links" in tables else ()
    turned = {("links", f"{to}-{from_}") for _, (from_, to) in links}  # said where the link stands
    told: set[tuple[str, str]] = set()
    for index, (table, identity, field) in translations.rows("table", "id", "field"):
        if table in (PLACES, PHRASES) or (table, identity, field) in known:
            continue
        if (table, identity) in turned or (table, identity) in told:
            continue
        column, value, candidates = "table", table, {*names, PLACES, PHRASES}
        if table in names:
            if table not in tables or not tables[table].is_whole:
                continue
            column, value, candidates = "id", identity, {other for name, other in ids if name == table}
            if (table, identity) in ids:
                column, value, candidates = "field", field, {f for t, i, f in known if (t, i) == (table, identity)}
        if column != "field":
            told.add((table, identity))  # once for all the columns of a row that is not there
        yield translations.problem(index, column, "translation_of_nothing", **suggested(value, candidates))


def stale_translations(
    translations: Records, tables: Mapping[str, Records], names: Collection[str]
) -> Iterator[Problem]:
    """Notices: the Russian has changed since, so the Russian will be shown until somebody looks at the translation.

    One that was made from the Russian that stands there has no figure that the Russian has not.
    """
    known = texts(tables)
    whole = set(names) <= set(tables) and all(records.is_whole for records in tables.values())
    shared = {PLACES: _by_fingerprint(places(tables)), PHRASES: _by_fingerprint(phrases(tables))}
    columns = ("table", "id", "field", "fingerprint", "text")
    for index, (table, identity, field, made_from, translation) in translations.rows(*columns):
        if table in shared:
            russian = shared[table].get(made_from)
            if russian is None and whole:
                rule = "place_without_text" if table == PLACES else "phrase_without_text"
                yield translations.notice(index, "fingerprint", rule)
        elif russian := known.get((table, identity, field)):
            now = fingerprint(russian)
            if now != made_from:
                yield translations.notice(index, "fingerprint", "stale_translation", mended=now)
                continue
        own = {"table": table, "field": field, "fingerprint": made_from}
        for name in [name for name, value in own.items() if value == translation]:
            yield translations.notice(index, "text", "text_of_another_cell", beside=name)
        if russian and (other := _figure_of_its_own(translation, russian)):
            yield translations.notice(index, "text", "other_figure", found=other)


def translations_in_russian(translations: Records) -> Iterator[Problem]:
    """Notices: what should be in a language of another script has Russian letters alone."""
    language = language_of(translations.table)
    for index, (text,) in translations.rows("text"):
        if text and language and are_of(SOURCE_LANGUAGE, language, text):
            yield translations.notice(index, "text", "translation_in_russian")


def repeated_translations(translations: Records) -> Iterator[Problem]:
    """Notices: one translation for several Russian ones, as a spreadsheet fills a column that is dragged down."""
    rows: dict[str, dict[str, int]] = {}
    for index, (made_from, translation) in translations.rows("fingerprint", "text"):
        rows.setdefault(translation, {}).setdefault(made_from, index)
    for same in rows.values():
        if len(same) >= _FEWEST_REPEATED:
            first, again, *_ = same.values()
            hints = {"first": translations.numbers[first], "count": len(same)}
            yield translations.notice(again, "text", "translation_repeated", **hints)


def translations_told_twice(translations: Records) -> Iterator[Problem]:
    """Two translations of one name of a place, or of one phrase: these have no other key than their fingerprint."""
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    for index, (table, made_from, translation) in translations.rows("table", "fingerprint", "text"):
        if table not in (PLACES, PHRASES):
            continue
        first, there = rows.setdefault((table, made_from), (index, translation))
        if translation != there:
            number = translations.numbers[first]
            yield translations.problem(index, "fingerprint", "translated_twice", first=number)


def _by_fingerprint(russian: Iterable[str]) -> dict[str, str]:
    return {fingerprint(text): text for text in russian}


def _figure_of_its_own(translation: str, russian: str) -> str | None:
    """A figure of a translation that its text has not: small ones may be words there, and «2 млн» be 2,000,000."""
    own = {digits: printed for digits, printed in _figures(translation) if int(digits) > _SMALL}
    if not own or _SCALE.search(russian):
        return None
    known = {digits for digits, _ in _figures(russian)}
    return next((printed for digits, printed in own.items() if digits not in known), None)


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """The digits of each figure, without the signs between them, and the figure as it is printed."""
    for found in _FIGURE.finditer(_DAY.sub("", text)):
        yield re.sub(r"\D", "", found[0]), found[0]


_FEWEST_REPEATED = 3
_SMALL = 31
_SCALE = re.compile(r"тыс|млн|миллион|млрд|миллиард|трлн", re.IGNORECASE)
_DAY = re.compile(r"\b\d\d?\.\d\d?\.(?=(?:19|20)\d\d)")
_FIGURE = re.compile(rf"\d+(?:(?:[{SPACES}](?=\d{{3}}(?!\d))|[.,](?=\d))\d+)*", re.ASCII)


describe(
    "translation_in_russian",
    "«{value}» — здесь должен быть перевод, а слова русские.",
    "Впишите перевод; если перевода нет, удалите строку.",
)
describe(
    "translation_of_nothing",
    "«{value}» — перевод ни к чему не относится: такого текста в таблицах нет.",
    "Исправьте таблицу, код и столбец или удалите перевод.",
    write="Может быть, {mended}? Если переводить больше нечего, удалите перевод.",
)
describe(
    "place_without_text",
    "«{value}» — этого названия места больше нет в таблицах, перевод не показывается.",
    "Удалите строку или сделайте перевод к новому названию.",
)
describe(
    "phrase_without_text",
    "«{value}» — этих слов больше нет в таблицах, перевод не показывается.",
    "Удалите строку или сделайте перевод к новым словам.",
)
describe(
    "stale_translation",
    "русский текст изменился после перевода, на сайте показан русский.",
    "Проверьте перевод.",
    write="Проверьте перевод и впишите отпечаток {mended}.",
)
describe(
    "other_figure",
    "в переводе стоит {found}, а в русском тексте такого числа нет.",
    "Сверьте перевод с русским текстом; если число там названо иначе, ничего не делайте.",
)
describe(
    "translated_twice",
    "у этого русского текста уже есть другой перевод, в строке {first}.",
    "Оставьте верный; второй строке верните её отпечаток или удалите её.",
)
describe(
    "translation_repeated",
    "один перевод стоит у разных русских текстов, их {count}; первый раз — в строке {first}.",
    "Сверьте эти строки: похоже, перевод протянули вниз.",
)
