"""Declarations side by side as the texts of a grid: clauses by matter, acts by actor, numbers as stated."""

from typing import NamedTuple

from msgspec.structs import replace
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.clauses import ActRow, ClauseRow, DeclarationComparison, Done
from summittui.model import Clause, Declaration, Passage, Tally
from summittui.model.text import counted
from summittui.present.declaration import absence_words, act_entry, clause_entry, no_refusal, tally_entry
from summittui.present.declarations import NO_CLAUSE, clause_words, done_words
from summittui.present.passages import tally_passages
from summittui.ui.render.line import block_of, line
from summittui.ui.widgets.grid import GridRow, Heading

NO_TALLY = "no number stated"
NO_OTHER_CLAUSE = "no other clause recorded"


class DeclarationRow(NamedTuple):
    """One row with what stands behind it."""

    key: str
    title: str
    differs: bool
    """Whether not every declaration has it, or an actor declined one."""
    texts: GridRow
    passages: tuple[tuple[tuple[Passage, ...], ...], ...]
    """For each column, for each entry, where it stands."""
    alone: DeclarationComparison
    """The comparison with nothing but this row, to be copied."""


class Entry(NamedTuple):
    """One entry of a cell, and where it is stated."""

    text: Text
    passages: tuple[Passage, ...]


def declaration_heading(declaration: Declaration, letter: str) -> Heading:
    """Return the heading of a column: its letter, its name and its date."""
    short = line((f"{letter}  ", "key"), (declaration.label, "title"))
    return Heading(short, short + line((f"  {declaration.date or 'no date'}", "apparatus")))


def declaration_rows(library: Library, comparison: DeclarationComparison) -> tuple[DeclarationRow, ...]:
    """Return the clauses, those aligned with nothing, the acts and the numbers, in this order."""
    bare = replace(comparison, clauses=(), apart=tuple(() for _ in comparison.columns), acts=())
    silent = replace(bare, columns=tuple(replace(column, tallies=()) for column in comparison.columns))
    rows = [_clauses(library, replace(silent, clauses=(row,)), row) for row in comparison.clauses]
    if any(comparison.apart):
        rows.append(_apart(library, replace(silent, apart=comparison.apart)))
    rows += [_acts(library, replace(silent, acts=(row,)), row) for row in comparison.acts]
    if any(column.tallies for column in comparison.columns):
        rows.append(_tallies(library, bare))
    return tuple(rows)


def declarations_summary(comparison: DeclarationComparison) -> Text:
    """Return how many actors did what, and how many matters more than one declaration speaks of."""
    shared = sum(len(row.speaking) > 1 for row in comparison.clauses)
    counts = ((done, comparison.count(done)) for done in Done)
    acts = ", ".join(f"{done} {count}" for done, count in counts if count)
    words = f"{counted(len(comparison.clauses), 'matter')}, {shared} shared · {counted(len(comparison.acts), 'actor')}"
    return line((f"{words}: {acts}" if acts else words, "count"))


def _clauses(library: Library, alone: DeclarationComparison, row: ClauseRow) -> DeclarationRow:
    every = len(row.speaking) == len(row.cells)
    told = tuple(tuple(_clause(library, clause) for clause in cell) for cell in row.cells)
    state = line((clause_words(alone, row), "agree" if every else "only"), (" · clause", "apparatus"))
    return _row(f"clause {row.issue.id}", row.issue.label, state, told, NO_CLAUSE, alone, differs=not every)


def _apart(library: Library, alone: DeclarationComparison) -> DeclarationRow:
    told = tuple(tuple(_clause(library, clause) for clause in cell) for cell in alone.apart)
    state = line(("aligned with nothing", "silent"))
    return _row("apart", "Other clauses", state, told, NO_OTHER_CLAUSE, alone, differs=False)


def _acts(library: Library, alone: DeclarationComparison, row: ActRow) -> DeclarationRow:
    told = tuple(tuple(Entry(block_of(act_entry(library, act)), act.evidence) for act in cell) for cell in row.cells)
    each = row.done is Done.EACH
    state = line((done_words(alone, row), "agree" if each else "only"), (" · act", "apparatus"))
    name = library.name(row.actor)
    absent = tuple(no_refusal(absence_words(column)) for column in alone.columns)
    return _row(f"act {row.actor}", name, state, told, absent, alone, differs=not each)


def _tallies(library: Library, alone: DeclarationComparison) -> DeclarationRow:
    told = tuple(tuple(_tally(library, tally) for tally in column.tallies) for column in alone.columns)
    state = line(("as each source states them", "apparatus"))
    return _row("tallies", "Numbers", state, told, NO_TALLY, alone, differs=False)


def _row(
    key: str,
    title: str,
    state: Text,
    told: tuple[tuple[Entry, ...], ...],
    nothing: str | tuple[str, ...],
    alone: DeclarationComparison,
    *,
    differs: bool,
) -> DeclarationRow:
    nothings = (nothing,) * len(told) if isinstance(nothing, str) else nothing
    silent = [line((f"· {words}", "silent")) for words in nothings]
    cells = tuple(tuple(text for text, _ in cell) or (silent[at],) for at, cell in enumerate(told))
    passages = tuple(tuple(where for _, where in cell) or ((),) for cell in told)
    label = Text("\n").join([line((title, "heading")), state])
    return DeclarationRow(key, title, differs, GridRow(label, cells), passages, alone)


def _clause(library: Library, clause: Clause) -> Entry:
    return Entry(block_of(clause_entry(library, clause)), clause.evidence)


def _tally(library: Library, tally: Tally) -> Entry:
    return Entry(block_of(tally_entry(library, tally)), tally_passages(tally))
