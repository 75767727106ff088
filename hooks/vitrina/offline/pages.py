"""A finished page made to work without a server: links name files, nothing asks for what a folder cannot give."""

import posixpath
import re

_ADDRESS = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
_MODULE = re.compile(r'\s*<script src="[^"]*" type="module"></script>')
_LIVE = re.compile(r' data-live="[^"]*"')
_FOCUS = re.compile(r'(<div class="v-chart__picture"[^>]*?) tabindex="0"')
_POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=")([^"]*)')

SCRIPT = "js/offline.js"
"""One script in place of the modules, which a browser does not load from a folder."""


def offline_page(html: str, path: str) -> str:
    """The page that lies at `path` of the copy. A live chart fetches its figures, so its picture stays instead."""
    depth = posixpath.relpath(SCRIPT, posixpath.dirname(path) or ".")
    html = _MODULE.sub("", html)
    html = _FOCUS.sub(r"\1", _LIVE.sub("", html))
    html = _ADDRESS.sub(lambda match: f'{match[1]}="{_file(match[2])}"', html)
    html = _POLICY.sub(lambda match: match[1] + _policy(match[2]), html)
    return html.replace("</head>", f'<script src="{depth}" defer></script></head>', 1)


def _file(address: str) -> str:
    """A link to a folder of the site as a link to the file in it; any other link as it is."""
    path, mark, inside = address.partition("#")
    if not path or ":" in path or path.startswith("//"):
        return address
    last = path.rsplit("/", 1)[-1]
    if last not in {"", ".", ".."}:
        return address
    return posixpath.normpath(posixpath.join(path, "index.html")) + mark + inside


def _policy(policy: str) -> str:
    """Files of a folder have no origin in common: they are named by their scheme. Nothing is fetched or computed."""
    parts = [part.strip() for part in policy.split(";")]
    kept = (part for part in parts if not part.startswith("connect-src"))
    return "; ".join(part.replace("'self'", "'self' file:") for part in kept)
