"""What stands in each of the files in which a programme's tables can be taken away."""

from collections.abc import Mapping

from vitrina.dataset.programme import Contents
from vitrina.open_data.csv_metadata import csv_metadata
from vitrina.open_data.data_package import data_package
from vitrina.open_data.dataset_archive import dataset_archive
from vitrina.open_data.delimited import for_people, for_programs
from vitrina.open_data.tables import rows_for_people, rows_for_programs
from vitrina.open_data.workbook import workbook
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, data_files, is_made_here


def made_files(context: Context) -> Mapping[str, bytes]:
    """By path, the files that the site of the context's language has. The same data gives the same bytes."""
    files = [file for file in data_files(context) if is_made_here(context, file)]
    made: dict[str, bytes] = {}
    for file in files:
        if file.contents:
            made[file.path] = _table(context, file.contents, file)
    for file in files:
        if not file.contents:
            made[file.path] = _whole(context, file, made)
    return made


def _table(context: Context, contents: Contents, file: DataFile) -> bytes:
    if file.form == "for-people":
        return for_people(rows_for_people(contents, context), context.words.language)
    return for_programs(rows_for_programs(contents))


def _whole(context: Context, file: DataFile, made: Mapping[str, bytes]) -> bytes:
    match file.form:
        case "workbook":
            return workbook(context)
        case "dataset":
            return dataset_archive(context)
        case "package":
            return data_package(context, made)
        case "csv-metadata":
            return csv_metadata(context)
        case "licence":
            return _licence(context)
        case _:
            raise ValueError(f"nobody makes {file.path}")


def _licence(context: Context) -> bytes:
    """On what terms the data may be used, in the languages of the site."""
    licence = context.dataset.city.licence
    told = (f"{licence.name[language]}\n\n{licence.text[language]}\n" for language in context.dataset.city.languages)
    address = f"\n{licence.address}\n" if licence.address else ""
    return ("\n".join(told) + address).encode()
