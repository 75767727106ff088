"""Shows the site in one language on this computer, and every change to it, until it is interrupted."""

from pathlib import Path

from mkdocs.commands import serve as with_mkdocs

from vitrina.build import environment
from vitrina.commands import GOOD
from vitrina.project import SETTINGS
from vitrina.words import Words

SERVED = "127.0.0.1:8000"


def serve(data: Path, words: Words) -> int:
    print(words.say("cli.serve.address", address=f"http://{SERVED}/"), flush=True)
    with environment({"VITRINA_DATA": str(data.absolute()), "VITRINA_REPORT": "false"}):
        with_mkdocs.serve(SETTINGS[words.language], dev_addr=SERVED)
    return GOOD
