"""What a page may do is said in its policy, whole: nothing but with files of its own site and scripts named by hash."""

import base64
import hashlib
from pathlib import Path

import pytest

from support.built_pages import Page, pages

POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
"""All that a page may do, beside the inline scripts that it names by hash: nothing, but with files of its own site."""
POLICY_OF_A_FOLDER = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "file:"],
    "style-src": ["'self'", "file:"],
    "img-src": ["'self'", "file:", "data:"],
    "manifest-src": ["'self'", "file:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
"""A folder has no origin: its files are named by their scheme, and nothing is fetched."""
EVERY_SITE = pytest.mark.parametrize(
    ("name", "policy"),
    [
        ("built_site", POLICY),
        ("built_sample", POLICY),
        ("hostile_sample", POLICY),
        ("folder_copy", POLICY_OF_A_FOLDER),
    ],
)


@EVERY_SITE
def test_the_policy_of_every_page_is_this_one_and_names_its_inline_scripts_alone(
    request: pytest.FixtureRequest, name: str, policy: dict[str, list[str]]
) -> None:
    count = 0
    for page in pages(request.getfixturevalue(name)):
        count += 1
        stated = [directive.split() for directive in page.policy.split(";")]
        # Of a directive that stands twice a browser obeys the first: a dictionary would keep the last.
        assert [directive for directive, *_ in stated] == list(policy), page.path
        hashes = [value for directive in stated for value in directive if value.startswith("'sha256-")]
        without = {directive: [value for value in values if value not in hashes] for directive, *values in stated}
        assert without == policy, page.path
        running = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running_in(page)}
        assert sorted(hashes) == sorted(f"'sha256-{value}'" for value in running), page.path
        [scripts] = [values for directive, *values in stated if directive == "script-src"]
        assert set(hashes) <= set(scripts), page.path
        first = [attributes for tag, attributes in page.elements if tag not in {"html", "head"}][:2]
        assert [*first[0], first[1].get("http-equiv")] == ["charset", "Content-Security-Policy"], page.path
    assert count > 30


def running_in(page: Page) -> list[str]:
    """The scripts that stand in the page itself, but for data."""
    data = [attributes for attributes in page.of("script") if attributes.get("type", "").endswith("json")]
    return [text for text in page.scripts if not (data and text.lstrip().startswith("{"))]


def test_no_page_carries_a_style_or_an_attribute_that_runs(built_site: Path) -> None:
    for page in pages(built_site):
        where = page.path.relative_to(built_site).as_posix()
        assert page.of("style") == [], where
        assert [tag for tag, attributes in page.elements if "style" in attributes] == [], where
        assert [tag for tag, attributes in page.elements if any(name.startswith("on") for name in attributes)] == [], (
            where
        )


def test_every_page_keeps_to_itself_where_its_reader_was(built_site: Path) -> None:
    for page in pages(built_site):
        assert page.meta("referrer") == "no-referrer", page.path
