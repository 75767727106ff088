"""The sentences of templates and code, and their translations: run by its path it brings the latter up to date.

The Russian sentence stands where it is said: `say("… {year} …", year=…)`, of a count `say_n("… вопрос", "… вопросов",
count)`, of one that is said elsewhere, or says two things by the same words, `sentence("…", context="…")`; the titles
and descriptions of the dataset's tables stand in their definitions, what is said of a broken rule in
`describe("rule", "…", "…")`. Each language has one file,
`hooks/vitrina/locale/LANGUAGE/LC_MESSAGES/vitrina.po`, which Poedit and Weblate open: there new sentences stand empty,
and those that nothing says any more are gone. Russian holds those with a count alone.
"""

import ast
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

import vitrina
from vitrina.dataset.descriptions import DESCRIPTIONS, Description
from vitrina.dataset.tables import TABLES, choices
from vitrina.pages.markdown import environment
from vitrina.project import THEME
from vitrina.words.catalogue import BEHIND_CONTEXT, TITLE, sentence
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.scripts import SENTENCE

LOCALE = Path(__file__).parents[2] / "hooks/vitrina/locale"
_PACKAGE = LOCALE.parent
_SCRIPTS = THEME / "js"

Sentence = str | tuple[str, ...]
"""With several forms where it has a count; with its context, as gettext has it, where it has one."""


Values = frozenset[str] | None
"""The names of what a sentence is filled with; None where they are not told in the same place."""


def said() -> dict[Sentence, Values]:
    """What templates, code and definitions say, with the values that every place gives it.

    Without the first form of what is also said with a count: a file of translations has one of the two.
    """
    found: dict[Sentence, Values] = {}
    for text, values in [*of_templates(), *_of_scripts(), *_of_code(), *of_definitions(), *of_rules()]:
        before = found.get(text, values)
        found[text] = None if before is None or values is None else before & values
    counted = {text[0] for text in found if isinstance(text, tuple)}
    return {text: values for text, values in found.items() if text not in counted}


_TEXTS = {"say": 1, "say_n": 2, "sentence": 1}


def of_templates() -> Iterator[tuple[Sentence, Values]]:
    own = [
        *(_PACKAGE / "pages").glob("*.md"),
        *(_PACKAGE / "sharing").glob("*.html"),
        *(_PACKAGE / "desk").glob("*.html"),
    ]
    for template in [*sorted(own), *sorted(THEME.rglob("*.html"))]:
        for call in environment().parse(template.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                texts = [argument.value if isinstance(argument, nodes.Const) else None for argument in call.args]
                values = {value.key: value.value for value in call.kwargs}
                context = values.get("context")
                yield from _call(call.node.name, texts, values, getattr(context, "value", ""))


def _of_scripts() -> Iterator[tuple[Sentence, Values]]:
    for script in sorted(_SCRIPTS.glob("*.js")):
        yield from ((json.loads(said), None) for said in SENTENCE.findall(script.read_text(encoding="utf-8")))


def _of_code() -> Iterator[tuple[Sentence, Values]]:
    for module in sorted(_PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                values = {value.arg: value.value for value in call.keywords}
                for texts in _alternatives(call.args):
                    yield from _call(name, texts, values, getattr(values.get("context"), "value", ""))


def of_definitions() -> Iterator[tuple[Sentence, Values]]:
    """What the tables of the dataset, their columns and the ids in these are called, and what they are said to hold."""
    for table in TABLES:
        yield from ((text, None) for text in (table.title, table.description))
        for column in table.columns.values():
            yield from ((text, None) for text in (sentence(column.title, TITLE), column.description))
    for name, titles in vars(choices).items():
        if name.isupper() and isinstance(titles, dict):
            yield from ((title, None) for title in titles.values())


def of_rules() -> Iterator[tuple[Sentence, Values]]:
    """What is said of the rules that a dataset may break."""
    for described in descriptions().values():
        yield from ((text, None) for text in (described.what, described.mend, described.write))


def descriptions() -> Mapping[str, Description]:
    """Of every rule: all modules that describe any are loaded."""
    for module in walk_packages(vitrina.__path__, "vitrina."):
        if module.name.startswith(("vitrina.dataset.", "vitrina.measures.")):
            import_module(module.name)
    return DESCRIPTIONS


def _alternatives(arguments: Sequence[ast.expr]) -> Iterator[list[object]]:
    """The constants of a call, None for any other argument; twice where one of two sentences is chosen in the call."""
    first = arguments[0] if arguments else None
    for chosen in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
        yield [getattr(argument, "value", None) for argument in (chosen, *arguments[1:])]


def _call(
    name: str, texts: Sequence[object], values: Collection[str | None], context: str
) -> Iterator[tuple[Sentence, Values]]:
    """Of a call that says something, what it says."""
    forms = [text for text in texts[: _TEXTS.get(name, 0)] if isinstance(text, str)]
    if forms and len(forms) == _TEXTS[name]:
        if name == "sentence":
            yield sentence(forms[0], context), None
        else:
            named = frozenset(value for value in values if value is not None) | (
                {"count"} if name == "say_n" else set()
            )
            yield forms[0] if len(forms) == 1 else tuple(forms), None if None in values else named


def translated(language: str) -> dict[Sentence, Sentence]:
    """What is translated, and how: of a sentence with a count, all forms of the language."""
    with _file(language).open("rb") as source:
        catalog = read_po(source, locale=language)
    pairs = ((_sentence(message), _forms(message.string or "")) for message in catalog if message.id)
    return {text: translation for text, translation in pairs if translation and all(translation)}


def update(language: str) -> int:
    """Write the file of a language anew; returns how many sentences stand empty."""
    before, after = translated(language), Catalog(locale=language)
    wanted = [text for text in said() if isinstance(text, tuple) or language != SOURCE_LANGUAGE]
    for text in wanted:
        context, mark, alone = text.partition(BEHIND_CONTEXT) if isinstance(text, str) else ("", "", "")
        after.add(alone if mark else text, before.get(text), context=context if mark else None)
    with _file(language).open("wb") as target:
        target.write(_HEAD.format(language=language, forms=after.plural_forms).encode())
        write_po(target, after, width=120, omit_header=True, sort_output=True)
    return len(set(wanted) - set(before))


def _sentence(message: Message) -> Sentence:
    forms = _forms(message.id)
    return sentence(forms, message.context or "") if isinstance(forms, str) else forms


def _forms(text: str | Iterable[str]) -> Sentence:
    return text if isinstance(text, str) else tuple(text)


_HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {forms}\\n"

"""


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/vitrina.po"


def faults(language: str) -> list[str]:
    """Sentences without a translation, and translations of what nothing says any more."""
    wanted = {text for text in said() if isinstance(text, tuple) or language != SOURCE_LANGUAGE}
    known = set(translated(language))
    found = [f"{language}: no translation of {text}" for text in wanted - known]
    return sorted(found + [f"{language}: nothing says {text}" for text in known - wanted])


if __name__ == "__main__":
    languages = sorted(folder.name for folder in LOCALE.iterdir())
    if sys.argv[1:] == ["--check"]:
        sys.exit("\n".join(fault for language in languages for fault in faults(language)) or 0)
    for language in languages:
        sys.stdout.write(f"{language}: {update(language)} sentences without a translation\n")
