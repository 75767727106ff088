"""A translation belongs to a Russian text, and was made from the one that stands there now."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from vitrina.dataset.cells import nearest
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.texts import PHRASES, PLACES, fingerprint, phrases, places, texts

_RUSSIAN, _LATIN = re.compile("[А-Яа-яЁё]"), re.compile("[A-Za-z]")


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
        meant = nearest(value, candidates)
        yield translations.problem(index, column, "translation_of_nothing", **({"mended": meant} if meant else {}))


def stale_translations(
    translations: Records, tables: Mapping[str, Records], names: Collection[str]
) -> Iterator[Problem]:
    """Notices: the Russian has changed since, so the Russian will be shown until somebody looks at the translation."""
    known = texts(tables)
    whole = set(names) <= set(tables) and all(records.is_whole for records in tables.values())
    prints = {PLACES: _fingerprints(places(tables)), PHRASES: _fingerprints(phrases(tables))} if whole else {}
    for index, (table, identity, field, made_from) in translations.rows("table", "id", "field", "fingerprint"):
        if table in (PLACES, PHRASES):
            if made_from not in prints.get(table, {made_from}):
                rule = "place_without_text" if table == PLACES else "phrase_without_text"
                yield replace(translations.problem(index, "fingerprint", rule), severity="notice")
        elif russian := known.get((table, identity, field)):
            now = fingerprint(russian)
            if now != made_from:
                problem = translations.problem(index, "fingerprint", "stale_translation", mended=now)
                yield replace(problem, severity="notice")


def translations_in_russian(translations: Records) -> Iterator[Problem]:
    """Notices: what should be English has Russian letters alone."""
    for index, (text,) in translations.rows("text"):
        if text and _RUSSIAN.search(text) and not _LATIN.search(text):
            yield replace(translations.problem(index, "text", "translation_in_russian"), severity="notice")


def _fingerprints(russian: Iterable[str]) -> set[str]:
    return {fingerprint(text) for text in russian}


describe(
    "translation_in_russian",
    "«{value}» — здесь должен быть перевод, а слова русские.",
    "Впишите перевод на английский; если перевода нет, удалите строку.",
)
describe(
    "translation_of_nothing",
    "«{value}» — перевод ни к чему не относится: такого текста в таблицах нет.",
    "Исправьте таблицу, код и столбец или удалите перевод.",
    write="Может быть, {mended}?",
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
    "русский текст изменился после перевода, на английском сайте показан русский.",
    "Проверьте перевод.",
    write="Проверьте перевод и впишите отпечаток {mended}.",
)
