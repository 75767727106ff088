"""From the front page of each language every page is at most two clicks away, with a phone too."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from support.phone_links import PhoneLinks

GUIDE = "staff/"


@cache
def led_to(site: Path, page: str) -> frozenset[str]:
    """The pages of the site that a page has links to, as addresses below its root: «en/education/»."""
    here = f"http://site/{page}"
    links = PhoneLinks((site / page / "index.html").read_text(encoding="utf-8")).links
    targets = {urlsplit(urljoin(here, link)) for link in links}
    paths = {unquote(target.path).lstrip("/") for target in targets if target.netloc == "site"}
    return frozenset(path for path in paths if (site / path / "index.html").is_file())


def built(site: Path, language: str) -> set[str]:
    folders = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    paths = {"" if folder == "." else f"{folder}/" for folder in folders}
    return {path for path in paths if path.startswith("en/") == (language == "en")}


@pytest.mark.parametrize(("language", "front"), [("ru", ""), ("en", "en/")])
def test_every_page_is_at_most_two_clicks_from_the_front_page(built_site: Path, language: str, front: str) -> None:
    pages = built(built_site, language)
    once = led_to(built_site, front)
    twice = {page for first in once & pages for page in led_to(built_site, first)}
    assert len(pages) > 50
    guides = {page for page in pages if page.startswith(GUIDE)}  # the staff's, which lead on from the first of them
    assert pages - {front} - once - twice <= guides
    assert guides <= {GUIDE, *led_to(built_site, GUIDE)}


@pytest.mark.parametrize(
    "hidden",
    [
        '<nav class="v-tabs"><ul><li><a href="b/">b</a></li></ul></nav>',
        '<div hidden><div>b</div><a href="b/">b</a></div>',
        '<a hidden href="b/">b</a>',
        '<link rel="next" href="b/">',
    ],
)
def test_a_link_that_a_phone_does_not_show_does_not_count(hidden: str) -> None:
    menu = '<details><summary>menu</summary><nav><a href="c/">c</a></nav></details>'
    assert PhoneLinks(f'<a href="a/">a</a>{hidden}{menu}').links == {"a/", "c/"}
