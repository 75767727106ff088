"""The whole dataset from its folder: every file read, every check made, all problems at once."""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from vitrina.addresses import taken
from vitrina.dataset.assembly import assemble_programme, assemble_series, assemble_texts, filled_tables
from vitrina.dataset.cells import RESERVED, TOTAL, Cell, choice, nearest
from vitrina.dataset.checks import check_programme, check_reference
from vitrina.dataset.city import FILE as CITY_FILE
from vitrina.dataset.city import read_city
from vitrina.dataset.descriptions import describe
from vitrina.dataset.documents.quoted import QuotedText, quotation_problems, quoted_texts
from vitrina.dataset.documents.reading import FOLDER as TEXTS
from vitrina.dataset.documents.reading import read_texts
from vitrina.dataset.documents.text import DocumentText
from vitrina.dataset.encodings import unreadable
from vitrina.dataset.languages import ByLanguage
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import City, Dataset
from vitrina.dataset.reading_cells import read_records
from vitrina.dataset.records import Records, empty_records
from vitrina.dataset.sheets import SUFFIXES, Sheet, UnreadableSheet, read_sheet, with_saved_names
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES, TABLES, Table
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.whole_workbook import NAME as WHOLE
from vitrina.dataset.whole_workbook import whole_workbook
from vitrina.words import LANGUAGES
from vitrina.words.catalogue import sentence

_KNOWN_ENTRIES = (CITY_FILE, "README.md", "programmes", "reference")
# What Windows, macOS, Excel and LibreOffice leave in every folder that they open.
_LEFT_BEHIND = re.compile(r"\..*|~\$.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a dataset: the dataset, or None when there is any problem. Notices stop nothing."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def is_programme_id(name: str) -> bool:
    """Whether a folder may be called so: it is the programme's address, and a file on every system."""
    return _ID.fullmatch(name) is not None and name not in RESERVED


def read_dataset(folder: Path) -> Reading:
    """Read and check the dataset in a folder. Whatever is wrong with it comes back as problems, nothing is raised."""
    try:
        return _read_dataset(folder)
    except OSError as refused:  # a folder that may not be looked into, a disk that fails
        place = Path(refused.filename or folder)
        shown = (
            place.relative_to(folder).as_posix() if place.is_relative_to(folder) and place != folder else folder.name
        )
        return Reading(None, (Problem(shown, None, None, None, "unreadable_folder"),), ())


def _read_dataset(folder: Path) -> Reading:
    if not folder.is_dir():
        return Reading(None, (Problem(folder.name, None, None, None, "missing_folder"),), ())
    if outside := tuple(_links_outside(folder)):
        return Reading(None, outside, ())  # before anything is read: what is wrong with a cell is shown to everybody
    reading = read_city(folder)
    languages = reading.city.languages if reading.city else LANGUAGES
    unread = {table.name for table in TABLES if (into := language_of(table)) and into not in languages}
    problems = list(_unknown_entries(folder))
    is_misnamed = any(problem.hints.get("mended") == CITY_FILE for problem in problems)
    problems += [problem for problem in reading.problems if problem.rule != "missing_file" or not is_misnamed]
    sources = source_choice(reading.source_names) if reading.source_names else None
    reference, found = _read_tables(folder / "reference", "reference/", REFERENCE_TABLES, sources, unread)
    problems += found + list(check_reference(reference))
    programmes: dict[str, tuple[Mapping[str, Records], Mapping[str, QuotedText]]] = {}
    for path in _programme_folders(folder):
        if path.name.casefold() in RESERVED:
            problems.append(Problem(f"programmes/{path.name}", None, None, path.name, "reserved_id"))
        elif not _ID.fullmatch(path.name):
            problems.append(Problem(f"programmes/{path.name}", None, None, path.name, "folder_name"))
        elif path.name in taken():
            problems.append(Problem(f"programmes/{path.name}", None, None, path.name, "folder_taken"))
        tables, found = _read_tables(path, f"programmes/{path.name}/", PROGRAMME_TABLES, sources, unread)
        problems += found + list(check_programme(tables))
        texts, found = _read_texts(path, tables.get("documents"))
        problems += found + list(quotation_problems(tables, quoted := quoted_texts(tables, texts)))
        programmes[path.name] = tables, quoted
    if not programmes:
        problems.append(Problem("programmes", None, None, None, "no_programmes"))
    problems = list(with_saved_names(problems, folder))
    notices = _in_order(problem for problem in problems if problem.severity == "notice")
    errors = _in_order(problem for problem in problems if problem.severity == "error")
    if errors or reading.city is None:
        return Reading(None, errors, notices)
    settings = (folder / CITY_FILE).read_bytes()
    return Reading(_assemble(reading.city, programmes, reference, settings), (), notices)


def _assemble(
    city: City,
    programmes: Mapping[str, tuple[Mapping[str, Records], Mapping[str, QuotedText]]],
    reference: Mapping[str, Records],
    settings: bytes,
) -> Dataset:
    prices = reference["consumer_prices"].values
    sources = [source.id for source in city.sources]
    return Dataset(
        city=city,
        programmes=tuple(
            assemble_programme(identity, tables, sources, texts) for identity, (tables, texts) in programmes.items()
        ),
        consumer_prices=dict(sorted(zip(prices["year"], prices["inflation_percent"], strict=True))),
        series=assemble_series(reference["series"]),
        texts=assemble_texts(reference),
        tables=filled_tables(reference),
        settings=settings,
    )


def _read_tables(
    folder: Path, shown: str, tables: tuple[Table, ...], sources: Cell | None, unread: Collection[str]
) -> tuple[dict[str, Records], list[Problem]]:
    """`unread` names the tables that the site has no use for: a notice says that they are passed over."""
    if not folder.is_dir():
        return {}, [Problem(shown.rstrip("/"), None, None, None, "missing_folder")]
    read: dict[str, Records] = {}
    problems = list(_unknown_files(folder, shown, tables))
    misnamed = {str(problem.hints["table"]) for problem in problems if "table" in problem.hints}
    try:
        whole = whole_workbook(folder, shown)
    except UnreadableSheet as refused:
        return {}, [*problems, refused.problem]
    for table in tables:
        is_in_whole = whole is not None and whole.sheet_of(table) is not None
        there = [suffix for suffix in SUFFIXES if (folder / f"{table.name}{suffix}").exists()]
        if table.name in unread:
            for suffix in there:
                unused = Problem(f"{shown}{table.name}{suffix}", None, None, None, "unused_translations")
                problems.append(replace(unused, hints={"language": language_of(table) or ""}, severity="notice"))
        if table.name in misnamed:
            continue  # said once: the file that is not known is this one
        if table.name in unread or not (table.required or there or is_in_whole):
            read[table.name] = empty_records(table, f"{shown}{table.name}.csv")
            continue
        try:
            of_whole = whole.read(table) if whole and is_in_whole else None
            own = read_sheet(folder, table.name, shown) if there or of_whole is None else None
            read[table.name], found = _alike(own, of_whole, table, sources)
        except UnreadableSheet as refused:
            problems.append(refused.problem)
            continue
        problems += found
    return read, problems


def _alike(
    own: Sheet | None, of_whole: Sheet | None, table: Table, sources: Cell | None
) -> tuple[Records, list[Problem]]:
    """A table from its own file, from the workbook of many, or from both where they say the same."""
    first, *others = [read_records(sheet, table, sources) for sheet in (own, of_whole) if sheet]
    if own and of_whole and any(other.values != first[0].values for other, _ in others):
        raise unreadable(own.file, "two_files", other=PurePosixPath(of_whole.file).parent.name)
    return first


def _read_texts(folder: Path, documents: Records | None) -> tuple[Mapping[str, DocumentText], list[Problem]]:
    texts = folder / TEXTS
    return read_texts(_entries(texts) if texts.is_dir() else (), f"programmes/{folder.name}/", documents)


def source_choice(names: Mapping[str, ByLanguage]) -> Cell:
    titles = {title: key for key, names_of_one in names.items() for title in names_of_one.values()}
    return choice({**{key: key for key in names}, TOTAL: sentence("итого")}, kind="source", also=titles)


def _programme_folders(folder: Path) -> list[Path]:
    programmes = folder / "programmes"
    if not programmes.is_dir():
        return []
    return sorted(path for path in programmes.iterdir() if path.is_dir() and not _LEFT_BEHIND.fullmatch(path.name))


def _links_outside(folder: Path) -> Iterator[Problem]:
    """Links within the dataset are as good as files; one that leads out of it could show what is nobody's business."""
    root = folder.resolve()
    for place, folders, files in os.walk(root):
        for name in sorted((*folders, *files)):
            path = Path(place) / name
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                yield Problem(path.relative_to(root).as_posix(), None, None, None, "leads_outside")


def _unknown_entries(folder: Path) -> Iterator[Problem]:
    """What lies beside the tables at the top and is nothing that a dataset has."""
    for path in _entries(folder):
        if path.name not in _KNOWN_ENTRIES:
            yield _unknown_file(path.name, path, _KNOWN_ENTRIES)
    programmes = folder / "programmes"
    if programmes.is_dir():
        for path in _entries(programmes):
            if not path.is_dir():
                yield Problem(f"programmes/{path.name}", None, None, None, "file_beside_programmes")


def _unknown_files(folder: Path, shown: str, tables: tuple[Table, ...]) -> Iterator[Problem]:
    texts = TEXTS if tables is PROGRAMME_TABLES else ""
    known = [f"{table.name}{suffix}" for table in tables for suffix in SUFFIXES]
    for path in _entries(folder):
        if path.name not in known and not WHOLE.fullmatch(path.name) and not (path.name == texts and path.is_dir()):
            yield _unknown_file(f"{shown}{path.name}", path, known)


def _unknown_file(file: str, path: Path, known: Collection[str]) -> Problem:
    """What to say of a file; the hint `table` names the one that it stands for, where that one is missing."""
    stem, suffix = _stem_and_suffix(path.name)
    there = {entry.stem for entry in path.parent.iterdir() if entry.name in known}
    missing = [name for name in known if name.rpartition(".")[0] not in there]
    if suffix in _OTHER_FORMATS and stem in {name.rpartition(".")[0] for name in missing}:
        return Problem(file, None, None, None, "other_format", {"suffix": suffix, "table": stem})
    meant = next((name for name in (nearest(path.name, known),) if name in missing), "")
    hints = {"mended": meant, "table": meant.rpartition(".")[0] or meant} if meant else {}
    return Problem(file, None, None, None, "unknown_file", hints)


_OTHER_FORMATS = (
    ".xls",
    ".xlsm",
    ".xlsb",
    ".ods",
    ".fods",
    ".numbers",
    ".txt",
    ".tsv",
    ".tab",
    ".prn",
    ".dbf",
    ".pdf",
    ".doc",
    ".docx",
    ".rtf",
    ".htm",
    ".html",
    ".mht",
    ".mhtml",
    ".xml",
    ".json",
    ".eml",
    ".msg",
    ".zip",
)
"""Of files that tables are kept in, too, and that no renaming makes a table."""


def _stem_and_suffix(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.casefold().rpartition(".")
    return stem, f"{dot}{suffix}"


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not _LEFT_BEHIND.fullmatch(path.name))


def _in_order(problems: Iterator[Problem]) -> tuple[Problem, ...]:
    """By file and row; within a row as found, which is from left to right."""
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.row or 0)))


describe("unreadable_folder", "папка или диск не читается.", "Проверьте права доступа и целость диска.")
describe("missing_folder", "такой папки нет.", "Создайте её или проверьте имя.")
describe(
    "folder_name",
    "«{value}» — не годится как имя папки: в нём могут быть только строчные латинские буквы, цифры и дефис.",
    "Переименуйте, например, в education.",
)
describe(
    "folder_taken",
    "«{value}» — так на сайте уже называется другая папка.",
    "Назовите папку программы иначе, например, education.",
)
describe("no_programmes", "нет ни одной программы.", "Создайте здесь папку с таблицами программы.")
describe(
    "unused_translations",
    "эти переводы не читаются: сайта на этом языке нет, так сказано в city.yml.",
    "Файл можно оставить или удалить; нужен такой сайт — допишите {language} в languages.",
)
describe("leads_outside", "это ссылка на то, что лежит вне набора данных.", "Положите на её место сам файл или папку.")
describe(
    "file_beside_programmes",
    "рядом с папками программ лежит файл.",
    "Перенесите его в папку той программы, к которой он относится.",
)
describe(
    "other_format",
    "таблица сохранена как {suffix}, а сайт читает только CSV и .xlsx.",
    "Откройте файл и сохраните рядом под именем {table} как «Книга Excel (.xlsx)» или «CSV UTF-8», а этот "
    "уберите. Одного переименования мало.",
)
describe(
    "unknown_file",
    "такого файла в наборе данных быть не должно.",
    "Уберите файл из этой папки.",
    write="Может быть, это {mended}: переименуйте.",
)
