"""Comparison: how the columns of a row stand to each other, and which columns may stand side by side."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library import Library, Position, RowState, compare
from summittui.library.comparison import row_state
from summittui.model import InputError, StanceValue, UnknownId
from tests.library.made import position, stances
from tests.paris import paris

LIBRARY = Library(paris().records)
FOR, AGAINST, MIXED, UNCLEAR = StanceValue
PAIRS = list(itertools.combinations(("china", "united-states", "united-kingdom", "france", "paris-statement"), 2))


def cell(stance: StanceValue | None) -> Position:
    return position(words=[stance] if stance else [])


CELLS = st.builds(lambda words, said: position(words=words, said_about=said), stances(2), stances(2))
ROWS = st.lists(CELLS, min_size=2, max_size=4)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ([None, None], RowState.SILENT),
        ([FOR, None], RowState.ONE_SPEAKS),
        ([UNCLEAR, None], RowState.ONE_SPEAKS),
        ([FOR, FOR], RowState.AGREE),
        ([MIXED, MIXED], RowState.AGREE),
        ([FOR, AGAINST], RowState.DIFFER),
        ([FOR, MIXED], RowState.DIFFER),
        ([FOR, UNCLEAR], RowState.INCOMPARABLE),
        ([UNCLEAR, UNCLEAR], RowState.INCOMPARABLE),
        ([FOR, FOR, None], RowState.AGREE),
        ([FOR, FOR, UNCLEAR], RowState.AGREE),
        ([FOR, UNCLEAR, AGAINST], RowState.DIFFER),
    ],
)
def test_the_state_of_a_row_follows_from_its_stances(row: list[StanceValue | None], state: RowState) -> None:
    assert row_state([cell(stance) for stance in row]) is state


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_columns_changes_no_state(row: list[Position], random: st.DataObject) -> None:
    shuffled = list(row)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    assert row_state(shuffled) is row_state(row)


@given(ROWS)
def test_a_row_is_silent_where_no_cell_has_evidence_and_only_there(row: list[Position]) -> None:
    assert (row_state(row) is RowState.SILENT) is (sum(each.n for each in row) == 0)


@given(ROWS)
def test_only_one_speaks_where_one_cell_has_evidence_and_only_there(row: list[Position]) -> None:
    assert (row_state(row) is RowState.ONE_SPEAKS) is (sum(each.n > 0 for each in row) == 1)


@given(ROWS)
def test_a_silent_column_more_changes_no_state(row: list[Position]) -> None:
    assert row_state([*row, cell(None)]) is row_state(row)


@given(ROWS)
def test_columns_differ_where_two_clear_stances_are_not_the_same_and_only_there(row: list[Position]) -> None:
    clear = {each.stance for each in row} - {None, UNCLEAR}
    assert (row_state(row) is RowState.DIFFER) is (len(clear) > 1)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_swapping_the_columns_swaps_the_cells_and_nothing_else(one: str, other: str) -> None:
    here, there = compare(LIBRARY, [one, other]), compare(LIBRARY, [other, one])
    assert [(row.issue, row.state, row.cells) for row in here.rows] == [
        (row.issue, row.state, row.cells[::-1]) for row in there.rows
    ]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_every_issue_has_its_row_and_the_differences_stand_first(one: str, other: str) -> None:
    found = compare(LIBRARY, [one, other])
    assert {row.issue.id for row in found.rows} == set(LIBRARY.issues)
    order = list(RowState)
    ranks = [(order.index(row.state), -row.n) for row in found.rows]
    assert ranks == sorted(ranks)
    assert found.differences() == found.rows[: found.count(RowState.DIFFER)]
    assert sum(found.count(state) for state in RowState) == len(found.rows)


def test_a_row_says_who_speaks_and_how_much() -> None:
    for row in compare(LIBRARY, ["china", "ecns"]).rows:
        assert row.speaking == ((0,) if row.cells[0].n else ())
        assert row.n == row.cells[0].n + row.cells[1].n


def test_the_us_and_china_differ_over_the_signature() -> None:
    (row,) = compare(LIBRARY, ["united-states", "china"], issues=["sign-paris-statement"]).rows
    assert (row.state, [each.stance for each in row.cells]) == (RowState.DIFFER, [AGAINST, FOR])


def test_the_issues_asked_for_are_the_rows() -> None:
    rows = compare(LIBRARY, ["china", "france"], issues=["open-access", "ai-leadership"]).rows
    assert {row.issue.id for row in rows} == {"open-access", "ai-leadership"}


def test_who_stands_beside_his_state_is_not_in_it_too() -> None:
    state, person = compare(LIBRARY, ["united-states", "jd-vance"]).columns
    assert "jd-vance" not in state.members
    assert person.members == ("jd-vance",)


def test_a_column_is_unfolded_where_it_is_asked_for() -> None:
    found = compare(LIBRARY, ["united-states", "china"], unfolded=frozenset({"united-states"}))
    assert found.columns[0].members == ("united-states",)
    assert len(found.columns[1].members) > 1


@pytest.mark.parametrize("ids", [[], ["china"], ["china", "france", "europe", "deepseek", "ecns"]])
def test_too_few_and_too_many_columns_are_refused(ids: list[str]) -> None:
    with pytest.raises(InputError, match=f"^{len(ids)} perspectives cannot be put side by side; name 2 to 4$"):
        compare(LIBRARY, ids)


def test_four_columns_are_not_too_many() -> None:
    assert len(compare(LIBRARY, ["china", "france", "europe", "deepseek"]).columns) == 4


def test_a_perspective_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="stands twice in the comparison; name each once"):
        compare(LIBRARY, ["china", "france", "china"])


def test_an_unknown_perspective_or_issue_is_refused() -> None:
    with pytest.raises(UnknownId, match="'chyna'; did you mean china"):
        compare(LIBRARY, ["chyna", "france"])
    with pytest.raises(UnknownId, match="'china' is no issue"):
        compare(LIBRARY, ["china", "france"], issues=["china"])
