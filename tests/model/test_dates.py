"""Dates keep the precision with which they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.model.dates import is_partial_date, precision


@given(st.dates())
def test_a_real_date_is_one_at_each_precision(day: date) -> None:
    whole = day.isoformat()
    assert is_partial_date(whole[:4])
    assert is_partial_date(whole[:7])
    assert is_partial_date(whole)
    assert [precision(whole[:length]) for length in (4, 7, 10)] == ["year", "month", "day"]


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-2", "2025-13", "2025-00", "2025-02-29", "2025-02-30", "0000", "11 February", "2025-02-11T10:00"],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert not is_partial_date(text)


@pytest.mark.parametrize("text", ["2025\n", " 2025", "2025-", "٢٠٢٥", "-2025"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not is_partial_date(text)
