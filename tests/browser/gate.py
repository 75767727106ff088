"""Holds files back on their way to a window, to look at what stands there meanwhile."""

from playwright.sync_api import Page, Route

from browser.visit import PATIENCE

_PAUSE = 10
"""Milliseconds."""


class Gate:
    """From now on none of the files arrives; once it is opened all of them do, those asked for later too."""

    def __init__(self, page: Page, files: str) -> None:
        self._page = page
        self._held: list[Route] = []
        self._is_open = False
        page.route(files, self._meet)

    def _meet(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._held.append(route)

    def open(self) -> None:
        """Not before something has been asked for."""
        for _ in range(PATIENCE // _PAUSE):
            if self._held:
                break
            self._page.wait_for_timeout(_PAUSE)
        assert self._held, "nothing was asked for"
        self._is_open = True
        while self._held:
            self._held.pop().continue_()
