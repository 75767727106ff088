"""The printed report of a programme with all that a programme can have: pages of all kinds go through the press."""

from dataclasses import replace
from pathlib import Path

from printing import html_of, read_back
from vitrina.charts.studio import Drawings
from vitrina.dataset.programme import Dataset
from vitrina.pages.page import write_page
from vitrina.pages.site import make_site
from vitrina.project import TOKENS
from vitrina.report.document import report_of
from vitrina.words import Words

ROOT = Path(__file__).parents[2]
SEEN_ELSEWHERE = {"changes", "check", "documents", "evaluation", "year", "indicator"}
"""Long pages made of the same blocks as others."""


def test_every_kind_of_page_can_be_printed(sample: Dataset) -> None:
    words, drawings = Words("en"), Drawings.on_disk(ROOT / ".cache/drawings", ROOT / TOKENS)
    site = make_site(sample, words)
    context = next(one for one in site.contexts if one.programme.id == "schools")
    pages = {page.place.markdown: write_page(page, words, drawings.svg) for page in site.pages}
    whole = report_of(site, context, pages)
    assert not [chapter for chapter in whole.chapters if chapter.place.folder.startswith("parks")]
    kinds = {chapter.template: chapter for chapter in reversed(whole.chapters)}
    assert kinds.keys() == {page.template for page in site.pages} - {"programmes"}
    kinds = {template: chapter for template, chapter in kinds.items() if template not in SEEN_ELSEWHERE}
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
    assert words.say("labels.sample") in read
