"""Serves the styles as one file: of Material's own what a page of this site can use, then docs/css without comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ONE = "css/vitrina.css"
THEME = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE_ENDS = re.compile(r"\s*\n\s*")

USED = frozenset({
    "md-container", "md-content", "md-content__inner", "md-dialog", "md-dialog__inner", "md-footer", "md-footer-meta",
    "md-footer-meta__inner", "md-grid", "md-header", "md-header__inner", "md-main", "md-main__inner", "md-overlay",
    "md-path", "md-path__item", "md-path__link", "md-path__list", "md-skip", "md-tabs", "md-tabs__item",
    "md-tabs__item--active", "md-tabs__link", "md-tabs__list", "md-toggle", "md-typeset", "no-js",
})  # fmt: skip
"""Material's classes that stand on a page: a rule that asks for any other can match nothing. A test sees every page."""

_QUOTED = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_BRACKETS = rf"\((?:[^()\"']|{_QUOTED}|\((?:[^()\"']|{_QUOTED})*\))*\)"
_BRACE = re.compile(rf"{_QUOTED}|[{{}}]")
_SELECTOR = re.compile(rf"(?:{_QUOTED}|{_BRACKETS}|[^,])+")
_DECLARATION = re.compile(rf"(?:{_QUOTED}|{_BRACKETS}|[^;])+")
_EITHER = re.compile(rf":(?:not|is|where|has){_BRACKETS}")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_HOLDERS = ("@media", "@supports", "@container", "@layer")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    sources = [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
    ours = "".join(file.content_string for file in sources)  # their order in mkdocs.yml is the order of the cascade
    ours = LINE_ENDS.sub("\n", COMMENT.sub("", ours)).lstrip()
    theme = next(file.content_string for file in files if THEME.fullmatch(file.src_uri))
    for file in [*sources, *(file for file in files if file.src_uri.startswith("assets/"))]:
        files.remove(file)  # of the theme's other files a page asks for none
    files.append(File.generated(config, ONE, content=pruned(theme, beside=ours) + ours))
    config.extra_css[:] = [ONE]
    return files


def pruned(css: str, beside: str = "") -> str:
    """The rules that can match on a page of ours, less properties and keyframes that neither they nor `beside` read."""
    kept, before = "".join(_wanted(COMMENT.sub("", css))), ""
    while kept != before:  # a property may be read by another that nothing reads
        read = set(re.findall(r"var\((--[\w-]+)", kept + beside))
        kept, before = "".join(_read(kept, read)), kept
    ours = " ".join(inside for _, inside in _rules(beside))
    return "".join(_moved(kept, " ".join(_named(kept)) + ours))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each outermost pair of braces, and what stands in it."""
    depth = start = opened = 0
    for brace in _BRACE.finditer(css):
        if brace[0] == "{":
            if not depth:
                opened = brace.start()
            depth += 1
        elif brace[0] == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].rpartition(";")[2].strip(), css[opened + 1 : brace.start()]
                start = brace.end()


def _wanted(css: str) -> Iterator[str]:
    for before, inside in _rules(css):
        if before.startswith(_HOLDERS):
            if held := "".join(_wanted(inside)):
                yield f"{before}{{{held}}}"
        elif before.startswith("@"):
            yield f"{before}{{{inside}}}"
        elif selectors := [one for one in _SELECTOR.findall(before) if _can_match(one)]:
            yield f"{','.join(selectors)}{{{inside}}}"


def _named(css: str) -> Iterator[str]:
    """All that stands in the rules, but for the keyframes themselves."""
    return (inside for before, inside in _rules(css) if "keyframes" not in before)


def _moved(css: str, named: str) -> Iterator[str]:
    for before, inside in _rules(css):
        at, _, name = before.partition(" ")
        if not at.endswith("keyframes") or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", named):
            yield f"{before}{{{inside}}}\n"


def _can_match(selector: str) -> bool:
    return USED.issuperset(_CLASS.findall(_EITHER.sub("", selector))) and "[dir=rtl]" not in selector


def _read(css: str, read: set[str]) -> Iterator[str]:
    for before, inside in _rules(css):
        if before.startswith(_HOLDERS):
            left = "".join(_read(inside, read))
        elif before.startswith("@"):
            left = inside
        else:
            declared = _DECLARATION.findall(inside)
            left = ";".join(one for one in declared if not one.startswith("--") or one.partition(":")[0] in read)
        if left:
            yield f"{before}{{{left}}}\n"
