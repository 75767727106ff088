"""The search as a person uses it: opened by its key, asked, and the answer waited for."""

from collections.abc import Iterable

from playwright.sync_api import Page, expect

from browser.visit import PATIENCE, Visit

ANSWERED = r"""() => !/^(Ищем…|Searching…)?$/.test(document.querySelector(".v-found [role=status]").textContent)"""
"""Whether more is said of a query than that it is looked for."""
FIRST_ANSWERS = f"""async ([queries, patience]) => {{
  const field = document.querySelector(".v-found input[type=search]");
  const status = document.querySelector(".v-found [role=status]"), isAnswered = {ANSWERED};
  const firsts = [];
  for (const query of queries) {{
    const answer = new Promise((answered, fail) => {{
      const watch = new MutationObserver(() => {{ if (isAnswered()) {{ watch.disconnect(); answered(); }} }});
      watch.observe(status, {{ childList: true }});
      setTimeout(() => fail(new Error(`no answer: ${{query}}`)), patience);
    }});
    field.value = query;
    field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
    await answer;
    const first = document.querySelector(".v-found li a");
    firsts.push(first ? [first.href, first.innerText] : ["", ""]);
  }}
  return firsts;
}}"""
"""A query after the other, as `ask` would, and where the first of what is found leads, and what is said of it."""
FOUND_SOME = ("Найдено: ", "Вот ")
"""How an answer begins: the number of all that was found, or of the best of it."""


def opened(window: Visit) -> None:
    window.page.keyboard.press("/")
    expect(window.page.get_by_role("searchbox")).to_be_focused()


def without_pauses(page: Page) -> None:
    """From now on whatever the page waits for six seconds or less, like another letter, it does not wait for."""
    page.evaluate(
        "() => { const later = setTimeout; window.setTimeout = (act, wait) => later(act, wait > 6000 ? wait : 0); }"
    )


def ask(page: Page, query: str) -> str:
    """Type it and wait for the answer; what is said about it."""
    status = page.locator(".v-found [role=status]")
    status.evaluate("(status) => { status.textContent = ''; }")
    page.get_by_role("searchbox").fill(query)
    page.wait_for_function(ANSWERED)
    return status.inner_text()


def first_answers(page: Page, queries: Iterable[str]) -> dict[str, tuple[str, str]]:
    """For each query what comes first: its address and its words; nothing where nothing is found."""
    page.get_by_role("searchbox").wait_for()
    without_pauses(page)
    queries = list(queries)
    firsts = page.evaluate(FIRST_ANSWERS, [queries, PATIENCE])
    return {query: (address, words) for query, (address, words) in zip(queries, firsts, strict=True)}
