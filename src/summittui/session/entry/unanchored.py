"""Records without a place in the text of their source, and the passages that become their places."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.quotations import words_in_marks
from summittui.library import Library
from summittui.model import (
    Claim,
    InputError,
    Passage,
    Quote,
    QuoteKind,
    Record,
    Selector,
    SourceId,
    digest_of,
)
from summittui.session.coding import quoted_selector
from summittui.session.entry.passages import Coded, changed, proven, text_around

_PARTS = {"clauses": "evidence", "acts": "evidence", "tallies": "spans", "sides": "spans"}
"""The field that holds the places of a part, by the field of the record that holds such parts."""


class Unanchored(Struct, frozen=True):
    """A record, or a part of one, that is on record for a source without a place in its text."""

    record: str
    part: str
    """The field and the number of the part, such as `acts[0]`; empty for the record itself."""


def unanchored_in(library: Library, source: SourceId) -> tuple[Unanchored, ...]:
    """Return what is on record for a source without a place."""
    quotes = (Unanchored(each.id, "") for each in library.quotes_in(source) if not each.spans or each.words is not None)
    claims = (Unanchored(each.id, "") for each in library.claims_in(source) if not each.spans)
    parts = (part for each in library.referrers(source) for part in _parts_without(each, source))
    return (*quotes, *claims, *parts)


def _parts_without(record: Record, source: SourceId) -> Iterator[Unanchored]:
    for field, spans in _PARTS.items():
        for at, one in enumerate(getattr(record, field, ())):
            if one.source == source and not getattr(one, spans):
                yield Unanchored(record.id, f"{field}[{at}]")


def anchored(what: Unanchored, library: Library, passage: Passage) -> Coded:
    """Return the edit that gives a record, or a part of one, its place.

    Raises:
        InputError: The record has a place by now, or the passage does not fit it.
    """
    text = text_around(library, passage)
    record = library.get(what.record)
    if what not in unanchored_in(library, passage.source):
        raise InputError(f"{what.record!r} has a place by now, or has changed; look at it again")
    span = proven(passage)
    if isinstance(record, Quote):
        after: Record = _quote_anchored(record, text, passage)
    elif isinstance(record, Claim):
        after = replace(record, spans=(span,))
    else:
        after = _part_anchored(record, what.part, passage.source, span)
    return changed(after, {}, f"place of {record.id}")


def _quote_anchored(quote: Quote, text: str, passage: Passage) -> Quote:
    span = proven(passage)
    if quote.kind is QuoteKind.INDIRECT:
        return replace(quote, spans=(span,))
    is_mixed = quote.kind is QuoteKind.MIXED
    pieces = tuple(words_in_marks(text, span.start, span.end))
    if is_mixed and not pieces:
        raise InputError("the passage of a mixed quote holds words in quotation marks; select these too")
    quoted = tuple(quoted_selector(text, piece) for piece in pieces or ((span.start, span.end),))
    content = (
        (span,)
        if is_mixed
        else tuple(Selector(one.start, one.end, digest=digest_of(one.exact or "")) for one in quoted)
    )
    return replace(quote, spans=content, quoted=quoted, words=None)


def _part_anchored(record: Record, part: str, source: SourceId, span: Selector) -> Record:
    field, _, number = part.removesuffix("]").partition("[")
    parts = list(getattr(record, field))
    one = parts[int(number)]
    if _PARTS[field] == "evidence":
        parts[int(number)] = replace(one, evidence=(Passage.of(source, span),), source=None)
    else:
        parts[int(number)] = replace(one, spans=(span,))
    return replace(record, **{field: tuple(parts)})
