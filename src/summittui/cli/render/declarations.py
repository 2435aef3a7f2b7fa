"""Declarations side by side as text: what they say, who did what with them, the numbers as stated."""

from collections.abc import Iterator

from summittui.cli.render.spans import act_places, clause_places, tally_places
from summittui.exchange.views.declarations import NO_CLAUSE, clause_words, done_words, tally_words
from summittui.library import Library
from summittui.library.citation import citation
from summittui.library.clauses import DeclarationComparison
from summittui.model import Act, Clause, Declaration, Quote, Tally


def shown_declarations(library: Library, comparison: DeclarationComparison) -> Iterator[str]:
    """Yield the lines of declarations side by side."""
    yield " | ".join(f"{column.label} ({column.id})" for column in comparison.columns)
    for column in comparison.columns:
        yield f"  {column.title}, {column.date or 'no date'}"
    yield ""
    yield "Clauses, in our words; aligned where they speak of the same matter, which is not to say the same:"
    yield from _clauses(library, comparison)
    yield ""
    yield "Acts; where none is recorded, nothing is known, which is no refusal:"
    yield from _acts(library, comparison)
    yield ""
    yield "Numbers, as each source states them:"
    for column in comparison.columns:
        if not column.tallies:
            yield f"  {column.label}: none stated"
        yield from (f"  {column.label}: {_tally(library, tally)}" for tally in column.tallies)


def _clauses(library: Library, comparison: DeclarationComparison) -> Iterator[str]:
    for row in comparison.clauses:
        yield f"  {row.issue.label} — {clause_words(comparison, row)}"
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            if not cell:
                yield f"    {column.label}: {NO_CLAUSE}"
            yield from (line for clause in cell for line in _clause(library, column, clause))
    if any(comparison.apart):
        yield "  aligned with nothing:"
    for column, clauses in zip(comparison.columns, comparison.apart, strict=True):
        yield from (line for clause in clauses for line in _clause(library, column, clause))


def _clause(library: Library, column: Declaration, clause: Clause) -> Iterator[str]:
    yield f"    {column.label}: {clause.gist} — as stated by {clause_places(library, clause)} [{column.id}]"
    quote = library.find(clause.quote) if clause.quote else None
    if isinstance(quote, Quote):
        yield f"      {citation(library, quote)} [{quote.id}]"


def _acts(library: Library, comparison: DeclarationComparison) -> Iterator[str]:
    for row in comparison.acts:
        yield f"  {library.name(row.actor)} — {done_words(comparison, row)} [{row.actor}]"
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            yield from (f"    {column.label}: {_act(library, act)} [{column.id}]" for act in cell)


def _act(library: Library, act: Act) -> str:
    as_of = f", as of {act.as_of}" if act.as_of else ""
    doubt = f" — doubtful: {act.doubt}" if act.doubt else ""
    return f"{act.act}{as_of} — as stated by {act_places(library, act)}{doubt}"


def _tally(library: Library, tally: Tally) -> str:
    where = tally_places(library, tally)
    doubt = f" — doubtful: {tally.doubt}" if tally.doubt else ""
    return f"{tally_words(tally)} — as stated by {where}{doubt}"
