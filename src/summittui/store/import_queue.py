"""The protocol of an import queue: documents that wait in a store to be imported, by workers on any machine."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, Self

from msgspec import Struct

from summittui.model import StoreError


class ClaimLost(StoreError):
    """Documents of a batch were ended by another session, since the claim on them was lost; nothing was written."""


class NewDocument(Struct, frozen=True, kw_only=True):
    """A document that is put into the queue."""

    name: str
    digest: str
    """SHA-256 of the content, hexadecimal."""
    url: str | None
    """The address that it was fetched from."""
    content: bytes
    details: str
    """Metadata that was given with the document, as JSON."""


class ClaimedDocument(Struct, frozen=True, kw_only=True):
    """A document that this session alone works on."""

    number: int
    name: str
    digest: str
    url: str | None
    content: bytes
    details: bytes


class QueueEntry(Struct, frozen=True, kw_only=True):
    """A document in the list of the queue."""

    number: int
    name: str
    state: str
    """`waiting`, `claimed`, `done` or `failed`."""
    why: str | None
    """The reason why it failed."""
    source: str | None
    """The id that its source had when it was done."""


class Ending(Struct, frozen=True, kw_only=True):
    """The end of the work on a document."""

    number: int
    why: str | None
    """The reason why it failed; None where it is done."""
    source: str | None


class ImportQueue(Protocol):
    """The queue of one store; a context manager, whose end releases all claims."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(self, *_: object) -> None:
        """Release all claims."""

    def make(self) -> None:
        """Make the table where a store that an older summittui made has none.

        Raises:
            StoreReadOnly: The role may not.
        """

    def put(self, documents: Iterable[NewDocument]) -> list[bool]:
        """Put documents into the queue, and tell of each whether it was put in: none whose digest is in it already.

        One that failed is put in again with other metadata, and one whose source is not in the store any more.

        Raises:
            StoreError: The queue may not be written.
        """

    def claim(self, files: int, size: int) -> list[ClaimedDocument]:
        """Claim waiting documents that nobody else has claimed, the first ones first; none where there are none.

        Args:
            files: The number of documents at most.
            size: Bytes at which a claim is full; one document may be larger.

        Raises:
            StoreError: The queue cannot be read.
        """

    def release(self, numbers: Sequence[int]) -> None:
        """Release the claims on documents."""

    def ending(self, endings: Sequence[Ending]) -> AbstractContextManager[None]:
        """End documents in the transaction of the edit that is made inside; in one of their own where none is.

        Raises:
            ClaimLost: One of them waits no longer; the edit is rolled back.
            StoreError: The queue may not be written.
        """

    def entries(self) -> Iterator[QueueEntry]:
        """Yield every document in the queue, in the order in which they were put in; none where there is no queue."""

    def waiting(self) -> int:
        """Return the number of documents that wait, claimed or not."""

    def retry(self) -> int:
        """Let every document that failed wait again, and return their number.

        Raises:
            StoreError: The queue may not be written.
        """
