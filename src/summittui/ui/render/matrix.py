"""The matrix as short cells: a stance, how much evidence there is, and what kind of evidence it is."""

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, records_of
from summittui.library.answers.positions import Position
from summittui.model import Issue
from summittui.present.evidence import evidence_head, evidence_tail
from summittui.present.matrix import pole_lines, shared_record_lines
from summittui.present.position import position_brief, position_paragraph
from summittui.ui.render.line import line, text_of

LEGEND = "w words  d deeds  s said about it  hollow: weak or as told  & one record feeds several issues"
"""The meaning of the letters and signs in the cells."""


class MatrixCells:
    """Perspectives as rows, issues as columns."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._fed: dict[int, frozenset[str]] = {}

    @property
    def columns(self) -> int:
        """The number of issues."""
        return len(self._matrix.issues)

    def __len__(self) -> int:
        return len(self._matrix.rows)

    def key(self, row: int) -> str:
        """Return the id of the perspective."""
        return self._matrix.rows[row].perspective.id

    def label(self, row: int) -> Text:
        """Return the name of the perspective."""
        shown = self._matrix.rows[row]
        return line((shown.perspective.label, "reported" if shown.is_voice else ""))

    def head(self, column: int) -> Text:
        """Return the label of the issue."""
        return line(self._matrix.issues[column].label)

    def cell(self, row: int, column: int) -> Text:
        """Return the sign, n and the kinds of evidence."""
        shown = self._matrix.rows[row]
        cell = shown.cells[column]
        return text_of(position_brief(cell, is_fed=not self._feeding(row).isdisjoint(records_of(cell))))

    def _feeding(self, row: int) -> frozenset[str]:
        if row not in self._fed:
            self._fed[row] = self._matrix.rows[row].feeding
        return self._fed[row]


def position_lines(library: Library, row: MatrixRow, issue: Issue, position: Position) -> list[Text]:
    """Return the cell of a row and an issue with all of its evidence."""
    lines = [
        line((row.perspective.label, "title"), ": ", *position_paragraph(library, position)),
        line((issue.question, "words")),
        *map(text_of, pole_lines(library, position)),
        *map(text_of, shared_record_lines(library, row, position)),
    ]
    for piece in position.evidence:
        lines += [text_of(evidence_head(piece)), text_of(evidence_tail(library, piece))]
    return lines
