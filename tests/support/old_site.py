"""A site that is published already, and how to tell whether it still is as it was."""

from pathlib import Path

from vitrina.policy import with_policy


def publish(folder: Path) -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text(with_policy('<meta charset="utf-8">прежний сайт'), encoding="utf-8")
    (folder / "en/index.html").write_text("the old site", encoding="utf-8")
    return folder


def half_a_site(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("новый сайт", encoding="utf-8")


def is_old(site: Path) -> bool:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return pages == ["en/index.html", "index.html"] and "прежний" in (site / "index.html").read_text(encoding="utf-8")


def left_beside(site: Path) -> list[str]:
    """What a build that does not run any more has left."""
    return [path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}-")]
