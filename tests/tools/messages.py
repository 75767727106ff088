"""The sentences of templates and code, and their translations: run by its path it brings the latter up to date.

The Russian sentence stands where it is said: `say("… {year} …", year=…)`, of a count `say_n("… вопрос", "… вопросов",
count)`, of one that is said elsewhere `sentence("…")`; the titles and descriptions of the dataset's tables stand in
their definitions. Each language has one file,
`hooks/vitrina/locale/LANGUAGE/LC_MESSAGES/vitrina.po`, which Poedit and Weblate open: there new sentences stand empty,
and those that nothing says any more are gone. Russian holds those with a count alone.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from vitrina.dataset.tables import TABLES, choices
from vitrina.pages.markdown import environment
from vitrina.words.catalogue import TITLE, is_key

LOCALE = Path(__file__).parents[2] / "hooks/vitrina/locale"
_PACKAGE = LOCALE.parent

Sentence = str | tuple[str, ...]
"""With several forms where it has a count; with its context, as gettext has it, where it has one."""


Values = frozenset[str] | None
"""The names of what a sentence is filled with; None where they are not told in the same place."""


def said() -> dict[Sentence, Values]:
    """What templates, code and definitions say, with the values that every place gives it.

    Without the keys of `words/*.yml`, and without the first form of what is also said with a count: a file of
    translations has one of the two.
    """
    found: dict[Sentence, Values] = {}
    for sentence, values in [*of_templates(), *_of_code(), *of_definitions()]:
        if not is_key(sentence[0] if isinstance(sentence, tuple) else sentence):
            before = found.get(sentence, values)
            found[sentence] = None if before is None or values is None else before & values
    counted = {sentence[0] for sentence in found if isinstance(sentence, tuple)}
    return {sentence: values for sentence, values in found.items() if sentence not in counted}


_TEXTS = {"say": 1, "say_n": 2, "sentence": 1}


def of_templates() -> Iterator[tuple[Sentence, Values]]:
    for template in sorted((_PACKAGE / "pages").glob("*.md")):
        for call in environment().parse(template.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                texts = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
                yield from _call(call.node.name, texts, [value.key for value in call.kwargs])


def _of_code() -> Iterator[tuple[Sentence, Values]]:
    for module in sorted(_PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
                yield from _call(name, texts, [value.arg for value in call.keywords])


def of_definitions() -> Iterator[tuple[Sentence, Values]]:
    """What the tables of the dataset, their columns and the ids in these are called, and what they are said to hold."""
    for table in TABLES:
        yield from ((text, None) for text in (table.title, table.description))
        for column in table.columns.values():
            yield from ((text, None) for text in (_in_context(TITLE, column.title), column.description))
    for name, titles in vars(choices).items():
        if name.isupper() and isinstance(titles, dict):
            yield from ((title, None) for title in titles.values())


def _call(name: str, texts: Sequence[object], values: Sequence[str | None]) -> Iterator[tuple[Sentence, Values]]:
    """Of a call that says something, what it says."""
    forms = [text for text in texts[: _TEXTS.get(name, 0)] if isinstance(text, str)]
    if forms and len(forms) == _TEXTS[name]:
        named = frozenset(value for value in values if value is not None) | ({"count"} if name == "say_n" else set())
        told_here = name != "sentence" and None not in values
        yield forms[0] if len(forms) == 1 else tuple(forms), named if told_here else None


def translated(language: str) -> dict[Sentence, Sentence]:
    """What is translated, and how: of a sentence with a count, all forms of the language."""
    with _file(language).open("rb") as source:
        catalog = read_po(source, locale=language)
    pairs = ((_key(message), _sentence(message.string or "")) for message in catalog if message.id)
    return {sentence: translation for sentence, translation in pairs if translation and all(translation)}


def update(language: str) -> int:
    """Write the file of a language anew; returns how many sentences stand empty."""
    before, after = translated(language), Catalog(locale=language)
    wanted = [sentence for sentence in said() if isinstance(sentence, tuple) or language != "ru"]
    for sentence in wanted:
        context, _, text = sentence.rpartition(_BEHIND_CONTEXT) if isinstance(sentence, str) else ("", "", sentence)
        after.add(text, before.get(sentence), context=context or None)
    with _file(language).open("wb") as target:
        target.write(_HEAD.format(language=language, forms=after.plural_forms).encode())
        write_po(target, after, width=120, omit_header=True, sort_output=True)
    return len(set(wanted) - set(before))


_BEHIND_CONTEXT = "\x04"


def _in_context(context: str | None, text: str) -> str:
    return f"{context}{_BEHIND_CONTEXT}{text}" if context else text


def _key(message: Message) -> Sentence:
    sentence = _sentence(message.id)
    return _in_context(message.context, sentence) if isinstance(sentence, str) else sentence


def _sentence(forms: str | Iterable[str]) -> Sentence:
    return forms if isinstance(forms, str) else tuple(forms)


_HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {forms}\\n"

"""


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/vitrina.po"


if __name__ == "__main__":
    for folder in sorted(LOCALE.iterdir()):
        sys.stdout.write(f"{folder.name}: {update(folder.name)} sentences without a translation\n")
