"""A declaration as text: clauses, acts, and the tallies of each source."""

from collections.abc import Iterator

from summittui.cli.render.spans import act_places, places, quote_place
from summittui.exchange.tables import act_phrase
from summittui.library import Library
from summittui.library.citation import wording
from summittui.model import Declaration, Passage, Tally


def shown_declaration(library: Library, declaration: Declaration) -> Iterator[str]:
    """Yield the lines that show one declaration."""
    yield declaration.title
    yield f"id: {declaration.id}"
    yield f"kind: {declaration.kind}"
    texts = {"forum": declaration.forum, "date": declaration.date, "date note": declaration.date_note}
    yield from (f"{label}: {text}" for label, text in texts.items() if text)
    if declaration.event:
        yield f"event: {library.name(declaration.event)}"
    yield from (f"also called: {alias}" for alias in declaration.aliases)
    if declaration.url:
        yield f"url: {declaration.url}"
    for clause in declaration.clauses:
        yield f"clause, in our words: {clause.gist} — as stated by {places(library, clause.evidence)}"
    for act in declaration.acts:
        as_of = f", as of {act.as_of}" if act.as_of else ""
        yield f"{act_phrase(library, act)}{as_of} — as stated by {act_places(library, act)}"
    yield from (_tally(library, tally) for tally in declaration.tallies)
    for quote in library.quotes_by_speaker.get(declaration.id, ()):
        yield f"words: {wording(quote)} — {quote_place(library, quote)} [{quote.id}]"
    if declaration.note:
        yield f"note: {declaration.note}"


def _tally(library: Library, tally: Tally) -> str:
    number = "no number" if tally.number is None else str(tally.number)
    where = places(library, tuple(Passage.of(tally.source, span) for span in tally.spans))
    doubt = f" — doubtful: {tally.doubt}" if tally.doubt else ""
    return f"tally: {tally.qualifier} {number}: {tally.counts} — as stated by {where}{doubt}"
