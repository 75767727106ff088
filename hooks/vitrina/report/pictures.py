"""A drawing of a page as it is printed: in plain colours, with the hatches it refers to and words for its title."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, fromstring

from vitrina.charts import hatches
from vitrina.charts.palette import coloured, plain

FONT = "PT Sans"
"""The face of all words in drawings."""
_SVG = "{http://www.w3.org/2000/svg}"
_LOOKS: Mapping[str, Mapping[str, str]] = {
    "v-spark__actual": {"fill": "none", "stroke": "ink", "stroke-width": "2"},
    "v-spark__plan": {"fill": "none", "stroke": "plan-mark", "stroke-width": "2", "stroke-dasharray": "1 4"},
    "v-spark__break": {"fill": "none", "stroke": "chart-axis", "stroke-width": "1"},
    "v-spark__last": {"fill": "ink"},
    "v-spark__alone": {"fill": "ink"},
}
"""What the style sheet of the site does for drawings with classes: the printing program does not read it for them."""
_COLOURED = ("fill", "stroke")


def print_picture(svg: Element, colours: Mapping[str, str], description: str) -> None:
    """Make a drawing stand by itself. `description` is read out in its place."""
    for shape in svg.iter():
        for name in shape.attrib.keys() & {"fill", "stroke"}:
            shape.set(name, plain(shape.attrib[name], colours))
        for look in shape.attrib.pop("class", "").split():
            for name, value in _look(look).items():
                shape.set(name, colours.get(value, value) if name in _COLOURED else value)
    for name in ("aria-hidden", "focusable", "role", "aria-label"):
        svg.attrib.pop(name, None)
    svg.set("font-family", FONT)
    if names := hatches.used(value for shape in svg.iter() for value in shape.attrib.values()):
        svg.insert(0, _defined(names, colours))
    title = Element("title")
    title.text = description
    svg.insert(0, title)
    for shape in svg.iter():
        shape.tag = shape.tag.removeprefix(_SVG)  # in a page of HTML the names stand bare


def _look(name: str) -> Mapping[str, str]:
    if name.startswith("v-source-"):
        return {"fill": name.removeprefix("v-")}
    return _LOOKS.get(name, {})


def _defined(names: Iterable[str], colours: Mapping[str, str]) -> Element:
    """Hatches, which a page of the site holds once for all its drawings."""
    whole = f'<svg xmlns="http://www.w3.org/2000/svg"><defs>{coloured(hatches.printed(names), colours)}</defs></svg>'
    return fromstring(whole)[0]  # noqa: S314  our own
