"""Templates that make Markdown. What a template prints is text and stays text: in Markdown, HTML or an attribute."""

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from vitrina.measures.known import is_known
from vitrina.store import Store, version_of
from vitrina.templates import CompiledTemplates
from vitrina.words import Words
from vitrina.words.capitals import first_lower, first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import in_quotes, shown
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import unbroken, unbroken_ranges
from vitrina.words.provenance import marked_like, without_marks

# All that means something to Markdown or HTML anywhere, and what means something only where a line begins.
_ACTIVE = re.compile(r"[#&<>\"'\\`*_{}\[\]|~^$]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_GAP = re.compile(r"[ \t\n\r\u2028\u2029]+")
# YAML reads these otherwise than JSON does, or not at all.
_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ADDRESS = re.compile(r"(?!/)[\w./#-]+", re.ASCII)  # «//host» would be another host
_ADDRESSES_AND_TAGS = re.compile(r"(<[^<>]*>|\]\([^()]*\))")
_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_AT_START = re.compile(r"^\s*(?:[+=:>!-]|\d+(?=[.)](?:\s|$)))")


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(letter)};" for letter in match[0])


def as_text(value: object) -> Markup:
    """Make a value inert: characters that Markdown or HTML would act on become numeric character references.

    One escape serves text and attributes alike, because both read the references; line breaks and runs of spaces become
    one space, so that no text can begin a block of its own or break its line. A number keeps the word that it counts.
    """
    return value if isinstance(value, Markup) else _escaped(str(value))


@lru_cache(maxsize=10_000)  # the same names and figures stand on page after page
def _escaped(text: str) -> Markup:
    text = unbroken(_CONTROL.sub("", _GAP.sub(" ", text)))
    return Markup(_AT_START.sub(_start, _ACTIVE.sub(_reference, text)))  # noqa: S704  the escape itself


def _start(match: re.Match[str]) -> str:
    """Only the sign itself is replaced: a number at the start of a line loses its power with its last digit."""
    return match[0][:-1] + f"&#{ord(match[0][-1])};"


def as_link(address: str) -> Markup:
    """An address of our own making, fit to stand in a link as it is. Raises `ValueError` for anything else."""
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"not an address of the site: {address!r}")
    return Markup(address)  # noqa: S704  nothing in it is active


def front_matter(value: object) -> Markup:
    """A value of the page's front matter: JSON, which YAML reads too, and which quotes whatever it has to."""
    return marked_front_matter(in_quotes(str(value)))


def marked_front_matter(value: object) -> Markup:
    """The same of what the theme shows as an element, which then names the language of Russian words.

    Themes print a page's title and description as they are, so both are HTML already.
    """
    quoted = json.dumps(as_html(value), ensure_ascii=False)
    return Markup(_NOT_IN_YAML.sub(_as_json, quoted))  # noqa: S704  quoted by json


def script_front_matter(value: str) -> Markup:
    """The same of JSON that the theme puts into a script: nothing in it can end that."""
    inert = re.sub("[<>&]", _as_json, in_quotes(value))
    return Markup(_NOT_IN_YAML.sub(_as_json, json.dumps(inert, ensure_ascii=False)))  # noqa: S704  quoted by json


def _as_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def filled(message: str, values: Mapping[str, object]) -> Markup:
    """A sentence of ours, which is Markdown, with values, which are text. Raises `KeyError` for a missing value."""
    text = message.format_map({name: as_text(value) for name, value in values.items()})
    # Numbers hold their words, but for those of an address or a tag.
    pieces = (piece if place % 2 else unbroken(piece) for place, piece in enumerate(_ADDRESSES_AND_TAGS.split(text)))
    return Markup("".join(pieces))  # noqa: S704  escaped


def sayers(words: Words) -> dict[str, Callable[..., str]]:
    """The functions with which a template says a sentence: `say` and, of a count, `say_n`."""

    def say(text: str, **values: object) -> Markup:
        return filled(words.message(text), values)

    def say_n(one: str, many: str, count: int, **values: object) -> Markup:
        return filled(words.message_of_count(one, many, count), {"count": words.number(count), **values})

    return {"say": say, "say_n": say_n}


def as_figure(text: Markup, figure: str) -> Markup:
    """A text that says one figure in two ways: it has the mark of that figure, once."""
    return Markup(marked_like(figure, text))  # noqa: S704  as it was, between two characters


def as_html(text: object) -> str:
    """A text for MkDocs' settings and front matter, which no theme escapes."""
    return str(escape(without_marks(str(text))))


def environment() -> Environment:
    """The Jinja environment of all page templates."""
    made = Environment(
        loader=PackageLoader("vitrina.pages", "."),
        undefined=StrictUndefined,
        finalize=as_text,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.tests["known"] = is_known
    made.globals |= {"sentence": sentence, "source_language": SOURCE_LANGUAGE}
    made.filters |= {
        "front_matter": front_matter,
        "marked_front_matter": marked_front_matter,
        "script_front_matter": script_front_matter,
        "in_quotes": in_quotes,
        "as_figure": as_figure,
        "first_upper": first_upper,
        "first_lower": first_lower,
    }
    return made


def render(template: str, values: dict[str, Any]) -> str:
    """Fill a template. No more than one blank line in a row is left."""
    text = _ENVIRONMENT.get_template(template).render(values)
    # The words of the templates themselves: in headings a number that ends a line is seen at once.
    text = _HEADING.sub(lambda match: unbroken(match[0]), text)
    return re.sub(r"\n{3,}", "\n\n", _within_body(text)).strip() + "\n"


def _within_body(text: str) -> str:
    """What a page says of itself before its body (title, description) goes elsewhere and is no matter of lines."""
    head = _FRONT_MATTER.match(text)
    start = head.end() if head else 0
    return text[:start] + unbroken_ranges(shown(text[start:]))


_ENVIRONMENT = environment()


def remember_compiled(store: Store) -> None:
    """Compile each template once, not anew for every build."""
    escaping = (files("vitrina.pages") / "markdown.py", files("vitrina.words") / "numbers.py")
    _ENVIRONMENT.bytecode_cache = CompiledTemplates(store, version_of(escaping))
