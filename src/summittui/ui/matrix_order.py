"""The order of a matrix on the screen, and its size in words."""

from summittui.library.answers.matrix import Matrix


def size_words(found: Matrix) -> str:
    """Return how many rows of each kind and how many issues there are."""
    camps = sum(row.perspective.rule is not None for row in found.rows)
    voices = sum(row.is_voice for row in found.rows)
    actors = len(found.rows) - camps - voices
    shown = f"of {actors + len(found.left_out)} actors" if found.left_out else "actors"
    named = (actors, shown), (voices, "newspapers and authors")
    counts = ((camps, "camps"), *named, (len(found.issues), "issues"))
    return ", ".join(f"{count} {name}" for count, name in counts if count or name == "issues")


def in_order(found: Matrix, sort: str) -> Matrix:
    """Return the matrix sorted by an issue or a row; unsorted where that has gone from the store meanwhile."""
    if any(issue.id == sort for issue in found.issues):
        return found.sorted_by_issue(sort)
    return found.sorted_by_row(sort) if any(row.perspective.id == sort for row in found.rows) else found
