"""The days by which documents are to come out, as iCalendar (RFC 5545): to be kept in a calendar, or subscribed to."""

import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from vitrina.pages.context import Context
from vitrina.pages.expected import Awaited, expected, overdue
from vitrina.words.foreign import in_quotes

_LONGEST = 75
"""Octets of a line, without its end."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(context: Context) -> bytes | None:
    """None where no document is awaited.

    `DTSTAMP` is the last day that the documents tell of: the same tables give the same bytes.
    """
    to_come, late = expected(context), overdue(context)
    if not to_come and not late:
        return None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Vitrina//Expected documents//{context.words.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(_named(context))}",
    ]
    documents, gaps = context.places["documents"], context.places["gaps"]
    for one in to_come:
        lines += _event(context, one, context.address_of(documents, one.id))
    for one in late:
        lines += _event(context, one, context.address_of(gaps, one.gap))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _named(context: Context) -> str:
    return context.words.say("{programme}: что ожидается", programme=context.programme_name)


def _event(context: Context, document: Awaited, address: str) -> Iterator[str]:
    words, demand = context.words, document.demand
    told = words.say("Так сказано здесь: {place}. «{words}»", place=demand.place, words=demand.official.original)
    yield "BEGIN:VEVENT"
    yield f"UID:{_identity(context, document.id)}"
    yield f"DTSTAMP:{context.programme.latest_day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{document.day:%Y%m%d}"
    yield f"SUMMARY:{_text(words.say('Срок: {document}', document=document.title))}"
    yield f"DESCRIPTION:{_text(told)}"
    if address:
        yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _identity(context: Context, document: str) -> str:
    """The same in every edition and language, and wherever the site moves."""
    name = "/".join((context.dataset.city.name["ru"], context.programme.id, document))
    return str(uuid5(NAMESPACE_URL, name))


def _text(text: str) -> str:
    plain = _CONTROL.sub("", in_quotes(text))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces that no letter is cut by; each but the first begins with a space."""
    pieces = [b""]
    for letter in line:
        octets = letter.encode()
        if len(pieces[-1]) + len(octets) > _LONGEST:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"
