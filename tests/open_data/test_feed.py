"""The feed of a programme: a document, what it restates and what it is the first to tell, each once and for good."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in
from vitrina.addresses import Place
from vitrina.open_data.feed import feed
from vitrina.open_data.news import news
from vitrina.pages.context import Context
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

ADDRESS = "https://city.example/repo/"
SELF = "{http://www.w3.org/2005/Atom}link"
EACH = pytest.mark.parametrize("language", LANGUAGES)


def made_contexts(folder: Path, language: Language) -> Sequence[Context]:
    dataset = dataset_in(folder)
    return tuple(Context(dataset, programme, Words(language)) for programme in dataset.programmes)


contexts = cache(made_contexts)


def pages(context: Context) -> set[Place]:
    return {context.places.overview, context.places["documents"], context.places["changes"], context.places["progress"]}


def channel(context: Context, address: str = ADDRESS) -> ElementTree.Element:
    root = ElementTree.fromstring(feed(context, pages(context), address))  # noqa: S314  our own text
    assert (root.tag, root.attrib) == ("rss", {"version": "2.0"})
    [found] = root
    assert found.tag == "channel"
    return found


def said(element: ElementTree.Element, name: str) -> str:
    [found] = element.findall(name)
    assert found.text
    return found.text


@EACH
def test_a_programme_of_one_document_without_a_date_has_it_as_its_news(language: Language) -> None:
    [context] = contexts(DIVNOGORSK, language)
    [item] = channel(context).findall("item")
    title = {
        "ru": "Новый документ: программа «Система образования города Дивногорска», проект 2021 года",
        "en": "New document: programme “The Education System of the City of Divnogorsk”, draft of 2021",
    }[language]
    assert said(item, "title") == title
    assert said(item, "link") == f"{ADDRESS}education/documents/"
    assert said(item, "guid") == f"{language}/education/draft-2021/document"
    assert item.find("pubDate") is None
    assert channel(context).find("pubDate") is None


@EACH
def test_a_feed_is_built_as_rss_wants_it(language: Language) -> None:
    seen: list[str] = []
    for context in contexts(SAMPLE, language):
        found = channel(context)
        for name in ("title", "description"):
            assert said(found, name)
        assert said(found, "language") == language
        assert said(found, "link") == f"{ADDRESS}{context.programme.id}/"
        [own] = found.findall(SELF)
        assert own.attrib == {"href": f"{ADDRESS}{context.places.feed}", "rel": "self", "type": "application/rss+xml"}
        items = found.findall("item")
        assert len(items) >= 3
        for item in items:
            assert {child.tag for child in item} <= {"title", "link", "description", "guid", "pubDate"}
            assert said(item, "title")
            assert said(item, "link").startswith(f"{ADDRESS}{context.programme.id}/")
            assert item.find("guid[@isPermaLink='false']") is not None
            seen.append(said(item, "guid"))
        days = [parsedate_to_datetime(said(item, "pubDate")) for item in items]
        assert days == sorted(days, reverse=True)
        assert parsedate_to_datetime(said(found, "pubDate")) == days[0]
    assert len(set(seen)) == len(seen)


def test_a_later_report_brings_itself_what_it_restates_and_what_it_is_first_to_tell() -> None:
    _, context = contexts(SAMPLE, "ru")
    pieces = {piece.id.removeprefix("ru/schools/"): piece for piece in news(context)}
    assert pieces["report-2022/document"].title == "Новый документ: отчёт о программе за 2022 год"
    assert pieces["report-2022/changes"].title == "Изменилось 6 чисел: отчёт о программе за 2022 год"
    assert (
        "Вся программа, 2021 год, факт: было 1\u202f083\u202f510,03951\xa0тыс.\xa0₽, "
        "стало 1\u202f083\u202f355,71951\xa0тыс.\xa0₽." in pieces["report-2022/changes"].text
    )
    actuals = pieces["report-2022/actuals"]
    assert actuals.text[0] == "Деньги, потраченные за 2022 год."
    assert "Дети в детских садах, за 2022\xa0год, факт: 77,6\xa0%." in actuals.text
    assert len(actuals.text) == 21
    assert "edition-2019/actuals" not in pieces, "what the first document tells is no news beside it"
    assert not any(piece.startswith("appendix-5") for piece in pieces), "nobody has published it"


def test_where_nobody_said_the_sites_address_links_are_counted_from_the_feed() -> None:
    [context] = contexts(DIVNOGORSK, "ru")
    found = channel(context, "")
    assert found.findall(SELF) == []
    assert said(found, "link") == "./"
    assert [said(item, "link") for item in found.findall("item")] == ["documents/"]


def test_a_page_that_the_site_does_not_have_is_not_led_to() -> None:
    context, _ = contexts(SAMPLE, "ru")
    text = feed(context, {context.places.overview, context.places["documents"]}, ADDRESS).decode()
    assert set(re.findall(r"<link>(.*?)</link>", text)) == {f"{ADDRESS}parks/", f"{ADDRESS}parks/documents/"}


def test_texts_stay_texts() -> None:
    """A reader takes the title for text and the description for HTML."""
    hostile = "<b>Отчёт</b> & ]]> \x0b\ufffe&amp;"
    [context] = contexts(DIVNOGORSK, "ru")
    piece = replace(news(context)[0], title=hostile, text=(hostile,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vitrina.open_data.feed.news", lambda _: (piece,))
        [item] = channel(context).findall("item")
    assert said(item, "title") == "<b>Отчёт</b> & ]]> &amp;"
    assert said(item, "description") == "<p>&lt;b&gt;Отчёт&lt;/b&gt; &amp; ]]&gt; &amp;amp;</p>"


@EACH
def test_the_same_programme_gives_the_same_bytes(language: Language) -> None:
    first, second = (
        [feed(context, pages(context), ADDRESS) for context in made_contexts(SAMPLE, language)] for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_page_leads_to_the_feed_and_names_it_in_its_head(site_under_sub_path: Path, root: str) -> None:
    text = (site_under_sub_path / root / "education/feed.xml").read_text(encoding="utf-8")
    assert f"<link>{ADDRESS}{root}education/documents/</link>" in text
    assert f'href="{ADDRESS}{root}education/feed.xml" rel="self"' in text
    for folder, href in (("", "education/feed.xml"), ("education", "feed.xml"), ("education/funding", "../feed.xml")):
        page = (site_under_sub_path / root / folder / "index.html").read_text(encoding="utf-8")
        head, body = page.split("</head>")
        assert re.search(rf'<link rel="alternate" type="application/rss\+xml" title="[^"]+" href="{href}">', head)
        assert f'<a href="{href}">' in body
