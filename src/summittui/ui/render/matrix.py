"""The matrix as short cells: a stance, how much evidence there is, and what kind of evidence it is."""

from rich.text import Text

from summittui.library import Library
from summittui.library.matrix import Matrix
from summittui.library.positions import Position
from summittui.ui.render.actor import evidence_counts
from summittui.ui.render.line import line
from summittui.ui.render.signs import DOUBTFUL, STANCES, brief

LEGEND = "w words  d deeds  s said about it  (n) doubtful"
"""What the letters and brackets of the cells mean."""


class MatrixCells:
    """Perspectives as rows, issues as columns."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix

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
        return line(self._matrix.rows[row].perspective.label)

    def head(self, column: int) -> Text:
        """Return the label of the issue."""
        return line(self._matrix.issues[column].label)

    def cell(self, row: int, column: int) -> Text:
        """Return the sign, n and the kinds of evidence."""
        return cell_text(self._matrix.rows[row].cells[column])


def cell_text(position: Position) -> Text:
    """Return a position in short, such as `▲ 3 wd`; n in brackets where all evidence is doubtful."""
    sign = STANCES[position.stance]
    if not position.n:
        return line((sign.brief, sign.token))
    number = f"({position.n}) " if position.doubtful else f" {position.n} "
    kinds = (("w", position.words, "words"), ("d", position.deeds, "deed"), ("s", position.said_about, "reported"))
    letters = [(letter, token) for letter, pieces, token in kinds if pieces]
    token = sign.token if position.own else f"reported {sign.token}"
    return line((sign.brief, token), (number, "doubt" if position.doubtful else "count"), *letters)


def position_words(position: Position) -> Text:
    """Return a position in words: its stance, whose telling it is, n and what it rests on."""
    sign = STANCES[position.stance]
    if not position.n:
        return line((sign.full, sign.token))
    return line(
        (sign.full, sign.token),
        ("" if position.own else " as others tell it", "doubt"),
        (f"  n {position.n} ({evidence_counts(position)})", "count"),
        (f" · {DOUBTFUL}" if position.doubtful else "", "doubt"),
    )


def poles(library: Library, position: Position) -> list[Text]:
    """Return what for and against mean on the issue of a position."""
    issue = library.issues[position.issue]
    return [
        line((brief("▲ ", "for: "), "for"), (issue.pole_for, "apparatus")),
        line((brief("▼ ", "against: "), "against"), (issue.pole_against, "apparatus")),
    ]
