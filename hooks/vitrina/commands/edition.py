"""Tells what a decree added to a programme that has tables: what is new, what changed, and what stayed out."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.documents.reading import FOLDER
from vitrina.dataset.problems import problem_text
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.choices import OBSERVATION_STAGES, STAGES, TOTALS_CHECKED
from vitrina.decrees.output import DOUBTS, SUBJECTS, WHY, amendment_line
from vitrina.desk.decree_rows import NOT_WRITTEN, NotWritten
from vitrina.desk.edition_rows import Reworded, Stated
from vitrina.desk.new_edition import NewEdition
from vitrina.desk.orders import NOT_APPLIED
from vitrina.desk.written_tables import Cells
from vitrina.words import Words
from vitrina.words.numbers import decimals_of


def told_of_edition(made: NewEdition, words: Words) -> Iterator[str]:
    """For staff, a line at a time."""
    title = str(made.document["title"])
    if made.document["kind"] == "report":
        yield words.say("Внесён документ «{title}»: отчёт о программе.", title=title)
    elif made.document["covers"] == "whole":
        yield words.say("Внесён документ «{title}»: вся программа заново.", title=title)
    else:
        yield words.say("Внесён документ «{title}»: поправки к программе.", title=title)
    counts = ", ".join(f"{one.table.name}.csv: {one.added}" for one in made.accepted.changes if one.added)
    yield words.say("Таблицы: {folder}. Новых строк: {counts}.", folder=made.folder, counts=counts)
    if not_quoted := made.accepted.not_quoted:
        yield words.say(
            "Файл документа не положен в папку {folder}: таблицы приводят слова, которых в нём нет.", folder=FOLDER
        )
        yield from (f"  {problem_text(problem, words)}" for problem in not_quoted)
    elif not made.accepted.texts:
        yield words.say("Файл документа не положен в папку {folder}: такие файлы там не лежат.", folder=FOLDER)
    figures = made.rows.figures
    changed = [one for one in figures if one.before not in (None, one.after)]
    new = [one for one in figures if one.before is None]
    yield from _listed(words.say("Изменилось:"), [_changed(one, made, words) for one in changed])
    yield from _listed(words.say("Раньше в таблицах не было:"), [_new(one, made, words) for one in new])
    if same := len(figures) - len(changed) - len(new):
        yield ""
        yield words.say("Осталось прежним: {count}.", count=same)
    yield from _listed(words.say("Новые слова:"), [_reworded(one, words) for one in made.rows.texts])
    yield from _listed(words.say("Новые строки программы:"), [f"  «{one.name}»" for one in made.rows.lines.values()])
    yield from _listed(words.say("Новые показатели:"), [f"  «{one['name']}»" for one in made.rows.indicators])
    yield from _out_of_tables(made, words)
    yield ""
    yield words.say("Сверьте с документом и посмотрите, что изменится: {command}", command="python -m vitrina compare")


def _out_of_tables(made: NewEdition, words: Words) -> Iterator[str]:
    yield from _listed(
        words.say("Не сходится. Впишите причину в expected_findings.csv:"),
        [_difference(one, made, words) for one in made.accepted.differences],
    )
    yield from _listed(
        words.say("Под вопросом, в таблицы не вошло:"), [left_out_line(one, words) for one in made.rows.left]
    )
    yield from _listed(
        words.say("Поправки, которые таблиц не изменили:"),
        [f"{amendment_line(one.order, words)} ({words.say(NOT_APPLIED[one.why])})" for one in made.outcomes if one.why],
    )
    yield from _listed(
        words.say("Не разобрано:"),
        [
            f"  {one.place}: «{' '.join(one.words.split())}» ({words.say(WHY[one.why])})"
            for one in made.file.decree.money.left_out
            if one.why != "amendment"
        ],
    )


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", heading, *lines)


def _changed(one: Stated, made: NewEdition, words: Words) -> str:
    assert one.before is not None  # noqa: S101  the caller has only those that changed
    digits = max(decimals_of(one.before), decimals_of(one.after))
    told = words.say(
        "{what}: было {before}, стало {after}",
        what=_called(one.row, made, words), before=words.number(one.before, digits),
        after=words.number(one.after, digits),
    )  # fmt: skip
    return f"  {told}{_unit(one, words)} ({one.row['place']})"


def _new(one: Stated, made: NewEdition, words: Words) -> str:
    number = words.number(one.after, decimals_of(one.after))
    return f"  {_called(one.row, made, words)}: {number}{_unit(one, words)} ({one.row['place']})"


def _unit(one: Stated, words: Words) -> str:
    return f" {words.say('тыс. руб.')}" if one.table == "money" else ""


def _called(row: Cells, made: NewEdition, words: Words) -> str:
    """Whose figure it is: the line or the indicator, the source, the year and the stage."""
    if "indicator" in row:
        day = row["to"]
        year = str(day.year) if isinstance(day, date) else ""
        parts = [_indicator_name(str(row["indicator"]), made), str(row.get("group") or ""), year]
        return ", ".join(part for part in (*parts, words.message(OBSERVATION_STAGES[str(row["stage"])])) if part)
    parts = _of_money(row, made.known.programme, made, words)
    if row["stage"] != "plan":
        parts.append(words.message(STAGES[str(row["stage"])]))
    return ", ".join([*parts, *(str(row[name]) for name in ("of_which", "administrator") if row.get(name))])


def _of_money(row: Cells, programme: Programme, made: NewEdition, words: Words) -> list[str]:
    names = {line.id: line.short_name or line.name for line in programme.lines}
    names |= {identity: line.name for identity, line in made.rows.lines.items()}
    line, source = str(row["line"]), str(row["source"])
    parts = [] if line == programme.line.id else [names[line]]
    parts.append(words.say("всего") if source == TOTAL else _source_name(source, made, words))
    parts.append(words.say("за все годы") if row["year"] == TOTAL else str(row["year"]))
    return parts


def _source_name(source: str, made: NewEdition, words: Words) -> str:
    return made.known.city.source(source).name[words.language]


def _indicator_name(identity: str, made: NewEdition) -> str:
    own = next((one.short_name for one in made.known.programme.indicators if one.id == identity), None)
    return own or next(str(one["name"]) for one in made.rows.indicators if one["id"] == identity)


def _reworded(one: Reworded, words: Words) -> str:
    what = words.say(SUBJECTS[one.what]) if one.table == "passport" else words.say("строка программы")
    told = (
        words.say("{what}: было «{before}», стало «{after}»", what=what, before=one.before, after=one.after)
        if one.before
        else words.say("{what}: теперь «{after}»", what=what, after=one.after)
    )
    return f"  {told} ({one.place})"


def _difference(row: Cells, made: NewEdition, words: Words) -> str:
    names = {line.id: line.short_name or line.name for line in made.known.programme.lines}
    names |= {identity: line.name for identity, line in made.rows.lines.items()}
    parts = [names[str(row["line"])], words.message(TOTALS_CHECKED[str(row["check"])])]
    if row["source"] != TOTAL:
        parts.append(_source_name(str(row["source"]), made, words))
    parts += [] if row["year"] == TOTAL else [str(row["year"])]
    parts += [words.message(STAGES[str(row["stage"])])] if row["stage"] else []
    value = Decimal(str(row["difference"]))
    told = words.say("разница {difference} тыс. руб.", difference=words.number(value, decimals_of(value)))
    return f"  {', '.join(parts)}: {told}"


def left_out_line(one: NotWritten, words: Words) -> str:
    why = "; ".join(words.say(DOUBTS[doubt]) for doubt in one.doubts) or words.say(NOT_WRITTEN[one.why])
    return f"  {one.place}: «{one.what}» ({why})"
