"""The texts that lie in a programme's folder `documents`, each a file named by the id of its document."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vitrina.dataset.cells import suggested
from vitrina.dataset.descriptions import describe
from vitrina.dataset.documents.plain import blocks_of_plain
from vitrina.dataset.documents.sections import with_sections
from vitrina.dataset.documents.text import Block, DocumentText, Paragraph, formatted, placed
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.formats import UnreadableText, read_formatted

FOLDER = "documents"
_LARGEST = 50_000_000  # bytes


def read_texts(
    paths: Iterable[Path], shown: str, documents: Records | None
) -> tuple[Mapping[str, DocumentText], list[Problem]]:
    """The texts by the ids of their documents. `shown` is the folder's path in messages; no `documents`: they could
    not be read, so that nobody knows whose texts these are."""
    texts: dict[str, DocumentText] = {}
    problems: list[Problem] = []
    known = dict(state for _, state in documents.rows("id", "publication")) if documents else None
    for path in paths:
        file = f"{shown}{FOLDER}/{path.name}"
        try:
            if known is not None:
                _refuse_misnamed(path, known, texts)
            texts[path.stem] = read_text(path)
        except UnreadableText as refused:
            problems.append(Problem(file, None, None, None, refused.rule, refused.hints))
    if documents:
        problems += _other_files(documents, texts)
    return texts, problems


def _refuse_misnamed(path: Path, known: Mapping[str, str], texts: Mapping[str, DocumentText]) -> None:
    if path.stem not in known:
        meant = suggested(path.stem, known)
        raise UnreadableText("text_of_no_document", **({"mended": f"{meant['mended']}{path.suffix}"} if meant else {}))
    if known[path.stem] != "published":
        raise UnreadableText("text_of_unpublished", document=path.stem)
    if path.stem in texts:
        raise UnreadableText("second_text", other=texts[path.stem].name)


def read_text(path: Path) -> DocumentText:
    """The text of a file by what its name ends with. Raises `UnreadableText`."""
    kind = path.suffix.casefold()
    if not path.is_file():
        raise UnreadableText("other_kind_of_text", suffix=path.name)
    if path.stat().st_size > _LARGEST:
        raise UnreadableText("too_large_file", longest=_LARGEST // 1_000_000)
    try:
        content = path.read_bytes()
    except OSError:
        raise UnreadableText("unreadable_file") from None
    blocks = placed(_blocks(kind, content))
    if not blocks:
        raise UnreadableText("text_without_words")
    return DocumentText(path.name, content, hashlib.sha256(content).hexdigest(), blocks)


def _other_files(documents: Records, texts: Mapping[str, DocumentText]) -> Iterator[Problem]:
    """Files that are not those whose fingerprints the table names."""
    for index, (identity, fingerprint) in documents.rows("id", "sha256"):
        if fingerprint and identity in texts and texts[identity].sha256 != fingerprint:
            hints = {"file": texts[identity].name, "found": texts[identity].sha256}
            yield documents.problem(index, "sha256", "other_text", **hints)


def _blocks(kind: str, content: bytes) -> Iterable[Block]:
    """By what the name of the file ends with. Raises `UnreadableText`."""
    match kind:
        case ".txt":
            return _plain(content)
        case ".docx" | ".odt":
            blocks = [block for one in read_formatted(kind, content) for block in formatted(one)]
            has_headings = any(isinstance(block, Paragraph) and block.level for block in blocks)
            return blocks if has_headings else with_sections(blocks)
        case ".pdf":
            from vitrina.dataset.documents.portable import blocks_of_pdf  # noqa: PLC0415  loads long, and is seldom wanted

            return blocks_of_pdf(content)
        case _:
            raise UnreadableText("other_kind_of_text", suffix=kind)


def _plain(content: bytes) -> Iterator[Block]:
    try:
        return blocks_of_plain(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableText("text_not_in_utf8") from None


describe(
    "text_of_no_document",
    "документа с таким кодом в documents.csv нет.",
    "Назовите файл кодом его документа, например draft-2021.txt.",
    write="Может быть, это {mended}: переименуйте.",
)
describe(
    "text_of_unpublished",
    "в documents.csv сказано, что документ {document} не опубликован, а его текст здесь лежит.",
    "Поставьте у него publication = published или уберите файл.",
)
describe("second_text", "текст этого документа уже лежит рядом: {other}.", "Оставьте один файл из двух.")
describe(
    "other_kind_of_text",
    "из файлов {suffix} текст документа не читается.",
    "Сохраните документ как .docx, .odt, .pdf с текстом или .txt в UTF-8.",
)
describe("text_without_words", "в файле нет ни одного слова.", "Положите сюда файл с текстом документа.")
describe(
    "text_not_in_utf8",
    "это не текст в кодировке UTF-8.",
    "Откройте файл и сохраните заново, выбрав кодировку UTF-8.",
)
describe(
    "other_text",
    "отпечаток не тот: у файла {file} он {found}.",
    "Если файл верный, впишите его отпечаток; если нет, положите тот файл, с которого снимали числа.",
)
describe(
    "broken_text",
    "файл повреждён или сохранён не в том виде, о котором говорит его имя.",
    "Откройте документ и сохраните его заново.",
)
describe(
    "text_with_password",
    "файл закрыт паролем, или его сохранила старая программа.",
    "Сохраните документ без пароля как .docx.",
)
describe(
    "scanned_page",
    "страница {page} — снимок бумаги, текста в ней нет.",
    "Распознайте документ программой для сканов и сохраните как PDF с текстом или .docx.",
)
