from hypothesis import given
from hypothesis import strategies as st

from summittui.model.utf16 import Utf16Offsets


@given(st.text(st.one_of(st.sampled_from("a👩🔬é\u05d0"), st.characters(codec="utf-8")), max_size=30), st.data())
def test_every_offset_is_the_one_that_utf_16_counts(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    offsets = Utf16Offsets(text)
    units = len(text[:at].encode("utf-16-le")) // 2
    assert offsets.code_point(units) == at
    assert offsets.length == len(text.encode("utf-16-le")) // 2
    assert offsets.differ is (offsets.length != len(text))


def test_within_a_pair_and_outside_of_the_text_there_is_no_code_point() -> None:
    offsets = Utf16Offsets("a👩b")
    assert [offsets.code_point(at) for at in range(-1, 6)] == [None, 0, 1, None, 2, 3, None]
    assert offsets.code_points(1, 3) == (1, 2)
    assert offsets.code_points(1, 2) is None
