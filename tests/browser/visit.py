"""A visitor's windows: they open pages and note what nobody sees but must not happen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, Route

from browser.served import Served

PATIENCE = 60_000
"""Milliseconds until something is taken to be broken: on a slow machine things come late, and still come."""
LOOKS = Path(__file__).parent / "looks"
# The browser itself says so when a test takes a file away; no page can keep it from that.
TAKEN_AWAY = "Failed to load resource"
NOTED = """() => {
  let stored = [];
  try { stored = Object.keys(localStorage); } catch { /* this page did not open */ }
  return [window.violations ?? [], stored];
}"""
"""What the page itself has noted, and the names of what it keeps in the browser."""
TOLD = {"vitrina", "slash"}
"""What a reader has chosen, kept in the browser alone: the page about the site tells of it."""


@dataclass(eq=False)
class Visit:
    """One window, at what it shows now."""

    page: Page
    scripts: bool
    address: str = ""
    """Where the site stands."""
    requests: list[str] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Every message in the console and every error nobody caught."""

    def watch(self) -> None:
        self.page.on("request", self._requested)
        self.page.on("response", self._answered)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.add_init_script(path=LOOKS / "watch.js")

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _answered(self, response: Response) -> None:
        self.answers.append(response)

    def _said(self, message: ConsoleMessage) -> None:
        if TAKEN_AWAY not in message.text:
            self.said.append(f"{message.type}: {message.text}")

    def ask(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def look(self, name: str, argument: object = None) -> Any:
        """What one of the scripts in looks/ sees here."""
        return self.page.evaluate(self.script(name), argument)

    def script(self, name: str) -> str:
        """One of the scripts in looks/, a function."""
        return (LOOKS / f"{name}.js").read_text(encoding="utf-8")

    def asked_for(self, name: str) -> Sequence[str]:
        """The requests for files whose address ends so."""
        return [url for url in self.requests if url.endswith(name)]

    def misdeeds(self) -> dict[str, list[str]]:
        """What must not happen on any page, whatever a person does there."""
        violations, stored = self.ask(NOTED) if self.scripts else ([], [])
        outside = [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]
        kept = self.page.context.cookies()
        found = {
            "console": self.said,
            "outside": outside,
            "security policy": violations,
            "cookies": [str(cookie.get("name")) for cookie in kept],
            "kept in the browser": [name for name in stored if name not in TOLD],
        }
        return {kind: list(what) for kind, what in found.items() if what}

    def shifts(self) -> list[str]:
        """Every movement of what was there already, asked for once two more frames are drawn."""
        shifts: list[str] = self.ask(
            "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifts), 50)))"
        )
        return shifts


class Visitor:
    """Opens pages; each call starts afresh, in a window that earlier ones may have used."""

    def __init__(self, browser: Browser, site: Served) -> None:
        self._browser = browser
        self._site = site
        self._windows: dict[tuple[bool, bool], Visit] = {}
        self._open: list[Visit] = []
        self._misdeeds: list[dict[str, list[str]]] = []

    def __call__(
        self,
        path: str,
        *,
        scripts: bool = True,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        touch: bool = False,
        at: Served | None = None,
        without: str | None = None,
    ) -> Visit:
        """Open a page; `at` is another site than the usual one, `without` a file that the network does not deliver."""
        visit = self._windows.get((scripts, touch)) or self._window(scripts, touch)
        if visit in self._open:
            self._close(visit)
        visit.address = (at or self._site).address
        self._open.append(visit)
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.emulate_media(
            color_scheme="dark" if dark else "light",
            media="screen",
            contrast="no-preference",
            forced_colors="none",
            reduced_motion="no-preference",
        )
        if without:
            visit.page.route(f"**/{without}", lose)
        visit.page.goto(urljoin(visit.address, path))
        # What page.js does once the first screen is painted, which may be after the test has looked.
        visit.ask("delete document.documentElement.dataset.fresh")
        return visit

    def _window(self, scripts: bool, touch: bool) -> Visit:
        context = self._browser.new_context(java_script_enabled=scripts, has_touch=touch)
        context.set_default_timeout(PATIENCE)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit = self._windows[scripts, touch] = Visit(context.new_page(), scripts)
        visit.watch()
        return visit

    def _close(self, visit: Visit) -> None:
        self._open.remove(visit)
        if found := visit.misdeeds():
            self._misdeeds.append(found)
        if visit.scripts:
            visit.ask("() => { try { localStorage.clear(); } catch { /* this page did not open */ } }")
        visit.page.unroute_all()
        visit.page.mouse.move(0, 0)
        visit.page.goto("about:blank")
        for noted in (visit.requests, visit.answers, visit.said):
            noted.clear()

    def leave(self) -> list[dict[str, list[str]]]:
        """Close what is open and tell what went wrong there."""
        for visit in tuple(self._open):
            self._close(visit)
        misdeeds, self._misdeeds = self._misdeeds, []
        return misdeeds


def lose(route: Route) -> None:
    route.abort()
