"""What several pages of a programme say in the same way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitrina.dataset.cells import UNNAMED
from vitrina.measures.editions import is_whole, published
from vitrina.measures.funding import growing_until
from vitrina.measures.ledger import ledger
from vitrina.measures.reconciliation import Reconciliation, StatedTotal
from vitrina.pages.context import Context, Official, SourceOfMoney
from vitrina.pages.naming import Naming, naming_of_territory
from vitrina.pages.quotations import quote
from vitrina.pages.terms import terms_of
from vitrina.pages.views import exists
from vitrina.pages.year_lists import years_list
from vitrina.words.capitals import first_lower


@dataclass(frozen=True, slots=True)
class LateSource:
    """A source that the document names only from some year on."""

    name: str
    year: int


def late_sources(context: Context) -> tuple[LateSource, ...]:
    """Sources that are not stated for the programme's first years."""
    funding = context.measures.funding
    found = []
    for source in context.by_size:
        first = funding.stated_years(source.id)[0]
        if first > funding.first_year:
            found.append(LateSource(source.name, first))
    return tuple(found)


def years_ahead(context: Context) -> str:
    """«2022–2024 годы»: the years with money that lie ahead of the documents; nothing where there are none."""
    ahead = [year for year in context.measures.funding.years_ahead if year in context.measures.funding.totals]
    return years_list(context.words, ahead) if ahead else ""


def money_origin(context: Context) -> tuple[str, ...]:
    """Which of the amounts are not of the edition that the site shows, as sentences: all where its own are not known,
    and those of years that it no longer covers."""
    words, programme = context.words, context.programme
    covered = ledger(programme).lines.covered
    if not covered.editions:
        return ()
    if covered.latest < programme.edition.sequence:
        source = next(one for one in published(programme.documents) if is_whole(one) and one.sequence == covered.latest)
        title = context.document_titles[source.id]
        return (
            words.say(
                "Суммы здесь из прежнего документа: {document}. Сумм новой редакции в таблицах сайта ещё нет.",
                document=first_lower(title),
            ),
        )
    past = [year for year in context.measures.funding.known_years if covered.of(year) and covered.is_history(year)]
    return (
        (
            words.say(
                "{years}: это последний план прежних редакций. Нынешняя этих лет уже не описывает.",
                years=years_list(words, past),
            ),
        )
        if past
        else ()
    )


def span(years: Sequence[int]) -> str:
    """«2014–2024», or the one year."""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def site_naming(context: Context) -> Naming:
    """As the pages speak that belong to no programme; with one programme that is the only one they can be about."""
    return context.naming if context.is_alone else naming_of_territory(context.dataset.city, context.words)


def programme_values(context: Context) -> dict[str, object]:
    """Values that every page of a programme has."""
    funding = context.measures.funding
    first_quotation = next(iter(context.measures.quotations.values()), None)
    return {
        "programme": context.programme,
        "programme_name": context.programme_name,
        "naming": context.naming,
        "places": context.places,
        "funding": funding,
        "former": context.measures.former_plan,
        "has_changes": bool(context.measures.changes),
        "has_years": exists(context, "years"),
        "has_reports": context.measures.executions.has_actuals,
        "real": context.real,
        "check": context.measures.reconciliation,
        "sources": context.planned_sources,
        "several_sources": len(context.planned_sources) > 1,
        "has_money": not context.programme.money.empty,
        "unnamed": context.unnamed if any(funding.unnamed.values()) else None,
        "names": {source.id: source for source in context.sources},
        "span": span(funding.years),
        "money_origin": money_origin(context),
        "period": years_list(context.words, range(funding.first_year, funding.last_year + 1)),
        "grand_years": years_list(context.words, funding.grand_years) if funding.grand_years else "",
        "years_ahead": years_ahead(context),
        "late_sources": late_sources(context),
        "growing_until": growing_until(funding),
        "source_line": context.source_line,
        "place": quote(context, first_quotation) if first_quotation else None,
        "terms": terms_of(context),
    }


def executors(context: Context) -> tuple[Official, ...]:
    """Who carries out the programme, as its passport names them."""
    entries = context.programme.entries("executor")
    return tuple(context.official("passport", entry.id, "value") for entry in entries)


def who_pays(context: Context) -> dict[str, SourceOfMoney | None]:
    """The largest source, and the second one; nobody where it is not known how much is whose."""
    named = [source for source in context.payers if source.id != UNNAMED and source.total]
    main, second, *_ = *named, None, None
    return {"main": main, "second": second}


def grand_finding(context: Context) -> str:
    """What the grand total shows, as a sentence; empty when it adds up or is not stated."""
    grand = context.measures.reconciliation.grand
    if grand is None or grand.adds_up:
        return ""
    return context.words.say(
        "Итог программы больше суммы её же лет на {amount}"
        if grand.difference > 0
        else "Итог программы меньше суммы её же лет на {amount}",
        amount=context.words.in_scale(abs(grand.difference), "thousand"),
    )


def sources_finding(context: Context) -> str:
    """How many totals by source add up, as a sentence; of the grand total alone where there are no others."""
    check, words = context.measures.reconciliation, context.words
    wrong = check.differing_sources
    if not check.sources:
        return (grand_finding(context) or words.say("Итог программы равен сумме её лет")) if check.grand else ""
    if not wrong:
        return words.say("Итоги всех источников сходятся")
    if len(wrong) > 1:
        return words.say(
            "У {wrong} из {count} источников итог не сходится с суммой лет", wrong=len(wrong), count=len(check.sources)
        )
    [total] = wrong
    return words.say(
        "{right} из {count} источников сходятся. {name}: итог расходится на {amount}",
        right=len(check.sources) - 1,
        count=len(check.sources),
        name=source_name(context, total.source),
        amount=words.in_scale(abs(total.difference), "thousand"),
    )


def source_name(context: Context, source: str | None) -> str:
    return next(item.name for item in context.sources if item.id == source)


def arithmetic(context: Context, total: StatedTotal, quoted: str) -> tuple[tuple[str, str, str], ...]:
    """A stated total as at school: what is printed, what its parts give, the difference; to the kopeck."""
    words = context.words
    return (
        (words.say("Написано в документе"), quoted, words.exact(total.stated)),
        (
            words.say("Если сложить {years}", years=words.years(len(context.measures.reconciliation.compared_years))),
            words.say("по всем источникам") if total.source is None else source_name(context, total.source),
            words.exact(total.computed),
        ),
        (words.say("Разница"), words.unit("thousand"), words.exact(total.difference)),
    )


def named_totals(context: Context, check: Reconciliation) -> Mapping[str, tuple[tuple[str, StatedTotal], ...]]:
    """The stated totals with their names, as the tables of totals list them."""
    words = context.words
    order = {source.id: position for position, source in enumerate(context.sources)}
    sources = sorted(check.sources, key=lambda total: order[total.source or ""])
    return {
        "grand": ((words.say("Вся программа"), check.grand),) if check.grand else (),
        "sources": tuple((source_name(context, total.source), total) for total in sources),
        "years": tuple((words.say("{year} год", year=total.year), total) for total in check.years),
    }
