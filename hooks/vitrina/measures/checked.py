"""The dataset read, checked and reconciled: what every command and every build begins with."""

from dataclasses import replace
from pathlib import Path

from vitrina.dataset.reader import Reading, read_dataset
from vitrina.dataset.sheets import with_saved_names
from vitrina.measures.findings import finding_problems
from vitrina.measures.references import money_reference_problems


def read_checked(folder: Path) -> Reading:
    """Read the dataset. A total that newly does not add up is a problem too, so that nobody publishes it unseen, and so
    is a text that speaks of money which is not known."""
    reading = read_dataset(folder)
    if reading.dataset is None:
        return reading
    found = tuple(
        problem
        for programme in reading.dataset.programmes
        for problem in (*finding_problems(programme), *money_reference_problems(programme))
    )
    return replace(reading, dataset=None, problems=tuple(with_saved_names(found, folder))) if found else reading
