"""The marks that a drawing of observations holds, told apart by what they are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from support.spaces import plain
from vitrina.charts.chart import Drawing


@dataclass(frozen=True, slots=True)
class Drawn:
    """The marks of one drawing, in pixels from the left upper corner."""

    bars: Sequence[dict[str, Any]]
    rules: Sequence[dict[str, Any]]
    plans: Sequence[dict[str, Any]]
    texts: Sequence[dict[str, Any]]

    @property
    def words(self) -> list[str]:
        return [plain(text["text"]) for text in self.texts]

    def at(self, words: str) -> dict[str, Any]:
        """The one text that says so."""
        [found] = [text for text in self.texts if plain(text["text"]) == words]
        return found

    @property
    def fills(self) -> list[str]:
        return [bar["fill"] for bar in self.bars]


def drawn(drawing: Drawing) -> Drawn:
    """Layer by layer, told apart by what they are drawn with."""
    spec = json.loads(drawing.spec)
    found: dict[str, list[dict[str, Any]]] = {"bar": [], "rule": [], "plan": [], "text": []}
    for layer in spec["layer"]:
        mark, rows = layer["mark"], spec["datasets"][layer["data"]["name"]]
        if mark.get("color") == "var(--paper)" and mark["type"] == "rule":
            continue  # the paper around the mark of a plan
        kind = "plan" if mark.get("color") == "var(--plan-mark)" and mark["type"] == "rule" else mark["type"]
        found[kind] += rows
    return Drawn(found["bar"], found["rule"], found["plan"], found["text"])
