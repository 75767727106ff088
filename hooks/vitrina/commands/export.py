"""Writes the Markdown of the whole site to a folder."""

import sys
from pathlib import Path

from vitrina.charts.render.drawings import Drawings
from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes
from vitrina.export import NotEmpty
from vitrina.export import export as write_out
from vitrina.measures.loading import load_dataset
from vitrina.project import TOKENS, kept
from vitrina.words import Words


def export(data: Path, folder: Path, words: Words) -> int:
    reading = load_dataset(data)
    if not passes(reading, words) or reading.dataset is None:
        return WRONG
    project = Path.cwd()
    try:
        write_out(reading.dataset, Drawings.on_disk(kept(project, "drawings"), TOKENS), project, folder)
    except NotEmpty:
        print(words.say("Папка {folder} не пустая. Назовите новую или пустую.", folder=folder), file=sys.stderr)
        return WRONG
    print(words.say("Страницы записаны: {folder}", folder=folder))
    return GOOD
