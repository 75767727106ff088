"""A yearly report of the department becomes rows of what was spent and achieved, in tables that `check` accepts."""

from pathlib import Path

from decrees.test_documents import DOCUMENTS
from desk.test_new_programme import PASSPORT, accepted, data
from vitrina.desk.new_edition import NewEdition, add_edition
from vitrina.desk.new_programme import lay_out

__all__ = ["data"]

PROGRAMME = PASSPORT.replace("Развитие города", "Благоустройство города Северска-на-Каме").replace(
    "Цель программы", "Подпрограммы\nПодпрограмма 1 «Дворы»;\nПодпрограмма 2 «Парки»\nЦель программы"
)
PLANNED = """\
Сведения о целевых показателях
№	Наименование показателя	Ед. изм.	2023	2024	2025
1	Доля благоустроенных дворов	%	40,0	45,0	50,0
"""
REPORT = ("report-of-the-budget-list", "indicators-of-a-report")


def test_a_report_is_added_with_what_was_spent_and_achieved_and_why(data: Path, tmp_path: Path) -> None:
    programme, report = tmp_path / "programme.txt", tmp_path / "report.txt"
    programme.write_text(f"{PROGRAMME}{PLANNED}", encoding="utf-8")
    lay_out(programme, "one", data)
    tables = (DOCUMENTS.joinpath(f"{name}.txt").read_text(encoding="utf-8") for name in REPORT)
    report.write_text("\n".join(("от 14.03.2025 № 55", *tables)), encoding="utf-8")
    assert isinstance(add_edition(report, "one", data), NewEdition)
    [found] = accepted(data).programmes
    assert [(one.kind, one.title) for one in found.documents][1:] == [("report", "Отчёт за 2024 год")]
    money = found.money
    spent = money[(money["line"] == "subprogramme-1") & (money["stage"] == "actual")]
    assert list(zip(spent["year"], spent["kopecks"], spent["reason"], strict=True)) == [
        (2024, 2_201_015_000, "Подрядчик нарушил сроки")
    ]
    yards = next(one for one in found.indicators if one.name == "Доля благоустроенных дворов")
    achieved = [one for one in found.observations if one.indicator == yards.id and one.stage == "actual"]
    assert [(str(one.value), one.note) for one in achieved] == [
        ("41.2", None), ("43.8", "Причина по документу: «Подрядчик нарушил сроки».")
    ]  # fmt: skip
