"""Every position that the reference reads out of the documents follows from the stances of the collection."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from summittui.model import Certainty, Stance
from tests.paris import actor, paris
from tests.reference import Place, annotation, needs_reference, overlap, party_ids, place, read_positions

SIDE = {frozenset({"for"}): "supports", frozenset({"against"}): "opposes"}
SURE = {Certainty.LOW: 0, Certainty.MEDIUM: 1, Certainty.HIGH: 2}

Held = tuple[Stance, frozenset[Place]]
"""A stance with the places that show it."""


@needs_reference
def test_every_position_follows_with_its_side_and_its_certainty() -> None:
    held = _held_by_issue()
    for theirs in read_positions():
        stances = held[party_ids()[theirs["actor"]], _issue(theirs)]
        side = SIDE.get(frozenset(stance.stance.value for stance, _ in stances), "neutral-mixed")
        surest = max((stance.certainty for stance, _ in stances), key=SURE.__getitem__)
        assert (side, surest.value) == (theirs["stance"], theirs["confidence"]), theirs["id"]


@needs_reference
def test_every_position_rests_on_the_evidence_given_for_it() -> None:
    held = _held_by_issue()
    for theirs in read_positions():
        shown = {where for _, wheres in held[party_ids()[theirs["actor"]], _issue(theirs)] for where in wheres}
        given = list(_given(theirs["evidence"]))
        assert any(overlap(ours, other) for ours in shown for other in given), theirs["id"]


@needs_reference
def test_nobody_is_given_a_position_that_the_reference_does_not_read() -> None:
    read = {(party_ids()[theirs["actor"]], _issue(theirs)) for theirs in read_positions()}
    for holder, issue, _ in _held():
        spoken_for = actor(holder).speaks_for
        assert (holder, issue) in read or (spoken_for, issue) in read, (holder, issue)


@needs_reference
def test_silence_stays_silence() -> None:
    held = _held_by_issue()
    issues = [issue.id for issue in paris().records.issues]
    for silent in annotation()["no_position_stated"]:
        issue = issues[int(silent["issue"][1:]) - 1]
        for theirs in silent["actors"]:
            assert not held.get((party_ids()[theirs], issue)), (theirs, issue)


def _issue(position: dict[str, Any]) -> str:
    return paris().records.issues[int(position["issue"][1:]) - 1].id


def _held() -> Iterator[tuple[str, str, Held]]:
    """Yield holder, issue and stance of every quote, act and claim; a declaration's own words are nobody's."""
    records = paris().records
    actors = {record.id for record in records.actors}
    for quote in records.quotes:
        where = frozenset((str(quote.source), s.start, s.end) for s in quote.spans)
        yield from ((h, s.issue, (s, where)) for s in quote.stances if (h := s.holder or quote.speaker) and h in actors)
    for claim in records.claims:
        where = frozenset((str(claim.source), s.start, s.end) for s in claim.spans)
        yield from ((s.holder or claim.author, s.issue, (s, where)) for s in claim.stances)
    for declaration in records.declarations:
        clauses = [passage for clause in declaration.clauses if clause.quote for passage in clause.evidence]
        for act in declaration.acts:
            where = frozenset((str(p.source), p.start, p.end) for p in (*act.evidence, *clauses))
            yield from ((s.holder or act.actor, s.issue, (s, where)) for s in act.stances)


def _held_by_issue() -> dict[tuple[str, str], list[Held]]:
    """Return the stances of each actor on each issue; with those of whoever speaks for it."""
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for holder, issue, stance in _held():
        for whose in {holder, actor(holder).speaks_for} - {None}:
            found[str(whose), issue].append(stance)
    return found


def _given(items: list[str]) -> Iterator[Place]:
    """Yield where the quotations, claims and evaluations of these ids stand."""
    for quotation in annotation()["quotations"]:
        if quotation["id"] in items:
            yield place(quotation["content_span"])
    for claim in (*annotation()["claims"], *annotation()["evaluations"]):
        if claim["id"] in items:
            yield from map(place, claim.get("spans") or [claim["span"]])
