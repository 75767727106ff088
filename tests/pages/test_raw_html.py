"""What is kept from Markdown comes out as Markdown would have left it; what is no block of HTML is left to it."""

import re

import pytest
from markdown import Markdown

from vitrina.pages.raw_html import RawHtml

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html")
LIST, TABLE = "<ul><li>*a*</li></ul>", "<table>\n<tr><td>*a*</td></tr>\n</table>"
WHOLE = re.compile(r"<(table|ul|svg)\b.*</\1>", re.DOTALL)
DRAWING = "<svg><text>*a*</text></svg>"
KEPT = {
    "a table": TABLE,
    "a list within a list": "<ul><li>a<ol><li>*b*</li></ol></li></ul>\n\n*c*",
    "a table in a block": f'<div class="v-table" markdown>\n\n*b*\n\n{TABLE}\n\n</div>',
    "a list in the line of its block": f'<div class="v-list">{LIST}</div>',
    "two tables": f"{TABLE}\n{TABLE}",
    "a drawing in its block": f'<div class="v-wide">{DRAWING}</div>',
    "words behind a list": f"{LIST} and *b*",
    "words above a list": f"*b*\n{LIST}",
    "words below a table": f"{TABLE}\n*b*",
    "attributes below a table": f"{TABLE}\n{{: .x }}",
}
LEFT = {
    "a drawing as code": f"Say `{DRAWING}` here.",
    "a list as code": "Begin by `<ul>`, end by `</ul>`.",
    "code between fences": f"```\n{TABLE}\n{DRAWING}\n```",
    "code by its margin": f"Text\n\n    {TABLE}\n    {DRAWING}",
    "a drawing in a line of text": f"Text\n{DRAWING}\n*b*",
    "a list in a line of text": f"Text {LIST} *b*",
    "Markdown in a cell": "<table><tr><td markdown>*a*</td></tr></table>",
    "Markdown in a cell, its mark in another line": "<table><tr><td\nmarkdown>*a*</td></tr></table>",
    "Markdown around a list": f"<div markdown>{LIST}</div>",
    "Markdown around a drawing": f"<div markdown>{DRAWING}</div>",
    "a list in a table of Markdown": f"| a | b |\n|---|---|\n| {LIST} | *c* |",
    "a list within a list within a list": "<ul><li>a<ol><li>b<ul><li>*c*</li></ul></li></ol></li></ul>\n\n*d*",
    "a list without an end": "<ul><li>a\n\n*b*",
}


def written(markdown: Markdown, text: str) -> str:
    """The HTML, without the spaces that say nothing."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", markdown.convert(text))


@pytest.mark.parametrize("text", [*KEPT.values(), *LEFT.values()], ids=[*KEPT, *LEFT])
def test_the_html_is_that_of_markdown_itself(text: str) -> None:
    ours = Markdown(extensions=[*EXTENSIONS, RawHtml()])
    assert written(ours, text) == written(Markdown(extensions=EXTENSIONS), text)


@pytest.mark.parametrize("text", [*KEPT.values(), *LEFT.values()], ids=[*KEPT, *LEFT])
def test_what_is_a_block_of_html_is_kept_and_nothing_else(text: str) -> None:
    markdown = Markdown(extensions=[*EXTENSIONS, RawHtml()])
    markdown.preprocessors.deregister("html_block")
    markdown.convert(text)
    kept = [block for block in markdown.htmlStash.rawHtmlBlocks if WHOLE.fullmatch(str(block))]
    assert bool(kept) == (text in KEPT.values())
