"""The printed report of a programme with all that a programme can have."""

import json

import pytest

from support.datasets import SAMPLE
from support.rendered import dataset_in, site_of
from support.reports import read_back, report_data
from vitrina.addresses.kinds import kinds
from vitrina.words import Words
from vitrina.words.numbers import Language


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_programme_with_everything_has_every_chapter(language: Language) -> None:
    site = site_of(dataset_in(SAMPLE), language)
    [schools] = [one for one in site.contexts if one.programme.id == "schools"]
    report = report_data(site, schools)
    assert [chapter["id"] for chapter in json.loads(report)["chapters"]] == [
        "overview", "money", "spending", "measures", "results", "indicators", "check", "changes", "missing",
        "documents",
    ]  # fmt: skip
    made = read_back(report)
    assert len(made.pages) > 30
    read = " ".join(made.pages[0].extract_text().split())
    assert (
        Words(language).say(
            "Образец: {territory} и все цифры выдуманы", territory="город" if language == "ru" else "city"
        )
        in read
    )
    assert schools.programme_name in " ".join(read.split())
    begins = [made.get_destination_page_number(one) for one in made.outline if not isinstance(one, list)]
    first, second = begins[-sum(bool(kind.chapter) for kind in kinds()) - 1 :][:2]
    assert first is not None
    assert second == first + 1, "the programme on one page"


def test_the_words_are_explained_in_the_order_of_the_alphabet() -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    *_, documents = json.loads(report_data(site, site.contexts[-1]))["chapters"]
    terms = [row[0]["text"].strip("«»").lower() for row in documents["blocks"][-1]["rows"]]
    assert len(terms) > 5
    assert terms == sorted(terms)


def test_words_without_a_translation_name_their_language() -> None:
    """No mark of theirs is left in what is printed."""
    site = site_of(dataset_in(SAMPLE), "en")
    report = report_data(site, site.contexts[0])
    assert not {"\ufdd0", "\ufdd1", "\ufdd2"} & set(report)
