"""The published tables; a city that puts its own tables in their place removes this folder."""

from pathlib import Path

import pytest

from vitrina.dataset.programme import Dataset, Programme
from vitrina.measures.loading import load_dataset

PUBLISHED = Path(__file__).parents[2] / "build_data"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    reading = load_dataset(PUBLISHED)
    assert reading.problems == ()
    assert reading.notices == ()
    assert reading.dataset is not None
    return reading.dataset


@pytest.fixture(scope="session")
def programme(dataset: Dataset) -> Programme:
    return dataset.programme("education")
