"""References filled in: each kind in both languages, from Divnogorsk's tables, in the language of the text itself."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from support.datasets import DIVNOGORSK
from support.small_programme import small_programme
from vitrina.dataset.programme import Observation, Programme, Translation, Translations
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.references import references
from vitrina.measures.references import Filling, filling_of
from vitrina.words import Words

RU, EN = Words("ru"), Words("en")


@pytest.fixture(scope="module")
def programme() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


@pytest.fixture(scope="module")
def filling(programme: Programme) -> Filling:
    return filling_of(programme)


@pytest.mark.parametrize(
    ("reference", "russian", "english"),
    [
        ("{value:queue-2021}", "404\u00a0ребёнка", "404\u00a0children"),
        ("{value:outside-region-stated}", "13,8\u00a0%", "13.8%"),
        ("{number:places-2021}", "1\u202f607", "1,607"),
        ("{sign:clubs-plan}", "не меньше 75\u00a0%", "at least 75%"),
        ("{sign:queue-2021}", "404\u00a0ребёнка", "404\u00a0children"),
        ("{when:queue-2021}", "на 1\u00a0января 2021\u00a0года", "as of 1\u00a0January 2021"),
        ("{when:consultations-2021}", "за январь–сентябрь 2021\u00a0года", "in January–September 2021"),
        ("{money:total:2021}", "717,4\u00a0млн\u00a0₽", "₽717.4\u00a0million"),
        ("{money:federal:total}", "160,4\u00a0млн\u00a0₽", "₽160.4\u00a0million"),
        (
            "{exact:total:total}",
            "6\u202f528\u202f755,60\u00a0тыс.\u00a0₽",
            "₽6,528,755.60\u00a0thousand",
        ),
        ("{exact:federal:2020}", "12\u202f598,60\u00a0тыс.\u00a0₽", "₽12,598.60\u00a0thousand"),
        ("{share:regional}", "55,5\u00a0%", "55.5%"),
        ("{change:local:2021:2022}", "на 11,1\u00a0% меньше", "11.1% less"),
        ("{change:total:2014:2024}", "на 52,6\u00a0% больше", "52.6% more"),
        ("{sum:queue-0-1,queue-1-2,queue-2-3}", "404\u00a0ребёнка", "404\u00a0children"),
        ("{difference:places-2021,attendance-2021}", "117\u00a0мест", "117\u00a0places"),
        (
            "{difference:pensioners-after,pensioners-before}",
            "1,63\u00a0процентного пункта",
            "1.63\u00a0percentage points",
        ),
        ("{years}", "2014–2024", "2014–2024"),
    ],
)
def test_a_reference_becomes_its_figure(filling: Filling, reference: str, russian: str, english: str) -> None:
    assert filling.fill(f"– {reference}.", RU) == f"– {russian}."
    assert filling.fill(f"– {reference}.", EN) == f"– {english}."


def test_every_plain_text_of_the_programme_can_be_filled_and_keeps_no_brace(filling: Filling) -> None:
    filled = [
        filling.text(*address, language).text
        for address in filling.programme.texts.russian
        for language in ("ru", "en")
    ]
    assert len(filled) > 200
    assert not [text for text in filled if "{" in text or "}" in text]


def test_a_russian_text_shown_in_place_of_a_stale_translation_has_russian_figures(programme: Programme) -> None:
    address = ("questions", "question-queue", "answer")
    stale = {"en": Translations({address: Translation("{value:queue-2021}", "0" * 12)})}
    shown = filling_of(replace(programme, texts=replace(programme.texts, translations=stale))).text(*address, "en")
    assert shown.language == "ru"
    assert "404\u00a0ребёнка" in shown.text


def test_what_has_no_value_or_no_time_is_never_written_as_zero_or_today(filling: Filling) -> None:
    row = filling.observations["queue-2021"]
    with pytest.raises(KeyError):
        filling.value(replace(row, value=None), RU)
    with pytest.raises(KeyError):
        filling.when(replace(row, first=None, last=None), RU)


def test_a_mended_figure_is_mended_in_every_text(programme: Programme) -> None:
    def mended(row: Observation) -> Observation:
        return replace(row, value=Decimal(21)) if row.id == "queue-2021" else row

    filling = filling_of(replace(programme, observations=tuple(map(mended, programme.observations))))
    assert "21\u00a0ребёнок" in filling.text("questions", "question-queue", "answer", "ru").text


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("{share:federal}", "reference_sum_unknown"),
        ("{money:federal:2021}", "reference_not_stated"),
        ("{share:regional}", "reference_nowhere"),
        ("{share:total}", "reference_nowhere"),
        ("{money:total:2021}", None),
    ],
)
def test_a_source_that_only_a_former_edition_tells_is_not_said_to_be_in_no_table(
    reference: str, rule: str | None
) -> None:
    programme = small_programme(
        """
        document line stage source  2021 2022
        first    town plan  federal 100  200
        first    town plan  local   50   60
        second   town plan  total   500  600
        """,
        documents="first 1 edition whole\nsecond 2 edition whole",
    )
    unknown = filling_of(programme).money_unknown(references(reference)[0])
    assert (unknown and unknown[0]) == rule


def test_a_figure_that_a_later_document_restates_is_restated_in_every_text(programme: Programme) -> None:
    report = replace(programme.edition, id="report", sequence=2, kind="report", covers="part", row=99)
    queue = programme.observation("queue-2021")
    again = replace(queue, id="again", value=Decimal(21), document="report")
    money = programme.money[(programme.money["source"] == "federal") & (programme.money["year"] == 2021)]
    later = replace(
        programme,
        documents=(*programme.documents, report),
        observations=(*programme.observations, again),
        money=pd.concat([programme.money, money.assign(document="report", kopecks=100_000_000).set_axis([99])]),
    )
    filling = filling_of(later)
    assert filling.fill("{value:queue-2021}, {money:federal:2021}", RU) == "21\u00a0ребёнок, 1,0\u00a0млн\u00a0₽"
    assert "21\u00a0ребёнок" in filling.text("questions", "question-queue", "answer", "ru").text
