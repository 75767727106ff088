"""The calendar of expected documents, read as RFC 5545 writes it and by nothing that made it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from operator import itemgetter

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of, site_of
from vitrina.dataset.programme import Document
from vitrina.open_data.calendar_file import calendar_file
from vitrina.pages.context import Context
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

LINE = re.compile(
    r"(?P<name>[A-Z][A-Z0-9-]*)(?:;[A-Z-]+=[^\";:,\x00-\x1f\x7f]+)*:(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
TEXT = {"PRODID", "X-WR-CALNAME", "UID", "SUMMARY", "DESCRIPTION"}
ESCAPED = re.compile(r"\\(.?)")


def content_lines(written: bytes) -> Iterator[tuple[str, str, str]]:
    """Name, the line before its value, and value."""
    assert written.endswith(b"\r\n")
    physical = written.removesuffix(b"\r\n").split(b"\r\n")
    for piece in physical:
        assert len(piece) <= 75
        assert not re.search(rb"[\r\n]", piece)
        piece.decode()  # no letter is cut
    for line in re.split("\r\n(?![ \t])", written.decode().removesuffix("\r\n")):
        unfolded = re.sub("\r\n[ \t]", "", line)
        found = LINE.fullmatch(unfolded)
        assert found, unfolded
        yield found["name"], unfolded[: found.start("value")], text(found["name"], found["value"])


def text(name: str, value: str) -> str:
    if name not in TEXT:
        return value
    assert not re.search("[;,]", ESCAPED.sub("", value)), value
    meant = {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}
    return ESCAPED.sub(lambda escape: meant[escape[1]], value)


def events(written: bytes) -> list[dict[str, str]]:
    lines = list(content_lines(written))
    assert [lines[0], lines[-1]] == [("BEGIN", "BEGIN:", "VCALENDAR"), ("END", "END:", "VCALENDAR")]
    of_calendar: dict[str, str] = {}
    found: list[dict[str, str]] = []
    now = of_calendar
    for name, before, value in lines[1:-1]:
        if name == "BEGIN":
            assert (value, now is of_calendar) == ("VEVENT", True)
            now = {}
        elif name == "END":
            assert value == "VEVENT"
            found.append(now)
            now = of_calendar
        else:
            assert name not in now
            now[name] = value
            assert name != "DTSTART" or before == "DTSTART;VALUE=DATE:"
    assert of_calendar["VERSION"] == "2.0"
    assert of_calendar["PRODID"]
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        date.fromisoformat(event["DTSTART"])
    assert len({event["UID"] for event in found}) == len(found)
    return found


def schools(language: Language = "ru") -> Context:
    return next(one for one in site_of(dataset_in(SAMPLE), language).contexts if one.programme.id == "schools")


def made(context: Context, *documents: Document, address: str = "") -> bytes:
    programme = replace(context.programme, documents=documents or context.programme.documents)
    written = calendar_file(Context(context.dataset, programme, context.words, address))
    assert written is not None
    return written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_with_a_day_that_is_not_there_is_an_event_of_that_day(language: Language) -> None:
    context = schools(language)
    found = events(made(context))
    titles = context.document_titles
    awaited = sorted(
        (f"{one.due:%Y%m%d}", one) for one in context.programme.documents if one.due and not one.is_published
    )
    assert len(found) == len(awaited) == 2
    for event, (day, document) in zip(sorted(found, key=itemgetter("DTSTART")), awaited, strict=True):
        assert event["DTSTART"] == day
        assert event["SUMMARY"].endswith(titles[document.id])
        assert document.promise
        assert document.promise.words in event["DESCRIPTION"]
        assert event["DTSTAMP"] == "20260313T000000Z"
        assert "URL" not in event


def test_an_event_is_the_same_one_in_every_language_and_wherever_the_site_stands() -> None:
    moved = events(made(schools(), address="https://city.example/repo/"))
    assert [event["UID"] for event in moved] == [event["UID"] for event in events(made(schools("en")))]


@pytest.mark.parametrize(("language", "root"), [("ru", ""), ("en", "en/")])
def test_an_event_leads_to_where_the_pages_of_its_language_tell_of_the_document(language: Language, root: str) -> None:
    pages = pages_of(dataset_in(SAMPLE), language)
    addresses = [event["URL"] for event in events(made(schools(language), address="https://city.example/repo/"))]
    named = [
        f"https://city.example/repo/{root}schools/{way}" for way in ("documents/#report-2026", "gaps/#summary-2025")
    ]
    assert addresses == named
    for address in addresses:
        place, _, anchor = address.removeprefix(f"https://city.example/repo/{root}").partition("/#")
        assert f'id="{anchor}"' in pages[place] or f"{{: #{anchor} " in pages[place]


def test_what_means_something_in_a_calendar_and_long_letters_stay_text() -> None:
    context = schools()
    hostile = "a,b;c\\n\\,d\r\nEND:VEVENT\u0007 «ё» 🏫 " + "щ" * 80
    documents = [
        replace(one, promised_words=hostile) if one.id == "report-2026" else one for one in context.programme.documents
    ]
    [told] = [one["DESCRIPTION"] for one in events(made(context, *documents)) if one["DTSTART"] == "20270315"]
    assert hostile.replace("\r", "").replace("\u0007", "") in told


def test_a_document_that_has_come_out_is_no_longer_awaited_and_without_any_there_is_no_calendar() -> None:
    context = schools()
    come = [replace(one, publication="published") if one.due else one for one in context.programme.documents]
    programme = replace(context.programme, documents=tuple(come))
    assert calendar_file(replace(context, programme=programme)) is None
    for none in site_of(dataset_in(DIVNOGORSK), "ru").contexts:
        assert calendar_file(none) is None
