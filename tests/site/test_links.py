"""Whatever a page, a feed, a map of the site or a style sheet points at is there; nothing points out of the dataset."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from vitrina.measures.evaluation.evaluating import METHODS

TAG = re.compile(r"<([A-Za-z][\w:-]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>")
NO_TAGS = re.compile(r"<!--.*?-->|(<script\b[^>]*>).*?(?=</script>)", re.DOTALL)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
POINTING = {
    "href",
    "src",
    "poster",
    "action",
    "formaction",
    "data",
    "cite",
    "background",
    "manifest",
    "xlink:href",
    "ping",
}
IN_THE_PAGE = {"for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"}
"""Attributes that name elements of their own page."""
NOT_FETCHED = {"mailto", "tel", "data"}
SAID_IN_TEXT = re.compile(r"(?<![\w=\"'])https?://[^\s\"'<>()]+")
DATA = {"real": DIVNOGORSK, "sample": SAMPLE}


@dataclass(frozen=True, slots=True)
class Site:
    folder: Path
    root: str
    """Its address, which ends with a slash."""
    data: Path

    def file(self, address: str) -> Path | None:
        """The file that is answered with at an address; none: nothing is there."""
        path = unquote(urlsplit(address).path).removeprefix(urlsplit(self.root).path)
        found = self.folder / path
        found = found / "index.html" if found.is_dir() and (path.endswith("/") or not path) else found
        return found if found.is_file() else None

    def own(self, address: str) -> bool:
        return address.startswith(self.root)


@pytest.fixture(params=["real", "sample"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real one as it is published, at a known address below another; the sample as it is shown, at none."""
    if request.param == "real":
        folder = request.getfixturevalue("site_under_sub_path")
        return Site(folder, "https://city.example/repo/", DATA["real"])
    return Site(request.getfixturevalue("built_sample"), "http://here/", DATA["sample"])


@pytest.fixture
def anchors(site: Site) -> dict[Path, set[str]]:
    return {page: {name for _, key, name in attributes(page) if key == "id"} for page in site.folder.rglob("*.html")}


@cache
def attributes(page: Path) -> Sequence[tuple[str, str, str]]:
    """Tag, attribute and value of everything in a page, however it is written; not what only looks so in a script."""
    source = NO_TAGS.sub(r"\1", page.read_text(encoding="utf-8"))
    return [
        (tag.lower(), name.lower(), html.unescape(value[1:-1] if value[0] in "\"'" else value).strip())
        for tag, inside in TAG.findall(source)
        for name, value in ATTRIBUTE.findall(inside)
    ]


def pointed_at(page: Path) -> Iterator[str]:
    """Every address that a page holds in an attribute, as it is written."""
    for tag, name, value in attributes(page):
        if name in POINTING and not (tag == "object" and name == "data"):
            yield value
        elif name in {"srcset", "imagesrcset"}:
            yield from (one.split()[0] for one in value.split(",") if one.strip())
        elif tag == "meta" and name == "content" and re.match(r"https?:", value):
            yield value


def test_everything_a_page_points_at_is_there(site: Site, anchors: dict[Path, set[str]]) -> None:
    dead, count = [], 0
    for page, names in anchors.items():
        where = page.relative_to(site.folder).as_posix()
        for written in pointed_at(page):
            address = urljoin(f"{site.root}{where}", written)
            if not written:
                dead.append(f"{where}: an empty address")
            if urlsplit(address).scheme in NOT_FETCHED or not site.own(address):
                continue
            count += 1
            target, anchor = site.file(address), unquote(urlsplit(address).fragment)
            if target is None or (anchor and target in anchors and anchor not in anchors[target]):
                dead.append(f"{where}: {written}")
        dead += [
            f"{where}: {name}={value}"
            for _, name, value in attributes(page)
            if name in IN_THE_PAGE and not set(value.split()) <= names
        ]
    assert dead == []
    assert count > 5000


def test_no_anchor_is_counted(site: Site, anchors: dict[Path, set[str]]) -> None:
    """One that is, as a heading without its own gets it, leads elsewhere as soon as another comes before it."""
    counted = {
        f"{page.relative_to(site.folder).as_posix()}#{name}"
        for page, names in anchors.items()
        for name in names
        if re.search(r"_\d+$", name)
    }
    assert counted == set()


def test_everything_that_leads_out_is_named_by_the_dataset(site: Site, anchors: dict[Path, set[str]]) -> None:
    """Nothing that a browser fetches by itself, and no address but a table's or of the method that a table names."""
    known = {address for table in site.data.rglob("*.*") for address in named(table)}
    known |= {f"https://{source}" for method in METHODS.values() for source in method.sources}
    for page in anchors:
        where = page.relative_to(site.folder).as_posix()
        for tag, name, value in attributes(page):
            if name not in POINTING and name not in {"srcset", "imagesrcset"}:
                continue
            address = urljoin(f"{site.root}{where}", value)
            scheme = urlsplit(address).scheme
            if site.own(address) or scheme in NOT_FETCHED:
                continue
            assert scheme in {"http", "https"}, f"{where}: {value}"
            assert tag == "a", f"{where}: <{tag} {name}> would be fetched: {value}"
            assert address in known, f"{where}: {value}"


def named(table: Path) -> list[str]:
    if table.suffix not in {".csv", ".yml"}:
        return []
    return [
        address.rstrip(".,;»")
        for address in SAID_IN_TEXT.findall(table.read_text(encoding="utf-8-sig").replace(";", "\n"))
    ]


def test_what_machines_are_given_leads_to_something_too(site: Site) -> None:
    """The map of the site, the feeds, the style sheets and the scripts."""
    dead: list[str] = []
    for file in sorted(site.folder.rglob("*.xml")):
        text = file.read_text(encoding="utf-8")
        dead += gone(site, file, re.findall(r"<(?:link|loc)>([^<]*)<", text) + re.findall(r"\bhref=\"([^\"]*)\"", text))
    for sheet in site.folder.rglob("*.css"):
        written = re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))
        dead += gone(site, sheet, [one for one in written if not one.startswith("data:")])
    for script in site.folder.rglob("js/*.js"):
        text = script.read_text(encoding="utf-8")
        dead += gone(site, script, re.findall(r"(?:from|import\()\s*\"(\.[^\"]+)\"", text))
    assert dead == []
    assert list(site.folder.rglob("feed.xml"))


def gone(site: Site, file: Path, written: list[str]) -> Iterator[str]:
    """The addresses in a file that lead nowhere, or to another host."""
    where = f"{site.root}{file.relative_to(site.folder).as_posix()}"
    for one in written:
        address = urljoin(where, html.unescape(one))
        if not site.own(address) or site.file(address) is None:
            yield f"{where}: {one}"


def test_a_page_in_the_map_of_the_site_is_every_page(site_under_sub_path: Path) -> None:
    for part in ("", "en/"):
        text = (site_under_sub_path / part / "sitemap.xml").read_text(encoding="utf-8")
        listed = {one.removeprefix("https://city.example/repo/") for one in re.findall(r"<loc>(.*?)</loc>", text)}
        pages = {
            page.parent.relative_to(site_under_sub_path).as_posix() for page in site_under_sub_path.rglob("index.html")
        }
        of_part = {"" if page == "." else f"{page}/" for page in pages}
        assert listed == {page for page in of_part if page.startswith("en/") == bool(part)}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("<a class=x href=a/b.html>a</a>", ["a/b.html"]),
        ("<A HREF='a'>a</A>", ["a"]),
        ('<img alt="a > b" src="c.png" srcset="c.png 1x, d.png 2x">', ["c.png", "c.png", "d.png"]),
        ('<script>"<a href=x>"</script><!-- <a href="y"> -->', []),
        ('<a href="a?b&amp;c#%D1%8F">', ["a?b&c#%D1%8F"]),
    ],
)
def test_an_address_is_seen_however_it_is_written(tmp_path: Path, written: str, found: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(written, encoding="utf-8")
    assert list(pointed_at(page)) == found
