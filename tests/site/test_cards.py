"""What is shown of a page where somebody names it, and what programs that walk through the site are told."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import typst
from PIL import Image

from support.built_pages import Page, pages
from support.datasets import DIVNOGORSK
from support.rendered import dataset_in, pages_of, site_of
from support.sites import ROOT
from vitrina.charts.render.drawings import Drawings
from vitrina.charts.render.palette import palette
from vitrina.project import TOKENS
from vitrina.sharing.card_painter import painted
from vitrina.sharing.cards import Card, Painter, cards
from vitrina.store import Memory

ADDRESS = "https://city.example/repo/"
LOCALES = {"ru": "ru_RU", "en": "en_US"}


def card(page: Page) -> dict[str, list[str]]:
    """The properties of a page's card."""
    found: dict[str, list[str]] = {}
    for meta in page.of("meta"):
        if meta.get("property", "").startswith("og:"):
            found.setdefault(meta["property"], []).append(meta["content"])
    return found


def language(page: Page) -> str:
    return page.of("html")[0]["lang"]


@pytest.mark.parametrize(
    ("site", "address"), [("built_site", ""), ("built_sample", ""), ("site_under_sub_path", ADDRESS)]
)
def test_every_page_says_what_is_to_be_shown_of_it(site: str, address: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    shown = [page for page in pages(folder) if page.path.name == "index.html"]
    assert len(shown) > 100
    for page in shown:
        said = card(page)
        here = page.path.parent.relative_to(folder).as_posix()
        assert all(said["og:title"]), here
        assert said["og:locale"] == [LOCALES[language(page)]], here
        assert len(said["og:site_name"]) == len(said["og:type"]) == 1, here
        if "staff" not in page.path.parts:
            assert said["og:description"] == [page.meta("description")], here
            assert said["og:locale:alternate"] == [LOCALES["en" if language(page) == "ru" else "ru"]], here
        own = f"{address}{'' if here == '.' else here + '/'}"
        assert said.get("og:url", []) == ([own] if address else []), here


def test_every_page_has_a_picture_in_two_shapes_at_a_whole_address(site_under_sub_path: Path) -> None:
    """Where the site's address is not known a picture cannot be named, so there is none to name."""
    shown = [page for page in pages(site_under_sub_path) if page.path.name == "index.html"]
    for page in shown:
        said = card(page)
        here = page.path.parent
        if "staff" in here.parts:  # they have the front page's
            here = site_under_sub_path / ("en" if language(page) == "en" else "")
        own = "" if here == site_under_sub_path else f"{here.relative_to(site_under_sub_path).as_posix()}/"
        assert said["og:image"] == [f"{ADDRESS}{own}card.png", f"{ADDRESS}{own}card-square.png"]
        assert page.meta("twitter:card") == "summary_large_image"
        assert [bool(alt) for alt in said["og:image:alt"]] == [True, True]
        sizes = list(zip(said["og:image:width"], said["og:image:height"], strict=True))
        assert sizes == [("1200", "630"), ("600", "600")]
        for name, (width, height) in zip(("card.png", "card-square.png"), sizes, strict=True):
            with Image.open(here / name) as picture:
                assert picture.size == (int(width), int(height))
                assert len(picture.getcolors(256) or ()) > 20  # it is not empty


def test_without_an_address_no_page_names_a_picture_that_nobody_could_find(built_site: Path) -> None:
    for page in pages(built_site):
        assert not {"og:image", "og:url"} & set(card(page))
    assert not list(built_site.rglob("card*.png"))


def test_a_card_shows_the_first_chart_of_its_page_or_else_how_the_page_begins() -> None:
    shown = made("ru")
    funding, check = shown["education/funding/index.md"], shown["education/check/index.md"]
    assert funding.headline == "Больше всего денег отвели на 2021\u00a0год: 717,4\u00a0млн\u00a0₽"
    assert [item.slot for item in funding.key] == ["2", "3", "4", "1", ""]
    assert "var(" not in funding.picture
    assert "447,7" in funding.picture
    assert check.headline == "Из 16\u00a0итогов документа 14\u00a0сходятся, 2\u00a0нет"
    assert (check.picture, check.key) == ("", ())
    for one in shown.values():
        assert one.headline
        assert one.below
        assert one.described
        assert not re.search(r"[<>{}]|&\w+;|&#", one.headline + one.kicker), one.headline
        assert (one.status, one.address) == (funding.status, "city.example/repo/")


def test_equal_cards_are_equal_bytes_and_are_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (made("en")[f"education/{page}/index.md"] for page in ("funding", "check"))
    colours, kept = palette(ROOT / TOKENS), Memory()
    first = painted([one, other], "en", colours, kept)
    assert first == painted([one, other], "en", colours, Memory())
    monkeypatch.setattr(typst, "compile", None)
    assert painted([other, one], "en", colours, kept) == first
    assert len(set(first.values())) == len(first) == 4


@cache
def made(language: str) -> Mapping[str, Card]:
    dataset = dataset_in(DIVNOGORSK)
    site = site_of(dataset, language)
    drawings = Drawings.on_disk(ROOT / ".cache/drawings", ROOT / TOKENS)
    texts = {place.markdown: pages_of(dataset, language)[place.folder] for place in (page.place for page in site.pages)}
    return cards(site, texts, Painter(drawings.svg, palette(ROOT / TOKENS)), ADDRESS)


def test_the_map_of_the_site_tells_how_old_the_data_of_each_page_are(site_under_sub_path: Path) -> None:
    for part in ("", "en/"):
        listed = re.findall(
            r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?",
            (site_under_sub_path / part / "sitemap.xml").read_text(encoding="utf-8"),
        )
        dated = {address.removeprefix(ADDRESS): day for address, day in listed}
        undated = {address for address in dated if address.startswith("staff/")} if not part else set()
        assert {address for address, day in dated.items() if not day} == undated
        assert {day for day in dated.values() if day} == {"2021-09-30"}


def test_robots_may_read_everything_and_learn_where_it_is_listed(built_site: Path, site_under_sub_path: Path) -> None:
    allowed = "User-agent: *\nAllow: /\n"
    assert (built_site / "robots.txt").read_text(encoding="utf-8") == allowed
    maps = f"Sitemap: {ADDRESS}sitemap.xml\nSitemap: {ADDRESS}en/sitemap.xml\n"
    assert (site_under_sub_path / "robots.txt").read_text(encoding="utf-8") == allowed + maps
    assert not (built_site / "en/robots.txt").exists()
