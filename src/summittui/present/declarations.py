"""The wording of declarations side by side: what they say, who did what with them, the numbers as stated."""

from collections import Counter
from collections.abc import Iterable, Iterator

from summittui.library import Library
from summittui.library.answers.clauses import ActRow, ClauseRow, DeclarationComparison, Done
from summittui.model import Act, Clause, Declaration, Quote, Tally, counted_acts
from summittui.present.acts import NO_ACT
from summittui.present.attribution import citation
from summittui.present.declaration import absence_words, act_dates, act_line, tally_as_stated, tally_line
from summittui.present.line import Line, labelled
from summittui.present.passages import clause_stated_by
from summittui.present.source import source_label
from summittui.present.table import Table


def declarations_lines(library: Library, comparison: DeclarationComparison) -> Iterator[Line]:
    """Yield the lines of declarations side by side."""
    yield Line((" | ".join(f"{column.label} ({column.id})" for column in comparison.columns), "title"))
    for column in comparison.columns:
        yield Line(f"  {column.title}, {column.date or 'no date'}")
    yield Line()
    caution = "aligned where they speak of the same matter, which is not to say the same:"
    yield Line(("Clauses, in our words; ", "heading"), (caution, "apparatus"))
    yield from _clauses(library, comparison)
    yield Line()
    yield Line(("Acts; ", "heading"), ("where none is recorded, nothing is known, which is no refusal:", "apparatus"))
    yield Line("  ", (sums(comparison), "count") if comparison.acts else (NO_ACT, "silent"))
    yield from _acts(library, comparison)
    yield Line()
    yield Line(("Numbers, as each source states them:", "heading"))
    for column in comparison.columns:
        if not column.tallies:
            yield Line("  ", labelled(column.label, ("none stated", "silent")))
        for tally in column.tallies:
            yield Line("  ", labelled(column.label, tally_line(library, tally)))


def _clauses(library: Library, comparison: DeclarationComparison) -> Iterator[Line]:
    for row in comparison.clauses:
        yield Line("  ", (row.issue.label, "heading"), f" — {clause_words(comparison, row)}")
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            if not cell:
                yield Line("    ", labelled(column.label, (NO_CLAUSE, "silent")))
            yield from (line for clause in cell for line in _clause(library, column, clause))
    if any(comparison.apart):
        yield Line(("  aligned with nothing:", "heading"))
    elif not comparison.clauses:
        yield Line("  ", (NO_CLAUSE, "silent"))
    for column, clauses in zip(comparison.columns, comparison.apart, strict=True):
        yield from (line for clause in clauses for line in _clause(library, column, clause))


def _clause(library: Library, column: Declaration, clause: Clause) -> Iterator[Line]:
    told = (f" — as stated by {clause_stated_by(library, clause)} [{column.id}]", "source")
    yield Line("    ", labelled(column.label, (clause.gist, "reported"), told))
    quote = library.find(clause.quote) if clause.quote else None
    if isinstance(quote, Quote):
        yield Line("      ", citation(library, quote), (f" [{quote.id}]", "source"))


def _acts(library: Library, comparison: DeclarationComparison) -> Iterator[Line]:
    for row in comparison.acts:
        done = f" — {done_words(comparison, row)}"
        yield Line("  ", (library.name(row.actor), "heading"), done, (f" [{row.actor}]", "source"))
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            for act in cell:
                yield Line("    ", labelled(column.label, act_line(library, act), (f" [{column.id}]", "source")))


HEADINGS = ("part", "matter", "state", "declaration", "what", "words", "source", "doubt", "record")
NO_CLAUSE = "no clause recorded"
Row = tuple[str, ...]


def declarations_table(library: Library, comparison: DeclarationComparison) -> Table:
    """Return a row for each clause, act and tally of each declaration, and one where a declaration has none."""
    rows = [row for each in comparison.clauses for row in _clause_rows(library, comparison, each)]
    for column, clauses in zip(comparison.columns, comparison.apart, strict=True):
        rows += [_clause_row(library, "", "aligned with nothing", column, clause) for clause in clauses]
    rows += [row for each in comparison.acts for row in _act_rows(library, comparison, each)]
    rows += [_tally_row(library, column, tally) for column in comparison.columns for tally in column.tallies]
    return Table(HEADINGS, tuple(rows))


def clause_words(comparison: DeclarationComparison, row: ClauseRow) -> str:
    """Return which declarations have a clause on a matter: both, all, or only some by name."""
    return _having(comparison, row.speaking)


def done_words(comparison: DeclarationComparison, row: ActRow) -> str:
    """Return what an actor did with the declarations, with any doubt; no act is recorded as none, not as refusal."""
    match row.done:
        case Done.DECLINED:
            words = f"declined {_names(comparison, row.declined)}"
        case Done.DIVIDED:
            words = _divided(comparison, row)
        case Done.NEITHER:
            words = ", ".join(_deeds(comparison, row, range(len(row.cells))))
        case _:
            words = _having(comparison, row.backed)
    return f"{words}, doubtful" if row.doubtful else words


def _divided(comparison: DeclarationComparison, row: ActRow) -> str:
    """Return what an actor declined and what it backed, the earlier first where both are dated."""
    columns = comparison.columns
    deeds = sorted({*row.declined, *row.backed}, key=lambda at: columns[at].date or "")
    dates = [columns[at].date for at in deeds]
    told_apart = set(row.declined).isdisjoint(row.backed)  # else the sources of one text differ
    if not told_apart or None in dates or len(set(dates)) < len(dates):
        return ", ".join(_deeds(comparison, row, deeds))
    return "changed: " + ", then ".join(_deeds(comparison, row, deeds))


def _deeds(comparison: DeclarationComparison, row: ActRow, at: Iterable[int]) -> list[str]:
    """Return what an actor did with the declarations at some indexes, such as `declined Paris Statement (2025)`."""
    found = []
    for index in at:
        column = comparison.columns[index]
        done = dict.fromkeys(act.act for act in counted_acts(row.cells[index]))
        date = f" ({column.date})" if column.date else ""
        found += [f"{' and '.join((*tuple(done)[:-1], tuple(done)[-1].phrase(column.label)))}{date}"] if done else []
    return found


def sums(comparison: DeclarationComparison) -> str:
    """Return how many actors did what, such as `2 only A · 1 both`."""
    counts = Counter("changed" if row.done is Done.DIVIDED else _sum_words(comparison, row) for row in comparison.acts)
    return " · ".join(f"{count} {words}" for words, count in counts.items())


def _sum_words(comparison: DeclarationComparison, row: ActRow) -> str:
    return "stayed out or dissented" if row.done is Done.NEITHER else done_words(comparison, row)


def _having(comparison: DeclarationComparison, indexes: tuple[int, ...]) -> str:
    if len(indexes) < len(comparison.columns):
        return f"only {_names(comparison, indexes)}"
    return "both" if len(indexes) == 2 else f"all {len(indexes)}"


def _names(comparison: DeclarationComparison, indexes: tuple[int, ...]) -> str:
    return ", ".join(comparison.columns[index].label for index in indexes)


def _clause_rows(library: Library, comparison: DeclarationComparison, row: ClauseRow) -> Iterator[Row]:
    state = clause_words(comparison, row)
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        if not cell:
            yield ("clause", row.issue.label, state, column.label, NO_CLAUSE, "", "", "", column.id)
        yield from (_clause_row(library, row.issue.label, state, column, clause) for clause in cell)


def _clause_row(library: Library, matter: str, state: str, column: Declaration, clause: Clause) -> Row:
    quote = library.find(clause.quote) if clause.quote else None
    words = f"{citation(library, quote)} [{quote.id}]" if isinstance(quote, Quote) else ""
    places = _places(library, tuple(dict.fromkeys(passage.source for passage in clause.evidence)))
    return "clause", matter, state, column.label, clause.gist, words, places, "", column.id


def _act_rows(library: Library, comparison: DeclarationComparison, row: ActRow) -> Iterator[Row]:
    name, state = library.name(row.actor), done_words(comparison, row)
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        if not cell:
            yield ("act", name, state, column.label, absence_words(column), "", "", "", column.id)
        yield from (_act_row(library, name, state, column, act) for act in cell)


def _act_row(library: Library, name: str, state: str, column: Declaration, act: Act) -> Row:
    done = f"{act.act}{act_dates(act)}"
    return "act", name, state, column.label, done, "", _places(library, act.sources), act.doubt or "", column.id


def _tally_row(library: Library, column: Declaration, tally: Tally) -> Row:
    places = _places(library, (tally.source,))
    return (
        "tally",
        tally.counts,
        "as stated",
        column.label,
        tally_as_stated(tally),
        "",
        places,
        tally.doubt or "",
        column.id,
    )


def _places(library: Library, sources: tuple[str, ...]) -> str:
    return "; ".join(source_label(library.source(id_)) for id_ in sources) or "no source"
