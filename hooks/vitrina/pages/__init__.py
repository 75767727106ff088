"""The pages: one module a kind of page, with its Markdown template beside it in each language."""
