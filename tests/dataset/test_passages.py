"""What the tables quote is found in the text of a document, at the place that is meant."""

import hashlib

from vitrina.dataset.documents.coverage import coverage_of
from vitrina.dataset.documents.parts import part_at, parts_of
from vitrina.dataset.documents.passages import passage_anchor, passages_in
from vitrina.dataset.documents.plain import blocks_of_plain
from vitrina.dataset.documents.text import DocumentText, Grid, Paragraph, lines_of, placed
from vitrina.dataset.programme import Quotation

TEXT = """Программа

1. Паспорт программы
\tЦель
\tУчить детей

\tСрок
\t2021 год

2. Деньги
Ремонт
Стоит 100 рублей.

Питание
Стоит 100 рублей, всего 2100 рублей.

3. Итоги, прогноз
и оценка
Ждём 100 человек.
"""


def text_of(plain: str) -> DocumentText:
    content = plain.encode()
    return DocumentText("d.txt", content, hashlib.sha256(content).hexdigest(), placed(blocks_of_plain(plain)))


def found(place: str, words: str, text: str = TEXT) -> tuple[str, bool, int] | None:
    """The words around a quotation as it is found, whether it is sure, and how many places are marked."""
    document = text_of(text)
    quotation = Quotation("d", place, words)
    passage = passages_in(document, [quotation]).get(quotation)
    if passage is None:
        return None
    start, end = passage.spans[passage.own]
    return document.whole[max(0, start - 8) : end], passage.is_sure, len(passage.marked)


def test_words_that_stand_once_are_found_whatever_the_place() -> None:
    assert found("где-то", "Учить детей") == ("мы Цель Учить детей", True, 1)


def test_words_across_a_line_are_found() -> None:
    assert found("", "прогноз и оценка") == (" Итоги, прогноз и оценка", True, 1)


def test_words_that_are_not_there_are_not_found() -> None:
    assert found("Раздел 2", "Стоит 101") is None


def test_a_section_tells_which_of_equal_words_is_meant() -> None:
    assert found("Раздел 3", "100") == ("ка Ждём 100", True, 1)


def test_equal_words_that_nothing_tells_apart_are_all_marked() -> None:
    assert found("Раздел 2", "Стоит 100") == (" Ремонт Стоит 100", False, 2)


def test_a_named_part_of_a_section_tells_it_too() -> None:
    assert found("Раздел 2, «Питание»", "Стоит 100") == ("Питание Стоит 100", True, 1)


def test_a_number_is_not_found_within_another() -> None:
    assert found("", "100", "Всего 2100, ещё 100.") == ("00, ещё 100", True, 1)


def test_a_part_of_a_word_is_found_where_it_stands_nowhere_alone() -> None:
    assert found("", "рублей", "100 рублейный") == ("100 рублей", True, 1)


def test_the_anchor_hangs_on_the_place_and_the_words_alone() -> None:
    one = passage_anchor(Quotation("a", "Раздел 2", "Стоит 100"))
    assert one == passage_anchor(Quotation("b", "Раздел 2", "Стоит  100"))
    assert one != passage_anchor(Quotation("a", "Раздел 3", "Стоит 100"))
    assert one.startswith("w-")


def test_sections_are_headings_and_items_of_lists_are_none() -> None:
    blocks = text_of("1. Паспорт\nТекст\n\n1. Первое\n2. Второе\n\n2. Деньги\nТекст").blocks
    headings = [block.lines[0].text for block in blocks if isinstance(block, Paragraph) and block.level]
    assert headings == ["1. Паспорт", "2. Деньги"]


def test_lines_with_tabs_are_a_table() -> None:
    [table] = [block for block in text_of(TEXT).blocks if isinstance(block, Grid)]
    assert [[line.text for cell in row for line in cell.lines] for row in table.rows] == [
        ["Цель", "Учить детей"],
        ["Срок", "2021 год"],
    ]


def test_a_short_row_is_as_wide_as_the_others() -> None:
    [table] = text_of("\tA\n\tB\n\tC\n\n\tD\n\n\tE\n\tF\n\tG").blocks
    assert isinstance(table, Grid)
    assert [[cell.columns for cell in row] for row in table.rows] == [[1, 1, 1], [3], [1, 1, 1]]


def test_what_nobody_sees_is_left_out() -> None:
    assert text_of("учре\u00adждение\u200b и\u00a0школа").whole == "учреждение и школа"


def test_a_long_document_is_cut_at_its_sections() -> None:
    sections = "".join(f"{number}. Раздел\n{'Слово ' * 480}\n\n" for number in range(1, 20))
    text = text_of(sections)
    parts = parts_of(text)
    assert len(parts) > 1
    assert [block for part in parts for block in part.blocks] == list(text.blocks)
    assert all(part.headings[0] == part.blocks[0] for part in parts)
    assert not any(part.headings[-1] == part.blocks[-1] for part in parts)
    assert [part_at(text, part.start) for part in parts] == [part.number for part in parts]


def test_a_long_table_is_cut_between_its_rows() -> None:
    text = text_of("".join(f"\tСтрока {number}\n\t{'слово ' * 100}\n\n" for number in range(200)))
    parts = parts_of(text)
    assert len(parts) > 1
    assert sum(len(block.rows) for part in parts for block in part.blocks if isinstance(block, Grid)) == 200


def test_a_long_paragraph_is_cut_between_its_words_and_keeps_their_places() -> None:
    text = text_of("слово 15 " * 4_000)
    parts = parts_of(text)
    assert len(parts) > 5
    lines = [line for part in parts for block in part.blocks for line in lines_of(block)]
    assert " ".join(line.text for line in lines) == text.whole
    assert all(text.whole[line.start : line.end] == line.text for line in lines)


def test_a_part_is_no_higher_than_ten_screens_however_light_it_is() -> None:
    """Short lines without figures weigh little and stand high: 800 of them are some 22 000 pixels on a phone."""
    text = text_of("".join(f"{'Да'}\n\n" for _ in range(800)))
    assert len(parts_of(text)) > 3


def test_coverage_counts_letters_and_figures_that_tell_something() -> None:
    text = text_of("В 2021 году 15 садов и 20 школ, приказ № 7.")
    quotation = Quotation("d", "", "15 садов")
    coverage = coverage_of(text, passages_in(text, [quotation]).values())
    assert (coverage.figures, coverage.quoted_figures) == (2, 1)
    assert [figure.printed for figure in coverage.unquoted] == ["20"]
    assert round(coverage.percent) == round(100 * 7 / 33)
