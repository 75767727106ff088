"""A letter of another alphabet that only looks right: the word is another one for a search and for a comparison."""

from collections.abc import Iterator

from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.letters import look_alike
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records


@check_of(EVERY_TABLE)
def alphabet_problems(records: Records) -> Iterator[Problem]:
    """Every text with such a letter; a notice where it may be the document's own."""
    table = records.table
    for column in table.names:
        if table.cell(column).kind != "text":
            continue
        mixed = {text: found for text in records.of(column) if text and (found := look_alike(text))}
        for index, (text,) in records.rows(column) if mixed else ():
            if text in mixed:
                word, letter = mixed[text]
                tell = records.notice if table.column(column).quoted else records.problem
                yield tell(index, column, "look_alike", word=word, letter=letter)
