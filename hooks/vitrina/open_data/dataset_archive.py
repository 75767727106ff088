"""The folder that the site of a programme is made from, packed: unpacked, it is a dataset that `check` accepts."""

import io
import zipfile

from vitrina.dataset.city import FILE as CITY_FILE
from vitrina.dataset.documents.reading import FOLDER as TEXTS
from vitrina.open_data.delimited import for_editing
from vitrina.open_data.tables import rows_for_programs
from vitrina.pages.context import Context
from vitrina.words.languages import SOURCE_LANGUAGE

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it, the first that the format can write: the same data gives the same bytes."""
_READABLE = 0o644 << 16


def dataset_archive(context: Context) -> bytes:
    """Tables as staff edit them: with ids, and as a spreadsheet in Russian opens them."""
    programme = context.programme
    folders = {"programme": f"programmes/{programme.id}", "reference": "reference"}
    files = {CITY_FILE: context.dataset.settings}
    for contents in context.dataset.contents(programme):
        path = f"{folders[contents.table.folder]}/{contents.table.name}.csv"
        files[path] = for_editing(rows_for_programs(contents), SOURCE_LANGUAGE)
    for quoted in programme.quoted.values():
        files[f"{folders['programme']}/{TEXTS}/{quoted.text.name}"] = quoted.text.content
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _READABLE
            archive.writestr(info, content)
    return packed.getvalue()
