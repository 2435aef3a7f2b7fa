"""The event list of Discourse Network Analyzer (Leifeld 2013), with our own columns behind those that it reads."""

import csv
import io
from collections.abc import Iterator, Sequence

from summittui.exchange.formats.format import Written, counted_loss, whole_text
from summittui.library import Library
from summittui.model import Actor, Quote, Stance, StanceValue, settled_stances
from summittui.model.dates import first_day
from summittui.present.note import memo_of

HEADINGS = (
    *("statement_id", "time", "document_id", "document_title", "document_author", "document_source"),
    *("document_section", "document_type", "id", "agreement", "concept", "organization", "person", "text"),
)
"""The columns that Discourse Network Analyzer writes itself."""
OWN = ("quote", "kind", "via", "level", "certainty", "doubt", "start", "end", "url", "memo")
_AGREEMENT = {StanceValue.FOR: "1", StanceValue.AGAINST: "0"}


def write_dna(library: Library, quotes: Sequence[Quote]) -> Written:
    """Write a statement for each side that a quote takes on an issue, every cell quoted, lines ended by LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow((*HEADINGS, *OWN))
    settled = [(quote, stance) for quote in quotes for stance in settled_stances(quote.stances)]
    sided = [(quote, stance) for quote, stance in settled if stance.stance in _AGREEMENT]
    held = [(quote, stance, holder) for quote, stance in sided for holder in _holders(quote, stance)]
    for number, (quote, stance, holder) in enumerate(held, 1):
        writer.writerow((str(number), *_statement(library, quote, stance, holder)))
    stances = len(settled)
    losses = (
        *counted_loss(
            sum(not quote.stances for quote in quotes), "quote has no stance", "quotes have no stance and are left out"
        ),
        *counted_loss(
            stances - len(sided), "stance is mixed or unclear", "stances are mixed or unclear and are left out"
        ),
    )
    return whole_text(out.getvalue(), losses)


def _holders(quote: Quote, stance: Stance) -> tuple[str, ...]:
    """Return whose stance it is: a statement of several speakers is one of each."""
    return (stance.holder,) if stance.holder else quote.speakers or ("",)


def _statement(library: Library, quote: Quote, stance: Stance, holder: str) -> Iterator[str]:
    source, speaker = library.source(quote.source), library.find(holder)
    span = quote.first_span
    issue = library.find(stance.issue)
    yield _time(quote.date or source.published)
    yield from (source.id, source.title or source.outlet, library.name(source.author), source.outlet, "", source.kind)
    yield from (quote.id, _AGREEMENT[stance.stance], getattr(issue, "label", stance.issue))
    yield from _parties(library, speaker if isinstance(speaker, Actor) else None)
    yield quote.exact or quote.gist or ""
    yield from (quote.id, quote.kind, library.name(quote.via), stance.level, stance.certainty, quote.doubt or "")
    yield from (
        str(span.start) if span else "",
        str(span.end) if span else "",
        source.url or "",
        memo_of(library, quote),
    )


def _parties(library: Library, actor: Actor | None) -> tuple[str, str]:
    """Return the organisation and the person of a statement."""
    if actor is None:
        return "", ""
    if actor.kind != "person":
        return actor.name, ""
    return library.name(actor.speaks_for or actor.affiliation), actor.name


def _time(date: str | None) -> str:
    """Return the first day of a partial date as DNA writes times."""
    return f"{first_day(date)} 00:00:00" if date else ""
