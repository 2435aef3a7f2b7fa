"""Batches of files: so many as one edit of the store takes in."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.gathering import FoundFile
from summittui.model import SourceId
from summittui.session.importing import Details

FILES = 50
"""Files of a batch at most."""
BYTES = 4_000_000
"""Bytes at which a batch is full; one file may be larger."""


class BatchFile(Struct, frozen=True, kw_only=True):
    """A file of a batch."""

    found: FoundFile
    """The file, without its content where the file is known."""
    source: SourceId | None = None
    """The source whose text was read from the same file before; None for a file that is not known."""
    number: int = 0
    """The number of the document in the import queue; 0 outside of one."""
    details: Details | None = None
    """Metadata of the document alone; None for that of the import."""


Batch = tuple[BatchFile, ...]


def batches_of(files: Iterable[FoundFile], known: Mapping[str, SourceId]) -> Iterator[Batch]:
    """Yield the files in batches; no more of them are read than the batch holds.

    Args:
        files: The files, in the order in which they come in.
        known: The sources by the SHA-256 of the files that their texts were read from, looked up file by file.
    """
    batch: list[BatchFile] = []
    size = 0
    for found in files:
        source = None if found.problem else known.get(found.digest)
        batch.append(BatchFile(found=replace(found, content=b"") if source else found, source=source))
        size += len(batch[-1].found.content)
        if len(batch) >= FILES or size >= BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
