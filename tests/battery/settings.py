"""What happens to `city.yml`: to each of its texts, and to the file."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from battery.mutations import CITY, Mutation
from battery.texts import Change, Made, changed, read_as
from support.datasets import BATTERY

_SETTING = re.compile(r'^(?P<before> *(?P<key>[\w-]+): *)(?P<value>"[^"]*"|\w+)$')
_LATIN = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
_CYRILLIC = str.maketrans("aeopcyx", "аеорсух")


def _lines() -> list[str]:
    return (BATTERY / CITY).read_text(encoding="utf-8").split("\n")


def _settings() -> Iterator[tuple[int, str, str, str]]:
    """Line, path, what stands before the value, and the value without its quotes."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(_lines()):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        above = [one for one in above if one[0] < depth]
        key = line.strip().partition(":")[0]
        if found := _SETTING.match(line):
            yield number, ".".join([*(name for _, name in above), key]), found["before"], found["value"].strip('"')
        else:
            above.append((depth, key))


def _quoted(change: Made) -> Made:
    return lambda text: f'"{change(text)}"'


_SPOILT: Mapping[str, Change] = {
    "emptied": '""',
    "nothing": "",
    "null": "null",
    "tilde": "~",
    "blank": '"   "',
    "no-break-space": '"\u00a0"',
    "yes": "yes",
    "number": "12",
    "list": lambda text: f'["{text}"]',
    "mapping": lambda text: f'{{ru: "{text}"}}',
    "comment-inside": lambda text: f"{_halves(text)[0]} #{_halves(text)[1]}",
    "comment-alone": lambda text: f"# {text}",
    "quote-lost": lambda text: f'"{text}',
    "quotes-of-word": lambda text: f"“{text}”",
    "quotes-russian": lambda text: f"«{text}»" if "«" not in text else text,
    "quotes-twice": lambda text: f"'\"{text}\"'",
    "apostrophe-before": lambda text: f'"\'{text}"',
    "colon-inside": lambda text: f"{_halves(text)[0]}: {_halves(text)[1]}",
    "name-error": '"#ИМЯ?"',
    "name-error-unquoted": "#ИМЯ?",
    "hashes": '"########"',
    "formula": '"=B2"',
    "escaped-return": lambda text: f'"{text}_x000D_"',
    "letters-lost": lambda text: '"{}"'.format(re.sub("[А-Яа-яЁё]", "?", text)),
    "mac-cyrillic": _quoted(read_as("mac_cyrillic")),
    "koi8-r": _quoted(read_as("koi8_r")),
    "cp866": _quoted(read_as("cp866")),
    "double-encoded": _quoted(read_as("cp1251", "utf-8")),
    "latin-1": _quoted(read_as("latin_1")),
    "replacement-character": lambda text: f'"\ufffd{text[1:]}"',
    "look-alike-latin": lambda text: f'"{_alike(text)}"',
    "look-alike-cyrillic": lambda text: f'"{_alike(text, cyrillic=True)}"',
    "decomposed": lambda text: '"{}"'.format(unicodedata.normalize("NFD", text)),
    "double-space": lambda text: '"{}"'.format(text.replace(" ", "  ", 1)),
    "space-behind": lambda text: f'"{text} "',
    "space-before": lambda text: f'" {text}"',
    "tab-inside": lambda text: '"{}"'.format(text.replace(" ", "\t", 1)),
    "line-end-inside": lambda text: '"{}"'.format(text.replace(" ", "\\n", 1)),
    "zero-width-space": lambda text: f'"{text[:2]}\u200b{text[2:]}"',
    "soft-hyphen": lambda text: f'"{text[:2]}\u00ad{text[2:]}"',
    "turned-round": lambda text: f'"\u202e{text}"',
    "far-too-long": f'"{"слово " * 400}"',
    "reference": "*name",
    "conflict-mark": lambda text: f'"{text}"\n<<<<<<< HEAD',
}
_EMAILS: Mapping[str, Change] = {
    "with-parameters": lambda text: f'"{text}?subject=a&bcc=b@example.org"',
    "two-of-them": lambda text: f'"{text}, other@example.org"',
    "two-with-semicolon": lambda text: f'"{text};other@example.org"',
    "with-scheme": lambda text: f'"mailto:{text}"',
    "space-inside": lambda text: '"{}"'.format(text.replace("@", " @")),
    "without-at": lambda text: '"{}"'.format(text.replace("@", "")),
    "two-ats": lambda text: '"{}"'.format(text.replace("@", "@@")),
    "comma-for-point": lambda text: '"{}"'.format(text.replace(".", ",")),
    "point-lost": lambda text: '"{}"'.format(text.replace(".", "")),
    "point-behind": lambda text: f'"{text}."',
    "two-points": lambda text: '"{}"'.format(text.replace(".", "..")),
    "in-brackets": lambda text: f'"<{text}>"',
    "name-before": lambda text: f'"Приёмная {text}"',
    "ampersand": lambda text: f'"{text}&cc=other@example.org"',
    "per-cent": lambda text: f'"{text}%0Abcc:other@example.org"',
}
_ADDRESSES: Mapping[str, Change] = {
    "without-s": lambda text: '"{}"'.format(text.replace("https", "http")),
    "without-scheme": lambda text: '"{}"'.format(text.replace("https://", "")),
    "one-slash": lambda text: '"{}"'.format(text.replace("//", "/")),
    "misspelt-scheme": lambda text: '"{}"'.format(text.replace("https", "htps")),
    "script": '"javascript:alert(1)"',
    "space-inside": lambda text: '"{}"'.format(text.replace("-", " ")),
    "with-quote": lambda text: f'"{text}\'x"',
    "scheme-alone": '"https://"',
    "host-without-point": '"https://example"',
    "comma-for-point": lambda text: '"{}"'.format(text.replace(".", ",")),
    "backslashes": lambda text: '"{}"'.format(text.replace("/", "\\\\")),
    "two-of-them": lambda text: f'"{text} {text}"',
    "with-password": lambda text: '"{}"'.format(text.replace("https://", "https://user:secret@")),
}
_CHOICES: Mapping[str, Change] = {
    "capitals": lambda text: text.upper(),
    "letter-lost": lambda text: text[1:],
    "in-russian": "город",
    "plural": lambda text: f"{text}s",
}


def _halves(text: str) -> tuple[str, str]:
    middle = text.find(" ") if " " in text else len(text) // 2
    return text[:middle], text[middle:].strip()


def _alike(text: str, *, cyrillic: bool = False) -> str:
    letters, table = ("aeopcyx", _CYRILLIC) if cyrillic else ("аеорсухАВЕКМНОРСТХ", _LATIN)
    return re.sub(f"[{letters}]", lambda found: found[0].translate(table), text, count=1)


def setting_mutations() -> Iterator[Mutation]:
    lines = _lines()
    for number, path, before, value in _settings():
        for kind, line in _spoilt_lines(path, before, value).items():
            if line is None or line.rstrip() != lines[number]:
                spoilt = [*lines[:number], *([] if line is None else [line]), *lines[number + 1 :]]
                data = "\n".join(spoilt).encode()
                yield Mutation(f"setting {kind}", CITY, {CITY: data}, number + 1, path, lines[number], line or "")
    yield from _of_the_file("\n".join(lines))


def _spoilt_lines(path: str, before: str, value: str) -> Mapping[str, str | None]:
    """What becomes of the line of a setting; None: it is lost."""
    kinds = {**_SPOILT, **_own(path, value)}
    if not value:
        kinds = {kind: kinds[kind] for kind in ("nothing", "null", "tilde", "yes", "number", "list")}
    line = f'{before}"{value}"'
    return {
        **{kind: before + changed(value, change) for kind, change in kinds.items()},
        "lost": None,
        "doubled": f"{line}\n{line}",
        "key-misspelt": line.replace(":", "x:", 1),
        "key-in-capitals": f'{before.upper()}"{value}"',
        "colon-lost": line.replace(":", "", 1),
        "space-lost": line.replace(": ", ":", 1),
        "indented": f" {line}",
        "indented-with-tab": f"\t{line.lstrip()}",
        "commented-out": f"# {line}",
    }


def _own(path: str, value: str) -> Mapping[str, Change]:
    if path.endswith("email"):
        return _EMAILS
    if value.startswith("https"):
        return _ADDRESSES
    return _CHOICES if path in {"sample", "city.kind", "publisher"} else {}


def _of_the_file(text: str) -> Iterator[Mutation]:
    encodings = ("utf_16", "utf_8_sig", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")
    spoilt = {f"in-{name}": text.encode(name, "replace") for name in encodings}
    spoilt |= {
        "empty": b"",
        "comments-alone": b"# nothing\n",
        "cut": text.encode()[: len(text.encode()) // 2],
        "carriage-returns": text.replace("\n", "\r\n").encode(),
        "tabs": re.sub("^ +", "\t", text, flags=re.MULTILINE).encode(),
        "double-encoded": text.encode().decode("cp1251", "ignore").encode(),
        "letters-lost": text.encode("ascii", "replace"),
        "decomposed": unicodedata.normalize("NFD", text).encode(),
        "twice": (text + text).encode(),
        "typographic-quotes": re.sub('"([^"]*)"', "“\\1”", text).encode(),
        "of-web-page": b"<!DOCTYPE html><title>404</title>",
        "of-word": b"PK\x03\x04" + b"\0" * 300,
        "list": b"- a\n- b\n",
        "document-end": ("---\n" + text + "\n---\na: 1\n").encode(),
    }
    for kind, data in spoilt.items():
        yield Mutation(f"settings {kind}", CITY, {CITY: data})
    for name in ("city.yaml", "City.yml", "city.yml.txt", "city (1).yml"):
        yield Mutation(f"settings renamed-{name}", CITY, {CITY: None, name: text.encode()})
    yield Mutation("settings copied", CITY, {"city — копия.yml": text.encode()})
