"""Sparklines: bars in proportion, and no gap between the periods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.sparkline import BARS, NONE, sparkline, without_gaps


@given(st.lists(st.integers(min_value=0, max_value=10_000)))
def test_a_bar_for_each_count_the_largest_highest_and_nothing_no_bar(counts: list[int]) -> None:
    bars = sparkline(counts)
    assert len(bars) == len(counts)
    for bar, count in zip(bars, counts, strict=True):
        assert (bar == NONE) is (count == 0)
        assert (bar == BARS[-1]) is (count > 0 and count * len(BARS) > max(counts) * (len(BARS) - 1))


@given(st.lists(st.integers(min_value=1, max_value=50), min_size=1))
def test_a_larger_count_has_no_lower_bar(counts: list[int]) -> None:
    by_count = sorted(zip(counts, sparkline(counts), strict=True))
    heights = [BARS.index(bar) for _, bar in by_count]
    assert heights == sorted(heights)


@pytest.mark.parametrize(
    ("counts", "filled"),
    [
        ({}, {}),
        ({"2023": 2, "2025": 1}, {"2023": 2, "2024": 0, "2025": 1}),
        ({"2024-11": 1, "2025-02": 3}, {"2024-11": 1, "2024-12": 0, "2025-01": 0, "2025-02": 3}),
        ({"2025-02": 3}, {"2025-02": 3}),
    ],
)
def test_periods_between_the_first_and_the_last_are_filled_in(counts: dict[str, int], filled: dict[str, int]) -> None:
    assert without_gaps(counts) == filled
    assert list(without_gaps(counts)) == list(filled)
