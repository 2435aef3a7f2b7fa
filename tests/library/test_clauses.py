"""Declarations side by side: clauses by matter, acts by actor, and no act taken for a refusal."""

import itertools

import pytest
from msgspec.structs import replace

from summittui.library.answers.clauses import Done, compare_declarations
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, InputError, UnknownId
from summittui.queries.comparison import DeclarationsQuery
from tests.paris import declaration, paris

LIBRARY = MemoryLibrary(paris().records)
IDS = [each.id for each in paris().records.declarations]
STATEMENT, INITIATIVE, RESOLUTION = IDS[:3]
FOUND = compare_declarations(LIBRARY, DeclarationsQuery(sides=(STATEMENT, INITIATIVE)))


def done_by(actor: str) -> Done:
    (row,) = [row for row in FOUND.acts if row.actor == actor]
    return row.done


@pytest.mark.parametrize("ids", [*itertools.permutations(IDS, 2), tuple(IDS)])
def test_every_clause_stands_once_aligned_by_its_matter_or_apart(ids: tuple[str, ...]) -> None:
    found = compare_declarations(LIBRARY, DeclarationsQuery(sides=ids))
    for at, column in enumerate(found.columns):
        aligned = [clause for row in found.clauses for clause in row.cells[at]]
        assert sorted(map(str, (*aligned, *found.apart[at]))) == sorted(map(str, column.clauses))
        assert all(clause.issue is None for clause in found.apart[at])
        assert all(clause.issue == row.issue.id for row in found.clauses for clause in row.cells[at])
    shared = [len(row.speaking) for row in found.clauses]
    assert shared == sorted(shared, reverse=True)


@pytest.mark.parametrize("ids", [*itertools.permutations(IDS, 2), tuple(IDS)])
def test_every_act_stands_once_in_the_row_of_its_actor(ids: tuple[str, ...]) -> None:
    found = compare_declarations(LIBRARY, DeclarationsQuery(sides=ids))
    for at, column in enumerate(found.columns):
        shown = [act for row in found.acts for act in row.cells[at]]
        assert sorted(map(str, shown)) == sorted(map(str, column.acts))
        assert all(act.actor == row.actor for row in found.acts for act in row.cells[at])


def test_the_statement_and_the_initiative_speak_both_of_collective_governance() -> None:
    assert [(row.issue.id, row.speaking) for row in FOUND.clauses] == [
        ("collective-governance", (0, 1)),
        ("open-access", (0,)),
    ]


def test_both_one_and_declined_are_told_apart() -> None:
    assert done_by("china") is Done.EACH
    assert done_by("paris-signatories") is done_by("xi-jinping") is Done.ONE
    assert done_by("united-states") is done_by("united-kingdom") is Done.DECLINED
    assert sum(FOUND.count(done) for done in Done) == len(FOUND.acts)


def test_who_declines_one_and_backs_another_is_divided_and_who_backs_two_of_three_backs_some() -> None:
    act = declaration(STATEMENT).acts[0]
    backing = replace(declaration(INITIATIVE), acts=(replace(act, actor="united-states", act=ActKind.ENDORSED),))
    library = MemoryLibrary(replace(paris().records, declarations=(declaration(STATEMENT), backing)))
    rows = {
        row.actor: row.done
        for row in compare_declarations(library, DeclarationsQuery(sides=(STATEMENT, INITIATIVE))).acts
    }
    assert rows["united-states"] is Done.DIVIDED
    assert rows["china"] is Done.ONE
    three = compare_declarations(LIBRARY, DeclarationsQuery(sides=(STATEMENT, RESOLUTION, IDS[3]))).acts
    assert {row.actor: row.done for row in three}["china"] is Done.EACH
    without = replace(declaration(IDS[3]), acts=())
    library = MemoryLibrary(replace(paris().records, declarations=(*paris().records.declarations[:3], without)))
    some = compare_declarations(library, DeclarationsQuery(sides=(STATEMENT, RESOLUTION, IDS[3]))).acts
    assert {row.actor: row.done for row in some}["china"] is Done.SOME


def test_what_rests_on_a_doubtful_act_is_doubtful() -> None:
    doubtful = {row.actor for row in FOUND.acts if row.doubtful}
    assert doubtful == {"european-union", "african-union", "the-58-countries"}


def test_one_alone_one_twice_and_what_is_no_declaration_are_refused() -> None:
    with pytest.raises(InputError, match="one declaration alone cannot be compared"):
        compare_declarations(LIBRARY, DeclarationsQuery(sides=(STATEMENT,)))
    with pytest.raises(InputError, match="stands twice"):
        compare_declarations(LIBRARY, DeclarationsQuery(sides=(STATEMENT, STATEMENT)))
    with pytest.raises(UnknownId, match="'china' is no declaration"):
        compare_declarations(LIBRARY, DeclarationsQuery(sides=(STATEMENT, "china")))
