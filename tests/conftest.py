"""The real dataset's site and the sample's, each built once for all tests that look at it."""

from pathlib import Path

import pytest

from vitrina.build import DATA, build_site

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make site` makes, in both languages. Shared: whoever changes it works on a copy."""
    return build_into(tmp_path_factory.mktemp("built") / "site", address=None)


@pytest.fixture(scope="session")
def site_under_sub_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as it is published on GitHub Pages: at a known address, below the repository's name."""
    return build_into(tmp_path_factory.mktemp("published") / "site", address="https://city.example/repo/")


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample: two programmes, with all that a programme can have. It is never published."""
    return build_into(tmp_path_factory.mktemp("sample") / "site", address=None, data=ROOT / "tests/sample/build_data")


def build_into(folder: Path, address: str | None, data: Path = DATA) -> Path:
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SITE_URL", raising=False)
        if address:
            environment.setenv("SITE_URL", address)
        environment.setenv("SOURCE_DATE_EPOCH", "0")  # the build sets it where it is missing, and would leave it set
        build_site(ROOT, folder, data)
    return folder
