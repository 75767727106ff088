"""The repository in another folder, with other tables in the place of the published ones."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("mkdocs.yml", "docs", "hooks")


def copy_project(folder: Path, data: Path) -> None:
    """What a site is built from, in the state of the working tree; what earlier builds have drawn is shared."""
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            # Compiled code comes along; a name behind .pyc is that of a file which another process is just writing.
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("*.pyc.*", "*.egg-info"))
        else:
            shutil.copy(source, folder / name)
    shutil.copytree(data, folder / "build_data")
    if (ROOT / ".cache").is_dir():
        (folder / ".cache").symlink_to(ROOT / ".cache")
