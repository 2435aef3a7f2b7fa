"""The matrix: the same positions as everywhere else, in rows and columns that can be sorted."""

import pytest
from msgspec.structs import replace

from summittui.exchange.formats.networks import positions_network
from summittui.exchange.views.matrix import matrix_to_markdown, plain_matrix
from summittui.library.answers.camps import members_of, rule_of
from summittui.library.answers.matrix import ORDER, Matrix, matrix
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, ActorId, Camp, DeclarationId, StanceValue, UnknownId
from summittui.present.matrix import matrix_lines
from summittui.queries.matrix import MatrixQuery, Rows
from summittui.queries.perspectives import EvidenceFilter
from summittui.ui.matrix_order import size_words
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
ACTORS = [actor.id for actor in paris().records.actors]
VOICES = {"author-stdaily", "author-nigeriapulse", "new-york-times", "the-guardian", "ecns"}


@pytest.mark.parametrize("folded", [False, True])
def test_every_cell_is_the_position_of_its_row_on_its_issue(folded: bool) -> None:
    found = matrix(LIBRARY, MatrixQuery(perspectives=tuple(ACTORS), folded=folded))
    assert [row.perspective.id for row in found.rows] == ACTORS
    for row in found.rows:
        wanted = positions(LIBRARY, perspective(LIBRARY, row.perspective.id, folded=folded))
        for issue, cell in zip(found.issues, row.cells, strict=True):
            assert cell == wanted.get(issue.id, cell)
            assert (cell.n > 0) is (issue.id in wanted)


def test_the_evidence_of_all_cells_is_that_of_a_scan_of_all_stances() -> None:
    found = matrix(LIBRARY, MatrixQuery(voices=True))
    shown = {
        (row.perspective.id, piece.stance.issue, piece.record)
        for row in found.rows
        for cell in row.cells
        for piece in cell.evidence
    }
    records = paris().records
    wanted = {(s.holder or q.speaker, s.issue, q.id) for q in records.quotes for s in q.stances}
    wanted |= {(s.holder or c.author, s.issue, c.id) for c in records.claims for s in c.stances}
    wanted |= {(s.holder or a.actor, s.issue, d.id) for d in records.declarations for a in d.acts for s in a.stances}
    assert shown == {(who, issue, record) for who, issue, record in wanted if who in ACTORS}


def test_without_names_those_who_speak_to_most_issues_stand_first_and_the_silent_are_left_out() -> None:
    found = matrix(LIBRARY)
    spoken = {actor for actor in ACTORS if LIBRARY.evidence_of(actor)}
    assert {row.perspective.id for row in found.rows} == spoken - VOICES
    ranks = [(row.spoken, row.n) for row in found.rows]
    assert ranks == sorted(ranks, reverse=True)


def test_newspapers_and_authors_are_a_layer_that_is_asked_for_and_stands_below() -> None:
    assert not [row for row in matrix(LIBRARY).rows if row.is_voice]
    for issue in (each.id for each in LIBRARY.issues()):
        layers = [row.is_voice for row in matrix(LIBRARY, MatrixQuery(voices=True)).sorted_by_issue(issue).rows]
        assert layers == sorted(layers)
        assert set(layers) == {False, True}
    assert [row.is_voice for row in matrix(LIBRARY, MatrixQuery(perspectives=("author-stdaily", "china"))).rows] == [
        True,
        False,
    ]


def test_a_record_that_feeds_several_issues_is_known() -> None:
    rows = {row.perspective.id: row for row in matrix(LIBRARY).rows}
    assert rows["paris-signatories"].feeding == {"paris-statement signed"}
    assert rows["guo-jiakun"].feeding == frozenset()
    assert "guterres-bridge-gap" in rows["antonio-guterres"].feeding


def test_an_actor_without_any_statement_has_a_silent_row_where_it_is_named() -> None:
    (row,) = matrix(LIBRARY, MatrixQuery(perspectives=("ecns",))).rows
    assert (row.n, row.spoken, {cell.stance for cell in row.cells}) == (0, 0, {None})


def test_who_is_named_twice_has_one_row() -> None:
    assert [
        row.perspective.id for row in matrix(LIBRARY, MatrixQuery(perspectives=("china", "france", "china"))).rows
    ] == ["china", "france"]


CAMPS = (
    Camp(id="one-voice", name="One voice", members=(ActorId("france"),)),
    Camp(id="refusers", name="Refusers", act=ActKind.DECLINED, declaration=DeclarationId("paris-statement")),
    Camp(id="nobody", name="Nobody"),
)
WITH_CAMPS = MemoryLibrary(replace(paris().records, camps=CAMPS))


@pytest.mark.parametrize("rows", Rows)
def test_the_rows_that_are_asked_for_are_there_and_no_other(rows: Rows) -> None:
    asked = {Rows.ACTORS: ACTORS, Rows.CAMPS: [], Rows.BOTH: ACTORS}[rows]
    camps = [] if rows is Rows.ACTORS else ["refusers", "one-voice"]
    found = [row.perspective.id for row in matrix(WITH_CAMPS, MatrixQuery(rows=rows)).rows]
    assert found == [*camps, *(id_ for id_ in _ranked() if id_ in asked)]


def _ranked() -> list[str]:
    return [row.perspective.id for row in matrix(LIBRARY).rows]


@pytest.mark.parametrize("rows", [Rows.CAMPS, Rows.BOTH])
def test_the_row_of_a_camp_holds_what_its_members_show_and_its_rule(rows: Rows) -> None:
    (camp,) = (row for row in matrix(WITH_CAMPS, MatrixQuery(rows=rows)).rows if row.perspective.id == "refusers")
    members = members_of(WITH_CAMPS, CAMPS[1])
    assert len(members) == 2
    assert camp.perspective.rule == rule_of(WITH_CAMPS, CAMPS[1])
    shown = {piece.record for cell in camp.cells for piece in cell.evidence}
    assert shown == {piece.record for member in members for piece in WITH_CAMPS.evidence_of(member)}


def test_whoever_is_named_stands_there_whatever_rows_are_asked_for() -> None:
    for rows in Rows:
        found = matrix(WITH_CAMPS, MatrixQuery(perspectives=("china", "nobody"), rows=rows)).rows
        assert [row.perspective.id for row in found] == ["china", "nobody"]
    assert matrix(LIBRARY, MatrixQuery(rows=Rows.CAMPS)).rows == ()


def order_of(found: Matrix, issue: str) -> list[StanceValue | None]:
    at = [each.id for each in found.issues].index(issue)
    return [row.cells[at].stance for row in found.rows]


@pytest.mark.parametrize("issue", [each.id for each in LIBRARY.issues()])
def test_sorted_by_an_issue_the_sides_stand_together_and_nothing_is_lost(issue: str) -> None:
    found = matrix(LIBRARY, MatrixQuery(perspectives=tuple([id_ for id_ in ACTORS if id_ not in VOICES])))
    by_issue = found.sorted_by_issue(issue)
    ranks = [ORDER.index(stance) for stance in order_of(by_issue, issue)]
    assert ranks == sorted(ranks)
    assert {row.perspective.id: row.cells for row in by_issue.rows} == {r.perspective.id: r.cells for r in found.rows}


@pytest.mark.parametrize("actor", ["china", "united-states", "ecns"])
def test_sorted_by_a_row_its_sides_stand_together_and_every_cell_keeps_its_issue(actor: str) -> None:
    found = matrix(LIBRARY, MatrixQuery(perspectives=tuple(ACTORS))).sorted_by_row(actor)
    lead = next(row for row in found.rows if row.perspective.id == actor)
    ranks = [ORDER.index(cell.stance) for cell in lead.cells]
    assert ranks == sorted(ranks)
    for row in found.rows:
        assert [cell.issue for cell in row.cells] == [issue.id for issue in found.issues]


def test_a_hollow_stance_stands_behind_a_firm_one_and_a_told_one_behind_an_own_one() -> None:
    rows = matrix(LIBRARY).sorted_by_issue("china-initiative").rows
    at = [issue.id for issue in matrix(LIBRARY).issues].index("china-initiative")
    backing = [row.cells[at] for row in rows if row.cells[at].stance is StanceValue.FOR]
    hollow = [cell.hollow for cell in backing]
    assert {True, False} == set(hollow)
    assert hollow == sorted(hollow)


def test_sorting_by_what_the_matrix_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownId, match="'france' has no row in this matrix"):
        matrix(LIBRARY, MatrixQuery(perspectives=("china",))).sorted_by_row("france")
    with pytest.raises(UnknownId, match="'china' is no issue of this matrix; sort by one of sign-paris-statement"):
        matrix(LIBRARY, MatrixQuery(perspectives=("china",))).sorted_by_issue("china")


def test_a_filter_leaves_out_and_counts_what_it_leaves_out() -> None:
    (whole,), (firm,) = (
        matrix(LIBRARY, MatrixQuery(perspectives=("european-union",), evidence_filter=kept)).rows
        for kept in (EvidenceFilter(), EvidenceFilter(no_doubtful=True))
    )
    assert (whole.n, firm.n) == (1, 0)
    assert sum(cell.left_out for cell in firm.cells) == 1


def test_of_very_many_actors_those_with_the_most_quotes_have_rows_and_the_others_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = matrix(LIBRARY, MatrixQuery(voices=True))
    monkeypatch.setattr("summittui.library.answers.matrix.MOST", 5)
    found = matrix(LIBRARY, MatrixQuery(voices=True, rows=Rows.BOTH))
    actors = [row for row in found.rows if row.perspective.rule is None]
    assert len(actors) == 5
    assert {row.perspective.id for row in whole.rows} == {row.perspective.id for row in actors} | set(found.left_out)
    assert found.sorted_by_issue(found.issues[0].id).about([found.issues[0].id]).left_out == found.left_out
    words = f"{len(found.left_out)} actors with fewer quotes"
    assert any(words in line.plain for line in matrix_lines(LIBRARY, found))
    assert words in matrix_to_markdown(LIBRARY, found)
    assert plain_matrix(LIBRARY, found)["left_out"] == {"fewer_quotes": list(found.left_out)}
    assert any("others have more quotes" in loss for loss in positions_network(LIBRARY, found).losses)
    assert f"5 of {5 + len(found.left_out)} actors" in size_words(found)
    assert not matrix(LIBRARY, MatrixQuery(perspectives=tuple(ACTORS))).left_out
