"""The money of each programme by year: small pictures on one scale and over the same years."""

from vitrina.charts.chart import Cell, CellsOf, Chart, Origin, table_of
from vitrina.charts.complete import complete_panels
from vitrina.charts.findings import programmes_by_year as told
from vitrina.charts.findings.money import amount_of_year
from vitrina.charts.kit.panel import Bar
from vitrina.charts.kit.panels import TALLEST, TitledPanel
from vitrina.charts.kit.style import BAR, BAR_AHEAD
from vitrina.charts.money_table import thousands
from vitrina.charts.programmes_money import ProgrammesMoney
from vitrina.charts.registry import chart
from vitrina.measures.editions import PLAN
from vitrina.measures.known import NOT_APPLICABLE


@chart(of=ProgrammesMoney, applies=lambda subject: subject.largest > 0)
def programmes_by_year(subject: ProgrammesMoney) -> Chart:
    panels = {programme: _panel(subject, programme) for programme in subject.programmes}
    origins = (_origin(subject, year) for year in subject.years)
    year: CellsOf[int] = ("year", subject.words.say("Год"), lambda year: year)
    columns = (_column(subject, programme) for programme in subject.programmes)
    table = table_of(subject.years, origins, year, *columns)
    return complete_panels("programmes-by-year", subject, told, panels, table)


def _panel(subject: ProgrammesMoney, programme: str) -> TitledPanel:
    money, scale = subject.programmes[programme], TALLEST / subject.largest
    bars = {
        str(year): Bar(
            kopecks * scale,
            subject.unit.label(subject.words, kopecks),
            BAR_AHEAD if money.funding.is_ahead(year) else BAR,
            amount_of_year(money, year, kopecks),
        )
        for year, kopecks in money.funding.totals.items()
    }
    outside = {str(year) for year in subject.years if year not in money.funding.years}
    return TitledPanel(subject.names[programme], [str(year) for year in subject.years], bars, money.absent, outside)


def _column(subject: ProgrammesMoney, programme: str) -> CellsOf[int]:
    funding = subject.programmes[programme].funding
    title = subject.words.say("{name}, {unit}", name=subject.names[programme], unit=subject.words.unit("thousand"))

    def cell(year: int) -> Cell:
        return thousands(funding.total(year)) if year in funding.years else NOT_APPLICABLE

    return programme, title, cell


def _origin(subject: ProgrammesMoney, year: int) -> Origin:
    """A document is named with its programme: two of them may give theirs the same id."""
    found = [
        f"{programme}/{document}"
        for programme, money in subject.programmes.items()
        for document in money.origin(year).documents
    ]
    return Origin.of(found, PLAN)
