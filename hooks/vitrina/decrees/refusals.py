"""Why a file cannot be read, and what to do instead."""

from collections.abc import Mapping

from vitrina.words.catalogue import sentence

REFUSALS: Mapping[str, str] = {
    "other_kind_of_text": sentence(
        "{file}: такой файл программа не читает. Подойдут .docx, .odt, .rtf, .html, .txt и .pdf с текстом."
    ),
    "text_with_password": sentence(
        "{file}: это старый формат Word (.doc), или файл закрыт паролем. Откройте его и сохраните как .docx без пароля."
    ),
    "too_large_file": sentence("{file}: файл слишком велик. Проверьте, не вставлены ли в него картинки."),
    "scanned_page": sentence(
        "{file}: в этом PDF нет текста, только картинки страниц. Возьмите файл, из которого его напечатали, "
        "или распознайте текст и сохраните как .docx."
    ),
    "broken_text": sentence("{file}: файл повреждён или это не то, чем он назван. Откройте его и сохраните заново."),
    "text_without_words": sentence("{file}: в файле нет текста."),
}
"""By the rules of `UnreadableText`."""
