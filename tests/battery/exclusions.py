"""What nobody can tell from right data, however carefully the tables are checked; each with its reason."""

import re
from dataclasses import dataclass

from battery.mutations import Mutation, content_in


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Accidents after which a table may be as right as it was before. Both are expressions as `re` has them."""

    kind: str
    column: str
    """«table.column:cell», the last being the kind of its cells, with ? where they may be empty."""
    reason: str


_NEIGHBOUR = r"cell value-from-(above|below)"
_MOVED = r"column (sorted-.*|turned-round|shifted-.*|filled-down)"
_OTHER = rf"({_NEIGHBOUR}|cell other-.*|{_MOVED})"
_EMPTIED = r"(cell emptied|workbook cell-empty|column (emptied|lost|shifted-.*|filled-down))"

EXCLUSIONS = (
    Exclusion(
        rf"({_NEIGHBOUR}|{_MOVED}|header swapped-with-next)",
        r".*\.(other_|promised_|facts_until_)?place:.*",
        "where in a document something stands, only the document tells",
    ),
    Exclusion(
        _MOVED,
        r"(?!documents).*\.sequence:.*",
        "in which order something is shown is for those to say who show it",
    ),
    Exclusion(
        r"column (sorted-alone-backwards|turned-round)",
        r"consumer_prices\.(year|inflation_percent):.*",
        "the rise of prices stands in no other table",
    ),
    Exclusion(
        r"cell quoted(-by-word)?",
        r".*\.((\w+_)?(place|words)|administrator|reason):text\??|translations\.en\.text:.*",
        "a document may print any words of it in quotation marks",
    ),
    Exclusion(
        _EMPTIED,
        r"((goals|lines)\.number|lines\.(administrator|result|grbs|rzpr|csr|vr|money_in|described_in)|gaps\.promised"
        r"|documents\.(sha256|promised_place|facts_until_words|reason|address)|indicators\.(key_figure|line)|money\.reason):.*",
        "not every row has one, and nothing else tells which",
    ),
    Exclusion(
        _OTHER,
        r"(goals\.(kind|number)|indicators\.(kind|direction|source_status|key_figure|comparable)|links\.whose"
        r"|questions\.(answered|page|audience)|documents\.(adoption|sha256)|lines\.number):.*",
        "a judgement of those who keep the tables, or what stands nowhere else",
    ),
    Exclusion(
        _OTHER,
        r"((indicators|services)\.line|links\.(from|to)|indicators\.continues):.*",
        "what belongs to what, the tables alone tell: another id that there is may be the right one",
    ),
    Exclusion(
        _MOVED,
        r"(lines\.(administrator|described_in|money_in)|gaps\.promised|indicators\.theme):.*",
        "an id, an office or a theme that another row may have as well",
    ),
    Exclusion(
        r"header swapped-with-next",
        r"lines\.money_in:.*",
        "a document that is promised may hold the money of a line as well as its description",
    ),
    Exclusion(
        rf"({_NEIGHBOUR}|{_MOVED}|cell other-id-report-.*)",
        r".*\.(document|promised_by):.*",
        "a report may say, or promise, what the edition does, and the other way about",
    ),
    Exclusion(
        rf"({_NEIGHBOUR}|{_MOVED}|cell (value-from-the-right|capitals))",
        r"lines\.(grbs|rzpr|csr|vr):.*",
        "any code of the right shape may be that of any line, «xxx» stand for several, and be printed in capitals",
    ),
    Exclusion(
        _NEIGHBOUR,
        r"(lines\.(administrator|result)|(indicators|completions)\.words):.*",
        "words of a document that nothing in the row can be held against",
    ),
    Exclusion(
        _MOVED, r"money\.reason:.*", "another amount of the report may have differed from its plan for that reason"
    ),
    Exclusion(
        rf"({_NEIGHBOUR}|cell (two-values|pasted-twice))",
        r"translations\.en\.text:.*",
        "nobody but a translator compares an English text without figures with the Russian",
    ),
    Exclusion(
        r"(file|workbook|row|line) .*(header-alone|draft-.*|cut-in-.*|half-of-.*|in-utf_7|letters-dropped)",
        r"translations\.en.*",
        "a text that is not translated is shown in Russian, and English has no letters to lose",
    ),
    Exclusion(r"file cut-in-.*", r"consumer_prices", "a series may end with any year"),
    Exclusion(
        r"(cell (ten-years|year|month|day)-.*|cell month-and-.*|workbook cell-(day.*|number))",
        r"series\.snapshot:.*",
        "on which day a series was taken, stands nowhere else",
    ),
    Exclusion(r"cell apostrophe-before", r"series\.unit:.*", "how its source writes the unit of a series, is its own"),
    Exclusion(r"workbook cell-fraction", r"rules\.value:.*", "a tolerance of our own may be any"),
    Exclusion(r"row half-of-another", r"links", "a note may be that of any link"),
    Exclusion(
        rf"({_EMPTIED}|{_MOVED}|cell (ten-years|year)-.*)",
        r"documents\.due:.*",
        "the words that demand a document need name no day, and may name one without its year",
    ),
    Exclusion(
        r"cell (?!formula|name-error|not-available|reference-error|hashes|zero-width|soft-hyphen|replacement|escaped"
        r"|byte-order|far-too|apostrophe).*|columns? .*|header swapped-with-next"
        r"|workbook cell-(day.*|empty|fraction|number|time|true)",
        r"corrections\.(?!id:).*",
        "what the site had wrong once, and since when, stands in no other table",
    ),
    Exclusion(
        r"cell (last-sign-lost|with-markdown-suffix|address)",
        r"documents\.address:.*",
        "what stands at an address, only a reader who opens it can tell",
    ),
    Exclusion(
        rf"({_NEIGHBOUR}|{_MOVED})",
        r"documents\.promised_words:.*",
        "without the text of a document nothing can be held against the words of a promise",
    ),
    Exclusion(
        r"cell other-id-report-.*",
        r"(lines\.described_in|gaps\.promised):.*",
        "a report that is promised may describe a line, or hold what is missing, as well as an appendix",
    ),
    Exclusion(r"cell full-stop-behind", r"(goals|indicators|lines)\.number:.*", "documents print «1» and «1.»"),
    Exclusion(
        r"setting (emptied|nothing|lost|commented-out)",
        r".*contacts\..*|.*(publisher|sample|repository|licence\.address).*",
        "a setting that may be empty, or left out, is not set",
    ),
)


def can_be_told(mutation: Mutation) -> bool:
    described = _described(mutation)
    return not any(re.fullmatch(one.kind, mutation.kind) and re.fullmatch(one.column, described) for one in EXCLUSIONS)


def _described(mutation: Mutation) -> str:
    content = content_in(mutation.file)
    if content is None or mutation.column is None or mutation.column not in content.table.names:
        return ".".join(part for part in (content.table.name if content else "", mutation.column or "") if part)
    table, column = content.table, mutation.column
    may_be_empty = "" if table.is_required(column) else "?"
    return f"{table.name}.{column}:{table.cell(column).kind}{may_be_empty}"
