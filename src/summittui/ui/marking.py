"""Marks on what shall be compared: an immutable value."""

from msgspec import Struct


class Marking(Struct, frozen=True):
    """The ids of what is marked, in the order in which it was marked."""

    ids: tuple[str, ...] = ()

    def toggled(self, id_: str) -> "Marking":
        """Return the marks with one more, or without it where it was marked."""
        others = tuple(each for each in self.ids if each != id_)
        return Marking(others if id_ in self.ids else (*others, id_))

    def kept(self, ids: frozenset[str]) -> "Marking":
        """Return the marks that are among `ids`."""
        return Marking(tuple(each for each in self.ids if each in ids))

    def sides(self, id_: str | None) -> tuple[str, ...]:
        """Return what to compare: all marks, or the one mark with `id_` under the cursor; empty where too few."""
        sides = (*self.ids, id_) if len(self.ids) == 1 and id_ and id_ not in self.ids else self.ids
        return sides if len(sides) > 1 else ()
