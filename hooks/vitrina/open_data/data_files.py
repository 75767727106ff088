"""What stands in each of the files in which a programme's tables can be taken away."""

from collections.abc import Iterator

from vitrina.open_data.delimited import for_people, for_programs
from vitrina.open_data.tables import rows_for_people, rows_for_programs
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, data_files, is_made_here


def made_files(context: Context) -> Iterator[tuple[DataFile, bytes]]:
    """Those that the site of the context's language has, with their bytes."""
    for file in data_files(context):
        if is_made_here(context, file):
            yield file, content(context, file)


def content(context: Context, file: DataFile) -> bytes:
    """The same data gives the same bytes."""
    if file.contents is None:
        raise ValueError(f"nobody makes {file.path}")
    if file.form == "for-people":
        return for_people(rows_for_people(file.contents, context), context.words.language)
    return for_programs(rows_for_programs(file.contents))
