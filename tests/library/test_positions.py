"""Positions: computed from evidence, words, deeds and tellings told apart."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.evidence import EvidenceKind
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Certainty, IssueId, Level, StanceValue
from tests.library.made import piece, position, stances
from tests.model.samples import CLAIM, RECORDS
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
FOR, AGAINST, MIXED, UNCLEAR = StanceValue


STANCES = st.sampled_from(StanceValue)


@pytest.mark.parametrize(
    ("several", "side"),
    [
        ([], None),
        ([FOR], FOR),
        ([FOR, FOR], FOR),
        ([FOR, AGAINST], MIXED),
        ([FOR, MIXED], MIXED),
        ([FOR, UNCLEAR], FOR),
        ([UNCLEAR, UNCLEAR], UNCLEAR),
        ([FOR] * 4 + [AGAINST], FOR),
        ([FOR] * 3 + [AGAINST], MIXED),
        ([AGAINST] * 8 + [FOR] * 2, AGAINST),
        ([AGAINST] * 7 + [FOR] * 2, MIXED),
        ([FOR] * 3 + [MIXED] * 2, FOR),
        ([FOR] * 5 + [MIXED] * 4, MIXED),
    ],
)
def test_the_side_is_the_balance_of_the_units_from_six_tenths_on(
    several: list[StanceValue], side: StanceValue | None
) -> None:
    assert position(words=several).stance is side


@given(stances(6), st.randoms(use_true_random=False))
def test_a_side_knows_no_order(several: list[StanceValue], random: st.DataObject) -> None:
    shuffled = list(several)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    assert position(words=shuffled).stance is position(words=several).stance


@given(stances(6))
def test_the_other_way_round_is_the_other_side(several: list[StanceValue]) -> None:
    other = {FOR: AGAINST, AGAINST: FOR}
    turned = position(words=[other.get(each, each) for each in several]).stance
    side = position(words=several).stance
    assert turned is (other.get(side, side) if side else None)


@given(stances(3).filter(bool), stances(3), st.lists(STANCES, max_size=9), st.booleans())
def test_weak_and_doubtful_evidence_never_outvotes_firm_evidence(
    words: list[StanceValue], deeds: list[StanceValue], more: list[StanceValue], as_doubtful: bool
) -> None:
    firm = position(words=words, deeds=deeds)
    added = tuple(
        piece(value, 100 + at, weak=not as_doubtful, doubt="d" if as_doubtful else None)
        for at, value in enumerate(more)
    )
    both = replace(firm, words=firm.words + added)
    assert (both.stance, both.hollow) == (firm.stance, False)
    assert both.n == firm.n + len(more)


@given(STANCES, st.lists(STANCES, max_size=4))
def test_a_variant_counts_once_and_never_turns_a_side_round(first: StanceValue, others: list[StanceValue]) -> None:
    variants = tuple(piece(value, at, utterance="said") for at, value in enumerate([first, *others]))
    alone, told = (Position(issue=IssueId("rules"), words=pieces) for pieces in (variants[:1], variants))
    assert (alone.n, told.n) == (1, 1)
    assert {alone.stance, told.stance} != {FOR, AGAINST}
    again = tuple(piece(first, at, utterance="said") for at in range(len(others) + 1))
    assert Position(issue=IssueId("rules"), words=again).stance is alone.stance


@given(stances(), stances(), stances())
def test_what_others_say_counts_only_where_there_are_no_own_words_or_deeds(
    words: list[StanceValue], deeds: list[StanceValue], said: list[StanceValue]
) -> None:
    cell = position(words=words, deeds=deeds, said_about=said)
    assert cell.stance is (position(words=words + deeds).stance if words or deeds else position(words=said).stance)
    assert cell.own is bool(words or deeds)


@given(stances(), stances(), stances())
def test_n_is_the_number_of_all_units(
    words: list[StanceValue], deeds: list[StanceValue], said: list[StanceValue]
) -> None:
    cell = position(words=words, deeds=deeds, said_about=said)
    assert cell.n == len(cell.evidence) == len(words) + len(deeds) + len(said)
    assert (cell.stance is None) is (cell.n == 0)


def test_weak_evidence_alone_takes_a_side_that_is_hollow() -> None:
    weak = position(weak=[FOR, FOR])
    assert (weak.stance, weak.hollow, weak.firm_side, weak.doubtful) == (FOR, True, None, False)
    assert (position(words=[FOR]).hollow, Position(issue=IssueId("rules")).hollow) == (False, False)


@pytest.mark.parametrize(
    ("level", "certainty", "is_firm"),
    [
        ("textual", "high", True),
        ("textual", "medium", True),
        ("textual", "low", False),
        ("interpretive", "high", True),
        ("interpretive", "medium", False),
        ("interpretive", "low", False),
    ],
)
def test_low_certainty_and_a_reading_below_high_certainty_are_weak(level: str, certainty: str, is_firm: bool) -> None:
    made = piece(FOR)
    coded = replace(made.stance, level=Level(level), certainty=Certainty(certainty))
    assert replace(made, stance=coded).firm is is_firm
    assert not replace(made, stance=coded, doubt="hearsay").firm
    assert not replace(made, stance=coded, is_sure=False).firm


def test_tellers_who_differ_are_told_apart_and_no_side_is_made_of_them() -> None:
    said = piece(FOR, kind=EvidenceKind.SAID_ABOUT), piece(AGAINST, 1, EvidenceKind.SAID_ABOUT)
    told = Position(issue=IssueId("rules"), said_about=(said[0], replace(said[1], teller="other")))
    assert (told.stance, told.told_ways) == (UNCLEAR, 2)
    assert {teller: side.stance for teller, side in told.told.items()} == {"teller": FOR, "other": AGAINST}
    one = Position(issue=IssueId("rules"), said_about=said)
    assert (one.stance, one.told_ways) == (MIXED, 1)


def test_one_unit_says_once_and_several_say_how_many() -> None:
    sides = [position(words=several).side for several in ([FOR], [FOR, FOR, AGAINST])]
    assert [side.balance_words for side in sides if side] == ["once", "2 for, 1 against"]


def test_a_position_is_doubtful_where_all_its_evidence_is() -> None:
    firm, doubtful = position(words=[FOR]), position(words=[FOR], doubt="Hearsay")
    assert (firm.doubtful, doubtful.doubtful, Position(issue=IssueId("rules")).doubtful) == (False, True, False)
    assert not replace(firm, deeds=doubtful.words).doubtful


def test_all_evidence_of_a_perspective_is_in_its_positions_and_nothing_else() -> None:
    for actor in paris().records.actors:
        column = perspective(LIBRARY, actor.id)
        wanted = [piece for member in column.members for piece in LIBRARY.evidence_of(member)]
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
    pieces = [p for p in LIBRARY.evidence_of("emmanuel-macron") if p.record == "nyt-macron-priority"]
    assert pieces
    for each in pieces:
        assert (each.kind, each.teller, each.via) == (EvidenceKind.SAID_ABOUT, "new-york-times", None)


def test_a_claim_about_its_own_author_would_be_his_words() -> None:
    own = replace(CLAIM, stances=tuple(replace(stance, holder=None) for stance in CLAIM.stances))
    library = MemoryLibrary(replace(RECORDS, claims=(own,)))
    (piece,) = library.evidence_of("writer")
    assert (piece.kind, piece.teller, piece.exact) == (EvidenceKind.WORDS, None, False)


def test_a_deed_is_told_in_words_with_its_date() -> None:
    (piece,) = MemoryLibrary(RECORDS).evidence_of("ada")[1:]
    assert (piece.kind, piece.text, piece.sources) == (
        EvidenceKind.DEEDS,
        "signed the Pact (as of 2025-02-11)",
        ("daily",),
    )


def test_who_does_nothing_and_says_nothing_has_no_position() -> None:
    assert positions(LIBRARY, perspective(LIBRARY, "ecns")) == {}


@given(st.sampled_from([actor.id for actor in paris().records.actors]))
def test_doubt_travels_with_the_evidence(actor: str) -> None:
    for each in LIBRARY.evidence_of(actor):
        if each.kind is not EvidenceKind.DEEDS:
            assert each.doubt == getattr(LIBRARY.get(each.record), "doubt", None)
