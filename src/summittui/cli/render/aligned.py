"""Perspectives side by side by date or by source, as text."""

from collections.abc import Iterator

from summittui.cli.render.comparison import columns_line, conditions
from summittui.exchange import told
from summittui.exchange.views.aligned import gathered_words, no_evidence, row_words, state_words, when_words
from summittui.library import Library
from summittui.library.alignment import Aligned


def shown_aligned(library: Library, aligned: Aligned) -> Iterator[str]:
    """Yield the lines of the rows, each with who has evidence there; that says nothing of who agrees."""
    yield columns_line(library, aligned.columns)
    yield f"by {aligned.by}; {len(aligned.rows)} rows"
    yield from conditions(library, aligned)
    if not aligned.rows:
        yield "no statement found"
    for row in aligned.rows:
        yield ""
        yield f"{row_words(row)} — {state_words(aligned, row)}; n {row.n}"
        for column, cell in zip(aligned.columns, row.cells, strict=True):
            if not cell.n:
                yield f"  {column.label}: {no_evidence(cell.left_out)}"
                continue
            yield f"  {column.label}: {gathered_words(cell)}"
            for piece in cell.evidence:
                stance = piece.stance
                on = f"{stance.stance} on {library.issues[stance.issue].label}, {stance.level}, {stance.certainty}"
                dated = f"; dated {when_words(library, piece)}" if piece.dating.date else ""
                yield f"    {piece.kind.value} ({on}{dated}): {told(library, piece).line()} [{piece.record}]"
