"""Municipal assignments: how much of each service the city ordered, how much came of it, and what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.addresses import Kind, Place
from vitrina.charts.chart import Origin
from vitrina.charts.execution import About, Spending, SpentBesidePlan
from vitrina.dataset.programme import Assignment, Service
from vitrina.measures.funding import percent_of
from vitrina.pages.context import Context, Official
from vitrina.pages.measures import has_measures
from vitrina.pages.page import Page, placed
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.spending import documents_line, line_place
from vitrina.pages.views import View, register
from vitrina.pages.year_lists import years_list
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import share_of, sum_of

PLAN, ACTUAL = "plan", "actual"


@dataclass(frozen=True, slots=True)
class AssignedYear:
    """A service in a year, in words; None where it is not stated. Costs are kopecks."""

    year: int
    volume: str | None
    """What was assigned."""
    rendered: str | None
    figures: tuple[str | None, str | None]
    """The same two without their unit, for a table."""
    volume_percent: Decimal | None
    cost: int | None
    spent: int | None
    cost_percent: Decimal | None
    is_short: bool
    """Less was rendered than assigned."""


@dataclass(frozen=True, slots=True)
class AssignedService:
    """A service with all its years."""

    id: str
    name: Quote
    wording: str
    """The name where there is room for one alone."""
    measured: Official
    unit: str
    """«детей», as the head of a column has it."""
    line: str
    place: Place | None
    years: tuple[AssignedYear, ...]

    @property
    def latest(self) -> AssignedYear | None:
        """The last year with a volume rendered beside one assigned."""
        return next((year for year in reversed(self.years) if year.volume and year.rendered), None)


def _assignments(context: Context) -> Page:
    words, programme = context.words, context.programme
    place = context.places["assignments"]
    services = tuple(found for service in programme.services if (found := _service(context, service)).years)
    year = max((one.latest.year for one in services if one.latest), default=None)
    judged = [one.latest for one in services if one.latest and one.latest.year == year]
    return Page(
        place=place,
        title=words.say("Задания"),
        description=words.say(
            "Что заказано учреждениям по программе «{programme}», сколько вышло и сколько это стоило.",
            programme=context.programme_name,
        ),
        values={
            "has_measures": has_measures(context),
            "services": services,
            "year": year,
            "judged": judged,
            "met": [one for one in judged if not one.is_short],
            "first_year": min(one.years[0].year for one in services),
            "last_year": max(one.years[-1].year for one in services),
        },
        charts=placed(place, _costs(context, services, year)) if year else {},
    )


def _service(context: Context, service: Service) -> AssignedService:
    language = context.words.language
    unit = context.programme.text("services", service.id, "unit", language).text
    known = {(one.year, one.stage): one for one in context.programme.assignments if one.service == service.id}
    name = context.official("services", service.id, "name")
    return AssignedService(
        id=service.id,
        name=quote(context, service.quotation, name),
        wording=context.wording(name),
        measured=context.official("services", service.id, "measured"),
        unit=context.words.plural(0, *unit.split("|")),
        line=context.line_short_name(service.line),
        place=line_place(context, service.line),
        years=tuple(
            _year(context, year, unit, known.get((year, PLAN)), known.get((year, ACTUAL)))
            for year in sorted({year for year, _ in known})
        ),
    )


def _year(
    context: Context, year: int, unit: str, planned: Assignment | None, actual: Assignment | None
) -> AssignedYear:
    volume, cost = (planned.volume, planned.cost) if planned else (None, None)
    rendered, spent = (actual.volume, actual.cost) if actual else (None, None)
    return AssignedYear(
        year=year,
        volume=None if volume is None else context.words.quantity(volume, unit),
        rendered=None if rendered is None else context.words.quantity(rendered, unit),
        figures=(_figure(context, volume), _figure(context, rendered)),
        volume_percent=share_of(rendered, volume, rendered * 100 / volume) if rendered is not None and volume else None,
        cost=cost,
        spent=spent,
        cost_percent=percent_of(spent, cost) if spent is not None and cost else None,
        is_short=rendered is not None and volume is not None and rendered < volume,
    )


def _figure(context: Context, value: Decimal | None) -> str | None:
    return None if value is None else context.words.number(value, decimals_of(value))


def _costs(context: Context, services: Sequence[AssignedService], year: int) -> SpentBesidePlan:
    """What each service cost in the last year that is reported."""
    words = context.words
    known = [(one, found) for one in services for found in one.years if found.year == year and found.spent is not None]
    origins = {
        one.id: Origin.of((found.quotation.document for found in told), *(found.stage for found in told))
        for one, _ in known
        if (told := [found for found in context.programme.assignments if (found.service, found.year) == (one.id, year)])
    }
    rows = [Spending(one.wording, found.cost, found.spent or 0, origin=origins[one.id]) for one, found in known]
    stating = (one.quotation for one in context.programme.assignments if (one.year, one.stage) == (year, ACTUAL))
    cells = [(quotation.document, quotation.place) for quotation in stating]
    about = About(
        id="assignments-costs",
        finding=words.say(
            "За услуги {year}\u00a0года потратили {spent}",
            year=year,
            spent=words.money(sum_of(row.spent for row in rows)),
        ),
        rows=words.say("Услуга"),
        when=years_list(words, [year]),
        plan=words.say("задание"),
        source=documents_line(context, cells),
    )
    return SpentBesidePlan(rows, about, words)


register(
    View(
        Kind("assignments", order=150, folder="assignments", parent="funding", group="money", named_in=("keywords",)),
        lambda given: [_assignments(given.context)],
        exists=lambda context: bool(context.programme.assignments),
        sought=sentence("задания учреждениям|услуги|задания"),
    )
)
