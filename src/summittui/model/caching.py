"""Bounded caches for what is costly to make and asked for again soon."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class BoundedCache(Generic[K, V]):
    """A cache that is emptied when full. Not an LRU: eviction must cost nothing on the paint path."""

    def __init__(self, size: int) -> None:
        """Make an empty cache.

        Args:
            size: The largest number of values.
        """
        self._size = size
        self._values: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value cached for `key`, else the result of `make`, which is cached."""
        value = self._values.get(key)
        if value is None:
            if len(self._values) >= self._size:
                self._values.clear()
            value = self._values[key] = make()
        return value


class IdentityCache(Generic[K, V]):
    """A bounded cache of values made from immutable objects, keyed by the identity of the object, not its equality."""

    def __init__(self, size: int, make: Callable[[K], V]) -> None:
        """Make an empty cache.

        Args:
            size: The largest number of values.
            make: Makes the value of an object.
        """
        self._make = make
        self._values: BoundedCache[int, tuple[K, V]] = BoundedCache(size)

    def get(self, of: K) -> V:
        """Return the cached value of an object, computed at the first call."""
        # The object is cached with its value, so that no other object can take over its id.
        return self._values.get(id(of), lambda: (of, self._make(of)))[1]
