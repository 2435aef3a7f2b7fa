"""The question of the matrix: perspectives over issues."""

from enum import StrEnum


class Rows(StrEnum):
    """Whose rows a matrix has where none is named."""

    ACTORS = "actors"
    CAMPS = "camps"
    BOTH = "both"
