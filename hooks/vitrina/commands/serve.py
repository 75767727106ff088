"""Shows the site in one of its languages on this computer, and every change to it, until it is interrupted."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes, print_problems
from vitrina.configuration import watched
from vitrina.measures.loading import load_for_build
from vitrina.output import Busy
from vitrina.output.lock import alone
from vitrina.preview import Preview
from vitrina.project import SETTINGS, kept
from vitrina.words import Words

HOST = "127.0.0.1"
_USUAL_PORT = 8000


def serve(data: Path, words: Words, opens: bool = False) -> int:
    data = data.absolute()
    if not data.is_dir():  # nothing to watch: what is wrong cannot be mended while the site is shown
        passes(load_for_build(data), words)
        return WRONG
    port = _free_port()
    address = f"http://{HOST}:{port}/"
    print(
        words.say("Через несколько секунд сайт будет здесь: {address} Остановить: Ctrl+C", address=address), flush=True
    )
    with _own_folder(kept(Path.cwd(), "preview")) as scratch:
        preview = Preview(data, words, scratch, address)
        server = _server(preview, port, words)
        config = load_config(SETTINGS)
        for path in (config.docs_dir, SETTINGS, *config.watch, *watched(data)):
            server.watch(str(path))
        try:
            server.builder()
            server.serve(open_in_browser=opens)  # type: ignore[no-untyped-call]  # it carries no types
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    return GOOD


@contextmanager
def _own_folder(folder: Path) -> Iterator[Path]:
    """An empty folder within another, gone at the end; what processes left there that were killed goes first."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in [path for path in folder.iterdir() if path.is_dir()]:
        with suppress(Busy), alone(left):
            shutil.rmtree(left, ignore_errors=True)
    own = folder / str(os.getpid())
    with alone(own):
        own.mkdir()
        try:
            yield own
        finally:
            shutil.rmtree(own, ignore_errors=True)


def _server(preview: Preview, port: int, words: Words) -> LiveReloadServer:
    def rebuild() -> None:
        preview.rebuild()
        server.root = str(preview.root)
        print_problems(preview.problems, words)

    server = LiveReloadServer(rebuild, HOST, port, str(preview.root))
    server.set_app(preview.in_pages_of(server.serve_request))
    return server


def _free_port() -> int:
    """The usual one; any other where something is served there already."""
    try:
        socket.create_connection((HOST, _USUAL_PORT), timeout=1).close()
    except OSError:
        return _USUAL_PORT
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
        return port
