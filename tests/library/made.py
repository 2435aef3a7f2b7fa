"""Positions made of bare stances, each shown by a record of its own."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from summittui.library import Library
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Declaration,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Records,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from tests.model.samples import stance


def stances(max_size: int = 4) -> st.SearchStrategy[list[StanceValue]]:
    """Return lists of stances, the empty one among them."""
    return st.lists(st.sampled_from(StanceValue), max_size=max_size)


def position(
    *,
    words: Sequence[StanceValue] = (),
    deeds: Sequence[StanceValue] = (),
    said_about: Sequence[StanceValue] = (),
    weak: Sequence[StanceValue] = (),
    doubt: str | None = None,
) -> Position:
    """Return a position with one piece of evidence for each stance, firm unless it is doubtful or of `weak` words."""
    own = [piece(value, number, doubt=doubt) for number, value in enumerate(words)]
    own += [piece(value, len(words) + number, weak=True) for number, value in enumerate(weak)]
    return Position(
        issue=IssueId("rules"),
        words=tuple(own),
        deeds=tuple(piece(v, n, EvidenceKind.DEEDS, doubt=doubt) for n, v in enumerate(deeds)),
        said_about=tuple(piece(v, n, EvidenceKind.SAID_ABOUT, doubt=doubt) for n, v in enumerate(said_about)),
    )


def piece(
    value: StanceValue,
    number: int = 0,
    kind: EvidenceKind = EvidenceKind.WORDS,
    *,
    weak: bool = False,
    doubt: str | None = None,
    utterance: str | None = None,
) -> Evidence:
    """Return a piece of evidence of a record of its own."""
    shown = stance(value)
    if weak:
        shown = Stance(issue=shown.issue, stance=value, level=Level.INTERPRETIVE, certainty=Certainty.MEDIUM)
    return Evidence(
        kind=kind,
        record=f"{kind.value}-{number}",
        holder="ada",
        teller="teller" if kind is EvidenceKind.SAID_ABOUT else None,
        via=None,
        sources=(),
        text="words",
        exact=False,
        stance=shown,
        passages=(),
        doubt=doubt,
        utterance=utterance,
    )


def columns(count: int) -> list[Perspective]:
    """Return perspectives that have nothing to do with each other."""
    return [Perspective(id=f"one-{n}", label=f"One {n}", members=(f"one-{n}",), folded=False) for n in range(count)]


def stated(by_act: ActKind | None = None, **sides: Mapping[str, StanceValue]) -> Library:
    """Return a library of persons, each with a firm side on some issues.

    Args:
        by_act: The act of all of them, with one declaration, that shows their sides; a quote of their own where None.
        sides: The sides of each person by issue.
    """
    issues = dict.fromkeys(issue for found in sides.values() for issue in found)
    source = Source(id="daily", kind=SourceKind.ARTICLE, outlet="Daily")
    shown = {
        actor: tuple(
            Stance(issue=IssueId(issue), stance=value, level=Level.TEXTUAL, certainty=Certainty.HIGH)
            for issue, value in found.items()
        )
        for actor, found in sides.items()
    }
    quotes = [
        Quote(
            id=f"{actor}-words",
            source=SourceId("daily"),
            kind=QuoteKind.DIRECT,
            speaker=PartyId(actor),
            words=actor,
            stances=found,
        )
        for actor, found in shown.items()
    ]
    acts = [
        Act(actor=ActorId(actor), act=by_act, source=SourceId("daily"), stances=found)
        for actor, found in shown.items()
        if by_act
    ]
    pact = Declaration(id="pact", title="Pact", kind="treaty", label="Pact", acts=tuple(acts))
    return MemoryLibrary(
        Records(
            sources=(source,),
            actors=tuple(Actor(id=actor, name=actor, kind=ActorKind.PERSON) for actor in sides),
            issues=tuple(
                Issue(id=each, label=each, question=f"{each}?", pole_for="yes", pole_against="no") for each in issues
            ),
            quotes=() if by_act else tuple(quotes),
            declarations=(pact,) if by_act else (),
        )
    )
