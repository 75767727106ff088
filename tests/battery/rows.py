"""What happens to whole rows and columns of a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from battery.mutations import Content, Mutation, Row, contents, table_bytes

Rows = Sequence[Sequence[str]]


def row_mutations() -> Iterator[Mutation]:
    for content in contents():
        yield from _of_rows(content)
        yield from _in_the_text(content)
        yield from _of_columns(content)


def _mutation(content: Content, kind: str, header: Sequence[str], rows: Rows, column: str | None = None) -> Mutation:
    return Mutation(kind, content.file, {content.file: table_bytes(header, rows)}, None, column)


def _of_rows(content: Content) -> Iterator[Mutation]:
    header, rows = content.header, content.rows
    middle = len(rows) // 2
    before, this, after = rows[:middle], rows[middle], rows[middle + 1 :]
    width = len(header)
    number = middle + 2

    def made(kind: str, *instead: Sequence[str], at: int | None = number) -> Mutation:
        return replace(_mutation(content, f"row {kind}", header, [*before, *instead, *after]), row=at)

    yield made("doubled", this, this, at=number + 1)
    yield made("blank-before", ["" for _ in header], this)
    yield made("cut", this[: width // 2])
    yield made("shifted-right", ("", *this))
    yield made("shifted-right-and-cut", ("", *this[:-1]))
    yield made("shifted-left", this[1:])
    yield made("one-cell-more", (*this, "лишнее"))
    yield made("header-again", header, this)
    yield made("total-of-hand", ("Итого", *("" for _ in header[1:])), this)
    yield made("note-of-hand", ("Примечание: данные уточняются", *("" for _ in header[1:])), this)
    yield made("all-dashes", tuple("-" for _ in header))
    yield made("emptied-but-the-first", (this[0], *("" for _ in header[1:])))
    yield made("emptied-first", ("", *this[1:]))
    yield made("numbers-of-columns", tuple(str(place + 1) for place in range(width)), this)
    yield made("of-question-marks", tuple("?" * len(cell) for cell in this))
    yield _mutation(content, "row-order reversed", header, rows[::-1])
    yield _mutation(content, "row-order first-is-last", header, [*rows[1:], rows[0]])
    yield _mutation(content, "row-order sorted", header, sorted(rows))
    if len(rows) > 1:
        other = rows[middle - 1]
        yield made("half-of-another", (*this[: width // 2], *other[width // 2 :]))
        joined = [*rows[: middle - 1], (*other, *this), *after]
        yield replace(_mutation(content, "row joined-with-next", header, joined), row=middle + 1)


def _lines(content: Content) -> list[str]:
    return table_bytes(content.header, content.rows, bom="").decode().split("\n")[:-1]


def _in_the_text(content: Content) -> Iterator[Mutation]:
    """Accidents that make other rows of the same lines."""
    lines = _lines(content)
    if any(line.count('"') for line in lines) or len(lines) < 4:
        lines = [",".join(line.split('"')[::2]) if '"' in line else line for line in lines]
    middle = max(1, len(lines) // 2)

    def made(kind: str, changed: Sequence[str], row: int | None = middle + 1) -> Mutation:
        data = ("\ufeff" + "\n".join(changed) + "\n").encode()
        return Mutation(f"line {kind}", content.file, {content.file: data}, row)

    def with_line(line: str) -> list[str]:
        return [*lines[:middle], line, *lines[middle + 1 :]]

    this = lines[middle]
    first, _, rest = this.partition(";")
    yield made("quote-opened", with_line(f'"{this}'))
    yield made("quote-opened-in-the-middle", with_line(f'{first};"{rest}'))
    yield made("quote-closed", with_line(f'{first}";{rest}'))
    yield made("quote-behind", with_line(f'{this}"'))
    yield made("whole-line-quoted", with_line(f'"{this}"'))
    halves = this[: len(this) // 2], this[len(this) // 2 :]
    yield replace(made("cut-in-two", [*lines[:middle], *halves, *lines[middle + 1 :]]), rows=2)
    yield made("separators-behind", with_line(f"{this};;;"), None)
    yield made("commas-for-separators", with_line(this.replace(";", ",")))
    yield made("tabs-for-separators", with_line(this.replace(";", "\t")))
    yield made("separator-lost", with_line(this.replace(";", "", 1)))
    yield made(
        "conflict-mark",
        [*lines[:middle], "<<<<<<< HEAD", this, "=======", this, ">>>>>>> theirs", *lines[middle + 1 :]],
    )
    for name in ("cp1251", "koi8_r", "cp866", "mac_cyrillic"):
        pieces = [line.encode() for line in lines]
        pieces[middle] = this.encode(name, "replace")
        data = b"\xef\xbb\xbf" + b"\n".join(pieces) + b"\n"
        if pieces[middle] != this.encode():
            yield Mutation(f"line in-{name}", content.file, {content.file: data}, middle + 1)
    if middle + 2 < len(lines):
        swallowing = [*lines]
        swallowing[middle] = _quote_before_last(lines[middle])
        swallowing[middle + 2] = _quote_behind_first(lines[middle + 2])
        yield made("swallowing-two-rows", swallowing)
        swallowing[middle + 2], swallowing[middle + 1] = lines[middle + 2], _quote_behind_first(lines[middle + 1])
        yield made("swallowing-a-row", swallowing)


def _quote_before_last(line: str) -> str:
    """A quotation mark opens the last cell."""
    start, separator, last = line.rpartition(";")
    return f'{start}{separator}"{last}'


def _quote_behind_first(line: str) -> str:
    """A quotation mark closes the first cell: the rows between are one cell now."""
    first, separator, rest = line.partition(";")
    return f'{first}"{separator}{rest}'


def _of_columns(content: Content) -> Iterator[Mutation]:
    header, rows = content.header, content.rows
    for column in header:
        place = header.index(column)
        values = [row[place] for row in rows]

        def with_values(changed: Sequence[str], place: int = place) -> list[Row]:
            return [(*row[:place], cell, *row[place + 1 :]) for row, cell in zip(rows, changed, strict=True)]

        variants: Mapping[str, Sequence[str]] = {
            "sorted-alone": sorted(values),
            "sorted-alone-backwards": sorted(values, reverse=True),
            "shifted-down": ["", *values[:-1]],
            "shifted-up": [*values[1:], ""],
            "turned-round": [*values[1:], values[0]],
            "filled-down": [values[0] for _ in values],
            "emptied": ["" for _ in values],
        }
        for kind, changed in variants.items():
            if list(changed) != values:
                yield _mutation(content, f"column {kind}", header, with_values(changed), column)
        without = [(*row[:place], *row[place + 1 :]) for row in rows]
        yield _mutation(content, "column lost", (*header[:place], *header[place + 1 :]), without, column)
        yield from _of_header(content, column)


def _of_header(content: Content, column: str) -> Iterator[Mutation]:
    header, rows = content.header, content.rows
    place = header.index(column)
    names: Mapping[str, Callable[[], str]] = {
        "capitals": column.upper,
        "emptied": str,
        "in-russian": lambda: content.table.column(column).title,
        "letter-lost": lambda: column[:-1],
        "space-behind": lambda: f"{column} ",
        "look-alike": lambda: column.replace("e", "е").replace("o", "о").replace("a", "а"),
    }
    for kind, name in names.items():
        if name() != column:
            renamed = (*header[:place], name(), *header[place + 1 :])
            yield replace(_mutation(content, f"header {kind}", renamed, rows, column), was=column, now=name())
    if place + 1 < len(header):
        swapped = [*header]
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        yield _mutation(content, "header swapped-with-next", swapped, rows, column)
        moved = [_swapped(row, place) for row in rows]
        yield _mutation(content, "columns moved", swapped, moved, column)
    yield _mutation(content, "header doubled", (*header, column), [(*row, row[place]) for row in rows], column)


def _swapped(row: Row, place: int) -> Row:
    return (*row[:place], row[place + 1], row[place], *row[place + 2 :])
