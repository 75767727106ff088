"""LibreOffice, where it is installed: saves files anew, and changes a value in them by a script, as a person would."""

import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice")
needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

_MACROS = """\
Function Opened(url As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(url, "_blank", 0, how())
End Function

Sub SetCell(url As String, sheet As String, address As String, typed As String)
  document = Opened(url)
  document.Sheets.getByName(sheet).getCellRangeByName(address).setFormula(typed)
  document.store()
  document.close(True)
End Sub

Sub ReplaceText(url As String, old As String, typed As String)
  document = Opened(url)
  search = document.createReplaceDescriptor()
  search.SearchString = old
  search.ReplaceString = typed
  document.replaceAll(search)
  document.store()
  document.close(True)
End Sub
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>
"""


class Office:
    """With settings of its own, in a folder that nobody else uses."""

    def __init__(self, settings: Path) -> None:
        self._settings = settings
        self._run("--terminate_after_init")  # the first start lays the folder out
        module = settings / "user/basic/Standard/Module1.xba"
        module.write_text(_MODULE.format(_MACROS), encoding="utf-8")

    def saved(self, file: Path, folder: Path) -> Path:
        """The file as LibreOffice saves it, in the same format."""
        return self.converted(file, file.suffix[1:], folder)

    def converted(self, file: Path, form: str, folder: Path) -> Path:
        self._run("--convert-to", form, "--outdir", str(folder), str(file))
        return folder / f"{file.stem}.{form}"

    def set_cell(self, book: Path, sheet: str, address: str, typed: str) -> None:
        self._do("SetCell", book, sheet, address, typed)

    def replace_text(self, document: Path, old: str, typed: str) -> None:
        self._do("ReplaceText", document, old, typed)

    def _do(self, macro: str, file: Path, *given: str) -> None:
        told = ", ".join(f'"{one}"' for one in (file.resolve().as_uri(), *given))
        self._run("--norestore", f"macro:///Standard.Module1.{macro}({told})")

    def _run(self, *asked: str) -> None:
        settings = f"-env:UserInstallation={self._settings.resolve().as_uri()}"
        subprocess.run([str(PROGRAM), settings, "--headless", *asked], check=True, capture_output=True, timeout=300)
