"""Why a file cannot be read, and what to do instead."""

from typing import Literal

from vitrina.words.catalogue import sentence

Why = Literal["kind", "old-word", "scan", "broken", "empty"]
REFUSALS: dict[Why, str] = {
    "kind": sentence(
        "{file}: такой файл программа не читает. Подойдут .docx, .odt, .rtf, .html, .txt и .pdf с текстом."
    ),
    "old-word": sentence("{file}: это старый формат Word (.doc). Откройте файл в Word и сохраните как .docx."),
    "scan": sentence(
        "{file}: в этом PDF нет текста, только картинки страниц. Возьмите файл, из которого его напечатали, "
        "или распознайте текст и сохраните как .docx."
    ),
    "broken": sentence("{file}: файл повреждён или это не то, чем он назван. Откройте его и сохраните заново."),
    "empty": sentence("{file}: в файле нет текста."),
}


class UnreadableDecree(ValueError):
    """A file that cannot be read; `why` is a key of `REFUSALS`."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why
