"""The pictures: one module a chart, one style for all, drawn to SVG and PNG when the site is built.

Nothing here formats a figure: labels, findings and tooltips come from `words` as finished text.
"""
