"""Whether a document tells of several programmes, as the report of a town on all of them does."""

import re
from collections.abc import Iterable, Iterator

from vitrina.decrees.blocks import Block, Paragraph
from vitrina.decrees.columns import is_amount

_NAMED = re.compile(
    r"\s*(?:\d+(?:\.\d+)*\.?\s+)?(?P<before>(?:паспорт\s+|(?:(?:всего|итого)\s+)?по\s+)?)муниципальн[а-яё]+\s+"
    r"(?:целев[а-яё]+\s+)?программ[а-яё]+\s+[«\"“](?P<name>[^»\"”]+)[»\"”](?P<behind>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_BEHIND = 60  # letters: a heading is no sentence, which may well name a programme of years ago


def names_several(blocks: Iterable[Block]) -> bool:
    """Whether headings, rows of amounts and sentences «По программе «…»» name programmes of different names.

    A name may be printed in full and in short: «Развитие образования города» and «Развитие образования» are one.
    """
    names = sorted({" ".join(name.lower().replace("ё", "е").split()) for name in _names(blocks)})
    return any(not name.startswith(names[0]) for name in names)


def _names(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            found = _NAMED.match(block.text)
            if found and (found["before"].strip().lower().endswith("по") or len(found["behind"]) < _LONGEST_BEHIND):
                yield found["name"]
            continue
        for row in block.rows:
            if any(map(is_amount, row)):
                yield from (found["name"] for cell in row if (found := _NAMED.match(cell)))
