"""The search as a person uses it: opened by its key, asked, and the answer waited for."""

import re

from playwright.sync_api import Page, expect

from browser.visit import Visit

NO_ANSWER = re.compile(r"^(Ищем…|Searching…)?$")
"""What is said of a query before there is an answer to it."""
FOUND_SOME = ("Найдено: ", "Вот ")
"""How an answer begins: the number of all that was found, or of the best of it."""


def opened(window: Visit) -> None:
    window.page.keyboard.press("/")
    expect(window.page.get_by_role("searchbox")).to_be_focused()


def ask(page: Page, query: str) -> str:
    """Type it and wait for the answer; what is said about it."""
    status = page.locator(".v-found [role=status]")
    status.evaluate("(status) => { status.textContent = ''; }")
    page.get_by_role("searchbox").fill(query)
    expect(status).not_to_have_text(NO_ANSWER)
    return status.inner_text()
