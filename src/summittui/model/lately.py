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
