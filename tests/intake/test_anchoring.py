"""Anchoring: the offsets are always those of the printed words, and nothing is guessed."""

from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.anchoring import anchor, nearest_passage
from summittui.model.normalised import splits_sign
from summittui.model.quotation import is_marked

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
PLAIN = st.text(alphabet=st.sampled_from("abc \n'\"-."), min_size=1, max_size=60)
CURLY = str.maketrans({"'": "’", '"': "”", "-": "—"})


@st.composite
def spans(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, int, int]:
    """Return a text and a span of it that begins and ends with no blank and splits no sign."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return text, start, end


def is_whole(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return bool(words) and not is_marked(words) and not splits_sign(text, start) and not splits_sign(text, end)


@given(spans(TEXTS))
def test_a_span_is_found_where_it_stands_and_is_exact(place: tuple[str, int, int]) -> None:
    text, start, end = place
    if is_whole(text, start, end):
        found = anchor(text[start:end], text)
        assert found.is_exact
        assert any(each.ranges == ((start, end),) for each in found.occurrences) or len(found.occurrences) > 1
        assert all(text[a:b] == text[start:end] for each in found.occurrences for a, b in each.ranges)


@given(spans(PLAIN))
def test_words_printed_with_curly_marks_and_dashes_lose_no_place(place: tuple[str, int, int]) -> None:
    text, start, end = place
    if is_whole(text, start, end):
        before = anchor(text[start:end], text, at=(start,))
        after = anchor(text[start:end], text.translate(CURLY), at=(start,))
        assert before.occurrences
        assert after.occurrences


@given(TEXTS, TEXTS)
def test_every_range_lies_in_the_text(words: str, text: str) -> None:
    for each in anchor(words, text).occurrences:
        for start, end in each.ranges:
            assert 0 <= start < end <= len(text)


def test_one_place_is_the_place_and_several_are_none() -> None:
    assert anchor("b", "a b c").place is not None
    assert anchor("a", "a b a").place is None
    assert anchor("a", "a b a", at=(4,)).place is not None


def test_words_that_are_nowhere_name_the_nearest_passage() -> None:
    text = "They came early. The ministers refused to sign the text on Tuesday. Others left."
    found = anchor("the ministers refuse to sign that text", text)
    assert found.place is None
    assert found.nearest is not None
    assert text[slice(*found.nearest)] == "The ministers refused to sign the text"
    assert anchor("wholly unheard of", text).nearest is None
    assert nearest_passage("", text) is None
