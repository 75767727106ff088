"""The library that draws live charts in the browser, taken whole from the program that draws the still ones."""

import vl_convert

LIVE_LIBRARY = "js/vega.js"
"""Its path in the site. It is fetched only when somebody touches a chart."""


def live_library() -> str:
    """Vega, Vega-Lite and Vega-Embed as one ES module without any request of its own."""
    return vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub asks for a snippet that may be left out
