"""The finished pages: no figure of the dataset stands there without a way to where it is from."""

from pathlib import Path

import pytest

from support.provenance import without_provenance


@pytest.mark.parametrize("site", ["built_site", "built_sample"])
def test_no_figure_leads_nowhere(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    left = [
        figure
        for file in sorted(folder.rglob("index.html"))
        if "staff" not in file.parts
        for figure in without_provenance(file.parent.relative_to(folder).as_posix(), file.read_text("utf-8"))
    ]
    assert left == []
