"""The lines of a journal: `checksum json`, each checksum continuing the one of the line before."""

import zlib
from collections.abc import Iterator

from msgspec import Struct

_PREFIX = 9
"""Length of the checksum, eight hexadecimal digits, with the space behind it."""


class Scan(Struct, frozen=True):
    """The content of a piece of a journal."""

    bodies: list[bytes]
    """Of the lines that check, in order, up to the first that does not."""
    checksum: int
    """Of the last line that checks."""
    length: int
    """The number of bytes of the lines that check."""
    is_torn: bool
    """Whether a line that was never finished stands behind them, as a killed writer leaves it."""
    is_damaged: bool
    """Whether something stands behind them that no writer leaves."""


def checksum_of(body: bytes, before: int) -> int:
    """Return the CRC-32 of a line's body that continues the checksum of the line `before` it."""
    return zlib.crc32(body, before)


def line_of(body: bytes, checksum: int) -> bytes:
    """Return the line that holds `body`."""
    return b"%08x %b\n" % (checksum, body)


def scan(content: bytes, checksum: int) -> Scan:
    """Read the lines that follow a line with this checksum."""
    bodies: list[bytes] = []
    good = 0
    while (end := content.find(b"\n", good)) >= 0:
        body = content[good + _PREFIX : end]
        expected = checksum_of(body, checksum)
        if content[good : good + _PREFIX] != b"%08x " % expected:
            break
        bodies.append(body)
        checksum, good = expected, end + 1
    rest = content[good:]
    is_damaged = _is_damaged(rest, checksum)
    return Scan(bodies, checksum, good, bool(rest) and not is_damaged, is_damaged)


def salvage(content: bytes, checksum: int = 0) -> Iterator[bytes | None]:
    """Yield the body of every line that checks, and None for each whole line that does not.

    A line behind a damaged one is checked against the checksum that the damaged one claims, or that its
    body has.
    """
    seeds = [checksum]
    for line in content.split(b"\n")[:-1]:
        body = line[_PREFIX:]
        sums = [checksum_of(body, seed) for seed in seeds]
        good = next((one for one in sums if line[:_PREFIX] == b"%08x " % one), None)
        yield None if good is None else body
        seeds = [good] if good is not None else [*sums, *_claimed(line)]


def _claimed(line: bytes) -> list[int]:
    try:
        return [int(line[: _PREFIX - 1], 16)]
    except ValueError:
        return []


def _is_damaged(rest: bytes, checksum: int) -> bool:
    """Tell whether what follows the good lines is more than the beginning of one line.

    After a loss of power a block of a line that was never acknowledged may read as zeros, which no JSON holds.
    """
    head, newline, behind = rest.partition(b"\n")
    if behind:
        return True
    if newline:
        return b"\0" not in head
    finished = head[_PREFIX:-1]
    return len(head) > _PREFIX and head[:_PREFIX] == b"%08x " % checksum_of(finished, checksum)
