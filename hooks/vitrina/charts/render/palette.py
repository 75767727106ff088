"""The page's colours, and how strong they are, for pictures that leave the page.

Their one home is the style sheet: it is read, not copied.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PROPERTY = re.compile(r"--([a-z0-9-]+)\s*:\s*([^;]+);")
_PLAIN = re.compile(r"#[0-9a-f]{3,8}|\.\d+")
_SHAPE = re.compile(r"<[^>]*>")
_USED = re.compile(r"var\(--([a-z0-9-]+)\)")

LIGHT, DARK = ":root", '[data-palette="dark"]'


@cache
def palette(tokens: Path, scheme: str = LIGHT) -> Mapping[str, str]:
    """What a style sheet sets for a scheme: plain colours, `ink` to `#14202a`, and strengths, `hatch` to `.22`."""
    everywhere, own = _declared(tokens, LIGHT), _declared(tokens, scheme)
    found = {name: _followed(value, everywhere) for name, value in own.items()}
    return {name: value for name, value in found.items() if _PLAIN.fullmatch(value)}


def _declared(tokens: Path, scheme: str) -> Mapping[str, str]:
    declared: dict[str, str] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub("", tokens.read_text(encoding="utf-8"))):
        if scheme in (selector.strip() for selector in selectors.split(",")):
            declared |= {name: value.strip() for name, value in _PROPERTY.findall(body)}
    return declared


def _followed(value: str, declared: Mapping[str, str]) -> str:
    """The value that a reference leads to."""
    while (reference := _USED.fullmatch(value)) and reference[1] in declared:
        value = declared[reference[1]]
    return value


def coloured(svg: str, colours: Mapping[str, str]) -> str:
    """The same picture with plain colours; its words stay what they are.

    Raises `KeyError` for a colour that the style sheet does not set.
    """
    return _SHAPE.sub(lambda shape: plain(shape[0], colours), svg)


def plain(value: str, colours: Mapping[str, str]) -> str:
    """A value of a shape, `var(--ink)`, as a plain colour. Raises `KeyError` likewise."""
    return _USED.sub(lambda used: colours[used[1]], value)
