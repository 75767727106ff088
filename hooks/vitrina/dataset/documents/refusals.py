"""Files of which no text can be taken."""

from vitrina.dataset.descriptions import describe


class UnreadableText(Exception):
    """Says by which rule, and with which hints, a file is refused."""

    def __init__(self, rule: str, **hints: str | int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.hints = hints


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
