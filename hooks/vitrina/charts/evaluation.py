"""The score of a programme year by year: a bar a year, and the bounds of the grades as lines that have their names."""

from decimal import Decimal

from vitrina.charts.chart import Chart, Table, table_of
from vitrina.charts.complete import complete
from vitrina.charts.findings import evaluation as told
from vitrina.charts.findings.evaluation import Scores
from vitrina.charts.kit.rows import Row, Rows
from vitrina.charts.kit.style import NARROW, WIDE
from vitrina.charts.registry import chart


@chart(of=Scores, applies=lambda scores: bool(scores.known))
def evaluation(scores: Scores) -> Chart:
    rows = _rows(scores)
    return complete("evaluation", scores, told, (rows.drawn(WIDE), rows.drawn(NARROW)), _table(scores))


def _rows(scores: Scores) -> Rows:
    """Bounds are what a score is laid beside."""
    words = scores.words
    return Rows(
        [
            Row(row.name, None, "", "", words.say("не рассчитывается"))
            if row.score is None
            else Row(row.name, float(row.score), told.sentence_of(words, row), row.figure, row.grade)
            for row in scores.rows
        ],
        bounds=sorted(((float(bound.least), bound.name) for bound in scores.bounds), reverse=True),
    )


def _table(scores: Scores) -> Table:
    say = scores.words.say
    return table_of(
        scores.rows,
        (row.origin for row in scores.rows),
        ("year", say("Год"), lambda row: row.name),
        ("score", say("Оценка"), lambda row: None if row.score is None else row.score.quantize(Decimal("0.0001"))),
        ("grade", say("Какая она"), lambda row: row.grade or None),
    )
