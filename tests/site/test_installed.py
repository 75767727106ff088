"""A city without the engine's sources: the wheel is installed, makes a project, builds its site, and is upgraded."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from support.file_trees import tree
from vitrina.manifest import Manifest, read_manifest

ROOT = Path(__file__).parents[2]
SOURCES = ("pyproject.toml", "LICENSE", "LICENSE-TEXTS.md", "hooks")
MADE = ("site/", ".cache/", "hooks/__pycache__/")
NEXT = "99.0.0"
ENSK = ["--name", "Энск", "--genitive", "Энска", "--region", "Энская область"]

pytestmark = pytest.mark.thorough


def run(*command: str | Path, within: Path) -> str:
    inherited = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "SITE_URL"}}
    done = subprocess.run(
        command, cwd=within, env=inherited, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def wheel(folder: Path, wheels: Path, version: str = "") -> None:
    """Of the sources as they are here, in a copy: building leaves files beside them. Nothing is fetched."""
    folder.mkdir()
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    if version:
        settings = folder / "pyproject.toml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', text), encoding="utf-8")
        with (folder / "hooks/vitrina/theme/css/tokens.css").open("a", encoding="utf-8") as styles:
            styles.write("\n.of-the-next { color: red; }\n")
    options: list[str | Path] = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", wheels]
    run(sys.executable, "-m", "pip", "wheel", *options, ".", within=folder)


def environment(folder: Path) -> Path:
    """Its Python: what the engine needs is that of these tests, since there is no index to install it from."""
    venv.create(folder, symlinks=True)
    python = folder / "bin/python"
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", within=folder).strip()
    Path(packages, "what-it-needs.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def install(python: Path, wheels: Path, what: list[str | Path], within: Path) -> None:
    options: list[str | Path] = ["--quiet", "--no-deps", "--no-index", "--find-links", wheels]
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, *what, within=within)


def built(python: Path, project: Path) -> Manifest:
    assert "Ошибок нет" in run(python, "-m", "vitrina", "check", within=project)
    assert run(python, "-m", "vitrina", "build", within=project) == "Сайт построен: site\n"
    return read_manifest((project / "site/manifest.json").read_text(encoding="utf-8"))


def test_a_city_begins_with_the_wheel_and_upgrades_by_its_version(tmp_path: Path) -> None:
    wheels, project = tmp_path / "wheels", tmp_path / "ensk"
    wheel(tmp_path / "sources", wheels)
    wheel(tmp_path / "next sources", wheels, NEXT)
    [first, _] = sorted(wheels.iterdir())
    python = environment(tmp_path / "environment")
    install(python, wheels, [first], tmp_path)
    run(python, "-m", "vitrina", "new", project, *ENSK, within=tmp_path)
    files = tree(project)

    before = built(python, project)
    page = (project / "site/index.html").read_text(encoding="utf-8")
    assert "Программы Энска" in page
    assert "Осталось заполнить" in page
    assert (project / "site/staff/index.html").is_file()
    assert (project / "site/pagefind/pagefind.js").is_file()

    requirements = project / "requirements.txt"
    pinned = requirements.read_text(encoding="utf-8")
    assert f"vitrina=={before.packages['vitrina']}\n" in pinned
    requirements.write_text(pinned.replace(before.packages["vitrina"], NEXT), encoding="utf-8")
    install(python, wheels, ["--requirement", requirements], project)
    after = built(python, project)
    assert after.packages["vitrina"] == NEXT
    assert ".of-the-next" in (project / "site/css/vitrina.css").read_text(encoding="utf-8")
    changed = {path for path in before.files if before.files[path] != after.files.get(path)}
    assert changed == {"css/vitrina.css", "css/lone.css"}  # of pages, and of embeds
    kept = {
        path: content
        for path, content in tree(project).items()
        if not path.startswith(("site/", ".cache/", "hooks/__pycache__/"))
    }
    assert {path for path in files | kept if files.get(path) != kept.get(path)} == {"requirements.txt"}

    run(python, "-m", "mkdocs", "build", "--quiet", "--site-dir", "plain", within=project)
    assert "Осталось заполнить" in (project / "plain/index.html").read_text(encoding="utf-8")
