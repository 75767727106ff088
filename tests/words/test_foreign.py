"""Russian words within an English text: where they get quotation marks, where an element, and where neither."""

import html
import json

import pytest

from vitrina.words import Words
from vitrina.words.foreign import as_it_is, foreign, in_quotes, shown, taken_out, with_languages

NAME = foreign("Парки")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("No Russian", "No Russian"),
        (f"<p>{NAME}</p>", '<p><span lang="ru">Парки</span></p>'),
        (f"<p>{NAME}<small>note</small></p>", '<p><span lang="ru">Парки</span><small>note</small></p>'),
        (f"<p>For {NAME}</p>", '<p>For <span lang="ru">«Парки»</span></p>'),
        (f"<p>{NAME}: 5</p>", '<p><span lang="ru">«Парки»</span>: 5</p>'),
        (f"<p><b>5</b> {NAME}</p>", '<p><b>5</b> <span lang="ru">«Парки»</span></p>'),
        (f"<p>{NAME} <b>5</b></p>", '<p><span lang="ru">«Парки»</span> <b>5</b></p>'),
        (f"## {NAME} {{: #parks }}", '## <span lang="ru">Парки</span> {: #parks }'),
        (f"Before\n{NAME}\nbehind", 'Before\n<span lang="ru">Парки</span>\nbehind'),
        (f"See [{NAME}](parks.md) too", 'See [<span lang="ru">Парки</span>](parks.md) too'),
        (f"“{NAME}” is", '“<span lang="ru">Парки</span>” is'),
        (f"404\u00a0{NAME} of", '404\u00a0<span lang="ru">Парки</span> of'),
        (f'<a title="{NAME}, all">x</a>', '<a title="«Парки», all">x</a>'),
        (f"<title>{NAME} · Town</title>", "<title>«Парки» · Town</title>"),
        (f"{NAME}, {NAME}", '<span lang="ru">«Парки»</span>, <span lang="ru">«Парки»</span>'),
        ("one mark \ufdd0 alone", "one mark  alone"),
    ],
)
def test_a_page_names_the_language_of_russian_words(page: str, expected: str) -> None:
    assert shown(page) == expected


def test_what_cannot_name_a_language_quotes() -> None:
    assert in_quotes(f"{NAME} and {NAME}") == "«Парки» and «Парки»"
    assert in_quotes(NAME) == "«Парки»"
    assert in_quotes(f"of {foreign('Программа «Парки»')}") == "of «Программа „Парки“»"
    assert as_it_is(NAME) == "Парки"
    assert as_it_is(f"{NAME}: plan") == "«Парки»: plan"


def test_marks_that_stand_in_the_text_itself_are_not_taken_for_ours() -> None:
    assert foreign("Пар\ufdd1ки") == NAME


def test_russian_forms_go_with_a_number_by_russian_rules() -> None:
    unit = foreign("ребёнок|ребёнка|детей")
    english = Words("en")
    assert [as_it_is(english.plural(count, *unit.split("|"))) for count in (1, 2, 5, 21)] == [
        "ребёнок",
        "ребёнка",
        "детей",
        "ребёнок",
    ]
    assert shown(english.quantity(1404, unit)) == '1,404\u00a0<span lang="ru">ребёнка</span>'


def test_a_drawing_names_the_language_of_what_was_marked_and_not_of_what_looks_so() -> None:
    marked = json.dumps([NAME, f"{NAME}: 5", foreign("Парк & «сад»", "tt"), "Дворы"], ensure_ascii=False)
    specification, languages = taken_out(marked)
    assert json.loads(specification) == ["Парки", "«Парки»: 5", "Парк & «сад»", "Дворы"]
    drawing = '<svg aria-label="Парки"><text x="1">{}</text></svg>'
    assert [with_languages(drawing.format(html.escape(text)), languages) for text in json.loads(specification)] == [
        '<svg aria-label="«Парки»"><text lang="ru" x="1">Парки</text></svg>',
        '<svg aria-label="«Парки»"><text x="1"><tspan lang="ru">«Парки»</tspan>: 5</text></svg>',
        '<svg aria-label="«Парки»"><text lang="tt" x="1">Парк &amp; «сад»</text></svg>',
        '<svg aria-label="«Парки»"><text x="1">Дворы</text></svg>',
    ]


def test_the_language_of_a_mark_is_the_one_it_was_given() -> None:
    assert shown(f"<p>{foreign('Паркы', 'tt')}</p>") == '<p><span lang="tt">Паркы</span></p>'
    assert foreign(foreign("Паркы", "tt"), "ru") == foreign("Паркы", "ru")
