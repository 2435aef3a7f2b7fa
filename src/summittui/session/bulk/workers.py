"""Workers of a bulk import: whoever turns files into documents and proposals."""

from collections.abc import Sequence
from typing import Protocol

from summittui.intake.gathering import FoundFile
from summittui.model import SummitError
from summittui.session.bulk.extraction import Extraction


class Workers(Protocol):
    """Workers that extract several batches at once."""

    number: int
    """The number of batches that are worked on at once, each asked for by a thread of its own."""

    def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
        """Return the extraction of each file, in order; a file that cannot be worked on is set aside with the reason.

        Raises:
            WorkersLost: There are no workers.
        """

    def close(self) -> None:
        """End all work; a call of `extract` that waits raises an error."""


class WorkersLost(SummitError):
    """No worker is left, or none can be started; whole batches are in the store."""
