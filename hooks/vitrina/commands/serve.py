"""Shows the site in one of its languages on this computer, and every change to it, until it is interrupted."""

from pathlib import Path

from mkdocs.commands import serve as with_mkdocs

from vitrina.build import environment
from vitrina.commands import GOOD
from vitrina.dataset.city import languages_of
from vitrina.project import LANGUAGE, SETTINGS
from vitrina.words import Words

SERVED = "127.0.0.1:8000"


def serve(data: Path, words: Words, opens: bool = False) -> int:
    languages = languages_of(data)
    language = words.language if words.language in languages else languages[0]
    print(
        words.say("Через несколько секунд сайт будет здесь: {address} Остановить: Ctrl+C", address=f"http://{SERVED}/"),
        flush=True,
    )
    with environment({"VITRINA_DATA": str(data.absolute()), "VITRINA_REPORT": "false", LANGUAGE: language}):
        with_mkdocs.serve(SETTINGS, dev_addr=SERVED, open_in_browser=opens)
    return GOOD
