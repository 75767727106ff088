"""Serves the styles of docs/css as one file without comments, and none of the files that the theme brings along."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ONE = "css/vitrina.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE_ENDS = re.compile(r"\s*\n\s*")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    sources = [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
    css = "".join(file.content_string for file in sources)  # their order in mkdocs.yml is the order of the cascade
    for file in [*sources, *(file for file in files if file.src_uri.startswith("assets/"))]:
        files.remove(file)
    files.append(File.generated(config, ONE, content=LINE_ENDS.sub("\n", COMMENT.sub("", css)).lstrip()))
    config.extra_css[:] = [ONE]
    return files
