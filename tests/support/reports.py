"""A report put together as the site does it, printed, and read back by another program."""

import io
from pathlib import Path

from pypdf import PdfReader

from support.stub_drawings import EMPTY_PICTURE
from vitrina.charts.render.palette import palette
from vitrina.pages.context import Context
from vitrina.pages.page import DrawSvg
from vitrina.pages.site import Site
from vitrina.project import TOKENS
from vitrina.report.document import report_of
from vitrina.report.printer import printed

ROOT = Path(__file__).parents[2]


def report_data(site: Site, context: Context, draw: DrawSvg = lambda _: EMPTY_PICTURE) -> str:
    """What the report is printed from."""
    return report_of(site, context, draw, palette(TOKENS), "https://city.example/")


def read_back(report: str) -> PdfReader:
    return PdfReader(io.BytesIO(printed(report)))
