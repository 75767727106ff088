"""What is in force is worked out once for a programme, whatever is asked of it and in how many languages."""

import pytest

from support.datasets import BATTERY
from vitrina.measures import ledger, plans
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.render import written
from vitrina.words import LANGUAGES, Words


def test_the_ledger_of_each_programme_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan after each edition and its frozen data need their own rows in force; nothing else does."""
    made: list[str] = []
    names = ("rows_in_force", "lines_in_force", "amounts_of", "money_coverage", "stated_in_order", "former_money",
             "observations_in_force", "plan_by_edition")  # fmt: skip

    def counted(name: str, true: object) -> object:
        def count(*given: object) -> object:
            made.append(name)
            assert callable(true)
            return true(*given)

        return count

    for name in names:
        monkeypatch.setattr(ledger, name, counted(name, vars(ledger)[name]))
    monkeypatch.setattr(plans, "amounts_of", counted("plan of an edition", vars(plans)["amounts_of"]))
    dataset = load_dataset(BATTERY).dataset
    assert dataset is not None
    for language in LANGUAGES:
        written(make_site(dataset, Words(language)), Words(language), lambda _: "")
    programmes = dataset.programmes
    editions = [one for each in programmes for one in each.documents if one.kind == "edition" and one.is_published]
    once = dict.fromkeys(names, len(programmes))
    frozen = dict.fromkeys(
        ("rows_in_force", "money_coverage", "observations_in_force"), len(programmes) + len(editions)
    )
    assert {name: made.count(name) for name in names} == once | frozen
    assert made.count("plan of an edition") == len(editions)
