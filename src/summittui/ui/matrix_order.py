"""The order of a matrix on the screen, and its size in words."""

from typing import NamedTuple

from summittui.library.answers.matrix import Matrix


class Order(NamedTuple):
    """The order of the matrix."""

    by_issue: bool
    id: str


def size_words(found: Matrix) -> str:
    """Return how many rows of each kind and how many issues there are."""
    camps = sum(row.perspective.rule is not None for row in found.rows)
    voices = sum(row.is_voice for row in found.rows)
    actors = len(found.rows) - camps - voices
    named = (actors, "actors"), (voices, "newspapers and authors")
    counts = ((camps, "camps"), *named, (len(found.issues), "issues"))
    return ", ".join(f"{count} {name}" for count, name in counts if count or name == "issues")


def in_order(found: Matrix, order: Order | None) -> Matrix:
    """Return the matrix in an order; what it is sorted by can have gone from the store meanwhile."""
    if order is None:
        return found
    if order.by_issue:
        known = any(issue.id == order.id for issue in found.issues)
        return found.sorted_by_issue(order.id) if known else found
    known = any(row.perspective.id == order.id for row in found.rows)
    return found.sorted_by_row(order.id) if known else found
