"""A comparison as text: an issue, then each perspective with its words, its deeds, what is said about it."""

from collections.abc import Iterator

from summittui.exchange import told
from summittui.exchange.tables import SILENCE
from summittui.library import Comparison, Library, Position, RowState


def shown_comparison(library: Library, comparison: Comparison) -> Iterator[str]:
    """Yield the lines of a comparison, the rows on which the columns differ first."""
    names = " | ".join(column_name(library, comparison, index) for index in range(len(comparison.columns)))
    states = ((state, comparison.count(state)) for state in RowState)
    yield names
    yield "issues: " + ", ".join(f"{state} {count}" for state, count in states if count)
    for row in comparison.rows:
        yield ""
        yield f"{row.issue.label} — {row.state}"
        yield f"  {row.issue.question}"
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            yield f"  {column.label}: {standing(cell)}"
            yield from evidence_lines(library, cell, "    ")


def column_name(library: Library, comparison: Comparison, index: int) -> str:
    """Return what a column holds, those who speak for it included."""
    column = comparison.columns[index]
    speakers = ", ".join(map(library.name, column.speakers))
    return f"{column.label} (with {speakers})" if speakers else column.label


def standing(position: Position) -> str:
    """Return a stance with the number of pieces of each kind of evidence; silence says so."""
    if not position.n:
        return SILENCE
    kinds = {"words": position.words, "deeds": position.deeds, "said about": position.said_about}
    parts = ", ".join(f"{name} {len(pieces)}" for name, pieces in kinds.items() if pieces)
    told_only = "" if position.own else ", by what others say alone"
    return f"{position.stance}{told_only}; n {position.n} ({parts})"


def evidence_lines(library: Library, position: Position, indent: str) -> Iterator[str]:
    """Yield a line for each piece of evidence: words, then deeds, then what others say."""
    for evidence in position.evidence:
        reading = f"{evidence.stance.stance}, {evidence.stance.level}, {evidence.stance.certainty}"
        yield f"{indent}{evidence.kind.value} ({reading}): {told(library, evidence).line()} [{evidence.record}]"
