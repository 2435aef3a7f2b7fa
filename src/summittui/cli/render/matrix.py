"""A matrix as text: its grid of signs in blocks that fit the terminal, then the evidence behind every cell."""

from collections.abc import Iterator, Sequence

from summittui.exchange import standing
from summittui.exchange.standing import referenced
from summittui.exchange.views import matrix_grid
from summittui.exchange.views.matrix import LEGEND
from summittui.library import Library
from summittui.library.letters import letter
from summittui.library.matrix import Matrix
from summittui.library.poles import unspoken_poles
from summittui.model.text import safe

NARROWEST = 20
"""How many cells of a terminal a name has at least; the full names stand below the grid."""


def shown_cells(library: Library, matrix: Matrix) -> Iterator[str]:
    """Yield what the letters and the signs of the grid mean, then every cell that has evidence, with its ids."""
    yield ""
    for name, issue in zip(_letters(matrix), matrix.issues, strict=True):
        missing = " or ".join(unspoken_poles(library, issue.id))
        yield f"{name}: {issue.label} [{issue.id}]" + (f"; nobody speaks {missing} it" if missing else "")
    yield LEGEND
    for row in matrix.rows:
        whose = row.perspective
        speakers = f", with {', '.join(map(library.name, whose.speakers))}" if whose.speakers else ""
        yield ""
        layer = ", own voice of a newspaper or an author" if row.is_voice else ""
        yield f"{whose.label} [{whose.id}]{layer}{speakers}: n {row.n}, on {row.spoken} of {len(matrix.issues)} issues"
        for issue, cell in zip(matrix.issues, row.cells, strict=True):
            if cell.n or cell.left_out:
                yield f"  {issue.label}: {standing(library, cell)} [{referenced(cell.evidence)}]"


def grid_lines(matrix: Matrix, width: int | None) -> Iterator[str]:
    """Yield the names and the signs below the letters of the issues, block by block; safe for a terminal.

    Args:
        matrix: The matrix.
        width: The width of the terminal in cells; None where lines may be of any length.
    """
    from rich.cells import cell_len

    rows = matrix_grid(matrix).rows
    names = [safe(row[0]) for row in rows]
    longest = max(map(cell_len, names), default=0)
    name_width = longest if width is None else min(longest, max(NARROWEST, width // 4))
    columns = [[name, *(row[at] for row in rows)] for at, name in enumerate(_letters(matrix), 1)]
    for number, block in enumerate(_blocks(columns, None if width is None else width - name_width)):
        if number:
            yield ""
        for name, *signs in zip(["", *names], *block, strict=True):
            cells = (sign.ljust(_width(column)) for sign, column in zip(signs, block, strict=True))
            yield f"{_fitted(name, name_width)} {' '.join(cells)}".rstrip()


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


def _letters(matrix: Matrix) -> list[str]:
    return [letter(at).lower() for at in range(len(matrix.issues))]
