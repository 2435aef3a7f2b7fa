"""Questions about the records, answered purely: no I/O, no clock, no screen.

Each question is a module of its own, imported from there: who asks one loads no other.
"""

from summittui.library.memory.library import Library

__all__ = ["Library"]
