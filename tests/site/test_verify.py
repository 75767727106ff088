"""`vitrina verify`: a site is what its commit makes, or every file that is not is named."""

import json
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from support.file_trees import replace, tree
from vitrina.cli import main
from vitrina.manifest import MANIFEST, read_manifest


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site of two files, whose commit nobody has."""
    site = tmp_path / "published"
    site.mkdir()
    (site / "index.html").write_text("the site", encoding="utf-8")
    (site / "style.css").write_text("", encoding="utf-8")
    files = tree(site)
    manifest = {
        "version": 1,
        "commit": "0" * 40,
        "address": "",
        "time": 0,
        "python": "3",
        "packages": {},
        "files": files,
    }
    (site / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return site


@pytest.fixture
def address(published: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=published))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_every_file_of_a_site_is_in_its_manifest(built_site: Path) -> None:
    manifest = read_manifest((built_site / MANIFEST).read_text(encoding="utf-8"))
    assert manifest.files == {path: content for path, content in tree(built_site).items() if path != MANIFEST}
    assert manifest.packages["mkdocs"]
    assert manifest.time == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("where", ["folder", "address"])
def test_a_file_that_is_not_that_of_the_manifest_is_named(
    where: str, published: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / "index.html").write_text("another site", encoding="utf-8")
    assert main(["verify", str(published) if where == "folder" else address]) == 1
    told = capsys.readouterr().out
    assert "файлы не те" in told
    assert "Другое содержание:\n  index.html\n" in told


@pytest.mark.usefixtures("project")
def test_a_file_too_many_in_a_folder_is_named(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (published / "added.html").write_text("", encoding="utf-8")
    assert main(["verify", str(published)]) == 1
    assert "Лишнее:\n  added.html\n" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_a_file_that_the_server_has_not_is_named(
    published: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / "style.css").unlink()
    assert main(["verify", address]) == 1
    assert "style.css" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_a_commit_that_is_not_here_is_named(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(published)]) == 1
    assert f"Коммита {'0' * 40} здесь нет" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, "", "[]", '{"version": 2}', '{"version": 1, "files": {}}'])
@pytest.mark.usefixtures("project")
def test_what_is_no_site_of_ours_is_refused(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "strange"
    folder.mkdir()
    if content is not None:
        (folder / MANIFEST).write_text(content, encoding="utf-8")
    assert main(["verify", str(folder)]) == 1
    assert MANIFEST in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_only_an_address_of_the_web_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "file:///etc/"]) == 1
    assert "https://" in capsys.readouterr().err


def _git(project: Path, *arguments: str) -> None:
    named = ("-c", "user.name=City", "-c", "user.email=city@example.org")
    subprocess.run(["git", *named, *arguments], cwd=project, check=True, capture_output=True)


@pytest.mark.thorough
def test_a_site_is_built_again_from_its_commit_and_compared(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / ".gitignore").write_text("/site/\n/.cache\n*.pyc\n", encoding="utf-8")
    (small / "docs/.gitkeep").touch()  # git keeps no empty folder, and MkDocs asks for this one
    _git(small, "init")
    _git(small, "add", "--all")
    _git(small, "commit", "-m", "The tables")
    assert main(["build"]) == 0
    assert main(["verify", "site"]) == 0
    assert "в точности то, что собирается из коммита" in capsys.readouterr().out
    trees = subprocess.run(["git", "worktree", "list"], cwd=small, capture_output=True, text=True, check=True)
    assert trees.stdout.count("\n") == 1, "the folder it was built in is gone"

    front = small / "site/index.html"
    replace(front, "</body>", "<!-- more --></body>")
    manifest = json.loads((small / "site" / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"]["index.html"] = tree(small / "site")["index.html"]
    (small / "site" / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert main(["verify", "site"]) == 1
    assert "собирается другой сайт" in (told := capsys.readouterr().out)
    assert "Другое содержание:\n  index.html\n" in told
