"""Serves docs/css as one file without comments: one request instead of eight, and a quarter fewer bytes."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ONE = "css/vitrina.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE_ENDS = re.compile(r"\s*\n\s*")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    sources = [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
    together = "".join(file.content_string for file in sources)  # their order in mkdocs.yml is the order of the cascade
    for file in sources:
        files.remove(file)
    files.append(File.generated(config, ONE, content=LINE_ENDS.sub("\n", COMMENT.sub("", together)).lstrip()))
    config.extra_css[:] = [ONE]
    return files
