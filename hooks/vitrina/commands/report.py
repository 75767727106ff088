"""The yearly report of a programme as a Word file."""

from argparse import Namespace
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes, wrote_new
from vitrina.desk.filled_tables import programme_folder
from vitrina.desk.yearly_report import TEMPLATE, report_values, reported_year, yearly_report
from vitrina.measures.loading import load_dataset
from vitrina.pages.context import Context
from vitrina.pages.observed import profiles_of
from vitrina.words import Words


def report(given: Namespace, words: Words) -> int:
    """Raises `OSError` and `Refused`."""
    file: Path = given.file
    identity = programme_folder(given.programme, given.data).name
    reading = load_dataset(given.data)
    if reading.dataset is None:
        passes(reading, words)
        return WRONG
    dataset = reading.dataset
    context = Context(dataset, dataset.programme(identity), dataset.city.words(words.language))
    profiles = profiles_of(context)
    of_year = given.year or reported_year(context, profiles)
    made = yearly_report((given.template or TEMPLATE).read_bytes(), report_values(context, profiles, of_year))
    if not wrote_new(file, made, words):
        return WRONG
    print(words.say("Отчёт за {year} год записан: {file}", year=of_year, file=file))
    return GOOD
