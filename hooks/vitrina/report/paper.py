"""A page of the site as it stands on paper: nothing that is only for a screen, links that lead to pages of the report.

The page is taken as HTML and given back as HTML, so that the rest of the report is one plain document.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import tinyhtml5

from vitrina.addresses import Place
from vitrina.report.chapters import anchor_of
from vitrina.report.pictures import print_picture

_SCREEN_ONLY = frozenset(
    {
        "v-actions", "v-board__empty", "v-choices", "v-copy", "v-document-status", "v-key--narrow", "v-narrow",
        "v-onward-section", "v-patterns", "v-request__ways", "v-screen", "v-sr",
    }
)  # fmt: skip
_KEPT = frozenset({"class", "colspan", "href", "id", "lang", "rowspan", "scope", "start"})
"""The attributes that mean something on paper; those of drawings are left alone."""
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page has to know of the report that it becomes a part of."""

    places: Mapping[Place, Place]
    """Pages that a link may name, to the page of the report that tells the same."""
    address: str
    """Of the site in this language, with a slash at its end; empty where it is not known."""
    colours: Mapping[str, str]
    """Of print."""
    decoration: str
    """What a drawing without words of its own is, for those who do not see it."""

    def page(self, html: str, place: Place) -> str:
        """The page's content as it is printed."""
        root = tinyhtml5.parse(html, namespace_html_elements=False)
        body = root.find("body")
        if body is None:
            return ""
        _Sheet(self, place).put(body, self.decoration)
        return "".join(ElementTree.tostring(child, encoding="unicode", method="html") for child in body)


@dataclass(frozen=True, slots=True)
class _Sheet:
    paper: Paper
    place: Place

    def put(self, parent: Element, description: str) -> None:
        """Make all that is below an element fit for paper. `description` is what the nearest picture shows."""
        for child in list(parent):
            if child.tag != "caption" and _classes(child) & _SCREEN_ONLY:
                _drop(parent, child)
                continue
            if "v-formula" in _classes(child):
                _in_words(child)
            said = child.get("aria-label") or description
            if child.tag == f"{_SVG}svg":
                print_picture(child, self.paper.colours, said)
                continue
            self.put(child, said)
            self._reduce(child)

    def _reduce(self, element: Element) -> None:
        match element.tag:
            case "details":
                element.tag = "div"
            case "summary":
                element.tag = "p"
                element.set("class", "summary")
            case "dl" | "dt" | "dd":  # the printing program tags them as lists, which a list of pairs is not
                element.set("class", f"{element.get('class', '')} {element.tag}".strip())
                element.tag = "div"
            case "a":
                self._lead(element)
        if identity := element.get("id"):
            element.set("id", anchor_of(self.place, identity))
        for name in set(element.attrib) - _KEPT:
            del element.attrib[name]

    def _lead(self, link: Element) -> None:
        """A link leads to its page of the report, or out of it; one to neither is left as its words."""
        if len(link) == 1 and link[0].tag == "i":  # the printing program loses a link that holds nothing but an element
            link.text = (link.text or "") + (link[0].text or "")
            link.remove(link[0])
        href = link.attrib.pop("href", "")
        target = self._target(href)
        if target:
            link.set("href", target)
        else:
            link.tag = "span"
        if target.startswith("http") and target not in "".join(link.itertext()):
            link.set("class", f"{link.get('class', '')} outside".strip())

    def _target(self, href: str) -> str:
        if href.startswith(("https:", "http:", "mailto:")):
            return href
        path, _, inside = href.partition("#")
        whole = posixpath.normpath(posixpath.join(self.place.folder or ".", path)) if path else self.place.folder
        folder = whole.removesuffix("index.md").strip("/.")
        here = self.paper.places.get(Place(folder))
        if here:
            return f"#{anchor_of(here, inside)}"
        if self.paper.address and not whole.startswith(".."):
            page = folder if path.endswith(("/", ".md")) else whole
            return self.paper.address + page + ("/" if page == folder else "") + (f"#{inside}" if inside else "")
        return ""


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _drop(parent: Element, child: Element) -> None:
    """Take an element away, but not the words behind it."""
    position = list(parent).index(child)
    if child.tail:
        if position:
            before = parent[position - 1]
            before.tail = (before.tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _in_words(formula: Element) -> None:
    """The printing program sets no formulas: what is read out in place of one is printed."""
    for part in list(formula):
        if part.tag == "p":
            part.set("class", "formula")
        else:
            formula.remove(part)
