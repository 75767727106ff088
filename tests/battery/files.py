"""What happens to a whole file on its way: other programs, other encodings, mail, a full disk, a slip of the mouse."""

import html
import quopri
import unicodedata
from collections.abc import Iterator, Mapping

from battery.mutations import Content, Mutation, contents, table_bytes


def file_mutations() -> Iterator[Mutation]:
    for content in contents():
        for kind, data in _spoiled(content).items():
            yield Mutation(f"file {kind}", content.file, {content.file: data})
        yield from _misplaced(content)


def _spoiled(content: Content) -> Mapping[str, bytes]:
    header, rows = content.header, content.rows
    plain = table_bytes(header, rows, bom="")
    text = plain.decode()
    lines = text.splitlines()
    return {
        **_encoded(text),
        "no-byte-order-mark": plain,
        "two-byte-order-marks": b"\xef\xbb\xbf" * 2 + plain,
        "commas": table_bytes(header, rows, ","),
        "tabs": table_bytes(header, rows, "\t"),
        "bars": table_bytes(header, rows, "|"),
        "colons": table_bytes(header, rows, ":"),
        "carriage-returns-and-line-feeds": table_bytes(header, rows, end="\r\n"),
        "carriage-returns-alone": table_bytes(header, rows, end="\r"),
        "blank-lines-between": table_bytes(header, rows, end="\n\n"),
        "no-line-end-at-the-end": plain.rstrip(b"\n"),
        "separators-behind-every-row": "".join(f"{line};;\n" for line in lines).encode(),
        "blank-rows-behind": plain + b";;;\n" * 20,
        "blank-rows-before": b";;;\n\n" + plain,
        "title-above": "Таблица программы\n".encode() + plain,
        "separator-told-above": b"sep=;\n" + plain,
        "blank-column-before": "".join(f";{line}\n" for line in lines).encode(),
        "every-cell-quoted": _quoted(header, rows),
        "lines-quoted-whole": "".join('"{}"\n'.format(line.replace('"', '""')) for line in lines).encode(),
        "typographic-quotes": text.replace('"', "“").encode() if '"' in text else b"\xe2\x80\x9c" + plain,
        "spaces-around-separators": text.replace(";", " ; ").encode(),
        "empty": b"",
        "a-line-end-alone": b"\n",
        "spaces-alone": b"   \n  \n",
        "zeros-alone": b"\0" * 500,
        "zeros-behind": plain + b"\0" * 100,
        "header-alone": (lines[0] + "\n").encode(),
        "header-lost": ("\n".join(lines[1:]) + "\n").encode(),
        "cut-in-a-row": plain[: len(plain) * 2 // 3].rstrip(b"\n").rpartition(b";")[0],
        "cut-in-a-letter": _cut_in_a_letter(plain),
        "twice": plain + plain,
        "rows-twice": table_bytes(header, [*rows, *rows]),
        "of-web-page": f"<html><table><tr><td>{'</td><td>'.join(header)}</td></tr></table></html>".encode(),
        "of-error-page": b"<!DOCTYPE html><title>404 Not Found</title>",
        "of-json": b'[{"a": 1}]',
        "of-old-excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "of-zip": b"PK\x03\x04" + b"\0" * 200,
        "of-pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "of-large-file-pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        "another-table": _another(content),
    }


def _encoded(text: str) -> dict[str, bytes]:
    names = ("utf_16", "utf_16_le", "utf_32", "cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "utf_7")
    found = {f"in-{name}": text.encode(name, "replace") for name in names}
    return {
        **found,
        "double-encoded": text.encode().decode("cp1251", "ignore").encode(),
        "double-encoded-latin": text.encode().decode("latin_1").encode(),
        "double-encoded-mac": text.encode("cp1251", "replace").decode("mac_cyrillic").encode(),
        "double-encoded-koi8": text.encode("cp1251", "replace").decode("koi8_r").encode(),
        "double-encoded-cp866": text.encode("cp1251", "replace").decode("cp866").encode(),
        "double-encoded-1251-as-latin": text.encode("cp1251", "replace").decode("latin_1").encode(),
        "letters-lost": text.encode("ascii", "replace"),
        "letters-replaced": text.encode("cp1251", "replace").decode("utf-8", "replace").encode(),
        "letters-dropped": text.encode("ascii", "ignore"),
        "html-entities": html.escape(text).encode("ascii", "xmlcharrefreplace"),
        "quoted-printable": quopri.encodestring(text.encode()),
        "decomposed": unicodedata.normalize("NFD", text).encode(),
    }


def _quoted(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    return "".join(
        ";".join('"{}"'.format(cell.replace('"', '""')) for cell in row) + "\n" for row in (header, *rows)
    ).encode()


def _cut_in_a_letter(data: bytes) -> bytes:
    """Cut between the two bytes of the last Russian letter of the file's first two thirds."""
    place = max((number for number in range(len(data) * 2 // 3) if data[number] in b"\xd0\xd1"), default=len(data) // 2)
    return data[: place + 1]


def _another(content: Content) -> bytes:
    other = next(one for one in contents() if one.table.name != content.table.name)
    return table_bytes(other.header, other.rows)


def _misplaced(content: Content) -> Iterator[Mutation]:
    """The file under another name, or beside one."""
    data = table_bytes(content.header, content.rows)
    folder, _, name = content.file.rpartition("/")
    stem = name.removesuffix(".csv")
    moved = {
        "with-a-capital": f"{stem.capitalize()}.csv",
        "with-a-capital-suffix": f"{stem}.CSV",
        "of-a-second-download": f"{stem} (1).csv",
        "with-text-suffix": f"{stem}.csv.txt",
        "with-old-suffix": f"{stem}.xls",
        "with-open-suffix": f"{stem}.ods",
        "with-workbook-suffix": f"{stem}.xlsx",
        "in-the-folder-above": f"../{name}",
    }
    for kind, other in moved.items():
        path = f"{folder}/{other}" if not other.startswith("../") else f"{folder.rpartition('/')[0]}/{name}"
        yield Mutation(f"file renamed-{kind}", content.file, {content.file: None, path.lstrip("/"): data})
    yield Mutation("file copied", content.file, {f"{folder}/{stem} — копия.csv": data})
    yield Mutation("file of-excel-beside", content.file, {f"{folder}/~${name}": b"\0" * 165})
    if content.table.required:
        yield Mutation("file lost", content.file, {content.file: None})
