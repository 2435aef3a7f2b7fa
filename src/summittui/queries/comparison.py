"""The question of a comparison: perspectives side by side."""

from enum import StrEnum


class Alignment(StrEnum):
    """What the rows of a comparison are."""

    ISSUE = "issue"
    DATE = "date"
    SOURCE = "source"
    DECLARATION = "declaration"
