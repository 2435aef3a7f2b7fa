"""Questions about the records, answered purely: no I/O, no clock, no screen.

Each answer is a module of its own, imported from there: who asks one loads no other.
"""

from summittui.library.protocol import Library

__all__ = ["Library"]
