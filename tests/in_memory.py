"""The records of a library in memory, for tests that look behind the protocol."""

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary


def in_memory(library: Library | None) -> MemoryLibrary:
    """Return the library as what it is: one in memory."""
    assert isinstance(library, MemoryLibrary)
    return library
