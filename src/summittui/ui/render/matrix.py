"""The matrix as short cells: a stance, how much evidence there is, and what kind of evidence it is."""

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.matrix import Matrix, MatrixRow, records_of
from summittui.library.answers.poles import unspoken_poles
from summittui.library.answers.positions import Position
from summittui.model import Issue, StanceValue
from summittui.present.signs import brief
from summittui.ui.render.line import line
from summittui.ui.render.position import cell_text

LEGEND = "w words  d deeds  s said about it  hollow: weak or as told  & one record feeds several issues"
"""What the letters and signs of the cells mean."""


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
        return cell_text(cell, is_fed=not self._feeding(row).isdisjoint(records_of(cell)))

    def _feeding(self, row: int) -> frozenset[str]:
        if row not in self._fed:
            self._fed[row] = self._matrix.rows[row].feeding
        return self._fed[row]


def poles(library: Library, position: Position) -> list[Text]:
    """Return what for and against mean on the issue of a position."""
    issue = library.issues[position.issue]
    return [
        line((brief("▲ ", "for: "), "for"), (issue.pole_for, "apparatus"), _nobody(library, issue, StanceValue.FOR)),
        line(
            (brief("▼ ", "against: "), "against"),
            (issue.pole_against, "apparatus"),
            _nobody(library, issue, StanceValue.AGAINST),
        ),
    ]


def _nobody(library: Library, issue: Issue, pole: StanceValue) -> tuple[str, str]:
    return (" · nobody speaks for this side" if pole in unspoken_poles(library, issue.id) else ""), "doubt"


def fed_words(library: Library, row: MatrixRow, position: Position) -> list[Text]:
    """Return which other issues of the row the records behind a position feed, so that these are not independent."""
    feeding = row.feeding & records_of(position)
    others = [cell.issue for cell in row.cells if cell.issue != position.issue and feeding & records_of(cell)]
    names = ", ".join(map(library.name, others))
    return [line(("Not independent of ", "doubt"), names, (": one record feeds them", "doubt"))] if others else []
