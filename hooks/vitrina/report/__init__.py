"""A programme as one document to print, cite and keep: its own text, from the views of the pages."""
