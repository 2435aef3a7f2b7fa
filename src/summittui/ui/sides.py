"""The sides of a comparison: ids in the order of their columns."""

FEWEST = 2
"""The number of sides that a comparison needs."""

Sides = tuple[str, ...]


def swapped(sides: Sides, at: int) -> Sides:
    """Return the sides with one exchanged for the one on its right, the last one for the one on its left."""
    at = min(at, len(sides) - 2)
    return (*sides[:at], sides[at + 1], sides[at], *sides[at + 2 :])


def without(sides: Sides, at: int) -> Sides:
    """Return the sides without one."""
    return (*sides[:at], *sides[at + 1 :])


def replaced(sides: Sides, at: int, id_: str) -> Sides:
    """Return the sides with another one in the place of one."""
    return (*sides[:at], id_, *sides[at + 1 :])
