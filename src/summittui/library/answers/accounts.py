"""Accounts: how two sources tell one matter, and what only one of them has."""

from collections.abc import Sequence

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import (
    Actor,
    Agreement,
    Claim,
    Declaration,
    Disagreement,
    DisagreementKind,
    InputError,
    Quote,
    Record,
    Selector,
    Severity,
    Source,
)
from summittui.model.references import references
from summittui.model.text import safe
from summittui.queries.comparison import AccountsQuery

Matter = Disagreement | Agreement
"""A matter that two sources tell, each from its side."""

_SEVERITIES = tuple(Severity)
_KINDS = tuple(DisagreementKind)


class OnlyIn(Struct, frozen=True, kw_only=True):
    """The things that one of two sources alone has."""

    actors: tuple[Actor, ...]
    """The actors whom the other source never mentions."""
    declarations: tuple[Declaration, ...]
    quotes: tuple[Quote, ...]
    """Quotes of which the other source has no variant."""
    claims: tuple[Claim, ...]
    """The claims of the source outside every recorded agreement and disagreement; the other source may have them
    too."""


class Accounts(Struct, frozen=True, kw_only=True):
    """Two sources side by side."""

    left: Source
    right: Source
    disagreements: tuple[Disagreement, ...]
    """The most severe first, then by kind."""
    agreements: tuple[Agreement, ...]
    only_left: OnlyIn
    only_right: OnlyIn

    @property
    def one_origin(self) -> str | None:
        """Why the two are not two witnesses, where one of them is a digest; None where neither says so."""
        digests = [source for source in (self.left, self.right) if source.digest_of]
        if not digests:
            return None
        parts = " and ".join(f"{source.id} is a digest of {source.digest_of}" for source in digests)
        return f"{parts}; what the two share is weak corroboration"


def accounts(library: Library, query: AccountsQuery) -> Accounts:
    """Put two sources side by side.

    Raises:
        UnknownId: One of them is no source.
        InputError: They are one and the same.
    """
    left, right = query.sources
    one, other = library.source(left), library.source(right)
    if one is other:
        raise InputError(f"{safe(left)!r} cannot be put beside itself; name two sources")
    both = {left, right}
    named = library.referrers(left)
    matters = [each for each in named if isinstance(each, Disagreement) and _tell(each, both)]
    matters.sort(key=lambda each: (_SEVERITIES.index(each.severity), _KINDS.index(each.kind)))
    shared = [each for each in named if isinstance(each, Agreement) and _tell(each, both)]
    return Accounts(
        left=one,
        right=other,
        disagreements=tuple(matters),
        agreements=tuple(shared),
        only_left=_only_in(library, left, right, (*matters, *shared)),
        only_right=_only_in(library, right, left, (*matters, *shared)),
    )


def _tell(matter: Matter, both: set[str]) -> bool:
    return {str(side.source) for side in matter.sides} == both


def _only_in(library: Library, source: str, other: str, matters: Sequence[Matter]) -> OnlyIn:
    told = [span for each in matters for side in each.sides if side.source == source for span in side.spans]
    quotes = (quote for quote in library.quotes_in(source) if not _has_variant(library, quote, other))
    declarations = [each for each in library.referrers(source) if isinstance(each, Declaration)]
    return OnlyIn(
        actors=tuple(each for each in _actors_in(library, source) if other not in _sources_of(library, each)),
        declarations=tuple(each for each in declarations if other not in _named_sources(each)),
        quotes=tuple(quotes),
        claims=tuple(claim for claim in library.claims_in(source) if not _overlaps(claim, told)),
    )


def _actors_in(library: Library, source: str) -> list[Actor]:
    """Return the actors whom a source marks, quotes, or states an act of, in the order of the library."""
    records = library.referrers(source)
    ids = {each.id for each in records if isinstance(each, Actor)}
    ids |= {speaker for quote in library.quotes_in(source) for speaker in quote.speakers}
    ids |= {
        act.actor for each in records if isinstance(each, Declaration) for act in each.acts if source in act.sources
    }
    actors = (library.find(id_) for id_ in sorted(ids, key=library.rank))
    return [actor for actor in actors if isinstance(actor, Actor)]


def _sources_of(library: Library, actor: Actor) -> set[str]:
    """Return the ids of the sources that mark an actor, quote it, or state an act of it."""
    return {
        *_named_sources(actor),
        *(quote.source for quote in library.quotes_by(actor.id)),
        *(source for deed in library.deeds_of(actor.id) for source in deed.act.sources),
    }


def _named_sources(record: Record) -> set[str]:
    return {reference.id for reference in references(record) if reference.tables == ("sources",)}


def _has_variant(library: Library, quote: Quote, source: str) -> bool:
    return any(each.source == source for each in library.variants_of(quote.utterance))


def _overlaps(claim: Claim, spans: Sequence[Selector]) -> bool:
    return any(own.overlaps(span) for own in claim.spans for span in spans)
