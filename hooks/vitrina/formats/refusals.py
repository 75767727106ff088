"""Files of which no text can be taken."""


class UnreadableText(Exception):
    """Says by which rule, and with which hints, a file is refused."""

    def __init__(self, rule: str, **hints: str | int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.hints = hints
