"""The cells of characters, as the page is told them."""

import unicodedata
from itertools import pairwise

from rich.cells import cell_len

from summittui.serve.cell_widths import cell_widths
from tests.thorough import THOROUGH

NOT_ASSIGNED = {"Cn", "Co", "Cs", "Cc"}
STEP = 1 if THOROUGH else 61


def test_every_character_takes_as_many_cells_as_in_the_program() -> None:
    widths = cell_widths()
    ranges = [(first, last, cells) for cells, name in ((0, "zero"), (2, "wide")) for first, last in widths[name]]  # type: ignore[literal-required]
    cells = {code: width for first, last, width in ranges for code in range(first, last + 1)}
    bounds = {code for first, last, _ in ranges for code in (first - 1, first, last, last + 1)}
    tried = (code for code in {*bounds, *range(0x20, 0x110000, STEP)} if not_odd(code))
    assert [hex(code) for code in tried if cells.get(code, 1) != cell_len(chr(code))] == []


def not_odd(code: int) -> bool:
    return unicodedata.category(chr(code)) not in NOT_ASSIGNED


def test_ranges_are_in_order_and_apart() -> None:
    for ranges in (cell_widths()["zero"], cell_widths()["wide"]):
        assert all(first <= last for first, last in ranges)
        assert all(before[1] < after[0] for before, after in pairwise(ranges))


def test_the_emoji_selector_makes_the_characters_wide_that_are_told() -> None:
    widened = set(cell_widths()["widened"])
    assert {ord("#"), ord("©"), 0x2764, 0x1F3F3} <= widened
    assert [hex(code) for code in widened if (cell_len(chr(code)), cell_len(f"{chr(code)}\ufe0f")) != (1, 2)] == []
