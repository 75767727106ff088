"""The site on this computer: the last that could be built, and in its pages what is wrong with the tables now.

The panel is put into a page on its way to the browser. No build has it, so none can publish it.
"""

from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.util import FileWrapper

from vitrina.build import BuildFailed, build_to_look_at, environment
from vitrina.dataset.city import languages_of
from vitrina.dataset.problems import Problem
from vitrina.desk.preview_panel import PANEL, Faults, Remaining, page_without_site, panel, remaining, told
from vitrina.desk.templates import sheet
from vitrina.events import made
from vitrina.measures.loading import load_for_build
from vitrina.output.faults import program_failed
from vitrina.project import LANGUAGE, SETTINGS
from vitrina.words import Words

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_POLICY = b"Content-Security-Policy"
"""A page that others may show within theirs has its policy already, and takes nothing in."""
_LOST = "404 Not Found"


@dataclass(slots=True)
class Preview:
    """What is shown at the moment; `rebuild` brings it up to date with the tables, whatever is in them."""

    data: Path
    words: Words
    """In the language that was asked for; where the city has no site in it, the first of the city's is shown."""
    scratch: Path
    """An empty folder, for the sites."""
    address: str
    problems: tuple[Problem, ...] = ()
    root: Path = field(init=False)
    """The folder whose files are shown."""
    is_site: bool = False
    """Whether a site lies there, and not the page that says why there is none."""
    _remaining: Remaining = field(default_factory=Remaining)
    _panel: str = ""

    def __post_init__(self) -> None:
        self.root = self.scratch / "none"
        self.root.mkdir()

    def rebuild(self) -> None:
        reading = load_for_build(self.data)
        languages = languages_of(self.data)
        words = self.words if self.words.language in languages else Words(languages[0])
        self.problems = reading.problems
        failure = self._built(words) if reading.dataset else ""
        faults = Faults(told(reading.problems, words), failure)
        notices = [one for one in reading.notices if one.rule != "unfilled"]
        self._panel = panel(faults, told(notices, words), self._remaining, words)
        if not self.is_site:
            for page in ("index.html", "404.html"):
                (self.root / page).write_text(page_without_site(faults, words), encoding="utf-8")

    def _built(self, words: Words) -> str:
        """Build beside what is shown and show it; what went wrong where that could not be done."""
        folder = self.scratch / ("second" if self.root.name == "first" else "first")
        project = Path(SETTINGS).absolute()
        try:
            with environment({"VITRINA_DATA": str(self.data), LANGUAGE: words.language}):
                build_to_look_at(project, folder, self.address)
            self._remaining = remaining(made.pop(str(project)))
        except BuildFailed as failed:
            return str(failed)
        except Exception as failed:  # noqa: BLE001  whatever it is: the last good site stays, and staff are told
            return program_failed(failed, self.data, words)
        self.root, self.is_site = folder, True
        return ""

    def in_pages_of(self, server: "WSGIApplication") -> "WSGIApplication":
        """The same server with the panel in its pages."""

        def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            given = _Answer(server, environ)
            if given.status == _LOST:  # as a file, this page too follows changes
                given = _Answer(server, {**environ, "PATH_INFO": "/404.html"})
                given.status = _LOST
            if self._panel and self.is_site and given.is_page:
                given.content = [with_panel(given.read(), self._panel)]
                given.headers = [(name, value) for name, value in given.headers if name != "Content-Length"]
            start_response(given.status, given.headers)
            return given.content

        return answer


class _Answer:
    """What a server answers, before it goes out."""

    def __init__(self, server: "WSGIApplication", environ: "WSGIEnvironment") -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []
        self.content: Iterable[bytes] = server(environ, self._started)

    def _started(self, status: str, headers: list[tuple[str, str]], _: Any = None, /) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return lambda _: None

    def read(self) -> bytes:
        with closing(self.content) if isinstance(self.content, FileWrapper) else nullcontext():
            return b"".join(self.content)

    @property
    def is_page(self) -> bool:
        return any(name == "Content-Type" and value.startswith("text/html") for name, value in self.headers)


def with_panel(page: bytes, panel: str) -> bytes:
    if _POLICY in page:
        return page
    style = f"<style>{sheet(PANEL)}</style></head>".encode()
    before, body, behind = page.replace(b"</head>", style, 1).rpartition(b"</body>")
    return before + panel.encode() + body + behind
