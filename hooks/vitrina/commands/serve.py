"""Shows the site in one of its languages on this computer, and every change to it, until it is interrupted."""

import socket
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from vitrina.commands import GOOD, WRONG
from vitrina.commands.printing import passes, print_problems
from vitrina.configuration import watched
from vitrina.measures.loading import load_for_build
from vitrina.preview import Preview
from vitrina.project import SETTINGS
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
    with TemporaryDirectory(prefix="vitrina-", ignore_cleanup_errors=True) as scratch:
        preview = Preview(data, words, Path(scratch), address)
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
