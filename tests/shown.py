"""What the screens and the citations show of the shipped collection, entry by entry."""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.answers.side_by_side import Comparison
from summittui.library.evidence import Evidence
from summittui.library.memory.library import MemoryLibrary
from summittui.present.attribution import citation
from summittui.queries.comparison import ComparisonQuery, DeclarationsQuery
from summittui.ui.render.actor import actor_line
from summittui.ui.render.compare import grid_row
from summittui.ui.render.declaration import declaration_line
from summittui.ui.render.declarations import declaration_rows
from summittui.ui.render.detail import detail
from summittui.ui.render.quote_row import quote_row
from summittui.ui.row_columns import RowColumns
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
WIDTH = 400
"""Cells of a row so wide that nothing of it is cut."""


class Shown(NamedTuple):
    """One entry of a screen or of a citation."""

    place: str
    text: str


@cache
def comparisons() -> tuple[Comparison, ...]:
    """Return all pairs of perspectives that have any evidence, folded and unfolded."""
    parties = [*paris().records.actors, *paris().records.declarations]
    ids = [party.id for party in parties if positions(LIBRARY, perspective(LIBRARY, party.id))]
    pairs = list(itertools.combinations(ids, 2))
    folds = (frozenset[str](), frozenset(ids))
    return tuple(
        compare(LIBRARY, ComparisonQuery(sides=tuple(pair), unfolded=tuple(unfolded)))
        for pair in pairs
        for unfolded in folds
    )


@cache
def cells() -> frozenset[Shown]:
    """Return every entry of every cell of every comparison, with the column that it stands in."""
    found = set()
    for comparison in comparisons():
        for row in comparison.rows:
            for column, entries in zip(comparison.columns, grid_row(LIBRARY, comparison, row).cells, strict=True):
                found |= {Shown(f"{column.id} / {row.key}", entry.plain) for entry in entries}
    return frozenset(found)


@cache
def lines() -> tuple[Shown, ...]:
    """Return every line of every detail and every list, and every citation, with the record that it is of."""
    records = paris().records
    found = [Shown(record.id, line.plain) for record in records for line in detail(LIBRARY, record)]
    found += [Shown(each.id, actor_line(LIBRARY, each, WIDTH).plain) for each in records.actors]
    found += [Shown(each.id, declaration_line(LIBRARY, each, WIDTH).plain) for each in records.declarations]
    for each in records.quotes:
        found += [
            Shown(each.id, "\n".join(line.plain for line in quote_row(LIBRARY, each, WIDTH, RowColumns()))),
            Shown(each.id, citation(LIBRARY, each)),
        ]
    return tuple(found)


@cache
def declared() -> tuple[Shown, ...]:
    """Return every entry of declarations side by side, two and more of them, behind what its row is called."""
    ids = [each.id for each in paris().records.declarations]
    found = []
    for sides in (each for size in range(2, len(ids) + 1) for each in itertools.combinations(ids, size)):
        compared = compare_declarations(LIBRARY, DeclarationsQuery(sides=sides))
        for row in declaration_rows(LIBRARY, compared):
            found.append(Shown(row.key, row.texts.label.plain))
            for column, entries in zip(compared.columns, row.texts.cells, strict=True):
                found += [Shown(f"{column.id} / {row.key}", f"{row.title}: {entry.plain}") for entry in entries]
    return tuple(dict.fromkeys(found))


def shown() -> Iterator[Shown]:
    yield from cells()
    yield from lines()
    yield from declared()


def saying(*words: str) -> list[Shown]:
    """Return the entries in which all words occur, case apart."""
    return [each for each in shown() if all(word.lower() in each.text.lower() for word in words)]


def evidence() -> Iterator[tuple[str, Evidence]]:
    """Yield (column, piece) of every cell of every comparison."""
    for comparison in comparisons():
        for row in comparison.rows:
            for column, cell in zip(comparison.columns, row.cells, strict=True):
                yield from ((column.id, piece) for piece in cell.evidence)
