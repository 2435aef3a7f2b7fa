"""Who stands with whom, computed again by a plain scan."""

import itertools
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.evidence import evidence_of
from summittui.library.pairs import RANKED_FROM, Pair, Pairs, Relation, pairs
from summittui.model import ActorId, Camp, InputError, Records, UnknownId
from tests.paris import paris

LIBRARY = Library(paris().records)
FOUND = pairs(LIBRARY)
ACTORS = {actor.id: actor for actor in paris().records.actors}


def every(found: Pairs) -> tuple[Pair, ...]:
    return (*found.ranked, *found.unranked)


def own_sides(members: Iterable[str]) -> dict[str, str]:
    """Return the side that some actors take together on each issue, by firm words and deeds of their own alone."""
    sides: dict[str, set[str]] = {}
    for member in members:
        for piece in evidence_of(LIBRARY, member):
            if piece.teller is None and not piece.doubt and piece.stance.stance != "unclear":
                sides.setdefault(piece.stance.issue, set()).add(piece.stance.stance)
    return {issue: found.pop() if len(found) == 1 else "mixed" for issue, found in sides.items()}


def test_the_pairs_are_those_of_a_scan_of_all_evidence() -> None:
    leads = [id_ for id_, actor in ACTORS.items() if not actor.speaks_for]
    sides = {id_: own_sides([id_, *LIBRARY.speakers_for.get(ActorId(id_), ())]) for id_ in leads}
    wanted = {}
    for one, other in itertools.combinations(leads, 2):
        shared = {}
        for issue in sides[one].keys() & sides[other].keys():
            both = {sides[one][issue], sides[other][issue]}
            shared[issue] = "partly" if "mixed" in both else "same" if len(both) == 1 else "opposed"
        if shared:
            wanted[frozenset((one, other))] = shared
    found = {
        frozenset((pair.left.id, pair.right.id)): {each.issue.id: each.relation.value for each in pair.shared}
        for pair in every(FOUND)
    }
    assert found == wanted


def test_nothing_is_ranked_on_one_issue() -> None:
    assert FOUND.unranked
    assert {pair.n for pair in FOUND.unranked} == {1}
    assert min(pair.n for pair in FOUND.ranked) >= RANKED_FROM == 2


def test_the_ranked_stand_in_the_order_of_their_agreement() -> None:
    balance = [len(pair.opposed) - len(pair.same) for pair in FOUND.ranked]
    assert balance == sorted(balance)
    assert len(set(balance)) > 2


def test_n_is_the_number_of_the_issues_that_are_named() -> None:
    for pair in every(FOUND):
        named = [issue.id for relation in Relation for issue in pair.on(relation)]
        assert len(named) == len(set(named)) == pair.n > 0


def test_what_only_others_tell_pairs_nobody() -> None:
    paired = {side.id for pair in every(pairs(LIBRARY, folded=False)) for side in (pair.left, pair.right)}
    assert not paired & {"emmanuel-macron", "france", "european-union", "african-union", "the-58-countries"}


def test_the_us_and_china_stand_against_each_other_over_two_issues_and_partly_over_one() -> None:
    (pair,) = pairs(LIBRARY, ["united-states", "china"]).ranked
    assert [issue.id for issue in pair.opposed] == ["sign-paris-statement", "collective-governance"]
    assert [issue.id for issue in pair.partly] == ["tight-regulation"]
    assert (pair.same, pair.n) == ((), 3)


def test_who_shares_members_is_no_pair_and_is_named_as_such() -> None:
    camp = Camp(id="two", name="Two", members=(ActorId("united-states"), ActorId("china")))
    library = Library(replace(paris().records, camps=(camp,)))
    found = pairs(library, ["two", "china", "united-kingdom"])
    assert [(one.id, other.id) for one, other in found.overlapping] == [("two", "china")]
    assert {"two", "china"} not in [{pair.left.id, pair.right.id} for pair in every(found)]


def test_an_empty_library_has_no_pairs_and_one_actor_makes_none() -> None:
    assert pairs(Library(Records())) == Pairs(ranked=(), unranked=())
    with pytest.raises(InputError, match="one perspective alone makes no pair"):
        pairs(LIBRARY, ["china", "china"])
    with pytest.raises(UnknownId):
        pairs(LIBRARY, ["china", "atlantis"])
