"""Comparison: how the columns of a row stand to each other, and which columns may stand side by side."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.comparison import Row, RowState, compare, row_state
from summittui.library.evidence import EvidenceFilter
from summittui.library.positions import Position
from summittui.model import ActKind, ActorId, Camp, DeclarationId, InputError, StanceValue, UnknownId
from tests.library.made import position, stances
from tests.model.samples import RULES
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
        ([FOR, MIXED], RowState.PARTLY),
        ([AGAINST, MIXED, MIXED], RowState.PARTLY),
        ([FOR, MIXED, UNCLEAR, None], RowState.PARTLY),
        ([FOR, MIXED, AGAINST], RowState.DIFFER),
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
def test_columns_differ_where_one_is_for_and_one_against_and_only_there(row: list[Position]) -> None:
    found = {each.stance for each in row}
    assert (row_state(row) is RowState.DIFFER) is (found >= {FOR, AGAINST})


@given(ROWS)
def test_columns_differ_partly_where_clear_stances_are_unlike_and_none_opposed_and_only_there(
    row: list[Position],
) -> None:
    clear = {each.stance for each in row} - {None, UNCLEAR}
    assert (row_state(row) is RowState.PARTLY) is (len(clear) > 1 and not clear >= {FOR, AGAINST})


@given(st.lists(st.sampled_from([*StanceValue, None]), min_size=2, max_size=8))
def test_as_many_pairs_are_opposed_as_a_count_of_all_pairs_gives(stances: list[StanceValue | None]) -> None:
    cells = tuple(cell(stance) for stance in stances)
    row = Row(issue=RULES, cells=cells, state=row_state(cells))
    pairs = itertools.combinations(stances, 2)
    assert row.opposed == sum({one, other} == {FOR, AGAINST} for one, other in pairs)
    assert (row.opposed > 0) is (row.state is RowState.DIFFER)


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
    assert found.differences() == found.rows[: found.count(RowState.DIFFER) + found.count(RowState.PARTLY)]
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


@pytest.mark.parametrize("ids", [[], ["china"]])
def test_too_few_columns_are_refused(ids: list[str]) -> None:
    with pytest.raises(InputError, match=r"^one perspective alone cannot be compared; name two or more$"):
        compare(LIBRARY, ids)


def test_any_number_of_columns_stands_side_by_side_and_the_most_divided_issue_first() -> None:
    found = compare(LIBRARY, [actor.id for actor in paris().records.actors])
    assert len(found.columns) == len(paris().records.actors)
    opposed = [row.opposed for row in found.rows if row.state is RowState.DIFFER]
    assert len(set(opposed)) > 1
    assert opposed == sorted(opposed, reverse=True)


def test_actors_camps_declarations_and_sources_stand_side_by_side() -> None:
    camp = Camp(id="decliners", name="Decliners", act=ActKind.DECLINED, declaration=DeclarationId("paris-statement"))
    library = Library(replace(paris().records, camps=(camp,)))
    found = compare(library, ["decliners", "china", "paris-statement", "stdaily"])
    camp_column, _, text, source = found.columns
    assert set(camp_column.members[: camp_column.own]) == {"united-states", "united-kingdom"}
    assert (text.members, source.members) == (("paris-statement",), ("author-stdaily",))


def test_who_stands_in_several_columns_is_named() -> None:
    one, other = (
        Camp(id=name, name=name, members=(ActorId("china"), ActorId(third)))
        for name, third in (("one", "france"), ("other", "europe"))
    )
    library = Library(replace(paris().records, camps=(one, other)))
    assert "china" in compare(library, ["one", "other"]).shared_members
    assert compare(library, ["one", "united-states"]).shared_members == ()


def test_only_quoted_words_of_their_own_are_left_where_it_is_asked_for() -> None:
    direct = compare(LIBRARY, ["united-states", "new-york-times"], kept=EvidenceFilter(direct_only=True))
    left = {piece.record for row in direct.rows for each in row.cells for piece in each.evidence}
    assert left == {"vance-kill-industry", "vance-gold-standard", "vance-america-first"}


def test_nothing_doubtful_is_left_where_it_is_asked_for() -> None:
    whole = compare(LIBRARY, ["european-union", "united-states"])
    firm = compare(LIBRARY, ["european-union", "united-states"], kept=EvidenceFilter(no_doubtful=True))
    assert any(piece.doubt for row in whole.rows for each in row.cells for piece in each.evidence)
    for row in firm.rows:
        (before,) = [each for each in whole.rows if each.issue == row.issue]
        for was, now in zip(before.cells, row.cells, strict=True):
            assert now.evidence == tuple(piece for piece in was.evidence if not piece.doubt)
            assert now.left_out == was.n - now.n


def test_what_a_filter_empties_is_not_called_silent() -> None:
    (row,) = compare(
        LIBRARY, ["european-union", "african-union"], issues=["china-initiative"], kept=EvidenceFilter(no_doubtful=True)
    ).rows
    assert (row.state, row.verdict) == (RowState.SILENT, "nothing left by the filter, 2 left out")
    silent = compare(LIBRARY, ["european-union", "ecns"], issues=["tight-regulation"]).rows[0]
    assert silent.verdict == "no statement found"


def test_a_verdict_says_what_it_rests_on() -> None:
    told = compare(LIBRARY, ["emmanuel-macron", "france"], issues=["tight-regulation"]).rows[0]
    assert told.verdict == "agree, 2 of 2 as others tell"
    doubtful = compare(LIBRARY, ["european-union", "china"], issues=["china-initiative"]).rows[0]
    assert doubtful.verdict == "agree, 1 of 2 doubtful"
    firm = compare(LIBRARY, ["united-states", "china"], issues=["sign-paris-statement"]).rows[0]
    assert firm.verdict == "differ"


def test_a_perspective_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="stands twice in the comparison; name each once"):
        compare(LIBRARY, ["china", "france", "china"])


def test_an_unknown_perspective_or_issue_is_refused() -> None:
    with pytest.raises(UnknownId, match="'chyna'; did you mean china"):
        compare(LIBRARY, ["chyna", "france"])
    with pytest.raises(UnknownId, match="'china' is no issue"):
        compare(LIBRARY, ["china", "france"], issues=["china"])
