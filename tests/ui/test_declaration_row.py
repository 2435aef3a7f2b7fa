"""The row of a declaration: as many of its acts as fit, and how many are left out."""

import pytest

from summittui.ui.render.declaration import declaration_line
from tests.paris import declaration
from tests.shown import LIBRARY


@pytest.mark.parametrize("width", [30, 60, 80, 100, 120, 200])
def test_a_row_names_the_acts_that_fit_and_counts_the_others(width: int) -> None:
    made = declaration("paris-statement")
    row = declaration_line(LIBRARY, made, width).plain
    _, _, counted = row.rstrip().rpartition("  +")
    left_out = int(counted) if counted.isdigit() else 0
    firm = [act for act in made.acts if not act.doubt]
    named = [act for act in firm if f" {LIBRARY.name(act.actor)}" in row]
    assert len(named) + left_out == len(made.acts)
    assert len(row) <= width
    assert width < 200 or named == firm
