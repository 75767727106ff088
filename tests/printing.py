"""A report put together as the site does it, printed, and read back by another program."""

import io
from pathlib import Path

from markdown import Markdown
from pypdf import PdfReader

from pages.seen import extensions
from vitrina.charts.palette import palette
from vitrina.project import TOKENS
from vitrina.report.document import Report, document
from vitrina.report.press import printed

ROOT = Path(__file__).parent.parent


def html_of(report: Report) -> str:
    names, settings = extensions()
    converter = Markdown(extensions=names, extension_configs=settings)
    return document(report, lambda text: converter.reset().convert(text), palette(ROOT / TOKENS))


def read_back(html: str) -> PdfReader:
    return PdfReader(io.BytesIO(printed(html)))
