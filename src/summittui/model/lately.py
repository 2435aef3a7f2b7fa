"""What was made lately, kept so that it is not made again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lately(Generic[K, V]):
    """Values by their keys; where there are too many of them, all are forgotten."""

    def __init__(self, most: int) -> None:
        """Keep up to `most` values."""
        self._most = most
        self._kept: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of a key, made only if it is not kept."""
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            found = self._kept[key] = make()
        return found


class LatelyOf(Generic[K, V]):
    """What was made of objects, by which object it is; where there are too many of them, all are forgotten."""

    def __init__(self, most: int, make: Callable[[K], V]) -> None:
        """Keep up to `most` of what `make` makes of objects that never change."""
        self._make = make
        self._kept: Lately[int, tuple[K, V]] = Lately(most)

    def get(self, of: K) -> V:
        """Return what is made of an object, made only if it is not kept."""
        return self._kept.get(id(of), lambda: (of, self._make(of)))[1]  # kept as well, so that no other takes its id
