"""Units: evidence counted once for each holder, issue and utterance."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.answers.equal_quotes import same_words
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.answers.units import units
from summittui.library.evidence import Evidence, EvidenceKind, from_quote
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, ActorId, ActorKind, IssueId, PartyId, QuoteKind, SourceId, StanceValue
from summittui.present.position import counts_words, position_words
from summittui.queries.perspectives import EvidenceFilter
from tests.library.made import piece
from tests.model.samples import ADA, DIRECT, RECORDS, RULES, stance
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
FOR = StanceValue.FOR


def position_of(id_: str, issue: str, *, evidence_filter: EvidenceFilter | None = None) -> Position:
    return positions(LIBRARY, perspective(LIBRARY, id_), evidence_filter=evidence_filter)[issue]


def test_variants_of_one_utterance_are_one_unit_of_several_sources() -> None:
    pieces = [piece(FOR, 0, utterance="said"), piece(FOR, 1), piece(FOR, 2, utterance="said")]
    found = units([replace(each, sources=(SourceId(f"s{at}"),)) for at, each in enumerate(pieces)])
    assert [unit.sources for unit in found] == [("s0", "s2"), ("s1",)]


def test_equal_quoted_words_in_one_source_are_one_unit_and_in_two_sources_are_not() -> None:
    def quoted(number: int, source: str, text: str) -> Evidence:
        return replace(piece(FOR, number), exact=True, text=text, sources=(SourceId(source),))

    assert len(units([quoted(0, "daily", "Rules help."), quoted(1, "daily", "rules  HELP.")])) == 1
    assert len(units([quoted(0, "daily", "Rules help."), quoted(1, "weekly", "Rules help.")])) == 2
    told = [replace(each, exact=False) for each in (quoted(0, "daily", "x"), quoted(1, "daily", "x"))]
    assert len(units(told)) == 2, "claims repeat each other only where they say so"
    reported = [replace(each, quote_kind=QuoteKind.INDIRECT) for each in told]
    assert len(units(reported)) == 1


WORDS = st.lists(st.sampled_from(["Rules", "hélp", "us", "all"]), min_size=1, max_size=4).map(" ".join)


@given(WORDS, st.sampled_from([str.upper, "“{}.”".format, "{} !".format, str]), st.sampled_from(["daily", "weekly"]))
def test_quotes_that_are_equal_by_the_rule_of_entry_are_one_unit_and_no_others(
    words: str, spelt: Callable[[str], str], source: str
) -> None:
    one = replace(DIRECT, id="one", source=SourceId("daily"), kind=QuoteKind.INDIRECT, quoted=(), gist=words)
    other = replace(one, id="other", source=SourceId(source), gist=spelt(words))
    pieces = [from_quote("ada", each, stance()) for each in (one, other)]
    assert len(units(pieces)) == (1 if same_words(one) == same_words(other) else 2)


@given(st.lists(st.sampled_from(["ada", "bo", "cy"]), min_size=1, max_size=3, unique=True), st.booleans())
def test_what_several_say_together_counts_once_where_all_are_taken_in(speakers: list[str], split: bool) -> None:
    """Property: n of a perspective that all speakers are folded into is that of each of them alone."""
    actors = tuple(replace(ADA, id=each, name=each, speaks_for=ActorId("state")) for each in ("ada", "bo", "cy"))
    state = replace(ADA, id="state", name="state", kind=ActorKind.STATE, speaks_for=None)
    joint = replace(
        DIRECT,
        speaker=PartyId(speakers[0]),
        joint_speakers=tuple(map(PartyId, speakers[1:])),
        stances=(stance(), *([stance(issue="other")] if split else [])),
    )
    library = MemoryLibrary(
        replace(
            RECORDS,
            actors=(*actors, state),
            quotes=(joint,),
            issues=(RULES, replace(RULES, id="other")),
            claims=(),
            declarations=(),
        )
    )
    folded = positions(library, perspective(library, "state"))["rules"]
    assert (folded.n, len(folded.words)) == (1, 1)
    assert counts_words(folded) == "quoted 1"
    for each in speakers:
        assert positions(library, perspective(library, each))["rules"].n == 1


def test_an_act_recorded_for_each_source_is_one_unit_and_another_act_another() -> None:
    signed = [replace(piece(FOR, 0, EvidenceKind.DEEDS), act=ActKind.SIGNED, sources=(SourceId(s),)) for s in "ab"]
    proposed = replace(signed[0], act=ActKind.PROPOSED)
    assert [len(unit.pieces) for unit in units([*signed, proposed])] == [2, 1]


def test_a_claim_and_its_repeats_are_one_unit_even_where_they_meet_late() -> None:
    told = [piece(FOR, at, EvidenceKind.SAID_ABOUT) for at in range(4)]
    told[3] = replace(told[3], repeats=(told[0].record, told[1].record))
    assert [len(unit.pieces) for unit in units(told)] == [3, 1]


def test_another_holder_and_another_teller_make_another_unit() -> None:
    one = piece(FOR, 0, utterance="said")
    assert len(units([one, replace(one, holder="bo")])) == 2
    told = piece(FOR, 0, EvidenceKind.SAID_ABOUT, utterance="said")
    assert len(units([told, replace(told, teller="other")])) == 2


@given(st.lists(st.sampled_from(["a", "b", None]), max_size=8), st.randoms(use_true_random=False))
def test_every_piece_is_in_one_unit_whatever_their_order(utterances: list[str | None], random: st.DataObject) -> None:
    pieces = [piece(FOR, at, utterance=each) for at, each in enumerate(utterances)]
    shuffled = list(pieces)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    for order in (pieces, shuffled):
        found = units(order)
        assert sorted(each.record for unit in found for each in unit.pieces) == sorted(each.record for each in pieces)
        assert len(found) == len({each for each in utterances if each}) + utterances.count(None)


def test_counts_tell_repeats_from_utterances() -> None:
    assert counts_words(position_of("zhang-guoqing", "collective-governance")) == "reported 3 (2 utterances)"
    assert counts_words(position_of("zhang-guoqing", "open-access")) == "reported 2 (1 utterance)"
    told = [piece(FOR, at, utterance="abc"[at // 2]) for at in range(6)]
    six = [replace(each, exact=at == 0, quote_kind=QuoteKind.MIXED, text=f"Words {at}") for at, each in enumerate(told)]
    made = Position(issue=IssueId("rules"), words=tuple(six))
    assert counts_words(made) == "quoted 1, reported 5 (3 utterances)"
    us = position_of("united-states", "sign-paris-statement")
    assert (counts_words(us), us.units[0].sources) == ("deeds 1", ("stdaily", "nigeriapulse"))


def test_a_position_is_told_in_words_with_its_counts_and_by_whom() -> None:
    told = {
        ("united-states", "sign-paris-statement"): "against (once); no words of its own; deeds 1",
        ("china", "collective-governance"): "for (4 for, 0 against); reported 5 (4 utterances), deeds 2, said about 1",
        ("france", "tight-regulation"): "mixed as told by The New York Times; no words of its own; said about 2",
        ("uk-government", "security-first"): "unclear, doubtful (once); quoted 1",
        ("andrew-dudfield", "sign-paris-statement"): "for, weak (once), of United Kingdom alone; quoted 1",
    }
    for (id_, issue), words in told.items():
        assert position_words(LIBRARY, position_of(id_, issue)) == words


def test_who_is_told_two_ways_says_by_whom() -> None:
    records = paris().records
    (tells,) = [each for each in records.claims if each.id == "nigeriapulse-divergence"]
    more = replace(tells.stances[0], issue=IssueId("ai-leadership"), holder="china", stance=FOR)
    told = replace(tells, stances=(*tells.stances, more))
    other = [told if each.id == told.id else each for each in records.claims]
    library = MemoryLibrary(replace(records, claims=tuple(other)))
    china = positions(library, perspective(library, "china"))["ai-leadership"]
    assert position_words(library, china).startswith(
        "told two ways: Author of stdaily against, Author of nigeriapulse for; no words of its own"
    )


def test_quoted_words_only_asks_whether_the_words_that_carry_the_stance_stand_in_marks() -> None:
    kept = EvidenceFilter(direct_only=True)
    assert position_of("uk-government", "sign-paris-statement", evidence_filter=kept).left_out == 1
    assert position_of("uk-government", "security-first", evidence_filter=kept).left_out == 1
    assert position_of("uk-government", "collective-governance", evidence_filter=kept).left_out == 0
    assert position_of("jd-vance", "tight-regulation", evidence_filter=kept).n == 1
    assert position_of("emmanuel-macron", "tight-regulation", evidence_filter=kept).left_out == 1


def test_a_fragment_without_a_basis_is_not_known_to_carry_its_stance() -> None:
    records = paris().records
    bare = [replace(q, stances=tuple(replace(s, basis=None) for s in q.stances)) for q in records.quotes]
    library = MemoryLibrary(replace(records, quotes=tuple(bare)))
    kept = EvidenceFilter(direct_only=True)
    left = {
        each.quote_kind
        for actor in records.actors
        for position in positions(library, perspective(library, actor.id), evidence_filter=kept).values()
        for each in position.evidence
    }
    assert left == {QuoteKind.DIRECT}
