"""Positions in the journals of a store, and the transactions behind one."""

from itertools import accumulate

import msgspec
from msgspec import Struct

from summittui.store.journal import Header, Transaction, transaction_from
from summittui.store.lines import checksum_of, scan
from summittui.store.store_paths import StorePaths


class Position(Struct, frozen=True, kw_only=True):
    """The line of a journal up to which a store was read."""

    edits: int
    """The number of the last transaction up to it."""
    follows: int
    """The checksum of the line, which continues those of all lines before it."""


def transactions_since(paths: StorePaths, position: object) -> list[Transaction] | None:
    """Return the transactions behind a position, the oldest first; None where no journal has it.

    Only journals that continue each other up to the newest line count.

    Raises:
        OSError: A journal cannot be read.
    """
    later: list[Transaction] = []
    follows: int | None = None
    for generation in reversed(paths.journals()):
        bodies = scan(paths.journal(generation).read_bytes(), 0).bodies
        checksums = list(accumulate(bodies, lambda before, body: checksum_of(body, before), initial=0))
        if not bodies or follows not in (None, checksums[-1]):
            return None
        header, made = msgspec.json.decode(bodies[0], type=Header), list(map(transaction_from, bodies[1:]))
        numbers = (header.edits, *(each.number for each in made))
        known = [Position(edits=each, follows=one) for each, one in zip(numbers, checksums[1:], strict=True)]
        if position in known:
            return made[known.index(position) :] + later  # the first one is that of the header
        later, follows = made + later, header.follows
    return None
