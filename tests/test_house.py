"""The rules of the house: imports run one way, modules stay small, no sentence is dead or in the wrong language."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from support.hosts import hosts
from tools import messages
from vitrina.words.catalogue import BEHIND_CONTEXT

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "vitrina"
PAGES = PACKAGE / "pages"

ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
_, _, PACKAGES = ARCHITECTURE.partition("\n| `hooks/vitrina/` |")
ORDER = tuple(
    name.removesuffix(".py")
    for row in re.findall(r"^\| (`[^|]+`) \|", PACKAGES.partition("\n\n")[0], re.MULTILINE)
    for name in re.findall(r"`(\w+(?:\.py)?)/?`", row)
)
"""The parts of the package as the document lists them. Each may import itself and what stands before it."""
KNOWS_MKDOCS = {"styles", "configuration", "events", "build", "commands"}
"""The core is pure: only these know the site's builder."""


def code() -> Mapping[str, str]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(HOOKS).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def imported(source: str) -> Iterator[str]:
    """What a module imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            # `from vitrina import charts` names the part only here.
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "vitrina")


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def against_the_order(modules: Mapping[str, str]) -> list[str]:
    """One sentence for each import that runs the wrong way."""
    found = []
    for module, source in modules.items():
        own = part_of(module)
        if own and own not in ORDER:
            found.append(f"{module}: nobody said where {own} stands in the order of the house")
            continue
        for name in imported(source):
            other = part_of(name) if name.startswith("vitrina.") else ""
            if other in ORDER and (not own or ORDER.index(other) > ORDER.index(own)):
                found.append(f"{module} imports {name}, but {other} stands after {own or 'the package itself'}")
            if name.split(".")[0] in {"mkdocs", "material"} and own not in KNOWS_MKDOCS:
                found.append(f"{module} imports {name}, but only {' and '.join(sorted(KNOWS_MKDOCS))} know MkDocs")
    return found


def test_imports_run_one_way_and_the_core_does_not_know_mkdocs() -> None:
    assert against_the_order(code()) == []


PYTHON = sorted([*HOOKS.rglob("*.py"), *(ROOT / "tests").glob("*.py"), *(ROOT / "tests").glob("[!t]*/**/*.py")])


def test_every_module_is_small_and_says_why_it_exists() -> None:
    faults = {}
    for path in PYTHON:
        source = path.read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(source)) or ""
        found = {
            "no docstring": not docstring,
            "a docstring of more than three lines": len(docstring.splitlines()) > 3,
            "more than 400 lines: it is two nouns": len(source.splitlines()) > 400,
        }
        faults[path.relative_to(ROOT).as_posix()] = [fault for fault, is_so in found.items() if is_so]
    assert {path: found for path, found in faults.items() if found} == {}


# Sentences: what templates and code say, and how it is translated.

LATIN = re.compile(r"[A-Za-z]{2,}")
CYRILLIC = re.compile(r"[А-Яа-яЁё]{2,}")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»")
FILE = re.compile(r"\b[\w-]+\.(?:csv|md|yml|txt)\b")
SAME_IN_BOTH = {
    "CSVW", "Data", "Package", "ZIP",  # of what is given away
    "CSV", "JSON", "PDF", "PNG", "RSS", "UTF", "SHA", "Markdown", "txt", "xlsx", "API", "DCAT", "AP",  # formats
    "docx", "odt", "pdf", "rtf", "html", "doc", "json",
    "Excel", "LibreOffice", "Word",
    "en", "ru", "text", "github", "markdown", "build_data", "site", "Ctrl",
    "output", "ulimit", "SOURCE", "DATE", "EPOCH",  # what is typed on the command line
    "Windows", "Debian", "Ubuntu", "macOS", "Enter",
    "actual", "all", "covers", "document", "edition", "education", "estimate", "field", "kind", "languages",
    "measure", "no", "official", "ours", "unofficial",
    "programme", "publication", "published", "some", "subprogramme", "total", "whole",
    "yes",  # ids of columns and values, as they stand in the tables
}  # fmt: skip
IN_THE_TABLES = {"годы"}  # the document's own word, as a period stands in passport.csv


def foreign_words(text: str, language: str) -> set[str]:
    """Words of the other language in a sentence that has its placeholders still."""
    text = re.sub(r"{\w*}", "", text)
    if language == "en":
        return set(CYRILLIC.findall(QUOTED.sub("", text))) - IN_THE_TABLES
    return set(LATIN.findall(FILE.sub("", text.replace("build_data", "")))) - SAME_IN_BOTH


# Templates: the words of whole pages, in hooks/vitrina/pages.

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
IMPORT = re.compile(r"{% from \S+ import ([\w, ]+) with context %}")
MARKUP = re.compile(r"<[^>]*>|{:[^}]*}|\]\([^)]*\)|https?:\S+")
FRONT_MATTER = re.compile(r"^---\n.*?\n---\n", re.DOTALL | re.MULTILINE)
WORDS = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
CALL = re.compile(r'\b(?:say_n\((?:\s*"[^"]*",)?|say\(|sentence\()\s*"[^"]*"(?:, context="[^"]*")?')
NAMES = {"WCAG", "AA", "Chromium", "NVDA", "JAWS", "VoiceOver", "Tab", "Esc", "axe", "CC", "BY", "MIT"}


def readable(sentence: str) -> str:
    """A sentence without its addresses and its context."""
    return MARKUP.sub(" ", sentence.rpartition(BEHIND_CONTEXT)[2])


def outside_sentences(template: str) -> str:
    """What a template shows of itself, whatever its values."""
    return MARKUP.sub(" ", TAG.sub(" ", FRONT_MATTER.sub("", template)))


@pytest.mark.parametrize("template", sorted(PAGES.glob("*.md")), ids=lambda path: path.name)
def test_a_template_takes_no_block_that_it_does_not_use(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    used = set(re.findall(r"\b(\w+)\(", " ".join(TAG.findall(IMPORT.sub("", text)))))
    taken = {name for names in IMPORT.findall(text) for name in names.split(", ")}
    assert taken <= used


@pytest.mark.parametrize("template", sorted(PAGES.glob("*.md")), ids=lambda path: path.name)
def test_a_template_has_no_words_but_in_its_sentences(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert set(WORDS.findall(outside_sentences(text))) - {"CSV", "PNG"} == set()
    unsaid = CALL.sub("", text)
    assert CYRILLIC.findall(" ".join(tag for tag in TAG.findall(unsaid) if not tag.startswith("{#"))) == []


def test_every_sentence_is_in_its_language() -> None:
    defined = {sentence for sentence, _ in messages.of_definitions()}  # these name ids and files
    told = messages.said().keys() - defined
    russian = (form for sentence in told for form in ([sentence] if isinstance(sentence, str) else sentence))
    assert set().union(*(foreign_words(readable(text), "ru") for text in russian)) <= NAMES
    english = (
        form
        for sentence, found in messages.translated("en").items()
        if sentence in told
        for form in ([found] if isinstance(found, str) else found)
    )
    assert set().union(*(foreign_words(readable(text), "en") for text in english)) == set()
    assert foreign_words("На {year} год set aside", "ru") == {"set", "aside"}
    assert foreign_words("“Сверка” for {year} год", "en") == {"год"}


# Other hosts: whoever opens a page tells nobody else about it.

ALLOWED_HOSTS = {
    "www.w3.org",  # the name of the SVG namespace; nothing is fetched from these
    "datapackage.org",  # the name of a profile of the published metadata
    "json-schema.org",  # the name of the dialect of the published schemas
    "schema.org",
    "purl.org",
    "xmlns.com",
    "spdx.org",
    "publications.europa.eu",
    "www.iana.org",  # vocabularies
    "opendata.gosmonitor.ru",  # the name of the method of open data
}
TEXT_FILES = {".py", ".md", ".yml", ".html", ".css", ".js", ".svg", ".csv", ".json"}


def test_no_source_names_another_host() -> None:
    found, read = set(), 0
    for folder in ("hooks", "docs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in TEXT_FILES and "__pycache__" not in path.parts:
                read += 1
                found |= {(path.name, host) for host in hosts(path.read_text(encoding="utf-8"))}
    assert read > 100
    assert {(name, host) for name, host in found if host not in ALLOWED_HOSTS} == set()
    assert hosts('<script src="//cdn.example/x.js"> url(https://fonts.example/x)') == [
        "cdn.example",
        "fonts.example",
    ]


# The published tables: a city puts its own in their place, and the engine's tests know nothing of them.

READS_PUBLISHED = re.compile(r"""(?:\bROOT|parents?(?:\[\d\])?)\)? / f?["']build_data""")


def test_only_the_tests_of_the_published_tables_read_them() -> None:
    tests = [path for path in (ROOT / "tests").rglob("*.py") if "node_modules" not in path.parts]
    readers = {path for path in tests if READS_PUBLISHED.search(path.read_text(encoding="utf-8"))}
    assert {path for path in readers if path.parent.name != "published_data"} == set()
    assert READS_PUBLISHED.search("ROOT / '…'".replace("…", "build_data"))
