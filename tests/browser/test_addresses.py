"""Nothing leads to nowhere: links, downloads, anchors, the page in the other language, and a lost address."""

import json
import re
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from browser.kinds import LOST
from browser.served import Served, asked
from browser.visit import Visitor
from support.thorough import one_in_three

PUBLISHED = "https://city.example/repo/"
"""Where the published site says that it stands."""


class Links(HTMLParser):
    """What a page names: the addresses it asks for or leads to, and the places in it that a link can lead to."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self._named: set[str] = set()
        self.places: set[str] = set()
        self.translation = ""
        """Where the page leads to in the other language."""
        self._live = ""
        """The live drawing that the tag before begins, if it does."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places.add(given.get("id", ""))
        self._named |= {given[name] for name in ("href", "src") if name in given}
        if "v-language" in given.get("class", "").split():
            self.translation = urljoin(self.address, given["href"])
        if self._live:
            shapes = ("",) if tag == "svg" else ("-wide", "-narrow")
            self._named |= {f"{self._live}{shape}.json" for shape in shapes}
        self._live = given.get("data-live", "")

    @cached_property
    def links(self) -> set[str]:
        return {urljoin(self.address, named) for named in self._named}


class Crawl:
    """Everything that can be reached from the front page."""

    def __init__(self, site: Served) -> None:
        self.site = site
        self.files: dict[str, Path | None] = {}
        """What the server answers with; of an address that leads to nowhere nothing."""
        self.pages: dict[str, Links] = {}
        self.named_by: dict[str, str] = {}
        self.outside: set[str] = set()

    def from_page(self, address: str) -> "Crawl":
        waiting = [address]
        while waiting:
            asked = waiting.pop()
            for link in sorted(self._visit(asked)):
                target = urldefrag(link.replace(PUBLISHED, self.site.address)).url
                if not target.startswith(self.site.address):
                    self.outside.add(target)
                elif target not in self.named_by:
                    self.named_by[target] = asked
                    waiting.append(target)
        return self

    def _visit(self, address: str) -> set[str]:
        file = asked(self.site.folder, urlsplit(self.site.address).path, urlsplit(address).path)
        self.files[address] = file
        if file is None:
            return set()
        match file.suffix:
            case ".css":
                text = file.read_text(encoding="utf-8")
                return {urljoin(address, link) for link in re.findall(r"url\([\"']?(?!data:|#)([^\"')]+)", text)}
            case ".json":
                json.loads(file.read_bytes())
            case ".html":
                page = self.pages[address] = Links(address)
                page.feed(file.read_text(encoding="utf-8"))
                return page.links
        return set()

    def broken(self) -> dict[str, str]:
        """Address to the page that names it."""
        return {address: self.named_by.get(address, "") for address, file in self.files.items() if not file}

    def anchors_to_nowhere(self) -> list[str]:
        return [
            f"{link} on {address}"
            for address, page in self.pages.items()
            for link in page.links
            if (parts := urldefrag(link)).fragment and parts.url in self.pages
            if parts.fragment not in self.pages[parts.url].places
        ]


@pytest.fixture(scope="module")
def crawls() -> dict[str, Crawl]:
    return {}


@pytest.fixture(params=["published", "sample_site", pytest.param("site", marks=pytest.mark.thorough)])
def crawl(crawls: dict[str, Crawl], request: pytest.FixtureRequest) -> Crawl:
    site: Served = request.getfixturevalue(request.param)
    if site.address not in crawls:
        crawls[site.address] = Crawl(site).from_page(site.address)
    return crawls[site.address]


def test_every_link_and_download_is_there(crawl: Crawl) -> None:
    assert not crawl.broken()
    assert sum(address.endswith(".csv") for address in crawl.files) > 50
    assert sum(address.endswith(".png") for address in crawl.files) > 50


def test_every_anchor_is_there(crawl: Crawl) -> None:
    assert not crawl.anchors_to_nowhere()


def test_every_page_can_be_reached_from_the_front_page(crawl: Crawl) -> None:
    folder = crawl.site.folder
    built = {file.parent.relative_to(folder).as_posix() for file in folder.rglob("index.html")}
    reached = {
        urlsplit(page).path.removeprefix(urlsplit(crawl.site.address).path).rstrip("/") or "." for page in crawl.pages
    }
    assert built - {"education", "en/education"} <= reached


def test_nothing_is_asked_of_another_host_nor_led_to_by_accident(crawl: Crawl) -> None:
    assert {urlsplit(address).scheme for address in crawl.outside} <= {"mailto", "tel", "data", "https"}
    resources = re.compile(r"\.(css|js|json|png|svg|woff2?)$")
    assert not [address for address in crawl.outside if resources.search(address)]


def test_every_page_leads_to_itself_in_the_other_language(crawl: Crawl) -> None:
    led = {page: links.translation for page, links in crawl.pages.items() if "/staff/" not in page and in_a_frame(page)}
    assert len(led) > 100
    assert {address for address, other in led.items() if led.get(other) != address or other == address} == set()


def test_every_page_without_a_frame_is_there_in_the_other_language(crawl: Crawl) -> None:
    """It leads to nothing but the page that it belongs to, which leads on. The number of its parts may differ."""
    english = f"{crawl.site.address}en/"
    lone = {page for page in crawl.pages if not in_a_frame(page) and not re.search(r"-\d+\.html$", page)}
    translated = {page for page in lone if page.startswith(english)}
    assert len(translated) > 50
    assert translated == {page.replace(crawl.site.address, english) for page in lone - translated}


def in_a_frame(address: str) -> bool:
    """A page with the header and the menus of the site is a folder; another one is a file beside it."""
    return address.endswith("/")


@pytest.mark.parametrize(
    "path", one_in_three(["", "education/funding/2016/", "education/indicators/queue/", "glossary/"])
)
def test_the_same_page_in_the_other_language_and_back(visit: Visitor, either_site: Served, path: str) -> None:
    window = visit(path, at=either_site)
    russian = window.page.url
    window.page.locator(".v-language").click()
    window.page.wait_for_url(f"{either_site.address}en/{path}")
    assert window.ask("document.documentElement.lang") == "en"
    assert window.page.locator("article h1").is_visible()
    window.page.locator(".v-language").click()
    window.page.wait_for_url(russian)
    assert window.ask("document.documentElement.lang") == "ru"


@pytest.mark.parametrize("path", one_in_three([LOST, f"en/{LOST}", "education/funding/2099/"], first=1))
def test_a_lost_address_is_told_so_and_helped_on(visit: Visitor, either_site: Served, path: str) -> None:
    window = visit(path, at=either_site)
    assert window.answers[0].status == 404
    assert all(answer.status == 200 for answer in window.answers[1:]), [answer.url for answer in window.answers]
    assert "Такой страницы нет" in window.page.locator("h1").inner_text()
    assert "There is no such page" in window.page.locator("main").inner_text()
    links = [link.evaluate("(link) => link.href") for link in window.page.locator("main a, header a, footer a").all()]
    assert len(links) > 10
    answers = {link: window.page.request.get(link).status for link in dict.fromkeys(links)}
    assert set(answers.values()) == {200}, answers
    window.page.locator("main a").last.click()
    window.page.wait_for_url(f"{either_site.address}en/")
