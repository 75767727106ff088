"""A small web server that answers as GitHub Pages does: a folder with its index, an unknown address with 404.html."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml"}


@dataclass(frozen=True, slots=True)
class Served:
    """A built site at an address that ends with a slash."""

    folder: Path
    address: str


@contextmanager
def serving(folder: Path, prefix: str = "/", compressed: bool = False) -> Iterator[Served]:
    """GitHub always compresses text; here it takes time that only what is weighed needs."""

    class Pages(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # An answer goes out in one piece: in two, the second waits 40 ms for the word that the first came in.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            file = asked(folder, prefix, self.path)
            status, file = (200, file) if file else (404, folder / "404.html")
            content = file.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", content_type(file))
            if compressed and file.suffix in TEXTS:
                content = gzip.compress(content, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that the library calls it by
            """Nothing: what went wrong shows in the tests."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A page that is left hangs up on what it had asked for."""

    with Server(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield Served(folder, f"http://127.0.0.1:{server.server_port}{prefix}")
        finally:
            server.shutdown()


def asked(folder: Path, prefix: str, target: str) -> Path | None:
    path = unquote(urlsplit(target).path)
    if not path.startswith(prefix):
        return None
    found = folder / path.removeprefix(prefix)
    if found.is_dir():
        # A folder without its slash is not answered: GitHub would send the reader round by one more request.
        found = found / "index.html" if path.endswith("/") else found
    return found if found.is_file() and found.resolve().is_relative_to(folder.resolve()) else None


def content_type(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or file.suffix in {".js", ".json"} else kind
