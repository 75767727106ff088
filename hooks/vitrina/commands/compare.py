"""Tells what the present tables would change on the site that was made of earlier ones."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes
from vitrina.desk.comparison import FIGURE_TEXTS, Comparison, compared
from vitrina.manifest import checked_out, git
from vitrina.measures.loading import load_dataset
from vitrina.output import Refused
from vitrina.words import Words
from vitrina.words.catalogue import sentence


def compare(with_what: str, data: Path, words: Words, site_at: str = "") -> int:
    """`with_what` is a folder with tables, or a commit; `site_at` is where the built site can be seen.

    Raises `Refused` where there is neither.
    """
    reading = load_dataset(data)
    if reading.dataset is None:
        passes(reading, words)
        return WRONG
    with _earlier(with_what, data) as folder:
        before = load_dataset(folder).dataset
    if before is None:
        print(words.say("Прежние таблицы не читаются этой программой: {folder}.", folder=with_what), file=sys.stderr)
        return WRONG
    if site_at:
        print(words.say("Сайт, каким он станет: {address}", address=site_at), end="\n\n")
    for line in told(compared(before, reading.dataset, words), words):
        print(line)
    return GOOD


@contextmanager
def _earlier(with_what: str, data: Path) -> Iterator[Path]:
    if Path(with_what).is_dir():
        yield Path(with_what)
        return
    root = git(data, "rev-parse", "--show-toplevel")
    with checked_out(data, with_what) as tree:
        if root is None or tree is None:
            raise Refused(sentence("{name}: здесь нет ни такой папки с таблицами, ни такого коммита."), name=with_what)
        yield tree / data.resolve().relative_to(Path(root.strip()).resolve())


def told(found: Comparison, words: Words) -> Iterator[str]:
    """A line a change, under headings; Markdown shows it as lists."""
    if not found:
        yield words.say("На сайте ничего не изменится.")
        return
    figures = [
        words.say(
            FIGURE_TEXTS[one.before is not None, one.after is not None],
            table=words.message(one.table.title),
            what=one.what,
            before=one.before or "",
            after=one.after or "",
        )
        for one in found.figures
    ]
    rows = [
        words.say("{table}: строк с другими словами: {count}", table=words.message(one.table.title), count=one.count)
        for one in found.rows
    ]
    headings = [
        words.say("{page}: было «{before}», станет «{after}»", page=one.page, before=one.before, after=one.after)
        for one in found.headings
    ]
    for heading, lines in (
        (words.say("Числа"), figures),
        (words.say("Остальное в таблицах"), rows),
        (words.say("Перестанет сходиться"), found.begin_to_differ),
        (words.say("Начнёт сходиться"), found.cease_to_differ),
        (words.say("Заголовки"), headings),
        (words.say("Новые страницы"), found.pages_added),
        (words.say("Исчезнут страницы"), found.pages_removed),
        (words.say("Изменятся страницы"), found.pages_changed),
    ):
        yield from _listed(heading, lines)


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {heading} ({len(lines)})"
        yield ""
        yield from (f"- {line}" for line in lines)
        yield ""
