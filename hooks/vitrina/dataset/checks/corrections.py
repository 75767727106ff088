"""A correction changes something, after it was wrong, in a cell that the tables can have."""

from collections.abc import Iterator

from vitrina.dataset.cells import suggested
from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables import TABLES


@check_of("corrections")
def correction_problems(corrections: Records) -> Iterator[Problem]:
    for index, (was, now) in corrections.rows("was", "now"):
        if was == now:
            yield corrections.problem(index, "now", "nothing_corrected")
    for index, (since, mended) in corrections.rows("since", "mended"):
        if since is not None and since > mended:
            yield corrections.problem(index, "since", "mended_before", day=mended.isoformat())
    columns = {table.name: table.names for table in TABLES}
    for index, (table, key, column) in corrections.rows("table", "key", "column"):
        if table is None:
            if key is not None or column is not None:
                yield corrections.problem(index, "table", "cell_of_no_table")
        elif table not in columns:
            yield corrections.problem(index, "table", "unknown_table", **suggested(table, columns))
        elif column is not None and column not in columns[table]:
            hints = {"table": f"{table}.csv", **suggested(column, columns[table])}
            yield corrections.problem(index, "column", "unknown_column_of", **hints)


describe(
    "nothing_corrected",
    "«{value}» — то же самое стоит в столбце «Было»: ничего не исправлено.",
    "Впишите, что стояло прежде и что стоит теперь.",
)
describe(
    "mended_before",
    "«{value}» — позже, чем ошибку исправили: {day}.",
    "Исправьте один из двух дней или оставьте ячейку пустой.",
)
describe(
    "cell_of_no_table",
    "строка или столбец названы, а таблица нет.",
    "Впишите имя таблицы или очистите столбцы «Строка» и «Столбец».",
)
describe(
    "unknown_table",
    "«{value}» — такой таблицы нет.",
    "Напишите имя файла без окончания: как называются таблицы, сказано в README.md набора данных.",
)
describe(
    "unknown_column_of",
    "«{value}» — такого столбца нет в {table}.",
    "Напишите имя столбца из первой строки этой таблицы.",
)
