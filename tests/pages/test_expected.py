"""A document that is due by a day is expected before that day and missing after it, as the documents tell the time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of, pages_of_kind, site_of
from vitrina.dataset.programme import Dataset, Document
from vitrina.pages.context import Context
from vitrina.pages.page import write_page
from vitrina.words.numbers import Language


def schools(language: Language = "ru") -> Context:
    return next(one for one in site_of(dataset_in(SAMPLE), language).contexts if one.programme.id == "schools")


def changed(context: Context, changes: Mapping[str, Mapping[str, object]], **programme: object) -> Context:
    """The programme with some fields of its documents changed."""
    documents = tuple(replace(one, **changes.get(one.id, {})) for one in context.programme.documents)  # type: ignore[arg-type]  # fields of the row
    made = replace(context.programme, documents=documents, **programme)  # type: ignore[arg-type]  # fields of the programme
    return Context(context.dataset, made, context.words)


def written(context: Context, kind: str) -> str:
    return "".join(write_page(page, context.words, lambda _: "") for page in pages_of_kind(context, kind))


def ids(documents: tuple[Document, ...]) -> list[str]:
    return [one.id for one in documents]


def test_time_is_told_by_the_documents_and_a_day_is_late_only_when_it_is_past() -> None:
    context = schools()
    assert context.programme.latest_day == date(2026, 3, 13)
    for due, is_late in ((date(2026, 3, 12), True), (date(2026, 3, 13), False), (date(2026, 3, 14), False)):
        programme = changed(context, {"report-2026": {"due": due}}).programme
        assert ("report-2026" in ids(programme.overdue_documents)) == is_late
        assert ("report-2026" in ids(programme.expected_documents)) == (not is_late)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", ("Следующий документ должен выйти до 15 марта 2027 года", "Срок прошёл 1 марта 2026 года")),
        ("en", ("The next document is due by 15 March 2027", "It was due by 1 March 2026")),
    ],
)
def test_the_first_page_of_the_programme_and_that_of_its_documents_say_what_is_expected(
    language: Language, said: tuple[str, str]
) -> None:
    pages = pages_of(dataset_in(SAMPLE), language)
    first, documents, gaps = (plain(pages[f"schools{path}"]) for path in ("", "/documents", "/gaps"))
    assert f"## {said[0]} " in first
    assert f"## {said[0]} " in documents
    assert said[1] in first
    assert said[1] in gaps
    assert 'href="gaps/#summary-2025"' in first
    assert "expected.ics" in first
    assert "expected.ics" in documents
    assert 'id="report-2026"' not in gaps


def test_what_is_expected_is_not_counted_as_missing() -> None:
    text = plain(pages_of(dataset_in(SAMPLE), "ru")["schools/documents"])
    assert "# Опубликовано 10 документов из 12, остальные только обещаны " in text
    assert "## Обещаны и не опубликованы: 2 документа " in text


def test_a_late_document_is_asked_for_in_the_letter() -> None:
    text = plain(pages_of(dataset_in(SAMPLE), "ru")["schools/gaps"])
    assert "сводный доклад о программе с 2020 по 2025 год (срок прошёл 1 марта 2026 года)" in text
    assert "На сайте уже есть сведения на 13 марта 2026 года, а этого документа нет." in text


def test_a_gap_that_speaks_of_the_late_document_has_its_day_and_is_not_told_twice() -> None:
    context = changed(schools(), {"appendix-5": {"due": date(2024, 1, 31)}})
    before, text = plain(written(schools(), "gaps")), plain(written(context, "gaps"))
    assert "Срок прошёл 31 января 2024 года." in text
    assert text.count("<h3 ") == before.count("<h3 ")
    assert 'href="gaps/#gap-institutions"' in written(context, "home")


def test_a_programme_without_any_gap_has_the_page_once_a_document_is_late() -> None:
    without = changed(schools(), {"summary-2025": {"due": None}}, gaps=())
    assert written(without, "gaps") == ""
    late = changed(schools(), {}, gaps=())
    assert "# 1 пробел мешает проверить программу до конца " in plain(written(late, "gaps"))
    assert plain(written(late, "gaps")).count("<h3 ") == 1


def test_a_document_that_has_come_out_is_neither_expected_nor_late() -> None:
    come = {"publication": "published", "date_status": None, "promised_by": None}
    context = changed(
        schools(),
        {"report-2026": {**come, "date": date(2027, 3, 20)}, "summary-2025": {**come, "date": date(2026, 3, 12)}},
    )
    assert (context.programme.expected_documents, context.programme.overdue_documents) == ((), ())
    for kind in ("home", "documents", "gaps"):
        assert "Что ожидается" not in written(context, kind)
        assert "Срок прошёл" not in written(context, kind)


def test_where_no_document_names_a_day_nothing_is_expected() -> None:
    dataset: Dataset = dataset_in(DIVNOGORSK)
    assert all(one.due is None for programme in dataset.programmes for one in programme.documents)
    assert not any("Что ожидается" in text for text in map(str, pages_of(dataset, "ru").values()))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("&#160;", " ")
