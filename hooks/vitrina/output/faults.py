"""What could not be done, told to a person: which file, why, and what to do."""

import errno
import traceback
from pathlib import Path

from vitrina.words import Words
from vitrina.words.catalogue import sentence

_SAID = {
    sentence("На диске кончилось место. Освободите его и повторите."): ("ENOSPC", "EDQUOT"),
    sentence("Система не даёт записать такой большой файл. Снимите ограничение (ulimit -f) и повторите."): ("EFBIG",),
    sentence("Нет доступа: {file}. Дайте на него права; если он открыт в другой программе, закройте его."): (
        "EACCES",
        "EPERM",
    ),
    sentence("Сюда ничего нельзя записать, диск только для чтения: {file}. Назовите другое место."): ("EROFS",),
    sentence("Занято другой программой: {file}. Закройте её и повторите."): ("EBUSY", "ETXTBSY"),
    sentence("Открыто слишком много файлов. Закройте лишние программы и повторите."): ("EMFILE", "ENFILE"),
    sentence("Слишком длинное имя: {file}. Положите проект в папку с коротким именем."): ("ENAMETOOLONG",),
    sentence("Это не папка, а файл: {file}. Назовите другое место."): ("ENOTDIR",),
    sentence("Не нашлось: {file}. Верните на место то, что удалили или перенесли."): ("ENOENT",),
    sentence("Диск не читается или не пишется: {file}. Проверьте его."): ("EIO",),
}
"""What is said of a fault, and the system's names of it; not every system knows every name."""
_PACKAGE = Path(__file__).parents[1]
_BY_NAME = {name: said for said, names in _SAID.items() for name in names}


class Refused(Exception):
    """Something that we do not do as things stand; `values` fill the sentence, which the words of a language say."""

    def __init__(self, said: str, **values: object) -> None:
        super().__init__(said, values)
        self.said = said
        self.values = values


def fault_text(fault: OSError | Refused, words: Words) -> str:
    """One line. Only the system's own word for a fault that we have no sentence for is in its own language."""
    if isinstance(fault, Refused):
        return words.say(fault.said, **fault.values)
    file = str(fault.filename2 or fault.filename or "—")
    if said := _BY_NAME.get(errno.errorcode.get(fault.errno or 0, "")):
        return words.say(said, file=file)
    return words.say("Система отказала: {file}. Вот её ответ: {reason}.", file=file, reason=fault.strerror or fault)


def program_failed(fault: Exception, data: Path, words: Words) -> str:
    """What staff are told where no pages can be made of tables that are in order, with a line for programmers."""
    own = [at for at in traceback.extract_tb(fault.__traceback__) if Path(at.filename).is_relative_to(_PACKAGE)]
    places = (f"{Path(at.filename).relative_to(_PACKAGE).as_posix()}:{at.lineno}" for at in reversed(own))
    return words.say(
        "В таблицах ошибок не нашлось, но программа не смогла сделать по ним страницы. Это её ошибка, "
        "а не ваша: таблицы целы, опубликованный сайт останется прежним. "
        "Перешлите тем, кто ведёт программу, папку {files} и эту строку: {fault}",
        files=data.as_posix(),
        fault=f"{type(fault).__name__}: {' '.join(str(fault).split())} ({', '.join(places)})",
    )
