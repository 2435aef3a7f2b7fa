"""A declaration as text: clauses, acts, and the tallies of each source."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.model import Certainty, Declaration, Tally
from summittui.present.attribution import wording
from summittui.present.spans import act_places, clause_places, quote_place, tally_places
from summittui.present.tables import act_phrase


def declaration_lines(library: Library, declaration: Declaration) -> Iterator[str]:
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
        yield f"clause, in our words: {clause.gist} — as stated by {clause_places(library, clause)}"
    for act in declaration.acts:
        as_of = f", as of {act.as_of}" if act.as_of else ""
        note = f" — note: {act.note}" if act.note else ""
        certainty = "" if act.certainty is Certainty.HIGH else f" — certainty {act.certainty}"
        yield f"{act_phrase(library, act)}{as_of} — as stated by {act_places(library, act)}{certainty}{note}"
    yield from (_tally(library, tally) for tally in declaration.tallies)
    for quote in library.quotes_by_speaker.get(declaration.id, ()):
        yield f"words: {wording(quote)} — {quote_place(library, quote)} [{quote.id}]"
    if declaration.note:
        yield f"note: {declaration.note}"


def _tally(library: Library, tally: Tally) -> str:
    number = "no number" if tally.number is None else str(tally.number)
    where = tally_places(library, tally)
    doubt = f" — doubtful: {tally.doubt}" if tally.doubt else ""
    note = f" — note: {tally.note}" if tally.note else ""
    return f"tally: {tally.qualifier} {number}: {tally.counts} — as stated by {where}{doubt}{note}"
