"""Perspectives side by side by date or by source, as text."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.side_by_side import Cell, Comparison, Row
from summittui.library.answers.verdict import EMPTIED
from summittui.library.dating import AS_OF, AS_STATED, BY_PUBLICATION, NOT_AFTER
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model.text import counted
from summittui.present.comparison import columns_line, condition_lines
from summittui.present.evidence import cite_evidence
from summittui.present.line import Line
from summittui.present.position import SILENCE
from summittui.present.table import Table


def aligned_lines(library: Library, aligned: Comparison, *, collapsed: bool = False) -> Iterator[Line]:
    """Yield the lines of the rows, each with who has evidence there, which is no agreement; collapsed without it."""
    yield columns_line(library, aligned.columns)
    yield Line((f"by {aligned.by}; {counted(len(aligned.rows), 'row')}", "count"))
    yield from condition_lines(library, aligned)
    if not aligned.rows:
        yield Line((SILENCE, "silent"))
    for row in aligned.rows:
        yield from () if collapsed else (Line(),)
        state = (state_words(aligned, row), "agree" if row.is_shared else "only")
        yield Line((row_words(row), "heading"), " — ", state, (f"; n {row.n}", "count"))
        for column, cell in zip(aligned.columns, row.cells, strict=True):
            if not cell.n:
                yield Line("  ", (column.label, "title"), ": ", (no_evidence(cell.left_out), "silent"))
                continue
            yield Line("  ", (column.label, "title"), ": ", (gathered_words(cell), "count"))
            yield from () if collapsed else (_piece_line(library, piece) for piece in cell.evidence)


def _piece_line(library: Library, piece: Evidence) -> Line:
    stance = piece.stance
    on = f"{stance.stance} on {library.issue(stance.issue).label}, {stance.level}, {stance.certainty}"
    dated = f"; dated {when_words(library, piece)}" if piece.dating.date else f"; dated by {_dated_by(piece)}"
    cited = cite_evidence(library, piece).line()
    return Line("    ", piece.kind.value, (f" ({on}{dated}): ", "apparatus"), cited, (f" [{piece.record}]", "source"))


HEADINGS = (
    *("row", "state", "perspective", "issue", "stance", "evidence", "words", "who", "source", "place", "via"),
    *("when", "dated by", "doubt", "record"),
)


def aligned_table(library: Library, aligned: Comparison) -> Table:
    """Return a row for each piece of evidence, and one for each cell without any."""
    return Table((str(aligned.by), *HEADINGS[1:]), tuple(_rows(library, aligned)))


def state_words(aligned: Comparison, row: Row) -> str:
    """Return who has evidence in a row, by name, and what a filter left out."""
    words = row.speakers([column.label for column in aligned.columns])
    return f"{words}, {row.left_out} left out" if row.left_out else words


def row_words(row: Row) -> str:
    """Return the label of a row, with the note that belongs to it."""
    return f"{row.label}; {row.note}" if row.note else row.label


def when_words(library: Library, piece: Evidence) -> str:
    """Return when a piece was said or done, and what the date is the date of where that is not stated."""
    published = "; ".join(cite_evidence(library, piece).dates)
    if not piece.dating.date:
        return published or "no date"
    if piece.dating.dated_by == AS_STATED:
        return piece.dating.words
    if piece.dating.dated_by in {AS_OF, NOT_AFTER}:
        return "; ".join(filter(None, (piece.dating.words, published)))
    return f"{piece.dating.words} (the date of {piece.dating.dated_by})"


def no_evidence(left_out: int) -> str:
    """Return the words of a cell without evidence, which is silence on one date or in one source only."""
    return f"{EMPTIED}, {left_out} left out" if left_out else f"{SILENCE} here"


def gathered_words(cell: Cell) -> str:
    """Return how much evidence of each kind a cell has, and whether only others tell it."""
    kinds = [piece.kind for piece in cell.evidence]
    parts = ", ".join(f"{kind} {kinds.count(kind)}" for kind in EvidenceKind if kind in kinds)
    told = "" if set(kinds) - {EvidenceKind.SAID_ABOUT} else ", by what others say alone"
    return f"n {cell.n} ({parts}){told}"


def _rows(library: Library, aligned: Comparison) -> Iterator[tuple[str, ...]]:
    for row in aligned.rows:
        for column, cell in zip(aligned.columns, row.cells, strict=True):
            begin = (row_words(row), state_words(aligned, row), column.label)
            if not cell.n:
                yield (*begin, no_evidence(cell.left_out), *[""] * 11)
            yield from ((*begin, *_cells(library, piece)) for piece in cell.evidence)


def _cells(library: Library, piece: Evidence) -> tuple[str, ...]:
    one = cite_evidence(library, piece)
    issue = library.issue(piece.stance.issue).label
    kinds = (issue, piece.stance.stance.value, piece.kind.value)
    return (
        *kinds,
        *(one.words, one.who, one.source, one.place, one.via),
        *(when_words(library, piece), _dated_by(piece), one.doubt, piece.record),
    )


def _dated_by(piece: Evidence) -> str:
    """Return what the date of a piece is the date of; without one that of its sources counts."""
    return piece.dating.dated_by if piece.dating.date or not piece.sources else BY_PUBLICATION
