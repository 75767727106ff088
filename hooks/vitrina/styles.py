"""The styles as a site serves them: without comments and spaces, most in one file, the rest where a page needs them."""

import re
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from vitrina.sharing.lone_pages import LONE, lone_style

ONE = "css/vitrina.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACES = re.compile(r"(?<=[{};:,])\s+|\s+(?=[{}])|;\s*(?=})")
BLOCK = re.compile(r"^\.(v-[\w-]+)|\[(data-[\w-]+)\]", re.MULTILINE)
"""The class that a rule begins with, or the attribute that a script looks for: a page that has it needs the file."""
ON_PAGE = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|\s(data-[\w-]+)""")
"""Whichever way somebody writes it by hand."""


def serve_styles(files: Files, config: MkDocsConfig) -> None:
    config.extra["of_some_pages"] = {path: blocks(files, path) for path in config.extra["of_some_pages"]}
    sheets = {file.src_uri: file.content_string for file in files if file.src_uri.startswith("css/")}
    for file in [file for file in files if file.src_uri.startswith(("css/", "assets/"))]:
        files.remove(file)
    sheets[LONE] = lone_style(sheets)
    # Their order in mkdocs.yml is the order of the cascade.
    sheets[ONE] = "".join(sheets.pop(str(path)) for path in config.extra_css)
    for path, css in sheets.items():
        files.append(File.generated(config, path, content=SPACES.sub("", COMMENT.sub("", css)).strip()))
    config.extra_css[:] = [ONE]


def blocks(files: Files, path: str) -> frozenset[str]:
    """What a page that needs this file has one of: classes, and attributes of data."""
    file = files.get_file_from_path(path)
    return frozenset(name for found in BLOCK.findall(file.content_string if file else "") for name in found if name)


def needed(of_some_pages: Mapping[str, frozenset[str]], page: str) -> frozenset[str]:
    """Those of the files that the content of a page needs."""
    there = {name for found in ON_PAGE.findall(page) for names in found for name in names.split()}
    return frozenset(path for path, names in of_some_pages.items() if not names.isdisjoint(there))
