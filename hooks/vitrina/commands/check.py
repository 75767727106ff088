"""Names every problem of a dataset; with a document's text, also what that does not say so."""

import hashlib
from pathlib import Path

from vitrina.commands import GOOD, WRONG
from vitrina.commands.telling import print_problems
from vitrina.dataset.programme import Dataset
from vitrina.dataset.quotations import check_quotations, count_quotations
from vitrina.measures.checked import read_checked
from vitrina.words import Words


def check(data: Path, words: Words, form: str, against: Path | None) -> int:
    reading = read_checked(data)
    print_problems((*reading.notices, *reading.problems), words, data if form == "github" else None)
    if reading.dataset is None:
        print(words.say("cli.check.found", count=len(reading.problems)))
        return WRONG
    if against:
        return _check_against(reading.dataset, against, words, data if form == "github" else None)
    print(words.say("cli.check.good", files=data.as_posix()))
    known = sum(len(programme.expected) for programme in reading.dataset.programmes)
    if known:
        print(words.say("cli.check.known", count=known))
    return GOOD


def _check_against(dataset: Dataset, file: Path, words: Words, folder: Path | None) -> int:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        print(words.say("cli.check.unreadable", file=file))
        return WRONG
    fingerprint = hashlib.sha256(content).hexdigest()
    # The file tells by its fingerprint which document it is; another one is compared with the edition on show.
    known = [
        (programme, document.id)
        for programme in dataset.programmes
        for document in programme.documents
        if document.sha256 == fingerprint
    ]
    if not known:
        print(words.say("cli.check.other_document", file=file))
        known = [(programme, programme.edition.id) for programme in dataset.programmes]
    problems = [problem for programme, document in known for problem in check_quotations(programme, text, document)]
    print_problems(problems, words, folder)
    if problems:
        print(words.say("cli.check.found", count=len(problems)))
        return WRONG
    count = sum(count_quotations(programme, document) for programme, document in known)
    print(words.say("cli.check.words_found", count=count))
    return GOOD
