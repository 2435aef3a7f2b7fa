"""Made-up libraries of any size, the same for the same number: to measure the program, not to be read."""

import hashlib
import random
from collections.abc import Iterator
from functools import cache

from summittui.model import (
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Records,
    Selector,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
    digest_of,
)
from summittui.store.collection import Collection

PER_SOURCE = 10
"""Quotes in each source."""

LENGTH = 4_000
"""Code points of each source's text."""

NOTE = "Synthetic: made up by a program, nobody ever said it."

_SEED = 2025
_WORDS = (
    *("measure", "harbour", "signal", "ladder", "orchard", "meadow", "copper", "winter", "lantern", "river", "paper"),
    *("bridge", "garden", "silver", "thunder", "window", "market", "candle", "forest", "island", "journey", "kettle"),
    *("slowly", "openly", "rarely", "surely", "often", "never", "holds", "moves", "turns", "keeps", "makes", "finds"),
)
_ISSUES = 20
_PLACE = LENGTH // PER_SOURCE


def synthetic_collection(quotes: int) -> Collection:
    """Return a collection with this many quotes, a tenth as many sources, and actors and issues to go with them."""
    sources = range(_sources(quotes))
    actors = max(5, quotes // 100)
    return Collection(
        id=f"synthetic-{quotes}",
        version="1.0.0",
        title=f"Synthetic library of {quotes} quotes",
        licence="CC0-1.0",
        note=NOTE,
        records=Records(
            sources=tuple(_source(number) for number in sources),
            actors=tuple(_actor(number) for number in range(actors)),
            issues=tuple(_issue(number) for number in range(_ISSUES)),
            quotes=tuple(_quote(number, actors) for number in range(quotes)),
        ),
    )


def synthetic_texts(quotes: int) -> dict[SourceId, str]:
    """Return the texts of the sources in `synthetic_collection`."""
    return {SourceId(f"synthetic-source-{number}"): _text(number) for number in range(_sources(quotes))}


def _sources(quotes: int) -> int:
    return -(-quotes // PER_SOURCE)


@cache
def _text(source: int) -> str:
    chance = random.Random(_SEED * 1_000_003 + source)
    return "".join(_paragraph(chance) for _ in range(PER_SOURCE))


def _paragraph(chance: random.Random) -> str:
    words = " ".join(_words(chance))
    return words[: _PLACE - 1].ljust(_PLACE - 1, ".") + "\n"


def _words(chance: random.Random) -> Iterator[str]:
    yield from (chance.choice(_WORDS) for _ in range(_PLACE // 4))


def _source(number: int) -> Source:
    text = _text(number)
    return Source(
        id=f"synthetic-source-{number}",
        kind=SourceKind.ARTICLE,
        outlet=f"Synthetic Gazette {number}",
        published=f"{2000 + number % 25}-{1 + number % 12:02}",
        length=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        note=NOTE,
    )


def _actor(number: int) -> Actor:
    return Actor(id=f"synthetic-actor-{number}", name=f"Synthetic Actor {number}", kind=ActorKind.PERSON, note=NOTE)


def _issue(number: int) -> Issue:
    return Issue(
        id=f"synthetic-issue-{number}",
        label=f"Synthetic issue {number}",
        question=f"For or against made-up thing {number}?",
        pole_for="For it",
        pole_against="Against it",
    )


def _quote(number: int, actors: int) -> Quote:
    chance = random.Random(_SEED + number)
    source, place = divmod(number, PER_SOURCE)
    start = place * _PLACE
    end = start + chance.randint(60, 160)
    words = _text(source)[start:end]
    stance = Stance(
        issue=IssueId(f"synthetic-issue-{chance.randrange(_ISSUES)}"),
        stance=chance.choice(list(StanceValue)),
        level=chance.choice(list(Level)),
        certainty=chance.choice(list(Certainty)),
    )
    return Quote(
        id=f"synthetic-quote-{number}",
        source=SourceId(f"synthetic-source-{source}"),
        kind=QuoteKind.DIRECT,
        speaker=PartyId(f"synthetic-actor-{chance.randrange(actors)}"),
        via=ActorId(f"synthetic-actor-{chance.randrange(actors)}"),
        spans=(Selector(start, end, digest=digest_of(words)),),
        quoted=(Selector(start, end, exact=words),),
        stances=(stance,),
        note=NOTE,
    )
