"""A translation belongs to a Russian text, and was made from the one that stands there now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from vitrina.dataset.cells import nearest
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.texts import PLACES, fingerprint, places, texts


def translations_of_nothing(
    translations: Records, tables: Mapping[str, Records], names: Collection[str]
) -> Iterator[Problem]:
    """A translation whose table (one of `names`), row or column there is not. A table with faults is passed over."""
    known = texts(tables)
    ids = {(table, identity) for table, identity, _ in known}
    for index, (table, identity, field) in translations.rows("table", "id", "field"):
        if table == PLACES or (table, identity, field) in known:
            continue
        column, value, candidates = "table", table, {*names, PLACES}
        if table in names:
            if table not in tables or not tables[table].is_whole:
                continue
            column, value, candidates = "id", identity, {other for name, other in ids if name == table}
            if (table, identity) in ids:
                column, value, candidates = "field", field, {f for t, i, f in known if (t, i) == (table, identity)}
        meant = nearest(value, candidates)
        yield translations.problem(index, column, "translation_of_nothing", **({"mended": meant} if meant else {}))


def stale_translations(
    translations: Records, tables: Mapping[str, Records], names: Collection[str]
) -> Iterator[Problem]:
    """Notices: the Russian has changed since, so the Russian will be shown until somebody looks at the translation."""
    known = texts(tables)
    whole = set(names) <= set(tables) and all(records.is_whole for records in tables.values())
    prints = {fingerprint(place) for place in places(tables)} if whole else None
    for index, (table, identity, field, made_from) in translations.rows("table", "id", "field", "fingerprint"):
        if table == PLACES:
            if prints is not None and made_from not in prints:
                yield replace(translations.problem(index, "fingerprint", "place_without_text"), severity="notice")
        elif russian := known.get((table, identity, field)):
            now = fingerprint(russian)
            if now != made_from:
                problem = translations.problem(index, "fingerprint", "stale_translation", mended=now)
                yield replace(problem, severity="notice")
