"""The repository in another folder, with other tables in the place of the published ones."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = Path("hooks/vitrina")


def copy_project(folder: Path, data: Path) -> None:
    """A project's own files and these tables; what earlier builds have drawn is shared, and the package too."""
    (folder / PACKAGE.parent).mkdir(parents=True)
    (folder / "incoming").mkdir()
    for name in ("mkdocs.yml", "hooks/site.py", "incoming/README.md"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "docs").mkdir()
    shutil.copytree(data, folder / "build_data")
    if (ROOT / ".cache").is_dir():
        (folder / ".cache").symlink_to(ROOT / ".cache")


def copy_package(folder: Path) -> None:
    """The engine in the state of the working tree, for a project that has it to itself."""
    # Compiled code comes along; a name behind .pyc is that of a file which another process is just writing.
    shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("*.pyc.*"))
