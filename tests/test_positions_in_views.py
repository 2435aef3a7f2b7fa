"""Every position that the reference reads out of the documents is seen in the matrix and in a comparison."""

import itertools
from functools import cache

import pytest

from summittui.library.answers.accounts import accounts
from summittui.library.answers.comparison import compare
from summittui.library.answers.matrix import MatrixRow, matrix
from summittui.library.answers.positions import Position
from summittui.library.memory.library import MemoryLibrary
from summittui.model import StanceValue
from summittui.queries.comparison import AccountsQuery, ComparisonQuery
from summittui.queries.matrix import MatrixQuery
from tests.paris import actor, paris
from tests.reference import annotation, needs_reference, party_ids, read_positions

LIBRARY = MemoryLibrary(paris().records)
MATRIX = matrix(LIBRARY, MatrixQuery(perspectives=tuple([each.id for each in paris().records.actors]), folded=True))
SIDES = {"supports": {StanceValue.FOR}, "opposes": {StanceValue.AGAINST}}
EITHER = {StanceValue.MIXED, StanceValue.UNCLEAR}


@cache
def cells() -> dict[tuple[str, str], Position]:
    return {(row.perspective.id, cell.issue): cell for row in MATRIX.rows for cell in row.cells}


def issue_of(theirs: dict[str, str]) -> str:
    return paris().records.issues[int(theirs["issue"][1:]) - 1].id


@needs_reference
def test_all_positions_are_seen_in_the_matrix_with_their_side() -> None:
    for theirs in read_positions():
        cell = cells()[party_ids()[theirs["actor"]], issue_of(theirs)]
        assert cell.n > 0, theirs["id"]
        found = {piece.stance.stance for piece in cell.evidence}
        wanted = SIDES.get(theirs["stance"], EITHER)
        assert cell.stance in wanted or (found & wanted), theirs["id"]
        assert cell.stance in wanted or not cell.own or cell.said_about or cell.doubtful, theirs["id"]


@needs_reference
def test_where_the_reference_finds_no_position_the_matrix_is_silent() -> None:
    for silent in annotation()["no_position_stated"]:
        for theirs in silent["actors"]:
            assert cells()[party_ids()[theirs], issue_of(silent)].stance is None, theirs


@needs_reference
def test_the_matrix_gives_no_actor_a_position_that_the_reference_does_not_read() -> None:
    read = {(party_ids()[theirs["actor"]], issue_of(theirs)) for theirs in read_positions()}
    spoken = {(holder, issue) for (holder, issue), cell in cells().items() if cell.n}
    for holder, issue in spoken:
        speakers = LIBRARY.speakers_for(holder)
        above = actor(holder).speaks_for
        assert {(holder, issue), (above, issue), *((each, issue) for each in speakers)} & read, (holder, issue)


@needs_reference
def test_every_disagreement_and_every_agreement_is_seen_between_the_two_sources() -> None:
    found = accounts(LIBRARY, AccountsQuery(sources=("stdaily", "nigeriapulse")))
    assert len(found.disagreements) == len(annotation()["disagreements"]) == 20
    assert len(found.agreements) == len(annotation()["agreements"]) == 7


@pytest.mark.parametrize(
    "names", list(itertools.combinations(("united-states", "china", "european-commission", "united-nations"), 2))
)
def test_a_comparison_and_the_matrix_tell_the_same(names: tuple[str, str]) -> None:
    rows: dict[str, MatrixRow] = {row.perspective.id: row for row in MATRIX.rows}
    for row in compare(LIBRARY, ComparisonQuery(sides=tuple(names))).rows:
        for name, cell in zip(names, row.cells, strict=True):
            assert cell == next(each for each in rows[name].cells if each.issue == row.key)
