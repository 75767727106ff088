"""From a specification to files: SVG for a page, PNG to take away, and the cache of both."""
