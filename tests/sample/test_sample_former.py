"""A plan that was restated brings along what it was before, and the document that changed it."""

from vitrina.dataset.programme import Programme
from vitrina.measures.former_amounts import FormerAmount, former_plan


def test_the_plan_before_is_that_of_the_edition_before(schools: Programme) -> None:
    """By the passports: 2022 was 1 178 511,4, then 1 247 795,2, and is 1 235 135,7 since 2023."""
    assert former_plan(schools)[None, 2022] == FormerAmount(124_779_520_000, "edition-2023")
    assert former_plan(schools)[None, 2021] == FormerAmount(115_082_930_000, "amendment-2021")


def test_a_source_has_a_former_amount_of_its_own(schools: Programme) -> None:
    """The regional budget of 2022 was 591 246,8 before the new edition made it 589 461,8."""
    assert former_plan(schools)["regional", 2022] == FormerAmount(59_124_680_000, "edition-2023")


def test_what_never_moved_has_none(schools: Programme) -> None:
    assert (None, 2020) not in former_plan(schools)
    assert not any(year is None for _, year in former_plan(schools))
