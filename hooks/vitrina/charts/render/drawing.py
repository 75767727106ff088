"""From a chart's specification to the SVG that stands in a page. Runs in worker processes too, so it imports little."""

import json
from importlib.metadata import version

import vl_convert

from vitrina.charts.render.svg import clean

RENDERER = version("vl-convert-python")


def draw(spec: str) -> str:
    """Draw one specification. Nothing is fetched while it is drawn."""
    return clean(vl_convert.vegalite_to_svg(json.loads(spec), allowed_base_urls=[]))
