"""Speakers who are no known actors, with kind and role as worded."""

from collections.abc import Sequence
from typing import Final

from summittui.intake.proposer.lexicon.function_words import (
    DETERMINERS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    SUBJECT_PRONOUNS,
)
from summittui.intake.proposer.lexicon.name_words import MEDIA, PLACES, ROLES, TITLES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.names import is_name, names_several
from summittui.intake.proposer.pronouns import is_pronoun
from summittui.model import ActorKind, ActorProposal, QuoteKind, QuoteProposal, Selector

_GOVERNMENT: Final = words("government ministry administration department office cabinet treasury house kremlin")
_COMPANY: Final = words(
    """
    company corporation corp corp. inc inc. ltd ltd. group motors airlines bank firm airways lines industries
    technologies holdings laboratories
    """
)
_BLOC: Final = words("union bloc league asean g7 g20 nato brics")
_ORGANISATION: Final = words(
    """
    committee party university institute center centre foundation association council commission court organization
    organisation agency bureau coalition federation society congress parliament board campaign
    """
)
_OUTLET: Final = MEDIA - words("reporters reporter host interviewer hill today")
_KINDS: Final = (
    (_GOVERNMENT, ActorKind.GOVERNMENT),
    (_COMPANY, ActorKind.COMPANY),
    (_ORGANISATION, ActorKind.ORGANISATION),
    (_BLOC, ActorKind.BLOC),
    (_OUTLET, ActorKind.OUTLET),
)


def new_actor(actor: Selector) -> ActorProposal | None:
    """Return an actor of an act as one who is not known; None for one that no name tells (*the two countries*)."""
    words_ = " ".join((actor.exact or "").split())
    first, _, rest = words_.partition(" ")
    name = rest if first.lower() == "the" else words_
    if not is_name(name) or not _is_actor(name):
        return None
    kind = ActorKind.STATE if " " not in name and not name.isupper() else _kind(name)
    return ActorProposal(name=name, kind=kind, at=actor)


def new_actors(quotes: Sequence[QuoteProposal]) -> tuple[ActorProposal, ...]:
    """Return the named speakers of `quotes` that are no known actors, each once, in the order of the text."""
    found: dict[str, ActorProposal] = {}
    for quote in quotes:
        is_new = quote.actor is None and quote.kind is not QuoteKind.TEXT and quote.speaker not in found
        if is_new and quote.mention and _is_actor(quote.speaker):
            worded = quote.mention.exact or ""
            proposal = ActorProposal(
                name=quote.speaker, kind=_kind(quote.speaker), role=role_in(worded, quote.speaker), at=quote.mention
            )
            found[quote.speaker] = proposal
    return tuple(found.values())


def _is_actor(speaker: str) -> bool:
    """Tell whether a speaker can become an actor: not *she*, *another*, *his aides* or two names in one."""
    first = speaker.split(" ", 1)[0].lower().split("'")[0]
    if is_pronoun(speaker) or first in POSSESSIVES or first in PERSONAL_PRONOUNS:
        return False
    return speaker.lower() not in DETERMINERS | SUBJECT_PRONOUNS and not names_several(speaker)


def _kind(name: str) -> ActorKind:
    lower = [part.lower() for part in name.split()]
    for nouns, kind in _KINDS:
        if nouns.intersection(lower):
            return kind
    if lower and lower[-1] in PLACES:
        return ActorKind.STATE
    if is_name(name):
        return ActorKind.ORGANISATION if name.isupper() and len(lower) == 1 else ActorKind.PERSON
    is_many = bool(lower) and lower[-1].endswith("s") and not lower[-1].endswith("ss")
    return ActorKind.COLLECTIVE if is_many else ActorKind.PERSON


def role_in(worded: str, name: str) -> str | None:
    """Return the role that a mention states: its apposition, what it is *of*, or the title before the name."""
    before, _, behind = worded.partition(name)
    apposition = behind.strip(" ,")
    if apposition and behind.lstrip().startswith((",", "of ")):
        return apposition
    title = before.strip(" ,")
    parts = [part.lower() for part in title.split()]
    if parts and (parts[-1].rstrip(".") in TITLES or parts[-1] in ROLES):
        return title.removeprefix("the ").removeprefix("The ")
    return None
