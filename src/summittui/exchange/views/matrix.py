"""A matrix as Markdown, the grid of signs before its evidence, and as plain values."""

from collections.abc import Iterable
from typing import Any

from summittui.exchange.as_markdown import table_to_markdown
from summittui.exchange.plain import plain_position, to_plain
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, records_of
from summittui.library.answers.positions import Position
from summittui.library.evidence import Evidence
from summittui.present.matrix import LEGEND, layer_words, left_out_words, matrix_grid, matrix_table
from summittui.present.table import Table


def matrix_to_markdown(library: Library, matrix: Matrix) -> str:
    """Return the grid, what its signs mean, and the evidence of every cell that has any."""
    cells = matrix_table(library, matrix)
    spoken = Table(cells.headings, tuple(row for row in cells.rows if row[cells.headings.index("n")] != "0"))
    legend = "\n\n".join((LEGEND, *left_out_words(matrix)))
    return f"{table_to_markdown(matrix_grid(matrix))}\n{legend}\n\n{table_to_markdown(spoken)}"


def plain_matrix(library: Library, matrix: Matrix) -> dict[str, Any]:
    """Return issues, and for each perspective a cell for each issue with the ids of its evidence."""
    rows = [
        {
            "perspective": to_plain(row.perspective),
            "layer": layer_words(row),
            "n": row.n,
            "spoken": row.spoken,
            "cells": [_plain(library, row, cell) for cell in row.cells],
        }
        for row in matrix.rows
    ]
    return {"issues": to_plain(matrix.issues), "rows": rows, "left_out": {"fewer_quotes": list(matrix.left_out)}}


def plain_pieces(pieces: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return the records that evidence stands in, with the act and the doubt."""
    return [
        {
            "record": piece.record,
            "holder": piece.holder,
            "stance": to_plain(piece.stance.stance),
            "act": to_plain(piece.act),
            "sources": to_plain(piece.sources),
            "doubt": piece.doubt,
        }
        for piece in pieces
    ]


def _plain(library: Library, row: MatrixRow, cell: Position) -> dict[str, Any]:
    return {
        "issue": cell.issue,
        **plain_position(library, cell),
        "feeds_other_issues": sorted(row.feeding & records_of(cell)),
        "words": plain_pieces(cell.words),
        "deeds": plain_pieces(cell.deeds),
        "said_about": plain_pieces(cell.said_about),
    }
