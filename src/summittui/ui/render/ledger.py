"""The ledger as short cells, and the cell under the cursor in words."""

from collections.abc import Iterator

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.ledger import Ledger, LedgerCell, LedgerRow
from summittui.library.answers.perspective import perspective
from summittui.model import Act, Declaration, Quote
from summittui.present.attribution import date_words, doubt_words, passed_on_by, speaker_of, via_words
from summittui.present.declaration import absence_words, act_dates, list_words
from summittui.present.ledger import APART, LEGEND, STANDINGS, cell_sign
from summittui.present.line import Line, labelled
from summittui.present.passages import act_stated_by
from summittui.present.quote import content
from summittui.present.signs import ACTS, brief
from summittui.ui.render.line import line

SIGNS = "✓ signed › joined ✗ declined ◦ stayed out · not listed, no refusal"
"""The meaning of the signs that most cells have; below each cell stand all of them."""


class LedgerCells:
    """Actors as rows, declarations as columns."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def columns(self) -> int:
        """The number of declarations."""
        return len(self._ledger.columns)

    def __len__(self) -> int:
        return len(self._ledger.rows)

    def key(self, row: int) -> str:
        """Return the id of the actor."""
        return self._ledger.rows[row].actor.id

    def label(self, row: int) -> Text:
        """Return the name of the actor, with the code of a state."""
        actor = self._ledger.rows[row].actor
        return line(actor.name, (f" {actor.iso}" if actor.iso else f" {actor.kind}", "apparatus"))

    def head(self, column: int) -> Text:
        """Return the label of the declaration and its year."""
        each = self._ledger.columns[column]
        year = f" {each.date[:4]}" if each.date and each.date[:4] not in each.label else ""
        return line(f"{each.label}{year}")

    def cell(self, row: int, column: int) -> Text:
        """Return the sign of what the actor did, and the year in which it is stated."""
        cell = self._ledger.rows[row].cells[column]
        sign = STANDINGS[cell.standing]
        glyph = brief(cell_sign(cell), sign.said or sign.word)
        year = _year(cell)
        short = year.removeprefix(" ") if cell.doubtful and len(year) > len(" 2025") else year  # or its end is cut off
        return line((glyph, sign.role), (short, "apparatus"))


def _year(cell: LedgerCell) -> str:
    """Return the year of the first act that has one, behind a blank; `by` where it is the latest that it can be."""
    done = next((act.date for act in cell.acts if act.date), None)
    if done:
        return f" {done[:4]}"
    latest = next((act.not_after for act in cell.acts if act.not_after), None)
    stated = next((act.as_of for act in cell.acts if act.as_of), None)
    return f" by{latest[:4]}" if latest else f" {stated[:4]}" if stated else ""


def cell_lines(library: Library, row: LedgerRow, column: Declaration, cell: LedgerCell) -> Iterator[Line]:
    """Yield what an actor did with a declaration, by which sources, and what it said about it."""
    yield cell_heading(row, column)
    if not cell.acts:
        yield Line((absence_words(column), "silent"))
    yield from (_act(library, act) for act in cell.acts)
    known = list_words(column)
    if known:
        yield labelled("Signatories", known)
    yield from _said(library, row.actor.id, column)


def legend_lines() -> tuple[Line, ...]:
    """Return what all signs mean, which stands below a cell and is no part of it."""
    return Line(), Line((LEGEND, "apparatus")), Line((APART, "apparatus"))


def cell_heading(row: LedgerRow, column: Declaration) -> Line:
    """Return who and which declaration a cell is about."""
    date = (f" · {column.date or 'no date'}", "apparatus")
    return Line((row.actor.name, "title"), " · ", (column.label, "title"), date)


def recorded_ids(library: Library, row: LedgerRow, column: Declaration, cell: LedgerCell) -> tuple[str, ...]:
    """Return the ids of a cell's declaration, of the sources of its acts, and of the actor's words about it."""
    words = (quote.id for quote in _words(library, row.actor.id, column))
    pages = (source for act in cell.acts for source in act.sources)
    return (column.id, *pages, *words)


def _words(library: Library, actor: str, column: Declaration) -> tuple[Quote, ...]:
    """Return the words of an actor, and of those who speak for it, about a declaration."""
    said = (library.quotes_by(speaker) for speaker in perspective(library, actor).members)
    return tuple(dict.fromkeys(quote for of_one in said for quote in of_one if column.id in quote.about))


def _act(library: Library, act: Act) -> Line:
    sign = ACTS[act.act]
    note = (f" · {act.note}" if act.note else "", "apparatus")
    where = (f" — {act_stated_by(library, act)}", "source")
    return Line((f"{sign.full}", sign.role), act_dates(act), where, (doubt_words(act.doubt, " · "), "doubt"), note)


def _said(library: Library, actor: str, column: Declaration) -> Iterator[Line]:
    """Yield what an actor said about a declaration, or that nothing is recorded."""
    quotes = _words(library, actor, column)
    if not quotes:
        yield Line((f"no words of {library.name(actor)} about it are recorded", "silent"))
    for quote in quotes:
        who = (f" — {speaker_of(library, quote)}{via_words(passed_on_by(library, quote))}, ", "heading")
        where = (f"{library.name(quote.source)}, {date_words(library, quote)} [{quote.id}]", "source")
        doubt = (doubt_words(quote.doubt, " · "), "doubt")
        yield Line(("said about it: ", "apparatus"), content(quote), who, where, doubt)
