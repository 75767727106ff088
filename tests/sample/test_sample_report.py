"""The printed report of a programme with all that a programme can have: what Divnogorsk's has not is printed here."""

from dataclasses import replace
from pathlib import Path

from datasets import DIVNOGORSK
from fewer_pictures import EMPTY_PICTURE
from printing import html_of, read_back
from undrawn import dataset_in, site_of
from vitrina.charts.studio import Drawings
from vitrina.dataset.programme import Dataset
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.project import TOKENS
from vitrina.report.document import report_of
from vitrina.words import Words

ROOT = Path(__file__).parents[2]
LONG = {"changes", "evaluation"}
"""Made of the same blocks as others."""


def test_every_kind_of_page_can_be_printed(sample: Dataset) -> None:
    """The whole report of Divnogorsk's programme is printed and read elsewhere."""
    words, drawings = Words("en"), Drawings.on_disk(ROOT / ".cache/drawings", ROOT / TOKENS)
    site = make_site(sample, words)
    context = next(one for one in site.contexts if one.programme.id == "schools")
    printed_there = {page.template for page in site_of(dataset_in(DIVNOGORSK), "en").pages} | LONG
    pages = {
        page.place.markdown: write_page(
            page, words, drawings.svg if page.template not in printed_there else lambda _: EMPTY_PICTURE
        )
        for page in site.pages
    }
    whole = report_of(site, context, pages)
    assert not [chapter for chapter in whole.chapters if chapter.place.folder.startswith("parks")]
    kinds = {chapter.template: chapter for chapter in reversed(whole.chapters)}
    assert kinds.keys() == {page.template for page in site.pages} - {"programmes"}
    kinds = {template: chapter for template, chapter in kinds.items() if template not in printed_there}
    assert kinds.keys() >= {"execution", "measures", "assignments", "progress"}
    report = replace(
        whole,
        chapters=tuple(kinds.values()),
        pages=tuple(pages[chapter.place.markdown] for chapter in kinds.values()),
    )
    html = html_of(report)
    assert "var(--" not in html
    made = read_back(html)
    assert len(made.pages) > len(kinds)
    read = " ".join(made.pages[0].extract_text().split())
    assert words.say("labels.sample", territory="город" if words.language == "ru" else "city") in read
