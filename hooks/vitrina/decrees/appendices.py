"""In which appendix to the programme something stands: people look a table up by that."""

import re
from collections.abc import Iterable, Mapping

from vitrina.decrees.blocks import Block, Paragraph
from vitrina.decrees.instructions import names_an_order

_APPENDIX = re.compile(
    r"[\s«\"]*приложение(?:\s*№?\s*(?P<number>\d{1,2}))?(?=\s|$)(?P<decree>.{0,40}\bпостановлени)?.{0,200}$",
    re.IGNORECASE | re.DOTALL,
)
"""A heading, short enough to be no sentence that begins so; an appendix to a decree holds one to the programme."""


def appendices_of(blocks: Iterable[Block]) -> Mapping[str, str]:
    """The place of each block that stands in an appendix to the programme, and the name of that: «Приложение № 2»."""
    found: dict[str, str] = {}
    above = ""
    for block in blocks:
        if isinstance(block, Paragraph) and (heading := _APPENDIX.match(block.text)):
            if names_an_order(block.text):
                continue
            above = f"Приложение № {heading['number']}" if heading["number"] and not heading["decree"] else ""
        elif above:
            found[block.place] = above
    return found
