"""Each block of the look, as Markdown: a folder a case, with the template's line, its values and what it makes.

Run as a program with `--write`, this writes the expected Markdown anew.
"""

import argparse
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from vitrina.addresses import Place, ProgrammePlaces
from vitrina.measures.funding import FundingByYear, YearChange
from vitrina.measures.known import Missing
from vitrina.measures.prices import RealTerms
from vitrina.measures.reconciliation import StatedTotal
from vitrina.pages.markdown import as_link, environment, sayers
from vitrina.words import Words

CASES = sorted(path for path in (Path(__file__).parent / "fragments").iterdir() if path.is_dir())


class Loader(yaml.SafeLoader):
    """Reads the values of a case; tags make what a template is told as an object."""


def _mapping(loader: yaml.SafeLoader, node: yaml.Node) -> dict[str, Any]:
    assert isinstance(node, yaml.MappingNode)
    return {str(key): value for key, value in loader.construct_mapping(node, deep=True).items()}


def _funding(loader: yaml.SafeLoader, node: yaml.Node) -> FundingByYear:
    given = _mapping(loader, node)
    amounts = {
        (source, year): kopecks
        for source, row in given["amounts"].items()
        for year, kopecks in zip(given["years"], row, strict=True)
        if kopecks is not None
    }
    return FundingByYear(tuple(given["years"]), tuple(given["amounts"]), amounts, given["edition_year"])


def _chart(loader: yaml.SafeLoader, node: yaml.Node) -> dict[str, Any]:
    """Only what a drawing is called is known here, and it stands where the picture would."""
    addresses = {name: as_link(f"funding.{name}") for name in ("csv", "png", "live", "citation", "permalink", "data")}
    given = _mapping(loader, node)
    return {
        "chart": given,
        "file": "education/funding/funding.csv",
        "figures": given.pop("figures", None),
        "svg": lambda drawing: Markup("<svg>{}</svg>").format(drawing["name"]),
        **addresses,
    }


def _real(loader: yaml.SafeLoader, node: yaml.Node) -> RealTerms:
    return RealTerms(**_mapping(loader, node))


def _total(loader: yaml.SafeLoader, node: yaml.Node) -> StatedTotal:
    return StatedTotal(**_mapping(loader, node), row=2)


def _place(_: yaml.SafeLoader, node: yaml.Node) -> Place:
    return Place(str(node.value))


def _missing(_: yaml.SafeLoader, __: yaml.Node) -> Missing:
    return Missing("not-stated")


def _change(loader: yaml.SafeLoader, node: yaml.Node) -> YearChange:
    return YearChange(**_mapping(loader, node))


for tag, constructor in {
    "!change": _change,
    "!missing": _missing,
    "!funding": _funding,
    "!real": _real,
    "!total": _total,
    "!chart": _chart,
    "!place": _place,
}.items():
    Loader.add_constructor(tag, constructor)


def made(case: Path) -> str:
    """What the case's template makes of its values, for a page of the programme's money."""
    values = yaml.load((case / "values.yml").read_text(encoding="utf-8"), Loader)  # noqa: S506  a safe loader with our tags
    words, here = Words(values.pop("language", "ru")), Place("education/funding")
    reports_to = values.pop("reports_to", "")
    values |= {
        "w": words,
        **sayers(words),
        "places": ProgrammePlaces("education"),
        "citation": as_link("cite.html"),
        "link": lambda place, anchor="": as_link(here.link_to(place, anchor)),
        "address": lambda place: as_link(f"{place.folder.rpartition('/')[2]}/"),
        "mistake": lambda anchor, row="": f"{reports_to}{anchor},{row}" if reports_to else "",
    }
    template = (case / "template.md").read_text(encoding="utf-8")
    return environment().from_string(template).render(values).strip() + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_block_makes_just_this_markdown(case: Path) -> None:
    assert made(case) == (case / "expected.md").read_text(encoding="utf-8")


def test_every_block_and_table_that_templates_share_has_a_case() -> None:
    shared = {
        macro
        for name in ("blocks.md", "tables.md")
        for macro in vars(environment().get_template(name).module)
        if not macro.startswith(("_", "begin_table", "end_table"))
    }
    templates = "".join((case / "template.md").read_text(encoding="utf-8") for case in CASES)
    assert {macro for macro in shared if f"{macro}(" not in templates} <= INSIDE_OTHERS
    assert len(shared) > 12


INSIDE_OTHERS = {
    "swatch", "heard", "paired", "dash", "amount", "changed", "year_name", "difference", "check_row", "year_row",
    "patterns",
}  # fmt: skip
"""Small pieces, seen in the cases of the blocks that hold them; the hatches stand in the case of a whole page."""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    for each in CASES:
        (each / "expected.md").write_text(made(each), encoding="utf-8")
