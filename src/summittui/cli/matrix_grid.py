"""The grid of a matrix as text, in blocks that fit the width of the terminal."""

from collections.abc import Iterator, Sequence

from summittui.library.answers.matrix import Matrix
from summittui.model.joiners import as_counted, as_written
from summittui.model.text import safe
from summittui.present.matrix import issue_letters, matrix_grid

NARROWEST = 20
"""The number of cells that a name has at least; the full names stand below the grid."""


def grid_lines(matrix: Matrix, width: int | None) -> Iterator[str]:
    """Yield the names and the signs below the letters of the issues, block by block; safe for a terminal.

    Args:
        matrix: The matrix.
        width: The width of the terminal in cells; None where lines may be of any length.
    """
    yield from sign_lines(issue_letters(matrix), matrix_grid(matrix).rows, width)


def sign_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Yield a name and a sign for each heading, row by row below the headings, block by block; safe for a terminal.

    Args:
        headings: Above the signs.
        rows: A name, then a sign for each heading.
        width: The width of the terminal in cells; None where lines may be of any length.
    """
    from rich.cells import cell_len

    names = [as_counted(safe(row[0])) for row in rows]
    longest = max(map(cell_len, names), default=0)
    name_width = longest if width is None else min(longest, max(NARROWEST, width // 4))
    columns = [[name, *(row[at] for row in rows)] for at, name in enumerate(headings, 1)]
    for number, block in enumerate(_blocks(columns, None if width is None else width - name_width)):
        if number:
            yield ""
        for name, *signs in zip(["", *names], *block, strict=True):
            cells = (sign.ljust(_width(column)) for sign, column in zip(signs, block, strict=True))
            yield as_written(f"{_fitted(name, name_width)} {' '.join(cells)}").rstrip()


def _blocks(columns: Sequence[Sequence[str]], width: int | None) -> Iterator[list[Sequence[str]]]:
    """Yield as many columns at a time as fit beside the names, at least one."""
    block: list[Sequence[str]] = []
    for column in columns:
        if block and width is not None and sum(_width(each) + 1 for each in (*block, column)) >= width:
            yield block
            block = []
        block.append(column)
    if block:
        yield block


def _width(column: Sequence[str]) -> int:
    return max(map(len, column))


def _fitted(name: str, width: int) -> str:
    """Return a name in exactly `width` cells, its end cut where it is longer."""
    from rich.cells import cell_len, set_cell_size

    return set_cell_size(name, width) if cell_len(name) <= width else f"{set_cell_size(name, width - 1)}…"
