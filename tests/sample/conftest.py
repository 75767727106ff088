"""The sample dataset, read once for all tests of it."""

import pytest

from support.datasets import SAMPLE
from vitrina.dataset.programme import Dataset, Programme
from vitrina.measures.loading import load_dataset


@pytest.fixture(scope="session")
def sample() -> Dataset:
    reading = load_dataset(SAMPLE)
    assert reading.problems == ()
    assert reading.notices == ()
    assert reading.dataset is not None
    return reading.dataset


@pytest.fixture(scope="session")
def schools(sample: Dataset) -> Programme:
    """The large programme; the small one has a plan and one year's report."""
    return sample.programme("schools")
