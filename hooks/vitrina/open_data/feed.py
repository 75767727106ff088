"""The news of a programme as RSS 2.0 (as the RSS Advisory Board specifies it), to be read without visiting the site."""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree

from vitrina.addresses import Place, relative
from vitrina.open_data.news import News, news
from vitrina.pages.context import Context
from vitrina.words.foreign import in_quotes

_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no way to write, not even as a reference.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ElementTree.register_namespace("atom", _ATOM)


def feed(context: Context, pages: Collection[Place], address: str = "") -> bytes:
    """The feed of one programme. `pages` are those that the site has.

    `address` is where the site's root stands on the network, with a slash at its end. Where nobody has said, links are
    counted from the feed itself.
    """
    words = context.words

    def link(place: Place) -> str:
        return f"{address}{place.folder}/" if address else f"{relative(context.places.overview, place.folder)}/"

    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _add(channel, "title", words.say("{programme}: что нового", programme=context.programme_name))
    _add(channel, "link", link(context.places.overview))
    _add(
        channel,
        "description",
        words.say(
            "Новые документы программы «{programme}», изменённые числа, первые факты и исправления.",
            programme=context.programme_name,
        ),
    )
    _add(channel, "language", words.language)
    if address:
        own = {"href": f"{address}{context.places.feed}", "rel": "self", "type": "application/rss+xml"}
        ElementTree.SubElement(channel, f"{{{_ATOM}}}link", own)
    pieces = news(context)
    if dated := [piece.day for piece in pieces if piece.day]:
        _add(channel, "pubDate", _moment(max(dated)))
    for piece in pieces:
        _add_item(channel, piece, link(_page_of(context, piece, pages)))
    ElementTree.indent(root)
    return b"%b\n" % ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _add_item(channel: ElementTree.Element, piece: News, link: str) -> None:
    item = ElementTree.SubElement(channel, "item")
    _add(item, "title", piece.title)
    _add(item, "link", link)
    if piece.text:
        _add(item, "description", _as_html(piece.text))
    guid = _add(item, "guid", piece.id)
    guid.set("isPermaLink", "false")
    if piece.day:
        _add(item, "pubDate", _moment(piece.day))


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name)
    element.text = _NOT_IN_XML.sub("", in_quotes(text))
    return element


def _as_html(lines: tuple[str, ...]) -> str:
    """A reader takes a description for HTML, so it is made such: paragraphs, their text escaped."""
    made = ElementTree.Element("div")
    for line in lines:
        _add(made, "p", line)
    return "".join(ElementTree.tostring(each, encoding="unicode", method="html") for each in made)


def _moment(day: date) -> str:
    """«Fri, 30 Sep 2022 00:00:00 +0000», as RSS wants it, whatever the language."""
    return format_datetime(datetime.combine(day, time(tzinfo=UTC)))


def _page_of(context: Context, piece: News, pages: Collection[Place]) -> Place:
    """The page that tells the same, or what the site has in its stead."""
    places = context.places
    instead = places["indicators"] if piece.page == "progress" else places["documents"]
    return next(place for place in (places[piece.page], instead, places.overview) if place in pages)
