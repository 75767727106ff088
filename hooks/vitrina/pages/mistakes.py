"""The address of a letter, or of an issue, about a mistake, that already says which block or figure is meant."""

from dataclasses import dataclass
from urllib.parse import quote

from vitrina.addresses import Place
from vitrina.dataset.programme import City
from vitrina.project import folders
from vitrina.words import Words
from vitrina.words.foreign import in_quotes


@dataclass(frozen=True, slots=True)
class MistakeReports:
    """Where they go, and what they say of themselves."""

    before_page: str
    """The address up to the page, whose path within the language's site follows; empty where the city has named neither
    a mail address nor a repository."""
    text_field: str
    site: str
    """The address of the language's site, with a slash at its end; empty where nobody has said."""
    words: Words

    def address(self, page: Place, anchor: str = "", row: str = "", figure: str = "") -> str:
        """About a page, a block of it or a figure; `row` is the file that its figures are from, or the row of it.

        "" where nobody takes reports.
        """
        if not self.before_page:
            return ""
        path = (f"{page.folder}/" if page.folder else "") + (f"#{anchor}" if anchor else "")
        say = self.words.say
        told = (
            say("Страница: {page}", page=f"{self.site}{path}") if self.site else "",
            say("Число: {figure}", figure=figure) if figure else "",
            say("Данные: {row}", row=row) if row else "",
        )
        # Lines of a letter are parted so (RFC 6068).
        text = "\r\n".join([*(one for one in told if one), ""])
        return f"{self.before_page}{quote(path)}" + (f"&{self.text_field}={quote(in_quotes(text))}" if text else "")


def mistake_reports(city: City, words: Words, address: str) -> MistakeReports:
    """`address` is that of the root of the whole site."""
    if city.contacts.email:
        to, title, text = f"mailto:{city.contacts.mail_address}", "subject", "body"
    elif city.repository:
        to, title, text = f"{city.repository.rstrip('/')}/issues/new", "title", "body"
    else:
        return MistakeReports("", "", "", words)
    folder = folders(city.languages)[words.language]
    path = f"{folder}/" if folder else ""
    subject = words.say("Ошибка: {page}", page=path)
    return MistakeReports(
        f"{to}?{title}={quote(in_quotes(subject))}", text, f"{address}{path}" if address else "", words
    )
