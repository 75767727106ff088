"""The sentences of the templates and their translations: `python tests/tools/messages.py` brings the latter up to date.

Templates hold the Russian sentence: `say("… {year} …", year=…)`, of a count `say_n("… вопрос", "… вопросов", count)`.
Each language has one file, `hooks/vitrina/locale/LANGUAGE/LC_MESSAGES/vitrina.po`, which Poedit and Weblate open: there
new sentences stand empty, and those that no template says any more are gone. Russian holds those with a count alone.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from vitrina.pages.markdown import environment

LOCALE = Path(__file__).parents[2] / "hooks/vitrina/locale"
_TEMPLATES = Path(__file__).parents[2] / "hooks/vitrina/pages"

Sentence = str | tuple[str, ...]
"""With several forms where it has a count."""


def said() -> dict[Sentence, set[str]]:
    """What the templates say, with the values that every place gives it. Keys of `words/*.yml` are left out."""
    found: dict[Sentence, set[str]] = {}
    for template in sorted(_TEMPLATES.glob("*.md")):
        for call in environment().parse(template.read_text(encoding="utf-8")).find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            texts = tuple(
                argument.value for argument in call.args[: _TEXTS.get(name, 0)] if isinstance(argument, nodes.Const)
            )
            if texts and not texts[0].isascii():
                sentence = texts[0] if name == "say" else (texts[0], texts[1])
                values = {value.key for value in call.kwargs} | ({"count"} if name == "say_n" else set())
                found[sentence] = found.get(sentence, values) & values
    return found


_TEXTS = {"say": 1, "say_n": 2}


def translated(language: str) -> dict[Sentence, Sentence]:
    """What is translated, and how: of a sentence with a count, all forms of the language."""
    with _file(language).open("rb") as source:
        catalog = read_po(source, locale=language)
    pairs = ((_sentence(message.id), _sentence(message.string or "")) for message in catalog if message.id)
    return {sentence: translation for sentence, translation in pairs if translation and all(translation)}


def update(language: str) -> int:
    """Write the file of a language anew; returns how many sentences stand empty."""
    before, after = translated(language), Catalog(locale=language)
    wanted = [sentence for sentence in said() if isinstance(sentence, tuple) or language != "ru"]
    for sentence in wanted:
        after.add(sentence, before.get(sentence))
    with _file(language).open("wb") as target:
        target.write(_HEAD.format(language=language, forms=after.plural_forms).encode())
        write_po(target, after, width=120, omit_header=True, sort_output=True)
    return len(set(wanted) - set(before))


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
