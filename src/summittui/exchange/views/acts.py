"""Perspectives by declarations as plain values."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library.answers.acts import ActCell, ActsComparison
from summittui.library.answers.letters import letter
from summittui.present.acts import done_words, row_words


def plain_acts(comparison: ActsComparison) -> dict[str, Any]:
    """Return the columns, and for each declaration what each did, its blocs beside it, and how its members stand."""
    rows = []
    for row in comparison.rows:
        pairs = zip(comparison.columns, row.cells, strict=True)
        cells = [
            {"column": letter(at), "perspective": column.id, "done": done_words(cell.own), **_plain_cell(cell)}
            for at, (column, cell) in enumerate(pairs)
        ]
        known = {"declaration": row.declaration.id, "label": row.declaration.label, "date": row.declaration.date}
        rows.append({**known, "state": row_words(row), "differs": row.differs, "cells": cells})
    return {"by": "declaration", "columns": to_plain(comparison.columns), "rows": rows}


def _plain_cell(cell: ActCell) -> dict[str, Any]:
    return {
        "standing": cell.own.standing.value,
        "doubtful": cell.own.doubtful,
        "acts": to_plain(cell.acts),
        "beside": [{"bloc": beside.bloc.id, "acts": to_plain(beside.acts)} for beside in cell.beside],
        "members": to_plain(cell.members),
    }
