"""The wording of a ledger: a grid of signs to look at, and what each actor did with each declaration in words."""

from collections.abc import Iterator, Mapping

from summittui.library import Library
from summittui.library.answers.ledger import Ledger, LedgerCell
from summittui.library.answers.letters import letter
from summittui.model import Declaration
from summittui.model.text import counted
from summittui.present.attribution import doubt_words
from summittui.present.declaration import absence_words, act_dates, list_words
from summittui.present.line import Line, labelled
from summittui.present.signs import Sign
from summittui.present.table import Table
from summittui.queries.ledger import LEDGER_ORDERS, Standing

STANDINGS: Mapping[Standing, Sign] = {
    Standing.SIGNED: Sign("✓", "signed", "deed"),
    Standing.JOINED: Sign("›", "joined later", "deed", "joined"),
    Standing.PROPOSED: Sign("+", "proposed", "deed"),
    Standing.DECLINED: Sign("✗", "declined", "against"),
    Standing.STAYED_OUT: Sign("◦", "stayed out", "unclear"),
    Standing.DISSENTED: Sign("×", "dissented", "against"),
    Standing.NOT_LISTED: Sign("·", "not listed", "silent"),
    Standing.UNKNOWN: Sign("?", "not known", "silent"),
    Standing.NO_LIST: Sign(" ", "no list", "silent"),
}
DOUBTFUL_MARK = "?"
LEGEND = (
    "✓ signed, adopted, endorsed, co-sponsored or ratified; › joined later; + proposed; ✗ declined; "
    "◦ stayed out: had not signed, no refusal documented; × dissented; · not listed, which is no refusal; "
    "? no complete list of names is known; blank: nobody signs such a text; a ? behind a sign: doubtful"
)
APART = "A bloc stands apart from its members: what it signs, they do not sign by that."


def cell_sign(cell: LedgerCell) -> str:
    """Return the sign of a cell, with a mark where all of its acts are doubtful."""
    return STANDINGS[cell.standing].glyph + (DOUBTFUL_MARK if cell.doubtful else "")


def cell_words(column: Declaration, cell: LedgerCell) -> str:
    """Return what an actor did with a declaration, each act with its dates, doubt and sources; else its absence."""
    acts = [f"{act.act}{act_dates(act)}{doubt_words(act.doubt, '; ')} [{', '.join(act.sources)}]" for act in cell.acts]
    return "; ".join(acts) or absence_words(column)


def ledger_title(library: Library, ledger: Ledger) -> str:
    """Return what the ledger shows: which actors, over how many declarations, in which order."""
    return f"{rows_words(library, ledger)}, {LEDGER_ORDERS[ledger.query.order]}"


def rows_words(library: Library, ledger: Ledger) -> str:
    """Return which actors the ledger shows, and over how many declarations."""
    query, number = ledger.query, len(ledger.rows)
    whose = f"{counted(number, 'member')} of {library.name(query.group)}" if query.group else counted(number, "actor")
    standing = f" with “{query.standing}” somewhere" if query.standing else ""
    return f"{whose}{standing} over {counted(len(ledger.columns), 'declaration')}"


def ledger_lines(ledger: Ledger) -> Iterator[Line]:
    """Yield what the letters and signs of the grid mean, with as of when each list is known."""
    yield Line()
    for at, column in enumerate(ledger.columns):
        known = "; ".join(filter(None, (column.date or "no date", list_words(column))))
        yield labelled(
            letter(at),
            column.label,
            (f" [{column.id}]", "source"),
            f", {known}",
            (f": {count_words(ledger, at)}", "count"),
        )
    yield Line((LEGEND, "apparatus"))
    yield Line((APART, "apparatus"))


def count_words(ledger: Ledger, column: int) -> str:
    """Return how many actors stand how to a declaration, those that rest on doubtful acts apart."""
    counts = (
        (f"{standing}{' (doubtful)' if doubtful else ''}", ledger.count(column, standing, doubtful=doubtful))
        for standing in Standing
        for doubtful in (False, True)
    )
    return ", ".join(f"{count} {words}" for words, count in counts if count)


def ledger_grid(ledger: Ledger) -> Table:
    """Return a row for each actor and a sign for each cell, as `LEGEND` explains it."""
    headings = ("actor", *(column.label for column in ledger.columns))
    return Table(headings, tuple((row.actor.name, *map(cell_sign, row.cells)) for row in ledger.rows))


def ledger_table(ledger: Ledger) -> Table:
    """Return a row for each actor, and in words what it did with each declaration."""
    headings = ("actor", "name", "iso", "kind", *(column.id for column in ledger.columns))
    return Table(
        headings,
        tuple(
            (
                *(row.actor.id, row.actor.name, row.actor.iso or "", row.actor.kind),
                *(cell_words(column, cell) for column, cell in zip(ledger.columns, row.cells, strict=True)),
            )
            for row in ledger.rows
        ),
    )
