"""The measures of a programme: what they are to bring, who manages their money, what was done and spent."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.dataset.programme import Completion, Line
from vitrina.measures.editions import PLAN
from vitrina.measures.execution import STAGES, Execution
from vitrina.measures.known import NOT_APPLICABLE, Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.stated import funding_of
from vitrina.pages.amount_parts import CODES, AmountNotes, amount_notes
from vitrina.pages.context import Context, Official
from vitrina.pages.page import Page
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.spending import Summary, line_place, summary
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence

DONE, PARTLY, NOT_DONE = "done", "partly", "not-done"
_SEVERAL = {"xxx", "ххх"}  # Latin and Russian


STATES = {
    DONE: sentence("выполнено"),
    PARTLY: sentence("частично"),
    NOT_DONE: sentence("не выполнено"),
}


@dataclass(frozen=True, slots=True)
class MeasureYear:
    """What is known of a measure in a year: its money, and whether it was done, in the words of the report."""

    year: int
    money: Execution
    is_stated: bool
    """Any of its stages is."""
    state: str
    """Empty where no report says it."""
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as the pages show it."""

    id: str
    number: str
    name: str
    """What people would call it."""
    official: Quote
    result: Official | None
    amount_notes: AmountNotes
    """Who manages it, its codes, and the parts of its money."""
    years: tuple[MeasureYear, ...]
    """Of which anything is known."""
    planned: int | Missing
    """Kopecks in all years."""
    is_withdrawn: bool
    """An earlier document planned money for it, those in force do not."""
    spent: Summary | None

    @property
    def anchor(self) -> str:
        return f"measure-{self.id}"

    @property
    def last_reported(self) -> MeasureYear | None:
        """The last year of which a report says whether it was done."""
        return next((known for known in reversed(self.years) if known.state), None)

    def state(self, year: int) -> str:
        return next((known.state for known in self.years if known.year == year), "")


@dataclass(frozen=True, slots=True)
class Group:
    """The measures of one subprogramme, or those right under the programme."""

    name: str
    place: Place | None
    planned: int | Missing
    measures: tuple[Measure, ...]
    is_outside: bool
    """Of all subprogrammes."""

    @property
    def is_told(self) -> bool:
        """Whether the money of the subprogramme and of each of its measures is."""
        return not isinstance(self.planned, Missing) and not any(
            isinstance(measure.planned, Missing) for measure in self.measures
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many measures were done in a year, partly, and not."""

    year: int
    done: int
    partly: int
    not_done: int

    @property
    def all(self) -> int:
        return self.done + self.partly + self.not_done


def has_measures(context: Context) -> bool:
    return any(line.kind == "measure" for line in context.programme.lines)


def _measures(context: Context) -> Page:
    words = context.words
    groups = _groups(context)
    listed = [measure for group in groups for measure in group.measures]
    reported = sorted({one.year for one in context.programme.completions})
    outcomes = [outcome for year in reported if (outcome := _outcome(listed, year)).all]
    return Page(
        place=context.places["measures"],
        title=words.say("Мероприятия"),
        description=words.say(
            "Мероприятия программы «{programme}»: на что пошли деньги, кто за них отвечает, что сделали и по "
            "каким кодам бюджета.",
            programme=context.programme_name,
        ),
        values={
            "groups": groups,
            "measures": listed,
            "withdrawn": [measure for measure in listed if measure.is_withdrawn],
            "outcomes": outcomes,
            "latest": outcomes[-1] if outcomes else None,
            "has_codes": any(measure.amount_notes.codes for measure in listed),
            "is_shared": any(_is_shared(line) for line in context.programme.lines),
        },
    )


def _groups(context: Context) -> tuple[Group, ...]:
    """By subprogramme, in the order of the table; what stands right under the programme comes last."""
    lines = sorted(context.programme.lines, key=lambda line: line.kind == "programme")
    return tuple(
        Group(
            context.words.say("Сама программа") if line.kind == "programme" else context.line_short_name(line.id),
            line_place(context, line.id),
            NOT_APPLICABLE if line.kind == "programme" else funding_of(context.programme, line.id).grand,
            found,
            line.kind == "programme",
        )
        for line in lines
        if (found := measures_of(context, line.id))
    )


def measures_of(context: Context, parent: str) -> tuple[Measure, ...]:
    """The measures right under a line, in the order of the table."""
    completed = {(one.line, one.year): one for one in context.programme.completions}
    withdrawn = _withdrawn(context)
    return tuple(
        _measure(context, line, completed, withdrawn)
        for line in context.programme.lines
        if line.kind == "measure" and line.parent == parent
    )


def _withdrawn(context: Context) -> frozenset[str]:
    """The measures that the last whole edition does not plan, though it plans others: one that plans no measure at all
    says nothing of any."""
    programme, lines = context.programme, ledger(context.programme).lines
    last = {document.id for document in programme.documents if document.sequence >= lines.covered.latest}
    money = programme.money
    planned = set(money.loc[(money["stage"] == PLAN) & money["document"].isin(last), "line"])
    measures = {line.id for line in programme.lines if line.kind == "measure"}
    return frozenset(measures - {line.id for line in lines.of(None, PLAN)}) if measures & planned else frozenset()


def _measure(
    context: Context, line: Line, completed: Mapping[tuple[str, int], Completion], withdrawn: frozenset[str]
) -> Measure:
    known = context.measures.executions.amounts
    years = sorted(
        {
            *context.programme.years,
            *context.measures.executions.years,
            *(year for measure, year in completed if measure == line.id),
        }
    )
    rows = (
        _year(context, line.id, year, completed.get((line.id, year)))
        for year in years
        if (line.id, year) in completed
        or any(not isinstance(known.total(line.id, year, stage), Missing) for stage in STAGES)
    )
    return Measure(
        id=line.id,
        number=line.number or "",
        name=context.line_short_name(line.id),
        official=quote(context, line.quotation, context.official("lines", line.id, "name")),
        result=context.official("lines", line.id, "result") if line.result else None,
        amount_notes=amount_notes(context, line.id),
        years=tuple(rows),
        planned=funding_of(context.programme, line.id).grand,
        is_withdrawn=line.id in withdrawn,
        spent=summary(context, line.id),
    )


def _year(context: Context, line: str, year: int, completion: Completion | None) -> MeasureYear:
    money = context.measures.executions.of(line, None, year)
    return MeasureYear(
        year=year,
        money=money,
        is_stated=any(amount is not None for amount in money.by_stage.values()),
        state=completion.state if completion else "",
        quote=quote(context, completion.quotation) if completion else None,
    )


def _outcome(measures: list[Measure], year: int) -> Outcome:
    states = [measure.state(year) for measure in measures]
    return Outcome(year, states.count(DONE), states.count(PARTLY), states.count(NOT_DONE))


def _is_shared(line: Line) -> bool:
    """Whether the document writes letters in place of a code, because there are many."""
    return any(code in _SEVERAL for kind in CODES for code in getattr(line, kind))


register(
    View(
        Kind(
            "measures", order=140, folder="measures", parent="funding", group="money", named_in=("keywords",), chapter=3
        ),
        lambda given: [_measures(given.context)],
        exists=has_measures,
        sought=sentence("мероприятия|что сделают|что построят|ремонт|стройка|список дел"),
    )
)
