"""The finished pages: no figure of the dataset stands there without a way to where it is from."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.provenance import without_provenance

NOT_OF_THE_TABLES: Mapping[str, re.Pattern[str]] = {
    "the growth of prices: statistics that the page names beside it": re.compile(
        r".*: (?:\d+\s?% in section > div > p|\d+[,.]\d{4} in tbody > tr > td)"
    ),
    "how far a value may lie off by a rule whose words stand beside it": re.compile(
        r".*: 2\s?% in (?:section > div > (?:p|h2)|tr > th > small)"
        r"|.*/indicators/.+: \d+[,.]\d+ in td > span > small"
    ),
    "how much of a document the site tells": re.compile(r".*/documents/.*: \d+\s?% in div > header > p"),
    "what a corrected cell says: its row and its page stand below it": re.compile(
        r".*/corrections: .* in div > p(?: > b)?"
    ),
    "which values a column may have": re.compile(r".*/data/dictionary: 100\s?% in dl > div > dd"),
}


@pytest.mark.parametrize("site", ["built_site", "built_sample"])
def test_no_figure_leads_nowhere(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    left = [
        f"{file.parent.relative_to(folder).as_posix()}: {figure}"
        for file in sorted(folder.rglob("index.html"))
        if "staff" not in file.parts
        for figure in without_provenance(file.read_text("utf-8"))
    ]
    assert [one for one in left if not any(known.fullmatch(one) for known in NOT_OF_THE_TABLES.values())] == []
