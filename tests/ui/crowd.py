"""A library that is hard on a comparison: 300 quotes on one issue, nobody's word at all, words of many scripts."""

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Actor,
    ActorKind,
    Issue,
    PartyId,
    Quote,
    QuoteKind,
    Records,
    Selector,
    Source,
    SourceId,
    SourceKind,
)
from tests.model.samples import stance

MANY = 300
SIDES = ("crowd-many", "crowd-cjk", "crowd-arabic", "crowd-long", "crowd-silent", "crowd-mute")
WORDS = {
    "crowd-cjk": "人工智能应当开放、包容、透明、合乎伦理、安全可靠，值得信赖。" * 4,
    "crowd-arabic": "يجب أن يكون الذكاء الاصطناعي مفتوحا وشاملا وشفافا وأخلاقيا وآمنا وجديرا بالثقة. " * 4,
    "crowd-long": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 40,
}


def crowd() -> Library:
    """Return the library."""
    issue = Issue(
        id="crowds", label="Crowds 群众", question="For or against crowds?", pole_for="For", pole_against="Against"
    )
    source = Source(id="crowd-paper", kind=SourceKind.ARTICLE, outlet="The Crowd", published="2025-02", length=100_000)
    actors = tuple(Actor(id=id_, name=f"{id_.title()} 名", kind=ActorKind.PERSON) for id_ in SIDES)
    quotes = [_quote("crowd-many", number, f"Words number {number} of many.") for number in range(MANY)]
    quotes += [_quote(id_, 0, words) for id_, words in WORDS.items()]
    return MemoryLibrary(Records(sources=(source,), actors=actors, issues=(issue,), quotes=tuple(quotes)))


def _quote(speaker: str, number: int, words: str) -> Quote:
    words = words.strip()
    start = number * 100
    return Quote(
        id=f"{speaker}-{number}",
        source=SourceId("crowd-paper"),
        kind=QuoteKind.DIRECT,
        speaker=PartyId(speaker),
        spans=(Selector(start, start + len(words)),),
        quoted=(Selector(start, start + len(words), exact=words),),
        stances=(stance(issue="crowds"),),
    )
