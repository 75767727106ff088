"""Prints reports as PDF, or remembers them: equal reports are printed once, and always to the same bytes."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from vitrina.charts.palette import palette
from vitrina.report.document import Report, ToHtml, document, style
from vitrina.store import Folder, Store, version_of

_PRINTERS = ("weasyprint", "pydyf", "fontpkg-pt-sans", "fontpkg-pt-serif", "markdown", "tinyhtml5")
"""What the bytes of a report depend on besides its own words."""
_FONTS = ("fontpkg_pt_sans", "fontpkg_pt_serif")
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>
"""


class NoPrinter(Exception):
    """The system lacks a library that pip cannot bring. The message is the loader's own, and names it."""


@dataclass(frozen=True, slots=True)
class Press:
    """`pdf` gives a report, printed now if it must be."""

    store: Store
    tokens: Path
    """The style sheet whose light colours the report takes."""
    to_html: ToHtml

    @classmethod
    def on_disk(cls, folder: Path, tokens: Path, to_html: ToHtml) -> "Press":
        return cls(Folder(folder), tokens, to_html)

    def pdf(self, report: Report) -> bytes:
        """Raises `NoPrinter`."""
        colours = palette(self.tokens)
        key = f"{_fingerprint(report, colours)}.pdf"
        kept = self.store.get(key)
        if kept is None:
            kept = printed(document(report, self.to_html, colours))
            self.store.put(key, kept)
        return kept


def printed(html: str) -> bytes:
    """Tagged PDF for readers aloud too (PDF/UA-1), with no face but those that come with us. Raises `NoPrinter`."""
    with _our_fonts_alone():
        weasyprint = printer()
        nothing = weasyprint.urls.URLFetcher(
            allowed_protocols=()
        )  # whatever its texts hold, it refers to no other file
        sheet = weasyprint.CSS(string=style(), url_fetcher=nothing)
        page = weasyprint.HTML(string=html, url_fetcher=nothing)
        made: bytes = page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1", finisher=_scope_headers)
    return made


def _scope_headers(_document: Any, pdf: Any) -> None:
    """Say of every header cell whether it heads a column or a row: the library leaves it open for a corner."""
    dictionaries: list[Any] = [item for item in pdf.objects if isinstance(item, dict)]
    parts = {item.number: item for item in dictionaries if item.get("Type") == "/StructElem"}

    def parent(part: Any) -> Any:
        return parts.get(int(part["P"].split()[0]))

    for cell in parts.values():
        if cell["S"] == "/TH":
            row = parent(cell)
            group = parent(row) if row else None
            cell["A"]["Scope"] = "/Column" if group and group["S"] == "/THead" else "/Row"


def printer() -> Any:
    """The library that prints. Raises `NoPrinter` where it cannot be loaded."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        import weasyprint  # noqa: PLC0415  its system libraries may be missing, and only a report needs them
    except OSError as missing:
        raise NoPrinter(str(missing)) from missing
    return weasyprint


@contextmanager
def _our_fonts_alone() -> Iterator[None]:
    """The faces of this machine are out of sight meanwhile, so that the report is the same everywhere."""
    name = "FONTCONFIG_FILE"
    before = os.environ.get(name)
    with tempfile.TemporaryDirectory() as folder:
        folders = "".join(f"<dir>{Path(str(files(package))) / 'files'}</dir>" for package in _FONTS)
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(_CONFIGURATION.format(folders=folders, cache=f"{folder}/cache"), encoding="utf-8")
        os.environ[name] = str(configuration)
        try:
            yield
        finally:
            if before is None:
                del os.environ[name]
            else:
                os.environ[name] = before


def _fingerprint(report: Report, colours: Mapping[str, str]) -> str:
    content = json.dumps([_version_of_code(), asdict(report), dict(colours)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


@cache
def _version_of_code() -> str:
    return " ".join([version_of(_code()), *(f"{name} {version(name)}" for name in _PRINTERS)])


def _code() -> list[Any]:
    own = [file for file in files("vitrina.report").iterdir() if file.name.endswith((".py", ".css", ".html"))]
    drawing = [files("vitrina.charts").joinpath(name) for name in ("palette.py", "picture.py")]
    return [*sorted(own, key=lambda file: file.name), *drawing]
