"""A code of the budget classification is text: what stands in the document is kept, what Excel did to it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import Cell
from vitrina.dataset.codes import CSR, GRBS, RZPR, VR
from vitrina.dataset.number_cells import WEIGHT

CODES = st.sampled_from([GRBS, RZPR, CSR, VR])


@pytest.mark.parametrize(
    ("cell", "text", "values"),
    [
        (GRBS, "075", ("075",)),
        (GRBS, "075, 076", ("075", "076")),
        (GRBS, "xxx", ("xxx",)),
        (GRBS, "Х", ("Х",)),
        pytest.param(GRBS, "хxx", ("xxx",), id="letters of both alphabets"),
        (RZPR, "0701,0702", ("0701", "0702")),
        (RZPR, "07 01", ("07 01",)),
        (RZPR, "хх хх", ("хх хх",)),
        (CSR, "02 0 00 00000", ("02 0 00 00000",)),
        (CSR, "0210075880", ("0210075880",)),
        (CSR, "021E452320", ("021E452320",)),
        (CSR, "02 1 00 R3040", ("02 1 00 R3040",)),
        (VR, "610,620", ("610", "620")),
    ],
)
def test_a_code_is_kept_as_it_is_written(cell: Cell, text: str, values: tuple[str, ...]) -> None:
    assert cell.read(text) == values


@pytest.mark.parametrize(
    ("cell", "text", "rule", "mended"),
    [
        (GRBS, "75", "code_lost_zero", "075"),
        (GRBS, "5", "code_lost_zero", None),
        (RZPR, "701", "code_lost_zero", "0701"),
        (RZPR, "701,0702", "code_lost_zero", "0701,0702"),
        (RZPR, "701,071", "code_lost_zero", "0701,0710"),
        (RZPR, "1001,071", "code_lost_last", "1001,0710"),
        (CSR, "210075880", "code_lost_zero", "0210075880"),
        (VR, "61", "code_length", None),
        (VR, "610,62", "code_lost_last", "610,620"),
        (VR, "610;620", "code_length", None),
        (VR, "6100", "code_length", None),
        (VR, "61О", "code_letter", "610"),
        (VR, "прочее", "code_letter", None),
        (VR, "610,", "code_length", None),
        (RZPR, "07.янв", "code_date", None),
        (RZPR, "янв.07", "code_date", None),
        (RZPR, "07.01.2026", "code_date", None),
        (RZPR, "2026-01-07", "code_date", None),
        (CSR, "2E+09", "code_power", None),
        (CSR, "2,10076E+08", "code_power", None),
        (CSR, "02 1 00 7588", "code_length", None),
        (CSR, "02 1 00 758800", "code_length", None),
        (CSR, "0E0000000О", "code_letter_alike", None),  # with a zero it would be a power of ten
    ],
)
def test_a_code_is_refused_with_its_rule_and_its_mend(cell: Cell, text: str, rule: str, mended: str | None) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        cell.read(text)
    assert (refused.value.type, (refused.value.context or {}).get("mended")) == (rule, mended)


@given(cell=CODES, text=st.text(alphabet="0123456789 ,.xхОо-ER+янв", max_size=24))
def test_what_is_mended_can_be_read_and_any_other_text_is_read_or_refused(cell: Cell, text: str) -> None:
    try:
        cell.read(text)
    except PydanticCustomError as refused:
        mended = (refused.context or {}).get("mended")
        assert mended is None or cell.read(mended)


@pytest.mark.parametrize("text", ["X", "x", "Х", "х", "—"])
def test_an_indicator_may_say_that_it_has_no_weight(text: str) -> None:
    assert WEIGHT.read(text) is None
