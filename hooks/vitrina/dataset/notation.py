"""The YAML of `city.yml` as texts, lists and mappings, each with its place. What settings have no need of is refused.

Nothing is taken for a number, a date or a yes: «no» stays the two letters that were typed.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from vitrina.dataset.descriptions import describe

Path = tuple[str, ...]
"""The keys that lead to a setting."""

_DEEPEST = 6
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_SIGNS = {yaml.AliasToken: "*", yaml.AnchorToken: "&", yaml.TagToken: "!"}
"""References to other places of the file, and names of types."""
_KEY = re.compile(r"([ \t]*)([^\s:#'\"]+):(?:\s|$)")
_KEY_WITHIN = re.compile(r"\n\s*\w+:\s")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_KEY_WITHOUT_COLON = re.compile(r"( *)([a-z]\w*)(?: *|:)(\"[^\"]*\"|'[^']*'|\w+)", re.ASCII)
_COLON_INSIDE = re.compile(r"\s*[\w-]+: +[^\"'\s#{\[][^#]*:(?: |$)")
_CONFLICT = re.compile(r"<{7}|={7}|>{7}")
_AT_A_SETTING = {"unclosed_quotation", "yaml_reference"}
"""Where the line that YAML stops at is the one at fault."""
_UNREADABLE = re.compile(r"found character '(\\t|.)' that cannot start any token")


class Typed(str):
    """A text as it stands in the file."""

    __slots__ = ("is_plain", "lost")

    is_plain: bool
    """Without quotation marks around it."""
    lost: str
    """What stands behind it from a `#` on, which to YAML is a comment; "" behind quotation marks."""

    @classmethod
    def of(cls, value: str, is_plain: bool = False, lost: str = "") -> "Typed":
        typed = cls(value)
        typed.is_plain, typed.lost = is_plain, lost
        return typed


class Broken(ValueError):
    """The file is no YAML, or has something in it that settings do not need."""

    def __init__(self, rule: str, line: int | None, path: Path = (), **hints: str | int) -> None:
        super().__init__(rule)
        self.rule, self.line, self.path, self.hints = rule, line, path, hints


@dataclass(frozen=True, slots=True)
class Notation:
    """The settings of a file."""

    value: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    """Where each key stands."""
    repeated: list[tuple[Path, int, int]] = field(default_factory=list)
    """A key that stands twice in one place: its line, and that of the first."""

    def line(self, path: Path) -> int:
        """Where a setting stands, or the nearest one above it that stands anywhere."""
        return next((self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), 1)


def read_notation(text: str) -> Notation:
    """Raises `Broken`."""
    try:
        _refuse_tricks(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        raise _broken(text, fault) from None
    except yaml.reader.ReaderError as fault:
        line = text.count("\n", 0, fault.position) + 1
        code = fault.character if isinstance(fault.character, int) else ord(fault.character)
        raise Broken("control_character", line, _path_at(text, line), code=f"U+{code:04X}") from None
    except yaml.YAMLError:
        raise Broken("broken_yaml", None) from None
    if root is None:
        raise Broken("empty_file", None)
    if not isinstance(root, yaml.MappingNode):
        raise Broken("broken_yaml", root.start_mark.line + 1)
    notation = Notation()
    notation.value.update(_plain(root, (), notation, text))
    return notation


def _refuse_tricks(text: str) -> None:
    """Before they can cost anything: a few references, one in another, stand for millions of lines."""
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        line = token.start_mark.line + 1
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if isinstance(token, yaml.TagToken) and token.value[0] == "!!":
            raise Broken("broken_yaml", line, _path_at(text, line))  # no text begins so: it was made by a program
        if sign := _SIGNS.get(type(token)):
            raise Broken("yaml_reference", line, _path_at(text, line), sign=sign)
        if depth > _DEEPEST:
            raise Broken("broken_yaml", line, _path_at(text, line))
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            inside = text[token.start_mark.index : token.end_mark.index]
            if _KEY_WITHIN.search(inside):  # the next setting is inside the quotation marks of this one
                raise Broken("unclosed_quotation", line, _path_at(text, line))


def _broken(text: str, fault: yaml.MarkedYAMLError) -> Broken:
    said, around = fault.problem or "", fault.context or ""
    mark = fault.problem_mark or fault.context_mark
    rule, hints = "broken_yaml", {}
    if "quoted scalar" in around and "end of stream" in said:
        rule, mark = "unclosed_quotation", fault.context_mark
    elif "single document" in around:
        rule = "several_documents"
    elif fault.context_mark and re.match("while (?:scanning|parsing) an? (?:tag|anchor|alias)", around):
        rule, mark = "yaml_reference", fault.context_mark
        hints = {"sign": text[mark.index]}
    elif character := _UNREADABLE.search(said):
        rule = "yaml_tab" if character[1] == "\\t" else "yaml_reference"
        hints = {} if rule == "yaml_tab" else {"sign": character[1]}
    if rule == "broken_yaml" and mark:
        return _at_a_line(text, mark.line + 1)
    line = mark.line + 1 if mark else None
    return Broken(rule, line, _path_at(text, line) if line and rule in _AT_A_SETTING else (), **hints)


def _at_a_line(text: str, line: int) -> Broken:
    """What is most likely wrong at a line that YAML stops at, or in the setting above it."""
    lines = text.splitlines()
    if conflict := next((number for number, one in enumerate(lines, start=1) if _CONFLICT.match(one)), None):
        return Broken("conflict_mark", conflict)
    settings = [number for number, one in enumerate(lines[:line], start=1) if one.strip() and one.lstrip()[0] != "#"]
    if not settings:
        return Broken("broken_yaml", line)
    for number in settings[-2:]:
        if key := _KEY_WITHOUT_COLON.fullmatch(lines[number - 1]):
            above = _path_at("\n".join([*lines[: number - 1], f"{key[1]}x: "]), number)[:-1]
            return Broken("colon_missing", number, (*above, key[2]), example=f"{key[2]}: {key[3]}")
    if _COLON_INSIDE.match(lines[settings[-1] - 1]):
        return Broken("colon_inside", settings[-1], _path_at(text, settings[-1]))
    keys = [(number, len(key[1])) for number in settings if (key := _KEY.match(lines[number - 1]))][-2:]
    if len({indent for _, indent in keys}) > 1:
        return Broken("wrong_indent", keys[0][0] if keys[1][1] == 0 else line)
    return Broken("broken_yaml", line)


def _path_at(text: str, line: int) -> Path:
    """The setting that stands at a line, as far as its indents tell, of a file that cannot be read as YAML."""
    found: list[tuple[int, str]] = []
    for written in text.split("\n")[:line]:
        if key := _KEY.match(written):
            indent = len(key[1])
            found = [(before, name) for before, name in found if before < indent]
            found.append((indent, key[2]))
    return tuple(name for _, name in found)


def _plain(node: yaml.Node, path: Path, notation: Notation, text: str) -> Any:
    notation.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return _typed(node, text)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, str(place)), notation, text) for place, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return None
    value: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        here, line = (*path, key), key_node.start_mark.line + 1
        if key in value:
            notation.repeated.append((here, line, notation.lines[here]))
        notation.lines[here] = line
        value[key] = _plain(value_node, here, notation, text)
    return value


def _typed(node: yaml.ScalarNode, text: str) -> Typed:
    is_plain = node.style is None
    comment = _COMMENT.match(text, node.end_mark.index) if is_plain else None
    return Typed.of(node.value, is_plain, comment[1].rstrip() if comment else "")


describe(
    "unclosed_quotation",
    "кавычка открыта, а не закрыта: настройки ниже попали внутрь этого текста.",
    "Закройте её в конце строки; кавычку внутри текста пишут «ёлочкой».",
)
describe(
    "yaml_reference",
    "знак {sign} в начале значения здесь не годится: с него начинается не текст.",
    'Возьмите значение в прямые кавычки "…", если знак — его часть, или уберите знак.',
)
describe(
    "broken_yaml",
    "в этом месте запись нарушена, и дальше файл не прочитать.",
    "Проверьте кавычки, двоеточия и отступы (пробелами) здесь и строкой выше.",
)
describe(
    "several_documents",
    "с черты «---» или точек «...» начинается как бы второй файл, и его никто не прочитает.",
    "Удалите эту строку и проверьте, чтобы каждая настройка стояла один раз.",
)
describe(
    "yaml_tab",
    "отступ сделан табуляцией, а в этом файле отступают пробелами.",
    "Замените табуляцию пробелами: их столько же, сколько у соседних строк.",
)
describe(
    "conflict_mark",
    "здесь осталась отметка о двух правках одного места, и которая верна, не решено.",
    "Оставьте одну из двух правок и удалите строки <<<<<<<, ======= и >>>>>>>.",
)
describe("colon_missing", "после имени настройки должны стоять двоеточие и пробел.", "Напишите {example}.")
describe(
    "colon_inside",
    "в тексте без кавычек стоит двоеточие, и дальше него он читается как другая настройка.",
    'Возьмите весь текст в прямые кавычки "…".',
)
describe(
    "wrong_indent",
    "отступ этой строки не такой, как у соседних.",
    "Поставьте перед ней столько пробелов, сколько перед настройками рядом с ней.",
)
