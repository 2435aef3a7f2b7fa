"""Declarations side by side as plain values: clauses by matter, acts by actor, tallies as each source states them."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.clauses import DeclarationComparison
from summittui.present.declarations import clause_words


def plain_declarations(library: Library, comparison: DeclarationComparison) -> dict[str, Any]:
    """Return the declarations, the aligned clauses and those apart, the acts of each actor, the tallies."""
    clauses = [
        {"issue": row.issue.id, "state": clause_words(comparison, row), "cells": to_plain(row.cells)}
        for row in comparison.clauses
    ]
    acts = [
        {
            "actor": row.actor,
            "name": library.name(row.actor),
            "done": row.done.value,
            "doubtful": row.doubtful,
            "cells": to_plain(row.cells),
        }
        for row in comparison.acts
    ]
    columns = [{"id": each.id, "label": each.label, "title": each.title} for each in comparison.columns]
    tallies = [to_plain(column.tallies) for column in comparison.columns]
    return {
        "columns": columns,
        "clauses": clauses,
        "apart": to_plain(comparison.apart),
        "acts": acts,
        "tallies": tallies,
    }
