"""The page that shows what was read of a decree, as a file in a browser: on a phone and on a desk, by day and night."""

from pathlib import Path

from playwright.sync_api import Browser

from browser.test_accessibility import faults
from browser.visit import Visit
from decrees.test_documents import DOCUMENTS, as_word
from vitrina.decrees import read_decree
from vitrina.decrees.files import read_blocks
from vitrina.desk.import_page import import_page
from vitrina.words import Words


def test_it_is_for_everybody_and_breaks_no_policy(chromium: Browser, tmp_path: Path) -> None:
    texts = [(DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8") for name in ("columns-without-years", "stages")]
    texts.append((DOCUMENTS / "numbers-cut-and-spoilt.txt").read_text(encoding="utf-8"))
    blocks = read_blocks(as_word("\n".join(texts), tmp_path / "decree.docx"))
    file = tmp_path / "read.html"
    file.write_text(import_page("decree.docx", blocks, read_decree(blocks), Words("ru")), encoding="utf-8")
    context = chromium.new_context(bypass_csp=False)
    watched = context.new_page()
    said: list[str] = []
    watched.on("console", lambda message: said.append(message.text))
    watched.goto(file.as_uri())
    assert said == []
    context.close()
    context = chromium.new_context(bypass_csp=True)  # axe is a script
    page = context.new_page()
    page.goto(file.as_uri())
    for width, dark in ((360, False), (360, True), (1280, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if dark else "light")
        assert faults(Visit(page, scripts=True)) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('.v-doubtful')).textDecorationStyle") == "wavy"
    context.close()
