"""What the search knows of the pages of one language before it looks into their texts: their names, and all words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses.kinds import kind_at
from vitrina.search.entries import entries
from vitrina.search.headings import page_by_headings
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import Language

_WORD = re.compile(r"[^\W\d_]{3,}")


_SECTIONS = {
    "funding": {
        "about-real-terms": sentence(
            "инфляция|подорожало|рост цен|с учётом инфляции|в ценах|реальные цены|цены "
            "выросли|обесценились|стало дороже|покупательная способность"
        ),
        "about-change": sentence(
            "прибавка|на сколько выросло|на сколько больше|прирост|рост|изменение по годам|уменьшение"
        ),
        "about-shares": sentence("доли источников|чья доля больше|соотношение"),
        "exact": sentence("точные суммы|таблица|до копейки|все суммы"),
    },
}
"""The words by which people look for a section of a page, by its template and anchor."""
_ALIKE = (
    sentence("педагог|учитель|учительница|преподаватель"),
    sentence("зарплата|зарабатывают|получают|оклад"),
    sentence("инвалид|инвалидность|ОВЗ|здоровье"),
    sentence("деньги|финансы|средства"),
    sentence("ребёнок|дети|детишки"),
    sentence("потрачено|потратили|израсходовали|тратят|освоили|факт|исполнение"),
    sentence("ошибка|опечатка|расхождение|противоречие"),
    sentence("сад|садик|детсад|ДОУ"),
    sentence("родитель|мама|папа"),
    sentence("пожаловаться|жалоба"),
    sentence("сорваться|провалиться"),
)
"""Words that speak of one thing."""
_IDLE = sentence(
    "а без бы был была было были быть в вам вас весь во вот вы где да для до его ее её если есть еще "
    "ещё же за зачем и из или им их к как какая какие каким каких какого какое какой каком какому "
    "какую когда кого ком кому кто куда ли меня мне можно мой моя мы на над нам нас наш не него неё "
    "ней них но ну о об он она они оно от откуда по под почему при про с сколько со там такое такой "
    "то только тот тут у уже чего чей чем что чтобы самом деле эта эти это этой этом этот эту я"
)
"""Words without which a question is the same."""


@dataclass(frozen=True, slots=True)
class NamedSection:
    """What stands under one heading; the page's own heading is the first and has no anchor."""

    anchor: str
    heading: str
    text: str
    keywords: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page, or an entry of one, which is found by itself."""

    address: str
    title: str
    keywords: Sequence[str]
    sections: Sequence[NamedSection]
    group: str
    """Among which results it is shown."""

    @property
    def words_of_sections(self) -> Sequence[str]:
        return [word for section in self.sections for word in section.keywords]


def named_pages(address: str, html: str, language: Language) -> Iterator[NamedPage]:
    """The page at this address and its entries; nothing of a page that is not to be found."""
    page = page_by_headings(html)
    kind = kind_at(address.removesuffix("index.html").rstrip("/"))
    group, of_entries = (kind.group, kind.group_of_entries or kind.group) if kind else ("pages", "pages")
    own = _words_of_sections(kind.name if kind else "", language)
    sections = [
        NamedSection(part.anchor if number else "", _spaced(part.heading), _spaced(part.text), own.get(part.anchor, ()))
        for number, part in enumerate(page.parts)
        if part.anchor or not number
    ]
    if sections:
        title = _spaced(page.title.partition(" · ")[0])
        yield NamedPage(address, title, [word for word in page.keywords.split(", ") if word], sections, group)
    for entry in entries(html) if "data-entry" in html else ():
        title = _spaced(entry.title)
        yield NamedPage(
            f"{address}#{entry.anchor}", title, (), [NamedSection("", title, _spaced(entry.text))], of_entries
        )


def names(pages: Sequence[NamedPage], language: Language, ids: Mapping[str, str] | None = None) -> dict[str, object]:
    """As the search's script takes them; `ids` are those by which the index knows the pages, by address."""
    return {
        "pages": [
            {
                **({"id": ids[page.address]} if ids else {}),
                "address": page.address,
                "title": page.title,
                "group": page.group,
                "keywords": list(page.keywords),
                "sections": [
                    {"anchor": section.anchor, "heading": section.heading, "keywords": list(section.keywords)}
                    for section in page.sections
                ],
            }
            for page in pages
        ],
        "words": " ".join(_words(pages)),
        "alike": [Words(language).say(group).split("|") for group in _ALIKE],
        "idle": Words(language).say(_IDLE).split(),
    }


def _words(pages: Sequence[NamedPage]) -> Sequence[str]:
    """Every word of the pages, the most frequent first: what a misspelt one may have meant."""
    count: Counter[str] = Counter()
    for page in pages:
        texts = [page.title, *page.keywords, *page.words_of_sections]
        for section in page.sections:
            texts += [section.heading, section.text]
        count.update(_WORD.findall(" ".join(texts).lower()))
    return sorted(count, key=lambda word: (-count[word], word))


def _words_of_sections(kind: str, language: Language) -> Mapping[str, Sequence[str]]:
    """The words of the site's own for the sections of a kind of page, by anchor."""
    return {anchor: Words(language).say(text).split("|") for anchor, text in _SECTIONS.get(kind, {}).items()}


def _spaced(text: str) -> str:
    """Without what only breaks lines. A space that holds a number together stays."""
    return re.sub(r"[ \t\n]+", " ", text).strip()
