"""Selectors: half-open spans in code points, and the digest that proves what may not be carried."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from summittui.model import Passage, Selector, SourceId, digest_of
from tests.model.samples import DIRECT, INDIRECT, SOURCE

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 12)).map(lambda pair: Selector(pair[0], pair[0] + pair[1]))


def points(span: Selector) -> set[int]:
    return set(range(span.start, span.end))


@given(SPANS, SPANS)
def test_a_span_contains_another_where_it_holds_all_its_points(one: Selector, other: Selector) -> None:
    assert one.contains(other) is (points(other) <= points(one))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_point(one: Selector, other: Selector) -> None:
    assert one.overlaps(other) is other.overlaps(one) is bool(points(one) & points(other))


def test_a_digest_is_the_beginning_of_the_sha256() -> None:
    assert digest_of("Clément") == hashlib.sha256("Clément".encode()).hexdigest()[:16]


def test_a_digest_tells_one_character_apart() -> None:
    assert digest_of("open AI") != digest_of("open  AI")


def test_half_a_character_has_a_digest_too() -> None:
    assert len(digest_of("\ud800")) == 16


def test_a_passage_is_the_selector_with_its_source() -> None:
    span = Selector(3, 8, exact="words", digest="0" * 16, prefix="a ", suffix=" b")
    passage = Passage.of(SourceId("daily"), span)
    assert passage.source == "daily"
    assert all(getattr(passage, field) == getattr(span, field) for field in Selector.__struct_fields__)


def test_a_paragraph_is_found_by_an_offset_counted_from_one() -> None:
    assert [SOURCE.paragraph_at(offset) for offset in (0, 22, 23, 24, 73, 74)] == [1, 1, None, 2, 2, None]


def test_the_exact_words_of_a_quote_are_its_pieces_with_a_gap_between() -> None:
    assert DIRECT.exact == "Rules help."
    assert INDIRECT.exact is None
    pieces = (Selector(0, 2, exact="We"), Selector(9, 13, exact="must"))
    assert (
        type(DIRECT)(id="x", source=DIRECT.source, kind=DIRECT.kind, spans=pieces, quoted=pieces).exact == "We … must"
    )
