"""Paints cards: Typst lays out all of them at once, PDFium makes pixels of that; one by one takes ten times as long."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files

import pypdfium2
import typst

from vitrina.charts.render.png import packed
from vitrina.report.printer import FACES, faces
from vitrina.sharing.cards import Card
from vitrina.store import Store, version_of
from vitrina.words.numbers import Language

WIDE, SQUARE = (1200, 630), (600, 600)
"""Pixels. Most services show the wide one; messengers that have room for a square cut it out of that otherwise."""


def painted(cards: Iterable[Card], language: Language, colours: Mapping[str, str], kept: Store) -> Mapping[str, bytes]:
    """The pictures of all cards by their paths. Painted are those that are not kept; equal cards are equal bytes."""
    paper = {"language": language, "colours": dict(colours)}
    specs = {card.files: _spec(card) for card in cards}
    keys = {spec: _key(json.dumps(paper, sort_keys=True) + spec) for spec in specs.values()}
    missing = [spec for spec, key in keys.items() if None in (kept.get(f"{key}.png"), kept.get(f"{key}-square.png"))]
    for spec, (wide, square) in zip(missing, _pairs(paper, missing), strict=True):
        kept.put(f"{keys[spec]}.png", wide)
        kept.put(f"{keys[spec]}-square.png", square)
    found: dict[str, bytes] = {}
    for files_of_card, spec in specs.items():
        found[files_of_card.wide] = kept.get(f"{keys[spec]}.png") or b""
        found[files_of_card.square] = kept.get(f"{keys[spec]}-square.png") or b""
    return found


def _spec(card: Card) -> str:
    """All that shows in it; where it lies does not."""
    shown = asdict(card)
    del shown["files"], shown["described"]
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def _pairs(paper: Mapping[str, object], specs: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    """Of each card its two pictures."""
    if not specs:
        return
    laid_out = typst.compile(
        files("vitrina.sharing").joinpath("card.typ").read_bytes(),
        font_paths=faces(),
        sys_inputs={"cards": json.dumps({**paper, "cards": [json.loads(spec) for spec in specs]})},
        format="pdf",
        timestamp=0,
    )
    assert isinstance(laid_out, bytes)  # noqa: S101  of PDF there is always one file
    document = pypdfium2.PdfDocument(laid_out)
    for at in range(0, len(document), 2):
        yield _pixels(document[at], WIDE[0]), _pixels(document[at + 1], SQUARE[0])


def _pixels(sheet: pypdfium2.PdfPage, width: int) -> bytes:
    drawn = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=True)
    return packed(drawn.to_numpy().copy())


def _key(spec: str) -> str:
    return hashlib.sha256(f"{_made_by()}\0{spec}".encode()).hexdigest()


@cache
def _made_by() -> str:
    """What turns a card into pixels."""
    programs = (*FACES, "typst", "pypdfium2")
    code = (files("vitrina.sharing") / name for name in ("card.typ", "card_painter.py"))
    return "\0".join([*map(version, programs), version_of([*code, files("vitrina.charts.render") / "png.py"])])
