"""All mutations of the battery, each kind with its own of every table."""

from collections.abc import Iterator
from itertools import chain

from battery.cells import cell_mutations
from battery.exclusions import can_be_told
from battery.files import file_mutations
from battery.mutations import Mutation
from battery.rows import row_mutations
from battery.settings import setting_mutations
from battery.workbooks import workbook_mutations


def every_mutation() -> Iterator[Mutation]:
    made = chain(cell_mutations(), row_mutations(), file_mutations(), workbook_mutations(), setting_mutations())
    return filter(can_be_told, made)
