"""The wording of a matrix: a grid of signs to look at, a line and a row for each cell with its evidence."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.matrix import Matrix, MatrixRow, records_of
from summittui.library.answers.poles import unspoken_poles
from summittui.library.answers.positions import Position
from summittui.model import StanceValue
from summittui.model.text import counted
from summittui.present.line import Line, labelled
from summittui.present.position import position_words, referenced
from summittui.present.signs import STANCES, brief, position_sign
from summittui.present.table import Table

_KINDS = ("words", "deeds", "said about")
LEFT_OUT = "–"
"""Stands where there is evidence and a filter left it out, which is no silence."""

LEGEND = (
    f"▲ for, ▼ against, ◆ mixed, ? unclear, · no statement found, {LEFT_OUT} left out by the filter; "
    "hollow (△ ▽ ◇): weak evidence, or only as others tell; "
    "the number counts each utterance, deed or claim once; w own words, d deeds, s said about; "
    "&: one record feeds several issues of the row, so these are not independent"
)


def matrix_lines(library: Library, matrix: Matrix) -> Iterator[Line]:
    """Yield what the letters and the signs of the grid mean, then every cell that has evidence, with its ids."""
    yield Line()
    for name, issue in zip(issue_letters(matrix), matrix.issues, strict=True):
        missing = " or ".join(unspoken_poles(library, issue.id))
        nobody = (f"; nobody speaks {missing} it" if missing else "", "doubt")
        yield labelled(name, issue.label, (f" [{issue.id}]", "source"), nobody)
    yield from (Line((words, "apparatus")) for words in (LEGEND, *left_out_words(matrix)))
    for row in matrix.rows:
        yield Line()
        yield _row_line(library, matrix, row)
        for issue, cell in zip(matrix.issues, row.cells, strict=True):
            if cell.n or cell.left_out:
                ids = (f" [{referenced(cell.evidence)}]" if cell.n else "", "source")
                yield Line("  ", labelled(issue.label, position_words(library, cell), ids))


def left_out_words(matrix: Matrix) -> Iterator[str]:
    """Yield who has no row and why, as a sentence; nothing where everybody has one."""
    if matrix.left_out:
        count = counted(len(matrix.left_out), "actor")
        yield f"Left out: {count} with fewer quotes than those that have a row; name an actor to see its row."


def _row_line(library: Library, matrix: Matrix, row: MatrixRow) -> Line:
    whose = row.perspective
    speakers = f", with {', '.join(map(library.name, whose.speakers))}" if whose.speakers else ""
    layer = ", own voice of a newspaper or an author" if row.is_voice else ""
    count = (f": n {row.n}, on {row.spoken} of {counted(len(matrix.issues), 'issue')}", "count")
    return Line((whose.label, "heading"), (f" [{whose.id}]", "source"), f"{layer}{speakers}", count)


def pole_lines(library: Library, position: Position) -> list[Line]:
    """Return what for and against mean on the issue of a position, and which side nobody speaks for."""
    issue, unspoken = library.issue(position.issue), unspoken_poles(library, position.issue)
    poles = ((StanceValue.FOR, issue.pole_for), (StanceValue.AGAINST, issue.pole_against))
    return [
        Line(
            (brief(f"{STANCES[side].glyph} ", f"{side}: "), STANCES[side].role),
            (meaning, "apparatus"),
            (" · nobody speaks for this side" if side in unspoken else "", "doubt"),
        )
        for side, meaning in poles
    ]


def shared_record_lines(library: Library, row: MatrixRow, position: Position) -> list[Line]:
    """Return which other issues of the row the records behind a position feed, so that these are not independent."""
    feeding = row.feeding & records_of(position)
    others = [cell.issue for cell in row.cells if cell.issue != position.issue and feeding & records_of(cell)]
    names = ", ".join(map(library.name, others))
    return [Line(("Not independent of ", "doubt"), names, (": one record feeds them", "doubt"))] if others else []


def issue_letters(matrix: Matrix) -> list[str]:
    """Return the small letters that stand for the issues above the columns of a grid."""
    return [letter(at).lower() for at in range(len(matrix.issues))]


def matrix_grid(matrix: Matrix) -> Table:
    """Return a row for each perspective and a sign for each cell, as `LEGEND` explains it."""
    headings = ("perspective", *(issue.label for issue in matrix.issues))
    return Table(headings, tuple((row.perspective.label, *_signs(row)) for row in matrix.rows))


def matrix_table(library: Library, matrix: Matrix) -> Table:
    """Return a row for each cell: who, on what, which side, and the ids of the evidence of each kind."""
    headings = ("perspective", "name", "layer", "issue", "position", "stance", "n", *_KINDS, "feeds other issues too")
    return Table(headings, tuple(cells for row in matrix.rows for cells in _cells(library, row)))


def _signs(row: MatrixRow) -> Iterator[str]:
    feeding = row.feeding
    for cell in row.cells:
        yield _sign(cell) + ("&" if feeding & records_of(cell) else "")


def cell_sign(cell: Position) -> str:
    """Return the sign of a position, as `LEGEND` explains it."""
    return LEFT_OUT if not cell.n and cell.left_out else position_sign(cell).glyph


def _sign(cell: Position) -> str:
    if not cell.n:
        return cell_sign(cell)
    kinds = ("w", cell.words), ("d", cell.deeds), ("s", cell.said_about)
    return f"{cell_sign(cell)} {cell.n} {''.join(mark for mark, pieces in kinds if pieces)}"


def layer_words(row: MatrixRow) -> str:
    """Return the layer of a row: actors, or the own voice of newspapers and authors."""
    return "newspapers and authors" if row.is_voice else "actors"


def _cells(library: Library, row: MatrixRow) -> Iterator[tuple[str, ...]]:
    whose, feeding = row.perspective, row.feeding
    for cell in row.cells:
        yield (
            *(whose.id, whose.label, layer_words(row), cell.issue),
            *(position_words(library, cell), cell.stance or "", str(cell.n)),
            *(referenced(cell.words), referenced(cell.deeds), referenced(cell.said_about)),
            "; ".join(sorted(feeding & records_of(cell))),
        )
