"""Perspectives side by side by date or by source, as plain values."""

from typing import Any

from summittui.exchange.plain import plain_columns, to_plain
from summittui.library import Library
from summittui.library.answers.side_by_side import Comparison
from summittui.present.aligned import state_words


def plain_aligned(library: Library, aligned: Comparison) -> dict[str, Any]:
    """Return the columns, the alignment, and for each row its state and the evidence of each column."""
    rows = []
    for row in aligned.rows:
        pairs = zip(aligned.columns, row.cells, strict=True)
        cells = [
            {
                "perspective": column.id,
                "n": cell.n,
                "left_out": cell.left_out,
                "evidence": [
                    to_plain(piece) | {"published": [library.source(id_).published for id_ in piece.sources]}
                    for piece in cell.evidence
                ],
            }
            for column, cell in pairs
        ]
        rows.append(
            {"key": row.key, "label": row.label, "note": row.note, "state": state_words(aligned, row), "cells": cells}
        )
    return {
        "by": str(aligned.by),
        "columns": plain_columns(aligned),
        "evidence": to_plain(aligned.evidence_filter),
        "rows": rows,
    }
