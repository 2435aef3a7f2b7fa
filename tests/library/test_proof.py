"""Proof: recomputed from the text, never remembered; what changed is shown and nothing is re-anchored in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.proof import (
    REACH,
    SHOWN,
    SOUND,
    Proof,
    ProofState,
    prove,
    prove_words,
    word_difference,
    worst,
)
from summittui.model import Selector, digest_of

TEXT = 'The minister said: "We want open AI — for all." Others’ words followed…\n'
WORDS = "We want open AI — for all."
AT = TEXT.index(WORDS)


def exact(words: str = WORDS, start: int = AT) -> Selector:
    return Selector(start, start + len(words), exact=words)


def by_digest(words: str = WORDS, start: int = AT) -> Selector:
    return Selector(start, start + len(words), digest=digest_of(words))


@st.composite
def texts_with_a_span(draw: st.DrawFn) -> tuple[str, int, int]:
    """Return a text and a span of it that is not empty."""
    text = draw(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(texts_with_a_span())
def test_words_of_an_unchanged_text_are_verbatim(place: tuple[str, int, int]) -> None:
    text, start, end = place
    for selector in (exact(text[start:end], start), by_digest(text[start:end], start)):
        proof = prove(selector, text)
        assert (proof.state, proof.difference, proof.found, proof.sound) == (ProofState.VERBATIM, None, None, True)


@given(texts_with_a_span())
def test_a_span_without_words_or_digest_is_unproven_whatever_the_text_has_there(place: tuple[str, int, int]) -> None:
    text, start, end = place
    assert prove(Selector(start, end), text).state is ProofState.UNPROVEN
    assert prove(Selector(start, end), None).state is ProofState.UNPROVEN


def test_an_empty_span_is_no_passage_that_could_be_proven() -> None:
    assert prove(Selector(0, 0), TEXT).state is ProofState.NO_PLACE
    assert prove(Selector(0, 0), None).state is ProofState.NOT_ATTACHED


@given(st.data())
def test_one_changed_letter_is_drifted_and_the_difference_shows_it(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([i for i, char in enumerate(WORDS) if char.isalpha()]))
    letter = data.draw(st.sampled_from([c for c in "abcdefghijklmnopqrstuvwxyz" if c != WORDS[place].lower()]))
    now = WORDS[:place] + letter + WORDS[place + 1 :]
    proof = prove(exact(), TEXT.replace(WORDS, now))
    assert (proof.state, proof.found, proof.sound) == (ProofState.DRIFTED, None, False)
    was_word, now_word = next((w, n) for w, n in zip(WORDS.split(), now.split(), strict=True) if w != n)
    assert f"[-{was_word.rstrip('.')}-]{{+{now_word.rstrip('.')}+}}" in (proof.difference or "")


@given(st.text(alphabet="abc \n", min_size=1, max_size=200), st.sampled_from([exact(), by_digest()]))
def test_text_put_before_is_drift_and_tells_where_the_words_stand_now(before: str, selector: Selector) -> None:
    proof = prove(selector, before + TEXT)
    assert proof.state is ProofState.DRIFTED
    assert proof.found == Selector(AT + len(before), AT + len(before) + len(WORDS))
    assert f"({len(before):+d})" in (proof.difference or "")


def test_the_place_that_is_offered_is_the_nearest() -> None:
    text = f"{WORDS} {'.' * 100} {WORDS}"
    proof = prove(exact(start=90), text)
    assert proof.found is not None
    assert proof.found.start == text.rindex(WORDS)


def test_the_words_that_are_found_elsewhere_really_stand_there() -> None:
    text = "é" * 30 + TEXT
    for selector in (exact(), by_digest()):
        found = prove(selector, text).found
        assert found is not None
        assert text[found.start : found.end] == WORDS


def test_an_unquoted_span_is_not_looked_for_beyond_its_reach() -> None:
    assert prove(by_digest(), "." * (REACH + 1) + TEXT).found is None
    assert prove(by_digest(), "." * REACH + TEXT).found is not None


@pytest.mark.parametrize(
    "here",
    [
        "We want open AI – for all.",
        "We want open AI - for all.",
        "We want\nopen AI — for all.",
        "We want\u00a0open AI — for all.",
    ],
)
def test_other_dashes_and_spaces_are_verbatim_after_normalisation(here: str) -> None:
    proof = prove(exact(), TEXT.replace(WORDS, here))
    assert (proof.state, proof.found, proof.sound) == (ProofState.NORMALISED, None, True)


@pytest.mark.parametrize(
    ("was", "here"),
    [
        ("Others’ words", "Others' words"),
        ("Others' words", "Others‘ words"),
        ("“so”", '"so"'),
        ("ﬁne", "ﬁne"),
        ("Cle\u0301ment", "Cle\u0301ment"),
    ],
)
def test_typographic_marks_are_no_drift(was: str, here: str) -> None:
    assert prove(exact(was, 0), here).sound


@pytest.mark.parametrize(
    "here", ["we want open AI — for all.", "We want open AI — for all!", "We want no open AI — for all."]
)
def test_another_case_another_mark_or_another_word_is_drift(here: str) -> None:
    assert prove(exact(), TEXT.replace(WORDS, here)).state is ProofState.DRIFTED


def test_the_difference_of_a_normalised_span_is_shown_too() -> None:
    assert prove(exact("a — b", 0), "a - b").difference == "a [-—-]{+-+} b"


@pytest.mark.parametrize("selector", [exact(), by_digest(), Selector(AT, AT + 5)])
@pytest.mark.parametrize("length", [0, 1, AT])
def test_a_text_that_ends_before_the_span_does_not_hold_it(selector: Selector, length: int) -> None:
    proof = prove(selector, TEXT[:length])
    assert (proof.state, proof.found, proof.sound) == (ProofState.NOT_FOUND, None, False)
    assert proof.difference == f"the text has {length} characters and ends before {AT}"


def test_words_that_moved_out_of_a_shorter_text_are_found() -> None:
    proof = prove(exact(start=500), WORDS)
    assert proof.found == Selector(0, len(WORDS))


@pytest.mark.parametrize("selector", [exact(), by_digest(), Selector(AT, AT + len(WORDS))])
def test_a_text_that_ends_inside_the_span_has_drifted(selector: Selector) -> None:
    assert prove(selector, TEXT[: AT + 5]).state is ProofState.DRIFTED


def test_a_changed_span_without_its_words_shows_what_stands_there() -> None:
    proof = prove(by_digest(), TEXT.replace("open", "shut"))
    assert proof.state is ProofState.DRIFTED
    assert (proof.difference or "").endswith("We want shut AI — for all.")


def test_a_long_passage_is_not_shown_whole() -> None:
    proof = prove(Selector(0, 5000, digest="0" * 16), "x" * 5000)
    assert len(proof.difference or "") < SHOWN + 100


@pytest.mark.parametrize("selector", [exact(), by_digest()])
def test_without_a_text_nothing_is_claimed(selector: Selector) -> None:
    proof = prove(selector, None)
    assert (proof.state, proof.difference, proof.found) == (ProofState.NOT_ATTACHED, None, None)


def test_words_without_a_place_say_where_the_text_has_them() -> None:
    assert prove_words("Others' words", TEXT) == Proof(
        state=ProofState.NO_PLACE,
        difference=f"the text has these words at {TEXT.index('Others')}–{TEXT.index('Others') + 13}",
    )
    assert prove_words("e", TEXT).difference == "the text has these words at 6 places"
    assert prove_words("no such words", TEXT).state is ProofState.NOT_FOUND
    assert prove_words("no such words", None).state is ProofState.NOT_ATTACHED


def test_the_worst_of_several_proofs_is_told_and_of_none_that_no_place_is_marked() -> None:
    states = (ProofState.VERBATIM, ProofState.UNPROVEN, ProofState.NORMALISED)
    assert worst(Proof(state=state) for state in states).state is ProofState.UNPROVEN
    assert worst(()).state is ProofState.NO_PLACE


def test_what_is_sound_is_what_needs_no_attention() -> None:
    assert set(ProofState) - SOUND == {ProofState.DRIFTED, ProofState.NOT_FOUND}


def test_the_changed_words_are_marked_word_by_word() -> None:
    assert word_difference("AI is open to all", "AI was open to few") == "AI [-is-]{+was+} open to [-all-]{+few+}"
    assert word_difference("open AI", "open AI now") == "open AI{+ now+}"
    assert word_difference("very open AI", "open AI") == "[-very -]open AI"


def test_a_hostile_text_drives_no_terminal_through_a_difference() -> None:
    hostile = TEXT.replace("open", "\x1b]52;c;cm0=\x07\u202eshut\x1b[31m")
    for selector in (exact(), by_digest()):
        assert not set(prove(selector, hostile).difference or "") & set("\x1b\x07\u202e\n")
