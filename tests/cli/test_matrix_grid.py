"""The grid of a matrix on a terminal: aligned whatever the names are written in, and never wider than it."""

import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from summittui.cli.matrix_grid import NARROWEST, grid_lines
from summittui.library.answers.matrix import Matrix, matrix
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor
from summittui.present.matrix import LEFT_OUT, matrix_lines
from summittui.queries.matrix import MatrixQuery
from summittui.queries.perspectives import EvidenceFilter
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
MATRIX = matrix(LIBRARY, MatrixQuery(folded=True))
SIGN = re.compile(r"[▲▼◆△▽◇?] \d+ w?d?s?&?")


def renamed(name: str) -> Matrix:
    def actor(each: Actor) -> Actor:
        return replace(each, name=name) if each.id == "china" else each

    return matrix(
        MemoryLibrary(replace(paris().records, actors=tuple(map(actor, paris().records.actors)))),
        MatrixQuery(folded=True),
    )


@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_no_sign_is_lost(width: int) -> None:
    lines = list(grid_lines(MATRIX, width))
    assert max(map(cell_len, lines)) <= width
    spoken = sum(row.spoken for row in MATRIX.rows)
    assert sum(len(SIGN.findall(line)) for line in lines) == spoken == 50


def test_a_wide_terminal_and_none_show_all_issues_in_one_block() -> None:
    for width in (100, 200, None):
        lines = list(grid_lines(MATRIX, width))
        assert lines[0].split() == list("abcdefgh")
        assert len(lines) == len(MATRIX.rows) + 1
    assert any(row.perspective.label in line for row in MATRIX.rows[:1] for line in grid_lines(MATRIX, None))


@pytest.mark.parametrize(
    "name", ["中华人民共和国代表团以及随行人员全体", "جمهورية الصين الشعبية", "é" * 90, "\x1b[31mChina\n\u202e"]
)
def test_names_in_any_script_keep_the_columns_aligned(name: str) -> None:
    lines = list(grid_lines(renamed(name), 100))
    width = next(cell_len(line[: line.index("a")]) for line in lines[:1])
    assert width == max(NARROWEST, 25) + 1
    for line in lines[1:]:
        before = next(match.start() for match in re.finditer(r"(?<= )[▲▼◆△▽◇?·]", line))
        assert cell_len(line[:before]) == width
        assert not re.search("[\x1b\n\u202e]", line)


def test_what_a_filter_left_out_is_no_silence_in_the_grid() -> None:
    firm = matrix(
        LIBRARY, MatrixQuery(perspectives=("european-union", "ecns"), evidence_filter=EvidenceFilter(no_doubtful=True))
    )
    _, union, silent = grid_lines(firm, 80)
    assert (union.count(LEFT_OUT), silent.count(LEFT_OUT)) == (1, 0)
    assert any("nothing left, 1 left out by the filter" in line.plain for line in matrix_lines(LIBRARY, firm))


def test_an_empty_matrix_is_a_heading_alone() -> None:
    (line,) = grid_lines(Matrix(issues=MATRIX.issues, rows=()), 80)
    assert line.split() == list("abcdefgh")
    assert list(grid_lines(Matrix(issues=(), rows=()), 80)) == []
