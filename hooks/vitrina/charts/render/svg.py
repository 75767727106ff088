"""Makes the renderer's SVG fit to stand in a page: nothing but shapes and words, no ids, no styles, few bytes.

What is not on the list of known shapes and attributes is refused, so nothing unexpected ever reaches a page.
"""

import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SHAPES = {"svg", "g", "path", "line", "rect", "text"}
_DROPPED = {
    "aria-hidden", "aria-label", "aria-roledescription", "class", "font-family", "pointer-events", "role",
    "stroke-miterlimit", "version",
}  # fmt: skip
_KEPT = {
    "d", "fill", "fill-opacity", "font-size", "font-style", "font-weight", "opacity", "stroke", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "transform",
    "x", "x2", "y", "y2",
}  # fmt: skip
_DEFAULTS = {
    ("opacity", "1"), ("fill-opacity", "1"), ("stroke-opacity", "1"), ("text-anchor", "start"),
    ("font-weight", "normal"),
    ("stroke-width", "1"), ("x2", "0"), ("y2", "0"),
}  # fmt: skip
_INHERITED = _KEPT - {"d", "opacity", "transform", "x", "x2", "y", "y2"}
_SAFE_VALUE = re.compile(r"(?:url\(#[a-z0-9-]+\)|var\(--[a-z0-9-]+\)|[\w\s.,%+#()-]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


class UnsafeDrawing(ValueError):
    """The renderer gave something that is not a plain picture: a script, a link, a style, an unknown shape."""


def clean(svg: str) -> str:
    """One line of SVG with its own proportions, hidden from readers aloud: the page names the picture."""
    root = ElementTree.fromstring(svg)  # noqa: S314  it comes from our own renderer
    width, height = (_short(root.attrib[side]) for side in ("width", "height"))
    inside = "".join(_written(child) for child in root)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true" focusable="false">{inside}</svg>'
    )


def _written(element: ElementTree.Element) -> str:
    name = element.tag.removeprefix(_NAMESPACE)
    if name not in _SHAPES or name == "svg":
        raise UnsafeDrawing(f"<{name}>")
    attributes = _attributes(element)
    if attributes.get("d") == "" or "display" in element.attrib or _is_background(element):
        return ""
    if name == "text":
        return f"<text{_listed(attributes)}>{escape(element.text or '')}</text>" if element.text else ""
    if name != "g":
        return f"<{name}{_listed(attributes)}/>"
    shared = _hoisted(element)
    inside = "".join(_written(child) for child in element)
    attributes |= shared
    if not inside:
        return ""
    return f"<g{_listed(attributes)}>{inside}</g>" if attributes else inside


def _is_background(element: ElementTree.Element) -> bool:
    return (
        element.get("class") in {"background", "foreground"}
        and "fill" not in element.attrib
        and "stroke" not in element.attrib
    )


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name in _DROPPED or name == "display":
            continue
        if name not in _KEPT or not _SAFE_VALUE.fullmatch(value):
            raise UnsafeDrawing(f'{name}="{value}"')
        short = _shortened(name, value)
        if (name, short) not in _DEFAULTS and short != "translate(0,0)":
            found[name] = short
    return found


def _hoisted(group: ElementTree.Element) -> dict[str, str]:
    """What all shapes of a group share is said once, on the group."""
    shapes = [child for child in group if child.tag != f"{_NAMESPACE}g"]
    if len(shapes) < 2 or len(shapes) != len(group):
        return {}
    first, *rest = ({name: child.attrib[name] for name in child.attrib if name in _INHERITED} for child in shapes)
    shared = {name: value for name, value in first.items() if all(other.get(name) == value for other in rest)}
    for child in shapes:
        for name in shared:
            del child.attrib[name]
    holder = ElementTree.Element("g", shared)
    return _attributes(holder)


def _shortened(name: str, value: str) -> str:
    if name in {"d", "transform", "x", "x2", "y", "y2"}:
        return _NUMBER.sub(lambda match: _short(match[0]), value)
    if name == "font-size":
        return value.removesuffix("px")
    return value


def _short(number: str) -> str:
    """A tenth of a pixel is as fine as a screen shows."""
    text = f"{round(float(number), 1):g}" if abs(float(number)) < 100_000 else number
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _listed(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in sorted(attributes.items()))
