"""What the search of the copy looks through: the pages' names and their texts, as a script that a page can load."""

import json
from collections.abc import Mapping

from vitrina.search.headings import IS_FOUND, parted
from vitrina.search.names import named_pages, names
from vitrina.words.numbers import Language


def index_script(pages: Mapping[str, str], language: Language) -> str:
    """The pages of one language, address to HTML, as a script that leaves them where the search looks for them."""
    texts = {address: parted(html) for address, html in pages.items() if IS_FOUND in html}
    found = [named for address, html in texts.items() for named in named_pages(address, html, language)]
    index = {**names(found, language), "texts": [[section.text for section in page.sections] for page in found]}
    return f"window.vitrinaIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"
