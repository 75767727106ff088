"""Nothing spoiled gets in: what offices do to their tables is named where it happened, or changes no page.

By hand, with an example of every kind that is let by: `python tests/battery --processes 2`.
"""

from battery.mutations import CITY, contents
from battery.running import Chosen


def test_the_battery_spoils_every_column_of_every_table_and_the_settings() -> None:
    spoilt = {(mutation.file, mutation.column) for mutation in Chosen().mutations()}
    assert spoilt >= {(content.file, column) for content in contents() for column in content.table.names}
    assert any(file == CITY for file, _ in spoilt)


EMPTY = {("expected_findings", "of_which")}
"""No totals of «of which» rows are compared, so no difference of one can be known."""


def test_the_dataset_of_the_battery_fills_every_column() -> None:
    for content in contents():
        filled = {name for name in content.header if any(content.cell(row, name) for row in range(len(content.rows)))}
        assert {(content.table.name, name) for name in set(content.table.names) - filled} <= EMPTY
