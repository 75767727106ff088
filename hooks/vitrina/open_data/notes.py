"""What has to be known of the tables to read them: why a cell is empty, units, totals, and what each column means."""

from collections.abc import Sequence

from vitrina.open_data.column_descriptions import described
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.pages.document_status import document_status
from vitrina.words.catalogue import sentence

_TYPES = {
    "string": sentence("текст"),
    "integer": sentence("целое число"),
    "number": sentence("число"),
    "date": sentence("дата"),
}


def notes(context: Context) -> list[tuple[str, str]]:
    """What about, and what is to be known."""
    words, licence = context.words, context.dataset.city.licence
    return [
        (words.say("Документ"), f"{context.edition_title}. {document_status(context)}"),
        (
            words.say("Пустая ячейка"),
            words.say(
                "Числа нет. Почему, сказано в столбце статуса той же строки: нет данных, не применимо или не "
                "опубликовано. Пустая ячейка — не ноль: 0 стоит, только если он напечатан в документе."
            ),
        ),
        (words.say("Пустой текст"), words.say("Документ этого не говорит, или этой строке это не нужно.")),
        (words.say("Деньги"), words.say("Тысячи рублей, как напечатано в документе.")),
        (
            words.say("Итоги"),
            words.say("Строка «итого» стоит в документе сама по себе. Не прибавляйте её к частям: сумма удвоится."),
        ),
        (
            words.say("Строки «в том числе»"),
            words.say("Они входят в сумму над ними. К другим суммам их не прибавляют."),
        ),
        (
            words.say("Коды"),
            words.say(
                "Код в одной таблице называет строку с тем же кодом в другой. Какую, сказано в описании столбца."
            ),
        ),
        (words.say("Условия"), f"{licence.name[words.language]}. {licence.text[words.language]}"),
    ]


def columns_described(context: Context) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Heads, and a row for each column of each table that the programme has."""
    words = context.words
    heads = (
        words.say("Таблица"),
        words.say("Столбец"),
        words.say("Имя в файлах для программ"),
        words.say("Что это"),
        words.say("Что в нём"),
        words.say("Единица"),
        words.say("Может быть пусто"),
        words.say("Возможные значения"),
    )
    rows = [
        (
            words.message(contents.table.title),
            column.title,
            column.name,
            words.say(_TYPES[column.type]),
            column.description,
            column.unit,
            words.say("нет") if column.is_required else words.say("да"),
            "; ".join(f"{title} ({key})" for key, title in column.choices.items()),
        )
        for contents in contents_of(context)
        for column in described(contents, context.dataset.city, words)
    ]
    return heads, rows
