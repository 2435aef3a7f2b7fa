"""The records that belong to one record, as the lists beside it show them."""

from summittui.library.answers.perspective import perspective
from summittui.library.protocol import Library
from summittui.model import Actor, Claim, Declaration, Quote
from summittui.model.caching import BoundedCache

_CACHED = 8
"""The number of records whose related records are cached: all lists ask for those of the same one."""


def related(library: Library, id_: str, *, folded: bool = True) -> frozenset[str]:
    """Return the ids of all records that belong to one record, itself included.

    An actor: its quotes and those about it, its declarations, those who speak for it. A declaration: who
    acted on it, the quotes of it and about it. A quote: who speaks, is spoken about or passes it on.
    """
    return library.derived(_cached_related).get((id_, folded), lambda: _related(library, id_, folded=folded))


def _cached_related(_: Library) -> BoundedCache[tuple[str, bool], frozenset[str]]:
    return BoundedCache(_CACHED)


def _related(library: Library, id_: str, *, folded: bool) -> frozenset[str]:
    match library.find(id_):
        case Actor():
            members = perspective(library, id_, folded=folded).members
            return frozenset(members).union(*(_of_actor(library, member) for member in members))
        case Declaration() as declaration:
            quotes = library.quotes_by(id_) + library.quotes_about(id_)
            speakers = (speaker for quote in quotes for speaker in quote.speakers)
            return frozenset(
                (id_, *(act.actor for act in declaration.acts), *(quote.id for quote in quotes), *speakers)
            )
        case Quote() as quote:
            parties = (*quote.speakers, quote.via, quote.addressee, quote.view_of, *quote.about)
            return frozenset((id_, *(str(party) for party in parties if party)))
        case Claim() as claim:
            return frozenset((id_, claim.author, *claim.about))
    return frozenset((id_,))


def _of_actor(library: Library, actor: str) -> frozenset[str]:
    quotes = library.quotes_by(actor) + library.quotes_about(actor)
    declarations = (deed.declaration.id for deed in library.deeds_of(actor))
    claims = (claim.id for claim in library.claims_about(actor))
    return frozenset((*(quote.id for quote in quotes), *declarations, *claims))
