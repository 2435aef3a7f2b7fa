"""Who stands with whom, computed again by a plain scan."""

import itertools

import pytest
from msgspec.structs import replace

from summittui.exchange.formats.networks import pairs_network
from summittui.exchange.views.pairs import plain_pairs
from summittui.library.answers.matrix import matrix
from summittui.library.answers.pairs import FEWEST, Pair, Pairs, Relation, pairs
from summittui.library.answers.perspective import perspective
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, Actor, ActorId, ActorKind, Camp, InputError, Records, StanceValue, UnknownId
from summittui.present.pairs import left_out_words, pairs_table
from summittui.queries.matrix import MatrixQuery
from summittui.queries.pairs import PairOrder, PairsQuery
from tests.in_memory import in_memory
from tests.library.made import stated
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
FOUND = pairs(LIBRARY)
FOR, AGAINST, MIXED, UNCLEAR = StanceValue


def every(found: Pairs) -> tuple[Pair, ...]:
    return (*found.pairs, *found.too_few)


def named(found: Pairs) -> set[frozenset[str]]:
    return {frozenset((pair.left.id, pair.right.id)) for pair in every(found)}


def test_the_pairs_are_those_of_a_scan_of_all_firm_sides() -> None:
    leads = [actor.id for actor in paris().records.actors if not actor.speaks_for and actor.kind != "author"]
    rows = {
        row.perspective.id: row for row in matrix(LIBRARY, MatrixQuery(perspectives=tuple(leads), folded=True)).rows
    }
    wanted = {}
    for one, other in itertools.combinations(leads, 2):
        shared = {
            cell.issue: (cell.firm_side.stance, theirs.firm_side.stance)
            for cell, theirs in zip(rows[one].cells, rows[other].cells, strict=True)
            if cell.firm_side and theirs.firm_side
        }
        if shared:
            wanted[frozenset((one, other))] = shared
    left_out = {frozenset((left.id, right.id)) for left, right in FOUND.sets}
    left_out |= {frozenset((left.id, right.id)) for left, right, _ in FOUND.same_record}
    assert named(FOUND) | left_out == wanted.keys()
    assert not named(FOUND) & {frozenset(("china", "paris-signatories"))}


def test_a_pair_is_counted_from_two_issues_on() -> None:
    assert {pair.n for pair in FOUND.too_few} == {1}
    assert all(pair.n >= FEWEST == 2 for pair in FOUND.pairs)


def test_what_is_weak_or_only_told_pairs_nobody() -> None:
    paired = {id_ for couple in named(pairs(LIBRARY, PairsQuery(unfolded=True))) for id_ in couple}
    assert not paired & {"emmanuel-macron", "france", "european-union", "african-union", "the-58-countries"}
    assert not paired & {"andrew-dudfield", "over-140-nations", "un-general-assembly"}


def test_newspapers_and_authors_are_left_out_and_named_and_never_paired_with_actors() -> None:
    assert {voice.id for voice in FOUND.voices} == {"author-stdaily", "author-nigeriapulse"}
    found = pairs(LIBRARY, PairsQuery(voices=True))
    authors = {"author-stdaily", "author-nigeriapulse"}
    assert found.voices == ()
    assert frozenset(authors) in named(found)
    assert not [couple for couple in named(found) if len(couple & authors) == 1]


def test_same_and_opposed_stand_beside_each_other_over_a_made_up_library() -> None:
    library = stated(ada={"a": FOR, "b": FOR, "c": AGAINST}, bo={"a": FOR, "b": AGAINST, "c": AGAINST, "d": FOR})
    (pair,) = pairs(library).pairs
    assert [len(pair.on(relation)) for relation in Relation] == [2, 1, 0]
    assert pair.n == 3


def test_the_reader_chooses_the_order() -> None:
    library = stated(
        ada={"a": FOR, "b": FOR},
        bo={"a": FOR, "b": FOR, "c": FOR},
        cai={"a": AGAINST, "b": AGAINST, "c": AGAINST},
    )
    orders = {
        order: [(p.left.id, p.right.id) for p in pairs(library, PairsQuery(order=order)).pairs] for order in PairOrder
    }
    assert orders[PairOrder.NAME] == [("ada", "bo"), ("ada", "cai"), ("bo", "cai")]
    assert orders[PairOrder.SAME][0] == ("ada", "bo")
    assert orders[PairOrder.OPPOSED] == [("bo", "cai"), ("ada", "cai"), ("ada", "bo")]
    assert orders[PairOrder.N][0] == ("bo", "cai")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_set_and_its_member_are_never_a_pair(depth: int) -> None:
    both = {"a": FOR, "b": FOR}
    library = stated(ada=both, inner={}, all=both)
    chain = ["ada"] if depth == 1 else ["inner"]
    members = {"all": chain, "inner": ["ada"]}
    actors = [
        replace(each, members=tuple(map(ActorId, members.get(each.id, ()))))
        for each in in_memory(library).records.actors
    ]
    found = pairs(MemoryLibrary(replace(in_memory(library).records, actors=tuple(actors))))
    assert every(found) == ()
    assert [{one.id, other.id} for one, other in found.sets] == [{"ada", "all"}]


def test_who_shares_members_is_no_pair_and_is_named_as_such() -> None:
    camp = Camp(id="two", name="Two", members=(ActorId("united-states"), ActorId("china")))
    library = MemoryLibrary(replace(paris().records, camps=(camp,)))
    found = pairs(library, PairsQuery(perspectives=("two", "china", "united-kingdom")))
    assert [(one.id, other.id) for one, other in found.sets] == [("two", "china")]
    assert frozenset(("two", "china")) not in named(found)


def test_two_that_are_on_the_same_side_by_one_record_alone_are_left_out() -> None:
    assert ("united-states", "united-kingdom", "sign-paris-statement") in [
        (left.id, right.id, issue.id) for left, right, issue in FOUND.same_record
    ]
    signed = stated(ada={"a": FOR, "b": FOR}, bo={"a": FOR, "b": FOR}, by_act=ActKind.SIGNED)
    assert every(pairs(signed)) == ()
    assert len(pairs(signed).same_record) == 2
    declined = stated(ada={"a": FOR, "b": FOR}, bo={"a": AGAINST, "b": AGAINST}, by_act=ActKind.SIGNED)
    assert [len(pair.on(Relation.OPPOSED)) for pair in pairs(declined).pairs] == [2]


def test_an_empty_library_has_no_pairs_and_one_actor_makes_none() -> None:
    assert pairs(MemoryLibrary(Records())) == Pairs(pairs=())
    with pytest.raises(InputError, match="one perspective alone makes no pair"):
        pairs(LIBRARY, PairsQuery(perspectives=("china", "china")))
    with pytest.raises(UnknownId):
        pairs(LIBRARY, PairsQuery(perspectives=("china", "atlantis")))


def test_kinds_of_actors_that_are_a_voice_are_outlets_and_authors() -> None:
    library = stated(ada={"a": FOR, "b": FOR}, paper={"a": FOR, "b": FOR})
    actors = [
        Actor(id=each.id, name=each.name, kind=ActorKind.OUTLET if each.id == "paper" else each.kind)
        for each in in_memory(library).records.actors
    ]
    assert every(pairs(MemoryLibrary(replace(in_memory(library).records, actors=tuple(actors))))) == ()


def test_of_very_many_actors_those_with_the_most_quotes_are_paired_and_the_others_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summittui.library.answers.pairs.MOST", 4)
    found = pairs(LIBRARY)
    counts = {actor.id: said_with_speakers(actor.id) for actor in paris().records.actors}
    paired = {each.id for pair in every(found) for each in (pair.left, pair.right)} | {
        each.id for couple in found.sets for each in couple
    }
    assert len(found.unpaired) > 4
    assert paired
    assert min(counts[id_] for id_ in paired) >= max(counts[id_] for id_ in found.unpaired)
    assert f"{len(found.unpaired)} actors with fewer quotes" in " ".join(left_out_words(found))
    assert {row[0] for row in pairs_table(found).rows} >= set(found.unpaired)
    assert plain_pairs(found)["left_out"]["fewer_quotes"] == list(found.unpaired)
    assert any("others have more quotes" in loss for loss in pairs_network(LIBRARY, found).losses)
    assert not pairs(LIBRARY, PairsQuery(perspectives=("china", "united-states"))).unpaired


def said_with_speakers(actor: str) -> int:
    return sum(len(LIBRARY.quotes_by(each)) for each in perspective(LIBRARY, actor).members)
