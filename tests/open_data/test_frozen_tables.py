"""The tables of every edition as CSV: the same rows and sums as in its JSON, and as lasting."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in
from vitrina.dataset.programme import Programme
from vitrina.measures.editions import published_editions
from vitrina.open_data.frozen_editions import frozen_editions
from vitrina.open_data.frozen_tables import frozen_csv
from vitrina.pages.context import Context
from vitrina.words import Words
from vitrina.words.numbers import Language


def files(programme: Programme, language: Language = "ru") -> Mapping[str, bytes]:
    dataset = dataset_in(SAMPLE)
    return dict(frozen_csv(Context(dataset, programme, Words(language))))


@pytest.mark.parametrize("data", [DIVNOGORSK, SAMPLE], ids=["real", "sample"])
def test_pandas_reads_both_forms_and_their_sums_are_those_of_the_json(data: Path) -> None:
    dataset = dataset_in(data)
    compared = 0
    for programme in dataset.programmes:
        made = dict(frozen_csv(Context(dataset, programme, Words("ru"))))
        for edition, contents in frozen_editions(programme):
            for table in ("lines", "money", "indicators", "observations"):
                stem = f"{programme.id}/data/editions/{edition}/{programme.id}-{table}"
                programs = pd.read_csv(io.BytesIO(made[f"{stem}-for-programs.csv"]), dtype={"amount": float})
                people = pd.read_csv(io.BytesIO(made[f"{stem}.csv"]), sep=";", decimal=",", encoding="utf-8-sig")
                assert len(programs) == len(people) == len(contents[table])
                if table == "money" and len(programs):
                    kopecks = sum(row["kopecks"] or 0 for row in contents[table])
                    assert programs["amount"].sum() * 100_000 == pytest.approx(kopecks, abs=1)
                    assert people["Сумма, тыс.\u00a0₽"].sum() * 100_000 == pytest.approx(kopecks)
                    compared += 1
    assert compared


def test_they_stay_as_they_were_when_later_documents_come() -> None:
    whole = dataset_in(SAMPLE).programme("schools")
    now = files(whole)
    first = published_editions(whole.documents)[0]
    known = {one.id for one in whole.documents if one.sequence <= first.sequence}
    earlier = replace(
        whole,
        documents=tuple(one for one in whole.documents if one.id in known),
        money=whole.money[whole.money["document"].isin(known)],
        observations=tuple(one for one in whole.observations if one.document in known),
    )
    kept = {path: content for path, content in files(earlier).items() if f"/{first.id}/" in path}
    assert len(kept) == 8
    assert all(now[path] == content for path, content in kept.items())


def test_what_is_alike_in_every_language_lies_in_the_main_one_alone() -> None:
    programme = dataset_in(SAMPLE).programme("parks")
    assert {path for path in files(programme) if path not in files(programme, "en")} == {
        path for path in files(programme) if path.endswith("-for-programs.csv")
    }
