"""A matrix: a grid of signs to look at, a row for each cell to reckon with."""

from collections.abc import Mapping
from typing import Any

from summittui.exchange.as_markdown import table_to_markdown
from summittui.exchange.plain import full
from summittui.exchange.standing import referenced, standing
from summittui.exchange.tables import Table
from summittui.library.evidence import Evidence
from summittui.library.matrix import Matrix, MatrixRow
from summittui.library.positions import Position
from summittui.model import StanceValue

GLYPHS: Mapping[StanceValue | None, str] = {
    StanceValue.FOR: "▲",
    StanceValue.AGAINST: "▼",
    StanceValue.MIXED: "◆",
    StanceValue.UNCLEAR: "?",
    None: "·",
}

LEFT_OUT = "–"
"""Stands where there is evidence and a filter left it out, which is no silence."""

LEGEND = (
    f"▲ for, ▼ against, ◆ mixed, ? unclear, · no statement found, {LEFT_OUT} left out by the filter; "
    "the number is that of the pieces of evidence; "
    "w own words, d deeds, s said about (alone: as others tell); a number in parentheses: doubtful"
)


def matrix_grid(matrix: Matrix) -> Table:
    """Return a row for each perspective and a sign for each cell, as `LEGEND` explains it."""
    headings = ("perspective", *(issue.label for issue in matrix.issues))
    rows = ((row.perspective.label, *(_sign(cell) for cell in row.cells)) for row in matrix.rows)
    return Table(headings, tuple(rows))


def matrix_table(matrix: Matrix) -> Table:
    """Return a row for each cell: who, on what, which side, and the ids of the evidence of each kind."""
    headings = ("perspective", "name", "issue", "position", "stance", "n", "words", "deeds", "said about")
    return Table(headings, tuple(cells for row in matrix.rows for cells in _cells(row)))


def matrix_to_markdown(matrix: Matrix) -> str:
    """Return the grid, what its signs mean, and the evidence of every cell that has any."""
    cells = matrix_table(matrix)
    spoken = Table(cells.headings, tuple(row for row in cells.rows if row[cells.headings.index("n")] != "0"))
    return f"{table_to_markdown(matrix_grid(matrix))}\n{LEGEND}\n\n{table_to_markdown(spoken)}"


def plain_matrix(matrix: Matrix) -> dict[str, Any]:
    """Return issues, and for each perspective a cell for each issue with the ids of its evidence."""
    rows = [
        {"perspective": full(row.perspective), "n": row.n, "spoken": row.spoken, "cells": list(map(_plain, row.cells))}
        for row in matrix.rows
    ]
    return {"issues": full(matrix.issues), "rows": rows}


def plain_pieces(pieces: tuple[Evidence, ...]) -> list[dict[str, Any]]:
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


def _sign(cell: Position) -> str:
    glyph = GLYPHS[cell.stance]
    if not cell.n:
        return LEFT_OUT if cell.left_out else glyph
    kinds = ("w", cell.words), ("d", cell.deeds), ("s", cell.said_about)
    marks = "".join(mark for mark, pieces in kinds if pieces)
    return f"{glyph}({cell.n}) {marks}" if cell.doubtful else f"{glyph} {cell.n} {marks}"


def _cells(row: MatrixRow) -> list[tuple[str, ...]]:
    whose = row.perspective
    return [
        (
            whose.id,
            whose.label,
            cell.issue,
            standing(cell),
            cell.stance or "",
            str(cell.n),
            referenced(cell.words),
            referenced(cell.deeds),
            referenced(cell.said_about),
        )
        for cell in row.cells
    ]


def _plain(cell: Position) -> dict[str, Any]:
    return {
        "issue": cell.issue,
        "stance": full(cell.stance),
        "n": cell.n,
        "as_others_tell": cell.n > 0 and not cell.own,
        "doubtful": cell.doubtful,
        "left_out": cell.left_out,
        "words": plain_pieces(cell.words),
        "deeds": plain_pieces(cell.deeds),
        "said_about": plain_pieces(cell.said_about),
    }
