"""Templates are compiled once: the next build takes what was kept, unless that is damaged or out of date."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from vitrina.store import Folder, Store
from vitrina.templates import CompiledTemplates


def said(store: Store, text: str = "Было {{ money }}.", made_by: str = "code") -> str:
    """As a build of its own says it."""
    environment = Environment(
        loader=DictLoader({"page.md": text}), autoescape=True, bytecode_cache=CompiledTemplates(store, made_by)
    )
    return environment.get_template("page.md").render(money=717)


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(Folder(tmp_path)) == "Было 717."
    with monkeypatch.context() as later:
        later.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
        assert said(Folder(tmp_path)) == "Было 717."
        with pytest.raises(pytest.fail.Exception):
            said(Folder(tmp_path), made_by="other code")
    assert said(Folder(tmp_path), text="Стало {{ money }}.") == "Стало 717."


@pytest.mark.parametrize("damage", [b"", b"\0", b"not what was kept"])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, damage: bytes) -> None:
    said(Folder(tmp_path))
    [kept] = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[:-10])
    assert said(Folder(tmp_path)) == "Было 717."
    assert kept.read_bytes() == whole
