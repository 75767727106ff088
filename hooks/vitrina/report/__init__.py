"""The whole site of a programme as one document to print, cite and keep: chapters, contents, page numbers."""
