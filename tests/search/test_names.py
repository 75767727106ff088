"""What the search is told of a page: its names, its sections, its entries, and every word of it."""

from vitrina.search.names import named_pages, names

PAGE = """<html lang="ru"><head><title>Деньги · Город</title>
<meta name="keywords" content="бюджет, кто платит"></head><body><main data-pagefind-body>
<h1 id="top">Край платит больше</h1><p><b>717,4</b><span>млн ₽</span></p>
<div class="v-actions">Скачать</div>
<h2 id="about-real-terms">Денег больше</h2><p>Цены&nbsp;росли,
цены.</p>
<h2>Без якоря</h2>
<details data-entry="question-a"><summary>Кто платит?</summary><p>Край.</p></details>
</main></body></html>"""
FUNDING, QUESTION = named_pages("town/funding/", PAGE, "ru")


def test_a_page_has_its_title_its_words_and_its_sections() -> None:
    assert (FUNDING.title, FUNDING.keywords) == ("Деньги", ["бюджет", "кто платит"])
    assert [(section.anchor, section.heading) for section in FUNDING.sections] == [
        ("", "Край платит больше"),
        ("about-real-terms", "Денег больше"),
    ]
    assert FUNDING.sections[1].text == "Цены\xa0росли, цены."
    assert "Скачать" not in FUNDING.sections[0].text


def test_a_section_has_the_words_of_its_kind_of_page() -> None:
    assert "инфляция" in FUNDING.sections[1].keywords
    assert FUNDING.words_of_sections == FUNDING.sections[1].keywords
    [other, _] = named_pages("town/risks/", PAGE, "ru")
    assert other.words_of_sections == []
    [copied, _] = named_pages("town/funding/index.html", PAGE, "ru")
    assert copied.words_of_sections == FUNDING.words_of_sections


def test_an_entry_is_found_by_itself() -> None:
    assert (QUESTION.address, QUESTION.title) == ("town/funding/#question-a", "Кто платит?")
    assert QUESTION.sections[0].text == "Край."


def test_a_page_that_is_not_to_be_found_has_no_name() -> None:
    assert list(named_pages("staff/", PAGE.replace(" data-pagefind-body", "").replace("data-entry", "id"), "ru")) == []


def test_the_words_stand_by_how_often_they_are_said() -> None:
    words = str(names([FUNDING, QUESTION], "ru")["words"]).split()
    assert words[0] == "платит"
    assert {"инфляция", "край", "платит"} <= set(words)
    assert "717" not in words
