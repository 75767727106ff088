"""The charts by what they are drawn of. A module registers its own chart; whoever needs charts asks for them here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

import vitrina.charts
from vitrina.charts.chart import Chart

Subject = TypeVar("Subject")
"""What a chart is drawn of: the money of a programme, an indicator."""


@dataclass(frozen=True, slots=True)
class _Registered:
    subject: type
    draw: Callable[[Any], Chart]
    applies: Callable[[Any], bool]
    variants: tuple[str, ...]


_registered: dict[str, _Registered] = {}
"""By name, which is that of the drawing function and by which templates show the chart."""


def chart(
    of: type[Subject], applies: Callable[[Subject], bool] = lambda _: True, variants: tuple[str, ...] = ()
) -> Callable[[Callable[[Subject], Chart]], Callable[[Subject], Chart]]:
    """Registers the function below it; `applies` tells whether there is anything to draw.

    A page that shows the chart several times tells them apart by `variants`: `year_execution`, `source_execution`.
    Raises `ValueError` for a name that another chart has.
    """

    def register(draw: Callable[[Subject], Chart]) -> Callable[[Subject], Chart]:
        if draw.__name__ in _registered:
            raise ValueError(f"two charts are called {draw.__name__}")
        _registered[draw.__name__] = _Registered(of, draw, applies, variants)
        return draw

    return register


def charts_of(subject: object, variant: str = "") -> Mapping[str, Chart]:
    """Every chart that has something to show of it, by name, in one order whichever module was imported first."""
    _import_all()
    return {
        _name(name, variant): one.draw(subject)
        for name, one in sorted(_registered.items())
        if isinstance(subject, one.subject) and one.applies(subject)
    }


@cache
def chart_names() -> frozenset[str]:
    """Every name by which a page may show a chart."""
    _import_all()
    return frozenset(_name(name, variant) for name, one in _registered.items() for variant in ("", *one.variants))


def _name(name: str, variant: str) -> str:
    return f"{variant}_{name}" if variant else name


@cache
def _import_all() -> None:
    for module in iter_modules(vitrina.charts.__path__):
        import_module(f"vitrina.charts.{module.name}")
