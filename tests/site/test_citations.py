"""What is said of how to name a page or a chart is read back by a reader that shares nothing with its writer."""

import datetime
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from support.built_pages import lone, pages, read
from vitrina.sharing.citations import Cited, for_people, for_programs
from vitrina.words import Words

ADDRESS = "https://city.example/repo/"
FORM = re.compile(r'<pre class="v-citation" translate="no">(.*?)</pre>', re.DOTALL)
COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
} | {rf"\{letter}": letter for letter in "%#&_$"}
ONE = Cited(
    key="education-funding-sources-ru",
    title="Край платит больше половины",
    is_chart=True,
    site="Образование Дивногорска",
    publisher="Администрация города",
    status="Проект 2021 года, не утверждён · данные по 30 сентября 2021 года",
    day=datetime.date(2021, 9, 30),
    address="https://city.example/repo/education/funding/#sources",
)
HOSTILE = [
    '50 % & {скобки} #1 $5 a_b ~ ^ \\textbf{x} «ёлочки» "прямые"',
    "} , url = {https://evil.example/}, x = {",
    "@misc{other, title = {x}}",
    "</pre><script>alert(1)</script>",
    "ER  - ",
    "\\",
    "{{{",
]


def bibtex(text: str) -> tuple[str, dict[str, str]]:
    """One entry as BibTeX reads it: braces are counted wherever they stand."""
    head, kind = re.match(r"@misc\{([\w-]+),", text), text[:5]
    assert kind == "@misc"
    assert head
    place, fields = head.end(), dict[str, str]()
    while field := re.compile(r"\s*(\w+) = \{").match(text, place):
        depth, end = 1, field.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        fields[field[1]] = printed(text[field.end() : end - 1])
        place = end + (text[end] == ",")
    assert text[place:] == "\n}"
    return head[1], fields


def printed(value: str) -> str:
    """A value as LaTeX prints it. A sign that it would obey or refuse is a fault."""
    pieces = re.split("(" + "|".join(re.escape(one) for one in COMMANDS) + ")", value)
    for piece in pieces[::2]:
        assert "://" in value or not re.search(r"[\\%#&_$~^]", piece), piece
    return "".join(COMMANDS.get(piece, piece.replace("{", "").replace("}", "")) for piece in pieces)


def ris(text: str) -> dict[str, str]:
    """One reference as programs read RIS: a tag of two signs, two spaces, a dash, a space."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in text.split("\n")]
    assert all(lines), text
    read_back = [(line[1], line[2]) for line in lines if line]
    assert read_back[0] == ("TY", "ELEC")
    assert read_back[-1] == ("ER", "")
    assert len({tag for tag, _ in read_back}) == len(read_back)
    return dict(read_back)


@pytest.mark.parametrize("title", [ONE.title, *HOSTILE])
def test_programs_read_back_what_was_written(title: str) -> None:
    cited = replace(ONE, title=title, site=title, publisher=title)
    in_bibtex, in_ris = (form.text for form in for_programs(cited, Words("ru")))
    key, fields = bibtex(in_bibtex)
    assert key == ONE.key
    assert (fields["title"], fields["author"], fields["howpublished"]) == (title, title, title)
    assert (fields["url"], fields["year"], fields["note"]) == (ONE.address, "2021", ONE.status)
    tags = ris(in_ris)
    assert (tags["TI"], tags["AU"], tags["T2"]) == (title, title, title)
    assert (tags["UR"], tags["DA"], tags["PY"], tags["LA"]) == (ONE.address, "2021/09/30", "2021", "ru")


def test_people_read_a_citation_whose_day_of_access_is_theirs_to_write() -> None:
    gost, plain = (form.text for form in for_people(ONE, Words("ru")))
    assert gost == (
        "Край платит больше половины. – Изображение : электронное // Образование Дивногорска : [сайт]"
        " / Администрация города. – 2021. – Проект 2021 года, не утверждён ; данные по 30 сентября 2021 года."
        " – URL: https://city.example/repo/education/funding/#sources (дата обращения: __.__.____)."
    )
    assert plain == (
        "«Край платит больше половины». Сайт «Образование Дивногорска». Проект 2021 года, не утверждён,"
        " данные по 30 сентября 2021 года. https://city.example/repo/education/funding/#sources"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(ONE, publisher="", day=None, address="")
    for form in (*for_people(bare, Words("en")), *for_programs(bare, Words("en"))):
        assert not re.search(r"None|accessed|URL|UR  -|url|year|author|AU  -|\{\}", form.text), form.text
        assert ". . " not in form.text


def cited_in(page: Path) -> Iterator[str]:
    """As they are copied: without the elements that name the language of a word."""
    forms = FORM.findall(page.read_text(encoding="utf-8"))
    yield from (html.unescape(re.sub("<[^>]*>", "", form)) for form in forms)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_and_every_chart_can_be_named(site_under_sub_path: Path, language: str) -> None:
    root = site_under_sub_path / ("en" if language == "en" else "")
    others = {site_under_sub_path / "en"} if language == "ru" else set()
    found, keys = set(), list[str]()
    for page in pages(root):
        if page.path.name == "404.html" or others & set(page.path.parents):
            continue
        if "staff" in page.path.parts:
            continue
        here = page.path.parent.relative_to(site_under_sub_path).as_posix()
        own = ADDRESS if here == "." else f"{ADDRESS}{here}/"
        assert page.of("a", href="cite.html"), here
        forms = list(cited_in(page.path.parent / "cite.html"))
        entries = [bibtex(form) for form in forms if form.startswith("@")]
        references = [ris(form) for form in forms if form.startswith("TY")]
        assert [fields["url"] for _, fields in entries] == [tags["UR"] for tags in references]
        assert [fields["title"] for _, fields in entries] == [tags["TI"] for tags in references]
        assert entries[0][1]["url"] == own
        if page.path.parent in {root, root / "education"}:  # named by its programme, not «Коротко»
            assert re.search("«Система образования города Дивногорска», |“[^”]+”, ", entries[0][1]["title"])
        else:
            assert page.of("meta", property="og:title")[0]["content"].startswith(entries[0][1]["title"])
        assert sum(form.count(f"{own} (") for form in forms) == 1
        found |= {fields["url"] for _, fields in entries}
        keys += [key for key, _ in entries]
        for chart in page.of("figure", **{"class": "v-chart"}):
            assert any(link["href"].endswith(f"cite.html#{chart['id']}") for link in page.of("a")), chart
    assert len(keys) == len(set(keys)) > 90
    assert len(found) == len(keys)


def test_a_chart_in_a_page_of_others_brings_what_it_has_to_say_and_no_script(site_under_sub_path: Path) -> None:
    embedded = [read(page) for page in lone(site_under_sub_path) if page.name.endswith("-embed.html")]
    assert len(embedded) > 60
    for page in embedded:
        assert not page.of("script")
        assert page.of("meta", name="robots", content="noindex")
        assert page.of("a", target="_blank", rel="noopener")[0]["href"].startswith("./#")
        assert len(page.of("svg", **{"aria-hidden": "true"})) >= 2
        assert re.search(r"не утверждён|not adopted", page.text)
        assert re.search(r"Источник: |Source: ", page.text)
        assert "city.example" in page.text
        assert "frame-ancestors" not in page.policy  # nobody is kept from showing it


def test_the_code_to_show_a_chart_elsewhere_names_its_page(site_under_sub_path: Path, built_site: Path) -> None:
    found = 0
    for page in lone(site_under_sub_path):
        for code in cited_in(page):
            if "<iframe" in code:
                [address, title, height] = re.findall(r'(?:src|title|height)="([^"]*)"', code)
                embed = site_under_sub_path / address.removeprefix(ADDRESS)
                assert html.unescape(title) in read(embed).text.replace("\u00a0", " ")
                assert 200 < int(height) < 2_500
                found += 1
    assert found > 60
    # Where the site stands is not known: a code with half an address would show nothing.
    assert not [page for page in built_site.rglob("cite.html") if "iframe" in page.read_text(encoding="utf-8")]
