"""The page of the staff's guide that names every command and option: `python tests/tools/commands.py --write`."""

import argparse
import sys

from vitrina.cli import _parser
from vitrina.project import PROSE

PAGE = PROSE / "staff/commands.md"
OF_ALL = ("--help", "--language", "--data")
"""Told once: every command has them."""
BEGINNING = """\
---
title: Все команды
description: Каждая команда программы и каждый её параметр.
only_here: true
path:
  - {title: О сайте, href: about/}
  - {title: Сотрудникам, href: staff/}
---

<div class="v-page" markdown>
<header class="v-opening" markdown>

Сотрудникам
{: .v-kicker }

# Все команды и их параметры {: #top }

Каждая начинается со слов `python -m vitrina`. Наберите их в папке проекта.
{: .v-lead }

</header>

<section class="v-section" markdown>

Справочник
{: .v-section__name }

<div class="v-body" markdown>
"""
END = """
</div>
</section>

</div>
"""


def page() -> str:
    parser = _parser(["new"])
    [commands] = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    shared = [action for action in commands.choices["check"]._actions if set(OF_ALL[1:]) & set(action.option_strings)]
    lines = [BEGINNING, "## У всех {: #shared }", "", *map(_option, shared), ""]
    for name, command in commands.choices.items():
        own = [action for action in command._actions if not set(OF_ALL) & set(action.option_strings)]
        places = "".join(f" {_place(action)}" for action in own if not action.option_strings)
        options = "".join(f" [{action.option_strings[0]}]" for action in own if action.option_strings)
        said = _sentence(str(command.description))
        lines += [f"## {name} {{: #{name} }}", "", said, ""]
        lines += [f"`python -m vitrina {name}{places}{options if len(own) < 6 else ' […]'}`", ""]
        lines += [*map(_option, own), ""] if own else []
    return "\n".join(lines) + END.lstrip("\n")


def _place(action: argparse.Action) -> str:
    name = "|".join(map(str, action.choices)) if action.choices else f"<{action.dest}>"
    return f"[{name}]" if action.nargs == "?" else name


def _option(action: argparse.Action) -> str:
    name = action.option_strings[0] if action.option_strings else _place(action)
    values = f" {'|'.join(map(str, action.choices))}" if action.choices and action.option_strings else ""
    return f"- `{name}{values}`: {action.help}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def main() -> int:
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    return PAGE.read_text(encoding="utf-8") != page()


if __name__ == "__main__":
    sys.exit(main())
