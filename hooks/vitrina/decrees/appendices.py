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
    """The place of each block that stands in an appendix to the programme, and the name of that: «Приложение № 2».

    A page of a PDF on which one appendix begins and another ends is in neither.
    """
    found: dict[str, set[str]] = {}
    above = ""
    for block in blocks:
        heading = _APPENDIX.match(block.text) if isinstance(block, Paragraph) else None
        if heading and isinstance(block, Paragraph) and not names_an_order(block.text):
            above = f"Приложение № {heading['number']}" if heading["number"] and not heading["decree"] else ""
        found.setdefault(block.place, set()).add(above)
    return {place: names.pop() for place, names in found.items() if len(names) == 1 and names != {""}}
