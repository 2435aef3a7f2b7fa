"""A ledger as plain values for JSON, every act in full."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.ledger import Ledger
from summittui.present.declaration import absence_words, list_words
from summittui.present.ledger import ledger_title


def plain_ledger(library: Library, ledger: Ledger) -> dict[str, Any]:
    """Return title, declarations with how far their lists are known, and for each actor a cell for each declaration."""
    columns = [
        {"id": each.id, "label": each.label, "title": each.title, "date": each.date, "list": list_words(each)}
        for each in ledger.columns
    ]
    rows = [
        {
            "actor": row.actor.id,
            "name": row.actor.name,
            "iso": row.actor.iso,
            "kind": row.actor.kind,
            "listed": row.listed,
            "cells": [
                {
                    "declaration": column.id,
                    "standing": cell.standing,
                    "meaning": None if cell.acts else absence_words(column),
                    "doubtful": cell.doubtful,
                    "acts": to_plain(cell.acts),
                }
                for column, cell in zip(ledger.columns, row.cells, strict=True)
            ],
        }
        for row in ledger.rows
    ]
    return {
        "title": ledger_title(library, ledger),
        "declarations": columns,
        "rows": rows,
        "members": to_plain(ledger.members),
    }
