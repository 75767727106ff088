"""The styles are one small file that says nothing of what no page has."""

import gzip
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLASS = re.compile(r"\.(v-[\w-]+)")
MOST_PACKED = 13_000
"""Bytes as they travel; nothing is painted before they are there."""
UNSEEN = re.compile(r"v-source-\w+")
"""The colours of sources that neither of the two sites has so many of."""


def worn(folder: Path) -> set[str]:
    """Every class of every page."""
    pages = (page.read_text(encoding="utf-8") for page in folder.rglob("*.html"))
    return {name for page in pages for named in re.findall(r'class="([^"]*)"', page) for name in named.split()}


def test_every_class_that_has_a_rule_is_worn_somewhere(built_site: Path, built_sample: Path) -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/js").glob("*.js"))
    ruled = set(CLASS.findall((built_site / "css/vitrina.css").read_text(encoding="utf-8")))
    assert len(ruled) > 100
    unworn = ruled - worn(built_site) - worn(built_sample) - set(re.findall(r"v-[\w-]+", scripts))
    assert {name for name in unworn if not UNSEEN.fullmatch(name)} == set()


def test_a_page_asks_for_one_small_style_sheet_and_nothing_of_the_theme(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert len(re.findall(r'rel="?stylesheet', text)) == 1, page
        assert "assets/" not in text, page
    assert not (built_site / "assets").exists()
    assert len(gzip.compress((built_site / "css/vitrina.css").read_bytes(), 6)) < MOST_PACKED
