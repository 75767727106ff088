"""Every page of the real site and of the sample is light, in every language."""

from pathlib import Path

import pytest

from support.weight import weights

MOST = 30_000
"""Bytes as they travel, before anybody touches anything."""


@pytest.mark.parametrize("site", ["built_site", "built_sample"])
def test_every_page_is_light(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = {page: weights(page, folder) for page in folder.rglob("*.html")}
    assert len(pages) > 100
    assert all(any(file.suffix == ".css" for file in files) for files in pages.values())
    heavy = {page: files for page, files in pages.items() if sum(files.values()) > MOST}
    assert not heavy, "\n".join(
        f"{sum(files.values())}: {', '.join(f'{file} {size}' for file, size in files.items())}"
        for files in heavy.values()
    )
