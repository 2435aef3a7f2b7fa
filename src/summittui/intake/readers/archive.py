"""Archives of documents: zip and tar, bounded in number and size."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from summittui.model import InputError

ENTRIES = 10_000
"""Files of the fullest archive that is read."""
UNPACKED = 500_000_000
"""Bytes of the largest archive that is read, unpacked."""
_OFFICE = frozenset({"[Content_Types].xml", "word/document.xml", "mimetype"})
"""Entries by which a zip is one document: of Microsoft's formats (OPC), of OpenDocument or an EPUB."""


def is_archive(content: bytes) -> bool:
    """Tell whether `content` is a zip that is no document of an office program, or a tar, compressed or not."""
    if content.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return not _OFFICE.intersection(archive.namelist())
        except zipfile.BadZipFile:
            return False
    return content.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or content[257:262] == b"ustar"


def unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file in an archive; folders, links and hidden files are passed over.

    Raises:
        InputError: The archive is broken, encrypted, or too large when unpacked.
    """
    try:
        yield from _of_zip(content) if content.startswith(b"PK\x03\x04") else _of_tar(content)
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise InputError(f"the archive cannot be read ({type(error).__name__}); pack it anew") from None


def check_sizes(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Refuse an archive that would unpack to more than `UNPACKED` bytes, by the sizes that it states.

    Python reads no more of an entry than its stated size.

    Raises:
        InputError: The archive is too large when unpacked.
    """
    if sum(entry.file_size for entry in entries) > UNPACKED:
        raise InputError(f"it would unpack to more than {UNPACKED:,} bytes; give the documents themselves")


def _of_zip(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
        _check_number(len(entries))
        check_sizes(entries)
        if any(entry.flag_bits & 1 for entry in entries):
            raise InputError("the archive is encrypted; give one without a password")
        for entry in entries:
            yield entry.filename, archive.read(entry)


def _of_tar(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Read a tar entry by entry, so that a bomb is noticed before it is unpacked."""
    size = number = 0
    with tarfile.open(fileobj=io.BytesIO(content), mode="r|*") as archive:
        for entry in archive:
            size, number = size + entry.size, number + 1
            _check_number(number)
            if size > UNPACKED:
                raise InputError(f"it would unpack to more than {UNPACKED:,} bytes; give the documents themselves")
            file = archive.extractfile(entry) if entry.isreg() and not _is_hidden(entry.name) else None
            if file is not None:
                yield entry.name, file.read()


def _check_number(entries: int) -> None:
    if entries > ENTRIES:
        raise InputError(f"it holds more than {ENTRIES:,} files; give fewer at a time")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
