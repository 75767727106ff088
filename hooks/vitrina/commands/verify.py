"""Whether a published site is what its commit makes: it is built again and compared file by file."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from subprocess import run
from urllib.error import URLError
from urllib.parse import quote, urljoin
from urllib.request import urlopen

from vitrina.commands import GOOD, WRONG
from vitrina.manifest import MANIFEST, Manifest, checked_out, hash_of, hashes_of, read_manifest
from vitrina.output import Refused
from vitrina.words import Words
from vitrina.words.catalogue import sentence

_SHOWN = 20  # differences that are named one by one
_PATIENCE = 30  # seconds for one file


@dataclass(frozen=True, slots=True)
class Differences:
    """Paths within the site, in their order."""

    changed: Sequence[str]
    missing: Sequence[str]
    """What the other one has and this one has not."""
    added: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)


def verify(site: str, words: Words) -> int:
    """`site` is an address or a folder. Raises `Refused` and `OSError` where it cannot be looked at."""
    published = _published(site)
    manifest = _manifest(published)
    own = differences(manifest.files, _hashes(published, manifest))
    if own:
        print(words.say("{site}: файлы не те, что названы в его же {file}.", site=site, file=MANIFEST))
        _tell(own, words)
        return WRONG
    with _rebuilt(manifest, words) as again:
        other = differences(again, manifest.files)
    if other:
        print(words.say("{site}: из коммита {commit} собирается другой сайт.", site=site, commit=manifest.commit))
        _tell(other, words)
        return WRONG
    print(
        words.say_n(
            "{site}: в точности то, что собирается из коммита {commit}. Сверен {count} файл.",
            "{site}: в точности то, что собирается из коммита {commit}. Сверено {count} файлов.",
            len(manifest.files),
            site=site,
            commit=manifest.commit,
        )
    )
    return GOOD


def differences(expected: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    """What of the files found is not as expected; both are hashes by paths."""
    return Differences(
        [path for path in expected if path in found and found[path] != expected[path]],
        [path for path in expected if path not in found],
        [path for path in found if path not in expected],
    )


def _published(site: str) -> str | Path:
    if "://" not in site:
        return Path(site)
    if not site.startswith(("https://", "http://")):
        raise Refused(sentence("{site}: нужен адрес, который начинается с https://, или папка с сайтом."), site=site)
    return site if site.endswith("/") else site + "/"


def _manifest(published: str | Path) -> Manifest:
    try:
        return read_manifest(_read(published, MANIFEST).decode("utf-8"))
    except ValueError:
        raise Refused(
            sentence("{site}: файл {file} не читается. Сайт собран другой программой или повреждён."),
            site=published,
            file=MANIFEST,
        ) from None


def _read(published: str | Path, path: str) -> bytes:
    if isinstance(published, Path):
        return (published / path).read_bytes()
    try:
        with urlopen(urljoin(published, quote(path)), timeout=_PATIENCE) as answer:  # noqa: S310  its scheme was looked at
            return bytes(answer.read())
    except URLError as fault:
        raise Refused(
            sentence("{site}: файл {file} не открывается. Ответ сервера: {reason}."),
            site=published,
            file=path,
            reason=fault.reason,
        ) from None


def _hashes(published: str | Path, manifest: Manifest) -> Mapping[str, str]:
    """Of a folder all files; of an address those that its manifest names, since no server lists the others."""
    if isinstance(published, Path):
        return hashes_of(published)
    return {path: hash_of(_read(published, path)) for path in manifest.files}


@contextmanager
def _rebuilt(manifest: Manifest, words: Words) -> Iterator[Mapping[str, str]]:
    """The hashes of the site that the commit makes, built in a folder of its own."""
    if not manifest.commit:
        raise Refused(sentence("Сайт собран не из коммита, а из правленых файлов: повторить сборку не из чего."))
    with checked_out(Path.cwd(), manifest.commit) as tree:
        if tree is None:
            raise Refused(
                sentence("Коммита {commit} здесь нет. Перейдите в папку проекта и получите его с сервера."),
                commit=manifest.commit,
            )
        print(words.say("Собираем сайт заново из коммита {commit}…", commit=manifest.commit), flush=True)
        yield _built(tree, manifest)


def _built(tree: Path, manifest: Manifest) -> Mapping[str, str]:
    settings = {
        "PYTHONPATH": str(tree / "hooks"),
        "SITE_URL": manifest.address,
        "SOURCE_DATE_EPOCH": str(manifest.time),
    }
    made = run(
        [sys.executable, "-m", "vitrina", "build"],
        cwd=tree,
        env={**environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise Refused(
            sentence("Из коммита {commit} сайт не собирается: {reason}"),
            commit=manifest.commit,
            reason=" ".join((made.stderr or made.stdout).split()),
        )
    return hashes_of(tree / "site")


def _tell(found: Differences, words: Words) -> None:
    for heading, paths in (
        (words.say("Другое содержание:"), found.changed),
        (words.say("Нет на сайте:"), found.missing),
        (words.say("Лишнее:"), found.added),
    ):
        if paths:
            print(heading)
            for path in paths[:_SHOWN]:
                print(f"  {path}")
            if len(paths) > _SHOWN:
                print(words.say("  и ещё {count}", count=len(paths) - _SHOWN))
