"""What a built site consists of: every file by its hash, and the commit and programs that it was made from."""

import hashlib
import json
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

MANIFEST = "manifest.json"
"""At the root of the site; the only file that it does not name."""
_VERSION = 1
_MADE_WITH = (
    "vitrina",
    "mkdocs",
    "mkdocs-material",
    "altair",
    "vl-convert-python",
    "pagefind",
    "typst",
    "pypdfium2",
    "pandas",
)
"""The packages whose version shows in the bytes of a site."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` are hashes (SHA-256, hexadecimal) by paths within the site."""

    commit: str
    """Its full hash; empty for a project outside a repository, or with changes that are not committed."""
    address: str
    """The SITE_URL that the site was built for; empty for one that may stand anywhere."""
    time: int
    """Seconds since 1970 that are written into the site."""
    python: str
    packages: Mapping[str, str]
    files: Mapping[str, str]

    def text(self) -> str:
        return json.dumps({"version": _VERSION, **asdict(self)}, ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: str) -> Manifest:
    """Raises `ValueError` for what is no manifest of this version."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.pop("version", None) != _VERSION:
        raise ValueError("no manifest of version 1")
    try:
        return Manifest(**content)
    except TypeError as fault:
        raise ValueError(str(fault)) from fault


def write_manifest(site: Path, commit: str, address: str, time: int) -> None:
    """Name every file of a finished site in its `manifest.json`."""
    manifest = Manifest(
        commit=commit,
        address=address,
        time=time,
        python=platform.python_version(),
        packages={name: version(name) for name in _MADE_WITH},
        files=hashes_of(site),
    )
    (site / MANIFEST).write_text(manifest.text(), encoding="utf-8")


def hashes_of(site: Path) -> Mapping[str, str]:
    """The hash of every file of a site but its manifest, in the order of their paths."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    named = ((path.relative_to(site).as_posix(), path) for path in files)
    return {name: hash_of(path.read_bytes()) for name, path in named if name != MANIFEST}


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def commit_of(project: Path) -> str:
    """The commit that the project's files are those of; empty where there is none such."""
    changes = git(project, "status", "--porcelain")
    return (git(project, "rev-parse", "HEAD") or "").strip() if changes == "" else ""


@contextmanager
def checked_out(project: Path, commit: str) -> Iterator[Path | None]:
    """A folder with the whole repository as it was in a commit, for as long as it is wanted; None if there is none."""
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        if git(project, "worktree", "add", "--detach", str(tree), commit) is None:
            yield None
            return
        try:
            yield tree
        finally:
            git(project, "worktree", "remove", "--force", str(tree))


def git(project: Path, *arguments: str) -> str | None:
    """What git answers; None where it cannot be asked or refuses."""
    program = shutil.which("git")
    if program is None:
        return None
    asked = subprocess.run([program, *arguments], cwd=project, capture_output=True, text=True, check=False)
    return asked.stdout if asked.returncode == 0 else None
