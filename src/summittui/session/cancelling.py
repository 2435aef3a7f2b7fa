"""Work before an edit that an interrupt ends: ctrl+c changes nothing and is told in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from summittui.model import Cancelled


@contextmanager
def cancelled_by_interrupt(outcome: str) -> Iterator[None]:
    """Turn an interrupt into `Cancelled`.

    Args:
        outcome: The sentence that says what was not done.

    Raises:
        Cancelled: The process was interrupted meanwhile.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise Cancelled(outcome) from None
