"""No document tells of days that it could not know, and nothing lies far from the years of the programme."""

import datetime
from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.content import LONGEST_PERIOD
from vitrina.dataset.checks.keys import SLIPS
from vitrina.dataset.checks.money import PLANNED
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

_FAR = 50
"""So many years before the programme and after it no document speaks of anything."""
_USUAL_PERIOD = 10  # years


def time_problems(tables: Mapping[str, Records], years: range | None) -> Iterator[Problem]:
    """Years that cannot be or lie outside the programme, and actuals that no document could know."""
    if years is not None and not _is_elsewhere(tables, years):
        yield from _far_problems(tables, years)
        yield from _outside_problems(tables, years)
        if "observations" in tables:
            yield from _long_periods(tables["observations"], years)
            yield from _odd_periods(tables["observations"])
    elif years is not None:
        stated = tables["money"].of("year")
        hints = {"first": min(stated), "last": max(stated)}
        yield from _period_problem(tables["passport"], "period_elsewhere", **hints)
        years = None  # of which nothing more is concluded
    if "documents" in tables:
        yield from _early_problems(tables, tables["documents"], years)


def _is_elsewhere(tables: Mapping[str, Records], years: range) -> bool:
    """Whether no money at all lies in the programme's period: then it says nothing of any other year."""
    stated = tables["money"].of("year") if "money" in tables else set()
    return bool(stated) and not stated & set(years)


def _period_problem(passport: Records, rule: str, **hints: str | int) -> Iterator[Problem]:
    """A notice: the document may have it so."""
    for index, (field,) in passport.rows("field"):
        if field == "period":
            yield passport.notice(index, "value", rule, **hints)
            return


def _is_far(year: int, years: range) -> bool:
    return not years[0] - _FAR <= year <= years[-1] + _FAR


def _far_problems(tables: Mapping[str, Records], years: range) -> Iterator[Problem]:
    hints = {"first": years[0], "last": years[-1]}
    for name in ("money", "assignments", "completions"):
        far = {year for year in (tables[name].of("year") if name in tables else ()) if _is_far(year, years)}
        for index, (year,) in tables[name].rows("year") if far else ():
            if year in far:
                yield tables[name].problem(index, "year", "far_from_programme", **hints)
    for name, columns in (("documents", ("date", "facts_until")), ("observations", ("from", "to"))):
        for column in columns if name in tables else ():
            for index, (day,) in tables[name].rows(column):
                if day is not None and _is_far(day.year, years):
                    yield tables[name].problem(index, column, "far_from_programme", **hints)


def _outside_problems(tables: Mapping[str, Records], years: range) -> Iterator[Problem]:
    """Notices: most often a slip, but a programme's period and the years of its money may differ.

    Where many rows have the same year, the period in the passport has not followed.
    """
    more: set[int] = set()
    for name in ("money", "assignments", "completions"):
        stated = tables[name].of("year") if name in tables else set()
        outside = {year for year in stated if year not in years and not _is_far(year, years)}
        stage = ["stage"] if name != "completions" else []
        found: dict[tuple[int, bool], list[int]] = {}
        for index, row in tables[name].rows("year", *stage) if outside else ():
            if row[0] in outside:
                found.setdefault((row[0], row[-1] in PLANNED), []).append(index)
        for (year, is_planned), indexes in found.items():
            if len(indexes) > SLIPS:
                more.add(year)
                continue
            rule = "year_outside" if is_planned else "actual_outside"
            for index in indexes:
                yield tables[name].notice(index, "year", rule, first=years[0], last=years[-1])
    if more:
        listed = ", ".join(map(str, sorted(more)))
        yield from _period_problem(tables["passport"], "period_shorter", years=listed)


def _odd_periods(observations: Records) -> Iterator[Problem]:
    """Notices: a time that misses the beginning or the end of a month by a day."""
    day = datetime.timedelta(days=1)
    for index, (first, last) in observations.rows("from", "to"):
        if first is None or last is None or first >= last:
            continue
        if 1 in {(first - day).day, (first + day).day}:
            yield observations.notice(index, "from", "period_by_a_day")
        if last.day == 1 or (last + 2 * day).day == 1:
            yield observations.notice(index, "to", "period_by_a_day")


def _long_periods(observations: Records, years: range) -> Iterator[Problem]:
    """Periods that nothing is measured over; and, as a notice, those longer than the programme itself."""
    for index, (first, last) in observations.rows("from", "to"):
        if first is None or last is None or any(_is_far(day.year, years) for day in (first, last)):
            continue
        length = last.year - first.year + 1
        if length > LONGEST_PERIOD:
            yield observations.problem(index, "from", "period_too_long", length=length)
        elif length > max(len(years), _USUAL_PERIOD) and not _covers(first, last, years):
            yield observations.notice(index, "from", "period_long", length=length)


def _covers(first: datetime.date, last: datetime.date, years: range) -> bool:
    """Whether a period takes in the whole programme: what holds for all of it may be told before its end."""
    return first.year <= years[0] and last.year >= years[-1]


def _early_problems(tables: Mapping[str, Records], documents: Records, years: range | None) -> Iterator[Problem]:
    """Actuals of a time after the last day that their document can know.

    One or two such rows are at fault themselves; of more the day of the document is.
    """
    known = _known_days(documents)
    early: dict[str, list[Problem]] = {}
    for name in ("money", "assignments", "completions"):
        if name in tables:
            for document, problem in _early_years(tables[name], known):
                early.setdefault(document, []).append(problem)
    if "observations" in tables:
        for document, problem in _early_observations(tables["observations"], known, years):
            early.setdefault(document, []).append(problem)
    for index, (identity, until) in documents.rows("id", "facts_until"):
        errors = [problem for problem in early.get(identity, ()) if problem.severity == "error"]
        if len(errors) <= SLIPS:
            yield from early.get(identity, ())
            continue
        column = "date" if until is None else "facts_until"
        hints: dict[str, str | int] = {"other": errors[0].file.rpartition("/")[2], "first": errors[0].row or 0}
        yield documents.problem(index, column, "knows_too_little", count=len(errors), **hints)


def _known_days(documents: Records) -> dict[str, datetime.date]:
    """Up to which day each document knows; left out where it does not say."""
    rows = documents.rows("id", "facts_until", "date")
    return {identity: until or day for _, (identity, until, day) in rows if until or day}


def _early_years(records: Records, known: Mapping[str, datetime.date]) -> Iterator[tuple[str, Problem]]:
    columns = ("document", "year", *(["stage"] if "stage" in records.table.names else []))
    # There may be half a million rows, and few different ones.
    different = dict.fromkeys(zip(*(records.values[column] for column in columns), strict=True))
    early = {
        row for row in different
        if row[2:] in ((), ("actual",)) and isinstance(row[1], int) and row[0] in known and row[1] > known[row[0]].year
    }  # fmt: skip
    for index, row in records.rows(*columns) if early else ():
        if row in early:
            until = known[row[0]].isoformat()
            yield row[0], records.problem(index, "year", "early_year", document=row[0], until=until)


def _early_observations(
    observations: Records, known: Mapping[str, datetime.date], years: range | None
) -> Iterator[tuple[str, Problem]]:
    for index, (document, first, last, stage) in observations.rows("document", "from", "to", "stage"):
        if stage != "actual" or first is None or last is None or document not in known or last <= known[document]:
            continue
        is_over_years = first <= known[document] and first.year != last.year
        if not is_over_years or (years and not _covers(first, last, years)):
            rule = "early_span" if is_over_years else "early_day"
            tell = observations.notice if is_over_years else observations.problem
            yield document, tell(index, "to", rule, document=document, until=known[document].isoformat())


describe(
    "period_elsewhere",
    "«{value}» — в эти годы в money.csv нет ни одной суммы: там годы с {first} по {last}.",
    "Сверьте сроки с документом; если в нём так и есть, ничего не делайте.",
)
describe(
    "far_from_programme",
    "«{value}» — слишком далеко от программы: по паспорту она идёт с {first} по {last} год.",
    "Исправьте год.",
)
describe(
    "year_outside",
    "«{value}» — план на этот год, а программа по паспорту идёт с {first} по {last} год.",
    "Если в документе так и есть, ничего не делайте; если это описка, исправьте год, а если программу продлили "
    "— сроки в passport.csv.",
)
describe(
    "actual_outside",
    "«{value}» — этого года нет в программе: по паспорту она идёт с {first} по {last} год.",
    "Если в документе так и есть, ничего не делайте; если это описка, исправьте год.",
)
describe(
    "period_shorter",
    "«{value}» — во многих строках стоят и другие годы: {years}.",
    "Если программу продлили, исправьте сроки; если в документе так и есть, ничего не делайте; если годы не те, "
    "исправьте их в таблицах.",
)
describe(
    "period_by_a_day",
    "«{value}» — ровно на день мимо начала или конца месяца.",
    "Если в документе так и есть, ничего не делайте; иначе исправьте: месяц и год начинаются первым числом и "
    "кончаются последним.",
)
describe(
    "period_too_long",
    "«{value}» — так долго ничего не измеряют: срок начинается этим днём, и лет в нём {length}.",
    "Исправьте первый или последний день.",
)
describe(
    "period_long",
    "«{value}» — очень длинный срок, лет в нём {length}.",
    "Проверьте первый и последний день; если в документе так и есть, ничего не делайте.",
)
describe(
    "knows_too_little",
    "«{value}» — документ сообщает факты по этот день, а в таблицах из него есть и более поздние (таких строк "
    "{count}, первая — {other}, строка {first}).",
    "Если неверен день, исправьте его; если верен, исправьте в этих строках срок, документ или стадию.",
)
describe(
    "early_year",
    "«{value}» — документ {document} ещё не мог знать факта за этот год: данные в нём по {until}.",
    "Исправьте год, документ или стадию; если неверен день, исправьте его в documents.csv.",
)
describe(
    "early_span",
    "«{value}» — срок факта кончается позже, чем данные документа {document}: они по {until}.",
    "Если это верно и для дней впереди, ничего не делайте; иначе исправьте срок или стадию.",
)
describe(
    "early_day",
    "«{value}» — документ {document} ещё не мог знать факта по этот день: данные в нём по {until}.",
    "Исправьте срок или стадию (у ожидаемого она estimate, оценка); если неверен день, исправьте его в documents.csv.",
)
