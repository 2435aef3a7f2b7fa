"""Comparison: how the columns of a row stand to each other, and which columns may stand side by side."""

import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.answers.comparison import compare
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import Position
from summittui.library.answers.side_by_side import Row
from summittui.library.answers.verdict import RowState, verdict
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, ActorId, Camp, DeclarationId, InputError, StanceValue, UnknownId
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter
from tests.library.made import columns, position, stances
from tests.model.samples import RULES
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
FOR, AGAINST, MIXED, UNCLEAR = StanceValue
PAIRS = list(itertools.combinations(("china", "united-states", "united-kingdom", "france", "paris-statement"), 2))


def row_state(row: Sequence[Position]) -> RowState:
    return verdict(row, columns(len(row))).state


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
        ([MIXED, MIXED], RowState.MIXED),
        ([FOR, AGAINST], RowState.DIFFER),
        ([FOR, MIXED], RowState.MIXED),
        ([AGAINST, MIXED, MIXED], RowState.MIXED),
        ([FOR, MIXED, UNCLEAR, None], RowState.MIXED),
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
def test_one_side_is_mixed_where_none_are_opposed_and_only_there(
    row: list[Position],
) -> None:
    clear = {each.stance for each in row} - {None, UNCLEAR}
    several = sum(each.stance not in {None, UNCLEAR} for each in row) > 1
    assert (row_state(row) is RowState.MIXED) is (several and MIXED in clear and not clear >= {FOR, AGAINST})


@given(st.lists(st.sampled_from([*StanceValue, None]), min_size=2, max_size=8))
def test_as_many_pairs_are_opposed_as_a_count_of_all_pairs_gives(stances: list[StanceValue | None]) -> None:
    cells = tuple(cell(stance) for stance in stances)
    found = verdict(cells, columns(len(cells)))
    row = Row(key=RULES.id, label=RULES.label, cells=cells, verdict=found)
    pairs = itertools.combinations(stances, 2)
    assert row.verdict.opposed == sum({one, other} == {FOR, AGAINST} for one, other in pairs)
    assert (row.verdict.opposed > 0) is (row.state is RowState.DIFFER)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_swapping_the_columns_swaps_the_cells_and_nothing_else(one: str, other: str) -> None:
    here, there = (
        compare(LIBRARY, ComparisonQuery(sides=(one, other))),
        compare(LIBRARY, ComparisonQuery(sides=(other, one))),
    )
    assert [(row.key, row.state, row.cells) for row in here.rows] == [
        (row.key, row.state, row.cells[::-1]) for row in there.rows
    ]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_every_issue_has_its_row_and_the_differences_stand_first(one: str, other: str) -> None:
    found = compare(LIBRARY, ComparisonQuery(sides=(one, other)))
    assert {row.key for row in found.rows} == {each.id for each in LIBRARY.issues()}
    order = list(RowState)
    ranks = [(order.index(row.state), -row.n) for row in found.rows]
    assert ranks == sorted(ranks)
    assert found.differences() == found.rows[: found.count(RowState.DIFFER) + found.count(RowState.MIXED)]
    assert sum(found.count(state) for state in RowState) == len(found.rows)


def test_a_row_says_who_speaks_and_how_much() -> None:
    for row in compare(LIBRARY, ComparisonQuery(sides=("china", "ecns"))).rows:
        assert row.speaking == ((0,) if row.cells[0].n else ())
        assert row.n == row.cells[0].n + row.cells[1].n


def test_the_us_and_china_differ_over_the_signature() -> None:
    (row,) = compare(LIBRARY, ComparisonQuery(sides=("united-states", "china"), issues=("sign-paris-statement",))).rows
    assert (row.state, [each.stance for each in row.positions]) == (RowState.DIFFER, [AGAINST, FOR])


def test_the_issues_asked_for_are_the_rows() -> None:
    rows = compare(LIBRARY, ComparisonQuery(sides=("china", "france"), issues=("open-access", "ai-leadership"))).rows
    assert {row.key for row in rows} == {"open-access", "ai-leadership"}


def test_who_stands_beside_his_state_is_not_in_it_too() -> None:
    state, person = compare(LIBRARY, ComparisonQuery(sides=("united-states", "jd-vance"))).columns
    assert "jd-vance" not in state.members
    assert person.members == ("jd-vance",)


def test_a_column_is_unfolded_where_it_is_asked_for() -> None:
    found = compare(LIBRARY, ComparisonQuery(sides=("united-states", "china"), unfolded=("united-states",)))
    assert found.columns[0].members == ("united-states",)
    assert len(found.columns[1].members) > 1


@pytest.mark.parametrize("ids", [[], ["china"]])
def test_too_few_columns_are_refused(ids: list[str]) -> None:
    with pytest.raises(InputError, match=r"^one perspective alone cannot be compared; name two or more$"):
        compare(LIBRARY, ComparisonQuery(sides=tuple(ids)))


def test_any_number_of_columns_stands_side_by_side_and_the_most_divided_issue_first() -> None:
    found = compare(LIBRARY, ComparisonQuery(sides=tuple([actor.id for actor in paris().records.actors])))
    assert len(found.columns) == len(paris().records.actors)
    opposed = [row.verdict.opposed for row in found.rows if row.state is RowState.DIFFER]
    assert len(set(opposed)) > 1
    assert opposed == sorted(opposed, reverse=True)


def test_actors_camps_declarations_and_sources_stand_side_by_side() -> None:
    camp = Camp(id="decliners", name="Decliners", act=ActKind.DECLINED, declaration=DeclarationId("paris-statement"))
    library = MemoryLibrary(replace(paris().records, camps=(camp,)))
    found = compare(library, ComparisonQuery(sides=("decliners", "china", "paris-statement", "stdaily")))
    camp_column, _, text, source = found.columns
    assert set(camp_column.members[: camp_column.own]) == {"united-states", "united-kingdom"}
    assert (text.members, source.members) == (("paris-statement",), ("author-stdaily",))


def test_who_stands_in_several_columns_is_named() -> None:
    one, other = (
        Camp(id=name, name=name, members=(ActorId("china"), ActorId(third)))
        for name, third in (("one", "france"), ("other", "europe"))
    )
    library = MemoryLibrary(replace(paris().records, camps=(one, other)))
    assert "china" in compare(library, ComparisonQuery(sides=("one", "other"))).shared_members
    assert compare(library, ComparisonQuery(sides=("one", "united-states"))).shared_members == ()


def test_only_quoted_words_of_their_own_are_left_where_it_is_asked_for() -> None:
    direct = compare(
        LIBRARY,
        ComparisonQuery(sides=("united-states", "new-york-times"), evidence_filter=EvidenceFilter(direct_only=True)),
    )
    left = {piece.record for row in direct.rows for each in row.cells for piece in each.evidence}
    assert left == {"vance-kill-industry", "vance-gold-standard", "vance-america-first"}


def test_nothing_doubtful_is_left_where_it_is_asked_for() -> None:
    whole = compare(LIBRARY, ComparisonQuery(sides=("european-union", "united-states")))
    firm = compare(
        LIBRARY,
        ComparisonQuery(sides=("european-union", "united-states"), evidence_filter=EvidenceFilter(no_doubtful=True)),
    )
    assert any(piece.doubt for row in whole.rows for each in row.cells for piece in each.evidence)
    for row in firm.rows:
        (before,) = [each for each in whole.rows if each.key == row.key]
        for was, now in zip(before.cells, row.cells, strict=True):
            assert now.evidence == tuple(piece for piece in was.evidence if not piece.doubt)
            assert now.left_out == len(was.evidence) - len(now.evidence)


def test_what_a_filter_empties_is_not_called_silent() -> None:
    (row,) = compare(
        LIBRARY,
        ComparisonQuery(
            sides=("european-union", "african-union"),
            issues=("china-initiative",),
            evidence_filter=EvidenceFilter(no_doubtful=True),
        ),
    ).rows
    assert (row.state, row.verdict.words) == (RowState.SILENT, "nothing left by the filter; 2 left out")
    silent = compare(LIBRARY, ComparisonQuery(sides=("european-union", "ecns"), issues=("tight-regulation",))).rows[0]
    assert silent.verdict.words == "no statement found"


def words_of(*ids: str, issue: str) -> str:
    return compare(LIBRARY, ComparisonQuery(sides=tuple(ids), issues=(issue,))).rows[0].verdict.words


def test_a_verdict_names_its_sides_and_what_they_rest_on() -> None:
    assert words_of("united-states", "china", issue="sign-paris-statement") == "differ by deeds: B for · A against"
    five = words_of(
        "united-states", "china", "european-union", "united-kingdom", "france", issue="sign-paris-statement"
    )
    assert five == "differ by deeds: B for · A, D against · C, E silent"
    assert words_of("europe", "china", "european-union", issue="china-initiative") == (
        "B and C only (C doubtful): for · A silent"
    )
    assert words_of("united-states", "china", issue="open-access") == (
        "differ by words, doubtful: B for · A against (doubtful)"
    )
    assert words_of("united-states", "china", issue="collective-governance") == (
        "differ by words, as told: B for · A against (as told)"
    )
    assert words_of("united-states", "france", issue="tight-regulation") == (
        "one side mixed: A against · B mixed (as told)"
    )
    assert words_of("china", "antonio-guterres", issue="collective-governance") == "agree: A, B for"


@given(ROWS)
def test_agreement_needs_two_firm_positions_of_their_own(row: list[Position]) -> None:
    if row_state(row) is RowState.AGREE:
        firm = [each.firm_side.stance for each in row if each.firm_side]
        assert max(firm.count(FOR), firm.count(AGAINST)) >= 2


@given(st.lists(CELLS, min_size=2, max_size=2))
def test_swapping_two_columns_swaps_their_letters_in_the_verdict(row: list[Position]) -> None:
    here, there = (verdict(cells, columns(2)) for cells in (row, row[::-1]))
    assert (here.state, here.opposed) == (there.state, there.opposed)
    swapped = here.words.translate(str.maketrans("AB", "BA"))
    assert sorted(re.findall(r"\w+", swapped)) == sorted(re.findall(r"\w+", there.words))


def test_words_about_one_actor_alone_are_set_against_nobody_else() -> None:
    us = words_of("andrew-dudfield", "united-states", issue="sign-paris-statement")
    assert us == ("not set against each other: A for (weak) · B against; A speaks of somebody else alone, not of B")
    uk = words_of("andrew-dudfield", "united-kingdom", issue="sign-paris-statement")
    assert uk.startswith("differ by words and deeds, weak: A for (weak) · B against")


@pytest.mark.parametrize("lone", ["united-states", "jd-vance"])
def test_a_set_and_its_member_are_not_set_against_each_other(lone: str) -> None:
    states = {row.state for row in compare(LIBRARY, ComparisonQuery(sides=("over-140-nations", lone))).rows}
    assert not states & {RowState.DIFFER, RowState.AGREE, RowState.MIXED, RowState.LEAN}
    told = words_of("over-140-nations", "united-states", issue="collective-governance")
    assert "A and B are a set and its member, not set against each other" in told


def test_bodies_that_are_recorded_apart_are_hinted_at_and_merged_where_it_is_asked_for() -> None:
    ids = ["european-union", "china"]
    apart, merged = (
        compare(LIBRARY, ComparisonQuery(sides=tuple(ids))),
        compare(LIBRARY, ComparisonQuery(sides=tuple(ids), merged=("european-union",))),
    )
    assert set(apart.columns[0].see_also) == {"europe", "european-commission"}
    assert apart.columns[0].members == ("european-union",)
    assert {"european-commission", "ursula-von-der-leyen"} <= set(merged.columns[0].members)
    for id_ in ("clement-delangue", "xi-jinping", "andrew-dudfield", "new-york-times"):
        assert perspective(LIBRARY, id_).see_also == ()


def test_a_perspective_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="stands twice in the comparison; name each once"):
        compare(LIBRARY, ComparisonQuery(sides=("china", "france", "china")))


def test_an_unknown_perspective_or_issue_is_refused() -> None:
    with pytest.raises(UnknownId, match="'chyna'; did you mean china"):
        compare(LIBRARY, ComparisonQuery(sides=("chyna", "france")))
    with pytest.raises(UnknownId, match="'china' is no issue"):
        compare(LIBRARY, ComparisonQuery(sides=("china", "france"), issues=("china",)))
