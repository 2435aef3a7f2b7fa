"""A matrix: a grid of signs to look at, a row for each cell to reckon with."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summittui.exchange.as_markdown import table_to_markdown
from summittui.exchange.plain import full, plain_position
from summittui.exchange.standing import referenced, standing
from summittui.exchange.tables import Table
from summittui.library import Library
from summittui.library.evidence import Evidence
from summittui.library.matrix import Matrix, MatrixRow, records_of
from summittui.library.positions import Position
from summittui.model import StanceValue

HOLLOW: Mapping[StanceValue | None, str] = {
    StanceValue.FOR: "△",
    StanceValue.AGAINST: "▽",
    StanceValue.MIXED: "◇",
    StanceValue.UNCLEAR: "?",
}
GLYPHS: Mapping[StanceValue | None, str] = {
    StanceValue.FOR: "▲",
    StanceValue.AGAINST: "▼",
    StanceValue.MIXED: "◆",
    StanceValue.UNCLEAR: "?",
    None: "·",
}

_KINDS = ("words", "deeds", "said about")
LEFT_OUT = "–"
"""Stands where there is evidence and a filter left it out, which is no silence."""

LEGEND = (
    f"▲ for, ▼ against, ◆ mixed, ? unclear, · no statement found, {LEFT_OUT} left out by the filter; "
    "hollow (△ ▽ ◇): weak evidence, or only as others tell; "
    "the number counts each utterance, deed or claim once; w own words, d deeds, s said about; "
    "&: one record feeds several issues of the row, so these are not independent"
)


def matrix_grid(matrix: Matrix) -> Table:
    """Return a row for each perspective and a sign for each cell, as `LEGEND` explains it."""
    headings = ("perspective", *(issue.label for issue in matrix.issues))
    return Table(headings, tuple((row.perspective.label, *_signs(row)) for row in matrix.rows))


def matrix_table(library: Library, matrix: Matrix) -> Table:
    """Return a row for each cell: who, on what, which side, and the ids of the evidence of each kind."""
    headings = ("perspective", "name", "layer", "issue", "position", "stance", "n", *_KINDS, "feeds other issues too")
    return Table(headings, tuple(cells for row in matrix.rows for cells in _cells(library, row)))


def matrix_to_markdown(library: Library, matrix: Matrix) -> str:
    """Return the grid, what its signs mean, and the evidence of every cell that has any."""
    cells = matrix_table(library, matrix)
    spoken = Table(cells.headings, tuple(row for row in cells.rows if row[cells.headings.index("n")] != "0"))
    return f"{table_to_markdown(matrix_grid(matrix))}\n{LEGEND}\n\n{table_to_markdown(spoken)}"


def plain_matrix(library: Library, matrix: Matrix) -> dict[str, Any]:
    """Return issues, and for each perspective a cell for each issue with the ids of its evidence."""
    rows = [
        {
            "perspective": full(row.perspective),
            "layer": _layer(row),
            "n": row.n,
            "spoken": row.spoken,
            "cells": [_plain(library, row, cell) for cell in row.cells],
        }
        for row in matrix.rows
    ]
    return {"issues": full(matrix.issues), "rows": rows}


def plain_pieces(pieces: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return the records that evidence stands in, with the act and the doubt."""
    return [
        {
            "record": piece.record,
            "holder": piece.holder,
            "stance": full(piece.stance.stance),
            "act": full(piece.act),
            "sources": full(piece.sources),
            "doubt": piece.doubt,
        }
        for piece in pieces
    ]


def _signs(row: MatrixRow) -> Iterator[str]:
    feeding = row.feeding
    for cell in row.cells:
        yield _sign(cell) + ("&" if feeding & records_of(cell) else "")


def _sign(cell: Position) -> str:
    if not cell.n:
        return LEFT_OUT if cell.left_out else GLYPHS[None]
    glyph = (HOLLOW if cell.hollow else GLYPHS)[cell.stance]
    kinds = ("w", cell.words), ("d", cell.deeds), ("s", cell.said_about)
    return f"{glyph} {cell.n} {''.join(mark for mark, pieces in kinds if pieces)}"


def _layer(row: MatrixRow) -> str:
    return "newspapers and authors" if row.is_voice else "actors"


def _cells(library: Library, row: MatrixRow) -> Iterator[tuple[str, ...]]:
    whose, feeding = row.perspective, row.feeding
    for cell in row.cells:
        yield (
            *(whose.id, whose.label, _layer(row), cell.issue),
            *(standing(library, cell), cell.stance or "", str(cell.n)),
            *(referenced(cell.words), referenced(cell.deeds), referenced(cell.said_about)),
            "; ".join(sorted(feeding & records_of(cell))),
        )


def _plain(library: Library, row: MatrixRow, cell: Position) -> dict[str, Any]:
    return {
        "issue": cell.issue,
        **plain_position(library, cell),
        "feeds_other_issues": sorted(row.feeding & records_of(cell)),
        "words": plain_pieces(cell.words),
        "deeds": plain_pieces(cell.deeds),
        "said_about": plain_pieces(cell.said_about),
    }
