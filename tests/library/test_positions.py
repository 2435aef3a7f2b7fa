"""Positions: computed from evidence, words, deeds and tellings told apart."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.evidence import EvidenceKind, evidence_of
from summittui.library.perspective import perspective
from summittui.library.positions import Position, positions
from summittui.library.stances import joint_stance
from summittui.model import IssueId, StanceValue
from tests.library.made import position, stances
from tests.model.samples import CLAIM, RECORDS
from tests.paris import paris

LIBRARY = Library(paris().records)
FOR, AGAINST, MIXED, UNCLEAR = StanceValue


@pytest.mark.parametrize(
    ("several", "joint"),
    [
        ([], None),
        ([FOR], FOR),
        ([FOR, FOR], FOR),
        ([FOR, AGAINST], MIXED),
        ([FOR, MIXED], MIXED),
        ([FOR, UNCLEAR], FOR),
        ([UNCLEAR, UNCLEAR], UNCLEAR),
        ([FOR, AGAINST, UNCLEAR], MIXED),
    ],
)
def test_several_stances_make_one(several: list[StanceValue], joint: StanceValue | None) -> None:
    assert joint_stance(several) is joint


@given(stances(), stances())
def test_a_joint_stance_knows_neither_order_nor_number(one: list[StanceValue], other: list[StanceValue]) -> None:
    assert joint_stance(one + other) is joint_stance(other + one) is joint_stance((one + other) * 2)


@given(stances())
def test_a_joint_stance_is_silent_for_nothing_alone_and_unclear_for_unclear_alone(several: list[StanceValue]) -> None:
    assert (joint_stance(several) is None) is (not several)
    assert (joint_stance(several) is UNCLEAR) is (set(several) == {UNCLEAR})


@given(stances(), stances())
def test_joining_in_steps_gives_the_same(one: list[StanceValue], other: list[StanceValue]) -> None:
    steps = [joint for joint in (joint_stance(one), joint_stance(other)) if joint]
    assert joint_stance(steps) is joint_stance(one + other)


@given(stances(), stances(), stances())
def test_what_others_say_counts_only_where_there_are_no_own_words_or_deeds(
    words: list[StanceValue], deeds: list[StanceValue], said: list[StanceValue]
) -> None:
    cell = position(words=words, deeds=deeds, said_about=said)
    assert cell.stance is (joint_stance(words + deeds) if words or deeds else joint_stance(said))
    assert cell.own is bool(words or deeds)


@given(stances(), stances(), stances())
def test_n_is_the_number_of_all_evidence(
    words: list[StanceValue], deeds: list[StanceValue], said: list[StanceValue]
) -> None:
    cell = position(words=words, deeds=deeds, said_about=said)
    assert cell.n == len(cell.evidence) == len(words) + len(deeds) + len(said)
    assert (cell.stance is None) is (cell.n == 0)


def test_a_position_is_doubtful_where_all_its_evidence_is() -> None:
    firm, doubtful = position(words=[FOR]), position(words=[FOR], doubt="Hearsay")
    assert (firm.doubtful, doubtful.doubtful, Position(issue=IssueId("rules")).doubtful) == (False, True, False)
    assert not replace(firm, deeds=doubtful.words).doubtful


def test_all_evidence_of_a_perspective_is_in_its_positions_and_nothing_else() -> None:
    for actor in paris().records.actors:
        column = perspective(LIBRARY, actor.id)
        wanted = [piece for member in column.members for piece in evidence_of(LIBRARY, member)]
        found = [piece for each in positions(LIBRARY, column).values() for piece in each.evidence]
        assert sorted(map(str, found)) == sorted(map(str, wanted))


def test_each_piece_stands_on_its_issue_and_under_its_kind() -> None:
    for actor in paris().records.actors:
        for issue, each in positions(LIBRARY, perspective(LIBRARY, actor.id)).items():
            assert {piece.stance.issue for piece in each.evidence} == {issue}
            assert _kinds(each.words, each.deeds, each.said_about) <= {
                (0, EvidenceKind.WORDS),
                (1, EvidenceKind.DEEDS),
                (2, EvidenceKind.SAID_ABOUT),
            }


def _kinds(*lists: Sequence[object]) -> set[tuple[int, object]]:
    return {(place, getattr(piece, "kind", None)) for place, pieces in enumerate(lists) for piece in pieces}


def test_quoted_words_stand_before_reported_ones() -> None:
    for actor in paris().records.actors:
        for each in positions(LIBRARY, perspective(LIBRARY, actor.id)).values():
            exact = [piece.exact for piece in each.words]
            assert exact == sorted(exact, reverse=True)


def test_the_words_of_a_teller_are_said_about_the_holder_and_never_his_own() -> None:
    pieces = [p for p in evidence_of(LIBRARY, "emmanuel-macron") if p.record == "nyt-macron-priority"]
    assert pieces
    for piece in pieces:
        assert (piece.kind, piece.teller, piece.via) == (EvidenceKind.SAID_ABOUT, "new-york-times", None)


def test_a_claim_about_its_own_author_would_be_his_words() -> None:
    own = replace(CLAIM, stances=tuple(replace(stance, holder=None) for stance in CLAIM.stances))
    library = Library(replace(RECORDS, claims=(own,)))
    (piece,) = evidence_of(library, "writer")
    assert (piece.kind, piece.teller, piece.exact) == (EvidenceKind.WORDS, None, False)


def test_a_deed_is_told_in_words_with_its_date() -> None:
    (piece,) = evidence_of(Library(RECORDS), "ada")[1:]
    assert (piece.kind, piece.text, piece.sources) == (EvidenceKind.DEEDS, "signed the Pact (2025-02-11)", ("daily",))


def test_who_does_nothing_and_says_nothing_has_no_position() -> None:
    assert positions(LIBRARY, perspective(LIBRARY, "ecns")) == {}


@given(st.sampled_from([actor.id for actor in paris().records.actors]))
def test_doubt_travels_with_the_evidence(actor: str) -> None:
    for piece in evidence_of(LIBRARY, actor):
        if piece.kind is not EvidenceKind.DEEDS:
            assert piece.doubt == getattr(LIBRARY.get(piece.record), "doubt", None)
