"""The yearly report of a programme as a Word file: spending, indicators, measures and evaluation of one year."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from vitrina.charts.findings.observed import status_of
from vitrina.dataset.programme import Observation
from vitrina.dataset.tables.choices import COMPLETION_STATES
from vitrina.measures.continuity import former_wordings
from vitrina.measures.execution import Execution
from vitrina.measures.status import StatusRule, YearStatus, yearly
from vitrina.output import Refused
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.pages.evaluation import evaluation_finding
from vitrina.pages.measures import measures_of
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.spending import by_part, by_source, percent
from vitrina.words.catalogue import sentence
from vitrina.words.money import exact_decimals, thousands_from_kopecks

TEMPLATE = Path(__file__).with_name("yearly_report.docx")
"""Ours; a department may give its own, with the same names in it."""
_NONE = "—"
_MISSING: Mapping[str, str] = {
    "money": sentence("Сколько денег потратили за {year} год, документы не говорят."),
    "indicators": sentence("Чего достигли за {year} год, документы не говорят."),
    "measures": sentence("Выполнены ли мероприятия за {year} год, документы не говорят."),
    "evaluation": sentence("Оценки программы за {year} год нет."),
}
_MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the report: the same data gives the same bytes."""


class BrokenTemplate(Refused):
    """The department's template is no Word file, or names what there is not."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """Amounts in thousand roubles; a dash where there is none."""

    name: str
    plan: str
    revised: str
    actual: str
    percent: str
    reason: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    number: str
    name: str
    unit: str
    plan: str
    actual: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    number: str
    name: str
    state: str
    words: str


def reported_year(context: Context, profiles: Mapping[str, IndicatorProfile]) -> int:
    """The last year of which any actual is known; without one, the last that the documents tell of."""
    years = {
        *context.measures.executions.years,
        *(one.year for found in _years(context, profiles) for one in found[1] if one.actual),
    }
    return max(years, default=context.programme.known_until.year)


def report_values(context: Context, profiles: Mapping[str, IndicatorProfile], year: int) -> Mapping[str, object]:
    """What a template may name: texts, and the rows of its tables."""
    words = context.words
    money, indicators = list(_money(context, year)), list(_indicators(context, profiles, year))
    measures = list(_measures(context, year))
    evaluated = [one for one in context.measures.evaluations.get(year, ()) if one.line.kind == "programme"]
    known = {
        "money": any(row.actual != _NONE for row in money),
        "indicators": any(row.actual != _NONE for row in indicators),
        "measures": any(row.state for row in measures),
        "evaluation": bool(evaluated),
    }
    return {
        "programme": context.programme_name,
        "year": year,
        "status": document_status(context),
        "money": [asdict(row) for row in money],
        "indicators": [asdict(row) for row in indicators],
        "measures": [asdict(row) for row in measures],
        "evaluation": evaluation_finding(words, evaluated[0]) if evaluated else "",
        "missing": [words.say(_MISSING[part], year=year) for part, is_known in known.items() if not is_known],
    }


def _money(context: Context, year: int) -> Iterator[MoneyLine]:
    """The whole programme, its sources, its subprogrammes."""
    executions, line = context.measures.executions, context.programme.line.id
    total = context.words.say("Всего по программе")
    yield _money_line(context, total, executions.of(line, None, year))
    for row in (*by_source(context, line, year), *by_part(context, line, year)):
        yield _money_line(context, row.name, row.execution)


def _money_line(context: Context, name: str, found: Execution) -> MoneyLine:
    def amount(kopecks: int | None) -> str:
        if kopecks is None:
            return _NONE
        return context.words.number(thousands_from_kopecks(kopecks), exact_decimals(kopecks))

    told = percent(context.words, found.percent) if found.percent is not None else _NONE
    reasons = " ".join(one.words for one in found.reasons)
    return MoneyLine(name, amount(found.plan), amount(found.revised), amount(found.actual), told, reasons)


def _years(
    context: Context, profiles: Mapping[str, IndicatorProfile]
) -> Iterator[tuple[IndicatorProfile, tuple[YearStatus, ...]]]:
    rule, known_until = StatusRule.of(context.programme), context.programme.known_until
    for profile in profiles.values():
        if profile.indicator.kind == "target":
            yield profile, yearly(profile.indicator, profile.observations, rule, known_until)


def _indicators(context: Context, profiles: Mapping[str, IndicatorProfile], year: int) -> Iterator[IndicatorLine]:
    """Those of today, and former wordings of the year that they were measured in."""
    former = former_wordings(context.programme)
    for profile, years in _years(context, profiles):
        found = next((one for one in years if one.year == year), None)
        if found is None and profile.id in former:
            continue
        observed = profile.observed

        def value(observation: Observation | None, profile: IndicatorProfile = profile) -> str:
            return profile.observed.short(observation) if observation else _NONE

        actual = found.actual.id if found and found.actual else ""
        yield IndicatorLine(
            profile.indicator.number or "",
            profile.indicator.name,
            observed.unit_name,
            value(found.plan if found else None),
            value(found.actual if found else None),
            status_of(observed, found) if found else _NONE,
            context.plain_or_empty("observations", actual, "note") if actual else "",
        )


def _measures(context: Context, year: int) -> Iterator[MeasureLine]:
    for parent in (*(line.id for line in context.subprogrammes), context.programme.line.id):
        for measure in measures_of(context, parent):
            known = next((one for one in measure.years if one.year == year), None)
            if known:
                told = known.quote.official.original if known.quote else ""
                state = context.words.message(COMPLETION_STATES[known.state]) if known.state else ""
                yield MeasureLine(measure.number, measure.name, state, told)


def yearly_report(template: bytes, values: Mapping[str, object]) -> bytes:
    """The template with the values filled in; texts are escaped. Raises `BrokenTemplate`."""
    made = io.BytesIO()
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(values), SandboxedEnvironment(undefined=StrictUndefined, autoescape=True))
        document.save(made)
    except TemplateError as fault:
        raise BrokenTemplate(sentence("Шаблон отчёта не заполняется: {reason}"), reason=fault.message or "") from None
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise BrokenTemplate(sentence("Шаблон отчёта не открывается: это не файл Word (.docx).")) from None
    return _dated(made.getvalue())


def _dated(document: bytes) -> bytes:
    """The same file with one time for everything in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()
