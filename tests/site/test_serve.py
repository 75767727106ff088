"""What `serve` shows while the tables are being edited: mistakes in the page, gone once mended, never published."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from wsgiref.util import FileWrapper

import pytest
from mkdocs.config import load_config

from vitrina.build import BuildFailed
from vitrina.cli import main
from vitrina.commands.serve import _server
from vitrina.desk.preview_panel import Faults, Missing, Remaining, panel, remaining
from vitrina.desk.templates import sheet
from vitrina.events import made, on_config
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.policy import with_policy
from vitrina.preview import Preview
from vitrina.words import Words

Ask = Callable[[str], tuple[str, str]]
RUSSIAN = Words("ru")
PAGE = "<!doctype html><html><head></head><body>{said}</body></html>"


@pytest.fixture
def money(small: Path) -> Path:
    return small / "build_data/programmes/parks/money.csv"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A build that takes no time: it says which it is. What stands in the list is raised instead."""
    faults: list[Any] = []
    count = 0

    def build(configuration: Path, folder: Path, address: str) -> None:
        nonlocal count
        if faults:
            raise faults.pop()
        count += 1
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(PAGE.format(said=f"сайт {count}"), encoding="utf-8")
        (folder / "embed.html").write_text(with_policy(f'<meta charset="utf-8">{address}'), encoding="utf-8")
        (folder / "404.html").write_text(PAGE.format(said="Такой страницы нет"), encoding="utf-8")
        made[str(configuration)] = SimpleNamespace(contexts=())  # type: ignore[assignment]  # of no programme

    monkeypatch.setattr("vitrina.preview.build_to_look_at", build)
    return faults


@pytest.fixture
def served(small: Path, builds: list[Any], tmp_path: Path) -> Iterator[tuple[Callable[[], None], Ask]]:
    """How to rebuild, and how to ask for a page: its status and what it says."""
    assert not builds, "no fault yet"
    (tmp_path / "scratch").mkdir()
    preview = Preview(small / "build_data", RUSSIAN, tmp_path / "scratch", "http://127.0.0.1:1/")
    server = _server(preview, 1, RUSSIAN)

    def ask(path: str) -> tuple[str, str]:
        found: list[str] = []

        def started(status: str, _: object) -> Any:
            found.append(status)

        content = server.get_app()({"PATH_INFO": path}, started)  # type: ignore[misc,arg-type]  # it is given later
        said = b"".join(content).decode()
        if isinstance(content, FileWrapper):
            content.close()
        return found[0], said

    yield server.builder, ask
    server.server_close()


def spoil(table: Path) -> str:
    before = table.read_text(encoding="utf-8")
    assert ";175168,2;" in before
    assert ";2024;" in before
    table.write_text(before.replace(";175168,2;", ";17516о,2;", 1).replace(";2024;", ";20х4;", 1), encoding="utf-8")
    return before


def test_a_mistake_shows_in_every_page_of_the_last_site_and_goes_when_mended(
    served: tuple[Callable[[], None], Ask], money: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild, ask = served
    rebuild()
    assert ask("/") == ("200 OK", PAGE.format(said="сайт 1"))
    before = spoil(money)
    rebuild()
    status, page = ask("/")
    assert status == "200 OK"
    assert "сайт 1" in page
    assert "В таблицах 2 ошибки" in page
    assert "<b>parks/money.csv, строка 2, «Сумма» (amount)</b><br>«17516о,2» — не число, внутри буква «о»." in page
    assert '<span class="v-mend">Напишите 175160,2.</span>' in page
    assert "«20х4» — не год." in page
    assert "строка 2, «Сумма» (amount): «17516о,2» — не число" in capsys.readouterr().out
    lost, page = ask("/nowhere/")
    assert lost.startswith("404")
    assert "Такой страницы нет" in page
    money.write_text(before, encoding="utf-8")
    rebuild()
    assert ask("/") == ("200 OK", PAGE.format(said="сайт 2"))


def test_tables_that_are_wrong_from_the_start_are_told_at_every_address_until_they_are_mended(
    served: tuple[Callable[[], None], Ask], money: Path
) -> None:
    rebuild, ask = served
    before = spoil(money)
    rebuild()
    for path in ("/", "/parks/funding/"):
        _, page = ask(path)
        assert page.startswith("<!doctype html>")
        assert "Сайта пока нет" in page
        assert "parks/money.csv, строка 3, «Год» (year)" in page
    money.write_text(before, encoding="utf-8")
    rebuild()
    assert ask("/") == ("200 OK", PAGE.format(said="сайт 1"))
    assert ask("/parks/funding/")[0].startswith("404")


def test_settings_that_cannot_be_read_are_told_too(served: tuple[Callable[[], None], Ask], small: Path) -> None:
    rebuild, ask = served
    city = small / "build_data/city.yml"
    before = city.read_text(encoding="utf-8")
    city.write_text("name: [", encoding="utf-8")
    rebuild()
    assert "city.yml" in ask("/")[1]
    city.write_text(before, encoding="utf-8")
    rebuild()
    assert "сайт 1" in ask("/")[1]


@pytest.mark.parametrize(
    ("fault", "said"),
    [(BuildFailed("ссылка в никуда"), "ссылка в никуда"), (KeyError("year"), "Это её ошибка, а не ваша")],
)
def test_what_the_build_refuses_leaves_the_last_site(
    served: tuple[Callable[[], None], Ask], builds: list[Any], fault: Exception, said: str
) -> None:
    rebuild, ask = served
    rebuild()
    builds.append(fault)
    rebuild()
    _, page = ask("/")
    assert "сайт 1" in page
    assert said in page
    assert "Сайт не собрался" in page
    rebuild()
    assert ask("/")[1] == PAGE.format(said="сайт 2")


def test_a_page_with_a_policy_of_its_own_takes_no_panel(served: tuple[Callable[[], None], Ask], money: Path) -> None:
    rebuild, ask = served
    rebuild()
    spoil(money)
    rebuild()
    assert "v-preview" in ask("/")[1]
    assert "v-preview" not in ask("/embed.html")[1]


def test_what_is_still_missing_stands_folded_in_the_panel(small: Path) -> None:
    dataset = load_dataset(small / "build_data").dataset
    assert dataset
    rest = remaining(make_site(dataset, RUSSIAN))
    assert rest.to_fill == ()
    [programme] = dataset.programmes
    assert len(rest.missing) == programme.gap_count
    said = panel(
        Faults(), (), Remaining((("parks/goals.csv, строка 2", "цель"),), (Missing("План", "/a/#b"),)), RUSSIAN
    )
    assert "<details open>" not in said
    assert "Осталось заполнить: 1" in said
    assert '<a href="/a/#b">План</a>' in said
    assert panel(Faults(), (), Remaining(), RUSSIAN) == ""


def test_the_panel_is_in_no_sheet_that_is_published() -> None:
    assert ".v-preview" in sheet("preview.css")
    theme = Path(__file__).parents[2] / "hooks/vitrina/theme"
    assert not [path for path in theme.rglob("*.css") if b"v-preview" in path.read_bytes()]


def test_ended_from_without_it_leaves_nothing_nor_what_a_killed_one_left(small: Path, money: Path) -> None:
    spoil(money)  # nothing has to be built
    (small / ".cache").unlink(missing_ok=True)
    left = small / ".cache/preview/1"
    left.mkdir(parents=True)
    command = [sys.executable, "-m", "vitrina", "serve"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=small, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        said = iter(server.stdout.readline, "")
        assert any("не число" in line for line in said)
        assert [path.name for path in left.parent.iterdir() if path.is_dir()] == [str(server.pid)]
        server.terminate()
        assert server.wait(60) == 0
    assert list(left.parent.iterdir()) == []


def test_the_named_tables_are_read_and_watched(
    small: Path, builds: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds.append(BuildFailed("whatever was built"))
    watched = []

    def stopped(server: Any, **_: object) -> None:
        watched.append(list(server._watched_paths))
        raise KeyboardInterrupt

    monkeypatch.setattr("vitrina.commands.serve.LiveReloadServer.serve", stopped)
    other = (small / "build_data").rename(tmp_path / "tables")
    assert main(["serve", "--data", str(other)]) == 0
    monkeypatch.setenv("VITRINA_DATA", str(other))
    assert {str(other), *on_config(load_config("mkdocs.yml")).watch, str(small / "docs")} <= set(watched[0])
    assert main(["serve"]) == 1, "there are no tables where they usually lie"
