"""Prints a report as tagged PDF (PDF/UA-1). Equal reports give equal bytes, and fast enough to need no cache."""

from functools import cache
from importlib.resources import files

import typst

FACES = ("fontpkg_pt_sans", "fontpkg_pt_serif")
"""The packages that bring them."""


def printed(report: str) -> bytes:
    """The PDF. Reads no files but the template and the fonts that are installed with the program.

    Raises `typst.TypstError` for a report that PDF/UA does not allow, such as a picture without a description.
    """
    made = typst.compile(
        _template(),
        font_paths=faces(),
        sys_inputs={"report": report},
        pdf_standards=["ua-1"],
        format="pdf",
        timestamp=0,
    )
    assert isinstance(made, bytes)  # noqa: S101  of PDF there is always one file
    return made


@cache
def faces() -> typst.Fonts:
    """The faces that all printing is set in, and no others."""
    folders = [str(files(package) / "files") for package in FACES]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _template() -> bytes:
    return files("vitrina.report").joinpath("report.typ").read_bytes()
