"""Takes the pictures of the staff's guide on the way through the invented year: `make guide-pictures`.

Needs LibreOffice and a browser. Pages are those of the program, and what it says on GitHub is shown as GitHub shows it.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import openpyxl
import pypdfium2
from markdown import markdown
from PIL import Image, ImageChops
from playwright.sync_api import Browser, sync_playwright

from browser.conftest import FLAGS, browser_program
from browser.served import serving
from support.office import Office
from support.sites import ROOT
from vitrina.project import INCOMING, PROSE
from year.story import ACTUALS, MISTAKES, MONEY, PROGRAMME, REPORT_COMES, Desk, begun, right

FOLDER = PROSE / "staff/pictures"
WIDTH = 900
LIKE_GITHUB = """\
<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 20px 28px; font: 15px/1.5 "PT Sans", "DejaVu Sans", sans-serif; color: #1f2328; }
h2 { font-size: 20px; border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; }
li { margin: 4px 0; }
</style>"""


def kept(name: str, picture: Image.Image) -> None:
    """As small as it can be read, without the empty paper around it."""
    picture = picture.convert("RGB")
    paper = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    left, top, right, bottom = ImageChops.difference(picture, paper).getbbox() or (0, 0, *picture.size)
    around = 12
    box = (max(left - around, 0), max(top - around, 0), min(right + around, picture.width), bottom + around)
    picture = picture.crop((*box[:3], min(box[3], picture.height)))
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    picture.save(FOLDER / f"{name}.webp", quality=55, method=6)


class Camera:
    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def of_address(self, name: str, address: str, height: int, waits_for: str = "main") -> None:
        page = self._browser.new_page(viewport={"width": WIDTH, "height": height})
        page.goto(address)
        page.wait_for_selector(waits_for, timeout=60_000)
        kept(name, Image.open(io.BytesIO(page.screenshot())))
        page.close()

    def of_summary(self, name: str, told: str, height: int = 560) -> None:
        page = self._browser.new_page(viewport={"width": WIDTH, "height": height})
        page.set_content(LIKE_GITHUB + markdown(told))
        kept(name, Image.open(io.BytesIO(page.screenshot())))
        page.close()


def of_paper(name: str, file: Path, office: Office, part: float = 1) -> None:
    """The first page as LibreOffice prints it, or the upper part of it."""
    printed = office.converted(file, "pdf", file.parent)
    page = pypdfium2.PdfDocument(printed)[0].render(scale=2.2).to_pil()
    kept(name, page.crop((0, 0, page.width, round(page.height * part))))


def one_sheet(book: Path, name: str) -> Path:
    """A workbook with this sheet alone, its columns on one page."""
    opened = openpyxl.load_workbook(book)
    for other in opened.sheetnames:
        if other != name:
            del opened[other]
    sheet = opened[name]
    sheet.print_area = "A1:H8"
    sheet.column_dimensions["E"].width, sheet.column_dimensions["F"].width = 24, 34
    for row in range(5, 8):
        sheet.row_dimensions[row].height = 34
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", False
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.print_options.gridLines = sheet.print_options.headings = True
    file = book.with_name(f"{name}.xlsx")
    opened.save(file)
    return file


@contextmanager
def shown(desk: Desk) -> Iterator[str]:
    """`vitrina serve`: its address."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "vitrina", "serve"]
    with subprocess.Popen(command, cwd=desk.project, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(word for word in server.stdout.readline().split() if word.startswith("http://"))
        try:
            for _ in range(120):
                with suppress(OSError):
                    urllib.request.urlopen(address, timeout=60).close()  # noqa: S310  our own server
                    break
                time.sleep(0.5)
            yield address
        finally:
            server.terminate()


def take(desk: Desk, camera: Camera, office: Office) -> None:
    assert desk.asks("build").code == 0
    with serving(desk.project / "site") as site:
        camera.of_address("begin", site.address, 760)
    shutil.rmtree(desk.project / "build_data/programmes/programme")
    decree, page = str(desk.decree("постановление.docx", "decree.txt")), desk.folder / "прочитано.html"
    assert desk.asks("import", decree, "--page", str(page)).code == 0
    camera.of_address("decree", page.as_uri(), 760, "body")
    assert desk.asks("import", decree, "--into", PROGRAMME).code == 0
    desk.commits("Программа")
    assert desk.asks("workbook", "write", str(desk.book)).code == 0
    uploaded = desk.project / INCOMING / f"{PROGRAMME}.xlsx"
    desk.types([*REPORT_COMES, *ACTUALS])
    of_paper("workbook", one_sheet(desk.book, MONEY), office)
    desk.types([typed for typed, _ in MISTAKES])
    shutil.copyfile(desk.book, uploaded)
    camera.of_summary("mistakes", desk.asks("receive").text)
    desk.types(right())
    shutil.copyfile(desk.book, uploaded)
    camera.of_summary("changes", desk.asks("receive").text + desk.asks("compare").text)
    assert desk.asks("build").code == 0
    with serving(desk.project / "site") as site:
        camera.of_address("published", f"{site.address}{PROGRAMME}/execution/", 720)
    assert desk.asks("report", str(desk.report)).code == 0
    of_paper("report", desk.report, office, part=0.62)
    with shown(desk) as address:
        money = desk.project / f"build_data/programmes/{PROGRAMME}/money.csv"
        before = money.read_bytes()
        money.write_bytes(before.replace(b"12000,00", "12000,0о".encode()))
        camera.of_address("preview", f"{address}{PROGRAMME}/", 700, ".v-preview__wrong")
        money.write_bytes(before)


PICTURE = re.compile(r"\(pictures/(?P<name>[\w-]+\.webp)\)\{: width=\d+ height=\d+")
"""A picture within a page of the guide, with its size: the page does not jump while it is loaded."""


def sized(found: re.Match[str]) -> str:
    with Image.open(FOLDER / found["name"]) as picture:
        return f"(pictures/{found['name']}){{: width={picture.width} height={picture.height}"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for page in FOLDER.parent.glob("*.md"):
        for name in {found["name"] for found in PICTURE.finditer(page.read_text(encoding="utf-8"))}:
            if not (FOLDER / name).exists():  # without it no site could be built
                Image.new("RGB", (1, 1)).save(FOLDER / name)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=[*FLAGS, *as_root])
        take(begun(Path(scratch)), Camera(browser), Office(Path(scratch) / "office"))
        browser.close()
    for page in FOLDER.parent.glob("*.md"):
        page.write_text(PICTURE.sub(sized, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
