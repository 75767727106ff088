"""Text from the dataset stays text: shown letter by letter, wherever in a template it stands, and never acted upon."""

import json
from html import unescape

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pages.seen import seen, spaced
from vitrina.pages.markdown import as_html, as_link, as_text, environment, front_matter
from vitrina.words.numbers import unbroken

PLACES = {
    "a paragraph": "{{ text }}",
    "inside a paragraph": "Перед {{ text }} после.\nНовая строка.",
    "two lines of a paragraph": "{{ text }}\n{{ text }}",
    "a paragraph with a class": "{{ text }}\n{: .v-lead }",
    "a heading": "## {{ text }} {: #id }",
    "a list": "- {{ text }}\n- {{ text }}",
    "a link": "[{{ text }}](index.md)",
    "a block": '<div class="v-body" markdown>\n\n{{ text }}\n\n</div>',
    "a line of a block": "<ul markdown>\n<li markdown>[<b>{{ text }}</b>](index.md)</li>\n</ul>",
    "a table of ours": '<table>\n<tr><th scope="row">{{ text }}</th></tr>\n</table>',
    "an attribute": '<div class="v" aria-label="{{ text }}" markdown>\n\nвнутри\n\n</div>',
    "an attribute of raw HTML": '<div class="v" aria-label="{{ text }}">внутри</div>',
    "a quotation": '<blockquote class="v-official"><p>«{{ text }}»</p><cite>{{ text }}</cite></blockquote>',
}
PLAIN = "слово"

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></section><h1>мой",
    "<!-- скрыто",
    "<![CDATA[ x ]]>",
    "<?php echo 1 ?>",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "[нажми](javascript:alert(1))",
    "![картинка](https://host.example/x.png)",
    "[ссылка]: https://host.example",
    "<https://host.example>",
    "https://host.example/x?a=1&b=2",
    "*жирно* **очень** _курсив_ __очень__ `код` ~~нет~~",
    "# Заголовок",
    "Заголовок\n===",
    "---",
    "* * *",
    "- пункт",
    "+ пункт",
    "1. пункт",
    "1) пункт",
    "> цитата",
    "    код",
    "\tкод",
    "```\nкод\n```",
    "текст  ",
    "a | b\n--|--\n1 | 2",
    ": определение",
    "слово {: .v-lead onclick=alert(1) }",
    "{: #top }",
    "{{ 7 * 7 }} {% raw %} {# нет #}",
    "---\ntitle: чужое\n---",
    "*[HTML]: язык",
    "[^1] и [TOC]",
    "строка\u2028другая\u2029третья\u0085ещё",
    "\\* \\\\ \\`",
    "обратная\\",
    "$x^2$ H~2~O",
    "wzxhzdk:0 \u0002wzxhzdk:0\u0003 \u0002amp\u0003",
    "&#0; &#x3C;b&#x3E;",
    "\ufeffначало",
    "= равно",
    "!!! note",
    "??? вопрос",
]


def filled(place: str, text: str) -> str:
    return str(environment().from_string(PLACES[place]).render(text=text))


def visible(text: str) -> str:
    """What of a text can be seen: control characters cannot, and some of them would part words."""
    return "".join(letter for letter in text if letter in "\t\n\r" or letter not in CONTROL)


CONTROL = {chr(code) for code in (*range(32), 127)}
# Python-Markdown reads the references in an attribute of an element whose inside is Markdown, and writes them as it
# read them: `&lt;` in a text is heard as `<` there. It stays inside the attribute.
READ_TWICE = "an attribute"


def shown_alike(place: str, text: str) -> None:
    """The text makes no other elements than a plain word, and is read in its place just as it is."""
    hostile, plain = seen(filled(place, text)), seen(filled(place, PLAIN))
    assert hostile.elements == plain.elements
    assert hostile.others == []
    assert hostile.text == spaced(plain.text.replace(PLAIN, visible(text)))
    labels = [spaced(label.replace(PLAIN, visible(text))) for label in plain.labels]
    if place == READ_TWICE:
        assert [unescape(label) for label in hostile.labels] == [unescape(label) for label in labels]
    else:
        assert hostile.labels == labels


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(place: str, text: str) -> None:
    shown_alike(place, text)


PIECES = st.sampled_from([
    *"#-+*_=>!:|~^$`\\&<>\"'[](){}%.;/\n\t 1aя",
    "    ", "  \n", "1. ", "{:", "]:", "](", "<b", "&#", "amp;", "http://", "---\n", "\u2028",
])  # fmt: skip
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES).map("".join)).filter(lambda text: visible(text).strip() != "")


@given(place=st.sampled_from(sorted(PLACES)), text=ANY_TEXT)
def test_any_text_is_shown_and_does_nothing(place: str, text: str) -> None:
    shown_alike(place, text)


def test_what_we_made_ourselves_is_left_as_it_is() -> None:
    assert as_text(as_text("<b>")) == "&#60;b&#62;"


def test_plain_words_and_figures_stay_readable_in_the_markdown() -> None:
    for text in ("Край платит 55.5 % (3 622,1 млн ₽)", "55.5% of all", "«Сверка»: 2021 год, №\u00a01", "6 528 755,60"):
        assert as_text(text) == unbroken(text)


@given(st.text())
def test_front_matter_gives_back_the_very_text(text: str) -> None:
    """On one line, so that no text can end the front matter; as HTML, because themes print it as it is."""
    written = str(front_matter(text))
    assert len(written.splitlines()) == 1
    read = yaml.safe_load(f"title: {written}")
    assert read == {"title": as_html(text)}
    assert unescape(as_html(text)) == text
    assert not set(as_html(text)) & set("<>\"'")


def test_front_matter_is_readable() -> None:
    assert front_matter('Деньги: "всё"') == '"Деньги: &#34;всё&#34;"'
    assert front_matter("Деньги: «всё»") == '"Деньги: «всё»"'
    assert json.loads(front_matter("---\n")) == "---\n"


@pytest.mark.parametrize(
    "address", ["../funding/index.md#table", "funding-by-year.csv", "#top", "./", "2021/", "../../"]
)
def test_an_address_of_the_site_is_a_link_as_it_is(address: str) -> None:
    assert as_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "javascript:alert(1)", "https://host.example", "//host.example/x", "/absolute", "a b", "a\nb", "a\n",
        "x.md)", 'x" onclick="', "<x>", "x?y=1", "%2e%2e/", "страница", "x\\y", "{: .c }", "data:text/html,x",
        "a(b", "mailto:a@b",
    ],
)  # fmt: skip
def test_anything_odd_is_no_link(address: str) -> None:
    with pytest.raises(ValueError, match="not an address of the site"):
        as_link(address)
