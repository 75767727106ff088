"""The copy that opens from a folder: no server, nothing from outside, every link a file, a search that finds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from browser.kinds import BY_TURNS, PAGES
from browser.queries import ENGLISH, RUSSIAN
from browser.searching import FOUND_SOME, ask, first_answers
from vitrina.manifest import MANIFEST
from vitrina.project import THEME
from vitrina.words.scripts import without_comments

LINK = re.compile(r'(?<=\s)(?:href|src)="([^"]+)"')
FOUND = {
    "ОЧЕРЕДИ в садик": "queue",
    "словарь трудные слова": "glossary/index.html",
    "путевки": "vouchers",
    "путёвка": "vouchers",
}
"""What somebody types, and a part of the address that must be among the first five."""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(chromium: Browser, folder_copy: Path) -> Iterator[Page]:
    """A window in which nothing is said in the console and nothing is asked of anybody but the folder."""
    said: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    def watch(request: Request) -> None:
        if not request.url.startswith((folder_copy.as_uri(), "data:")):
            said.append(request.url)

    def fail(request: Request) -> None:
        if "ABORTED" not in (request.failure or ""):  # a sign of the page before, which nobody waited for
            said.append(f"not there: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", watch)
    page.on("requestfailed", fail)
    yield page
    context.close()
    assert said == []


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(BY_TURNS.values(), id="by turns"),
        pytest.param([PAGES[name] for name in PAGES if name not in BY_TURNS], id="others", marks=pytest.mark.thorough),
    ],
)
def test_every_kind_of_page_opens_from_the_folder(window: Page, folder_copy: Path, paths: Iterable[str]) -> None:
    for path in paths:
        window.goto((folder_copy / path / "index.html").as_uri())
        assert window.locator("h1").first.is_visible()
        assert window.evaluate("[...document.styleSheets].every((sheet) => sheet.href.startsWith('file:'))")
    assert window.evaluate("document.querySelector('.v-palette').disabled") is False  # the script is at work
    assert window.locator("[data-live], script[type=module]").count() == 0


def test_every_link_names_a_file_of_the_folder(folder_copy: Path) -> None:
    root, broken, followed = folder_copy.as_uri() + "/", set(), 0
    for file in folder_copy.rglob("*.html"):
        for address in LINK.findall(file.read_text(encoding="utf-8")):
            if address.startswith(("mailto:", "https:", "http:", "data:", "#")):
                continue
            target = urlsplit(urljoin(file.as_uri(), address.replace("&amp;", "&")))
            followed += 1
            if not target.geturl().startswith(root) or not Path(unquote(target.path)).is_file():
                broken.add((file.relative_to(folder_copy).as_posix(), address))
    assert followed > 5000
    assert broken == set()


def test_nothing_is_in_it_that_asks_for_a_server(folder_copy: Path) -> None:
    names = {path.relative_to(folder_copy).as_posix() for path in folder_copy.rglob("*") if path.is_file()}
    names = {name for name in names if not name.startswith("education/data/")} - {MANIFEST}
    assert [name for name in names if name.endswith((".json", ".wasm", ".gz", "sitemap.xml", "404.html"))] == []
    assert {"index.html", "en/index.html", "education/funding/funding-by-year.csv"} <= names
    page = (folder_copy / "education/funding/index.html").read_text(encoding="utf-8")
    assert "connect-src" not in page
    assert "wasm-unsafe-eval" not in page
    assert page.count("default-src 'none'") == 1


def test_the_search_finds_words_in_any_form_and_its_links_open(window: Page, folder_copy: Path) -> None:
    window.goto((folder_copy / "education/funding/index.html").as_uri())
    assert window.evaluate("window.vitrinaIndex") is None  # not before somebody looks for something
    window.locator(".v-find").click()
    for typed, wanted in FOUND.items():
        assert "ничего нет" not in ask(window, typed)
        first = found(window)[:5]
        assert any(wanted in unquote(address) for address in first), (typed, first)
    assert "ничего нет" in ask(window, "ъъъъъ")
    ask(window, "очередь")
    with window.expect_navigation():
        window.locator(".v-found li a").first.click()
    expect(window.locator("dialog[open]")).to_have_count(0)
    assert window.url.startswith(folder_copy.as_uri())
    window.goto((folder_copy / "en/index.html").as_uri())
    window.locator(".v-find").press("Enter")
    ask(window, "queues")
    assert "/en/" in found(window)[0]


@pytest.mark.parametrize(("start", "queries"), [("", RUSSIAN), ("en/", ENGLISH)], ids=["ru", "en"])
def test_what_comes_first_on_the_site_comes_first_in_the_folder(
    window: Page, folder_copy: Path, start: str, queries: Mapping[str, str]
) -> None:
    window.goto((folder_copy / f"{start}index.html").as_uri())
    window.locator(".v-find").click()
    first = {}
    for query, (found, _) in first_answers(window, queries).items():
        address = found.removeprefix(f"{folder_copy.as_uri()}/").replace("index.html", "")
        first[query] = address if "#" in queries[query] else address.partition("#")[0]
    assert first == queries


def test_what_the_search_shows_of_a_page_found_by_a_word_that_it_does_not_have(window: Page, folder_copy: Path) -> None:
    window.goto((folder_copy / "index.html").as_uri())
    window.locator(".v-find").click()
    assert ask(window, "cflbr").startswith("Показано по запросу «садик». ")
    first = window.locator(".v-found li").first
    assert first.locator("b").inner_text().startswith("Детские сады")
    assert "404\xa0ребёнка" in first.locator("a > span:last-child").inner_text()
    assert ask(window, "садик").startswith(FOUND_SOME)


def test_the_guide_of_the_staff_is_not_found_in_the_folder(window: Page, folder_copy: Path) -> None:
    window.goto((folder_copy / "index.html").as_uri())
    window.locator(".v-find").click()
    for query in ("Excel", "python"):
        ask(window, query)
        assert not [address for address in found(window) if "/staff/" in address]


def test_the_folder_searches_by_the_scripts_of_the_site(folder_copy: Path) -> None:
    script = (folder_copy / "js/offline.js").read_text(encoding="utf-8")
    for name in ("keyboard", "find"):
        module = without_comments((THEME / f"js/{name}.js").read_text(encoding="utf-8"))
        assert re.sub(r"(?m)^import .*\n|^export ", "", module) in script
    assert re.findall(r"(?m)^\s*(?:export|import)\b(?!\().*", script) == []
    sources = [*(ROOT / "hooks").rglob("*.js")]
    assert [path.name for path in sources if "qwerty" in path.read_text(encoding="utf-8")] == ["keyboard.js"]


def found(window: Page) -> list[str]:
    addresses: list[str] = window.evaluate("[...document.querySelectorAll('.v-found li a')].map((one) => one.href)")
    return addresses
