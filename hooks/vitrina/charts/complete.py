"""A chart put together of what is drawn, of what its findings say of it, and of the figures behind it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from vitrina.charts.chart import Chart, Panel, Table
from vitrina.charts.kit.panels import TitledPanel, together
from vitrina.charts.kit.style import Layered, drawing
from vitrina.words import Words


class Subject(Protocol):
    """What a chart is drawn of."""

    @property
    def words(self) -> Words: ...

    @property
    def source(self) -> str: ...


Drawn_contra = TypeVar("Drawn_contra", bound=Subject, contravariant=True)


class Findings(Protocol[Drawn_contra]):
    """A module of `findings`."""

    def finding(self, subject: Drawn_contra, /) -> str: ...

    def subtitle(self, subject: Drawn_contra, /) -> str: ...

    def description(self, subject: Drawn_contra, /) -> str: ...


class PanelFindings(Findings[Drawn_contra], Protocol[Drawn_contra]):
    """A module of `findings` of a chart of several panels, each of which has a key."""

    def note(self, subject: Drawn_contra, key: str, /) -> str: ...

    def about(self, subject: Drawn_contra, key: str, /) -> str: ...


def complete(
    name: str, subject: Drawn_contra, told: Findings[Drawn_contra], shapes: tuple[Layered, Layered], table: Table
) -> Chart:
    """`shapes` are the wide and the narrow drawing."""
    wide, narrow = shapes
    return Chart(
        id=name,
        words=subject.words,
        finding=told.finding(subject),
        subtitle=told.subtitle(subject),
        description=told.description(subject),
        source=subject.source,
        wide=drawing("wide", wide),
        narrow=drawing("narrow", narrow),
        table=table,
    )


def complete_panels(
    name: str,
    subject: Drawn_contra,
    told: PanelFindings[Drawn_contra],
    panels: Mapping[str, TitledPanel],
    table: Table,
) -> Chart:
    """A chart of several panels, by their keys."""
    return replace(
        complete(name, subject, told, together(list(panels.values())), table),
        panels=tuple(
            Panel(
                source=key,
                slot=panel.slot,
                title=panel.title,
                note=told.note(subject, key),
                description=told.about(subject, key),
                drawing=drawing(key, panel.alone()),
            )
            for key, panel in panels.items()
        ),
    )
