"""Documents gathered from files, folders, archives, web addresses and standard input."""

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from summittui.intake.fetching import fetch, is_address
from summittui.intake.readers import LARGEST, ReadDocument, Reading
from summittui.intake.readers.archive import ENTRIES, is_archive, unpacked
from summittui.model import InputError
from summittui.model.text import safe

STANDARD_INPUT = "-"


class FoundFile(Struct, frozen=True, kw_only=True):
    """A file that was found and not read yet, or the reason why it cannot be."""

    name: str
    """The path or address; in an archive, that of the archive and the name inside, parted by a colon."""
    content: bytes = b""
    url: str | None = None
    """The address that it was fetched from."""
    problem: str | None = None
    """A sentence that names the file; None where there is none."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, hexadecimal."""
        import hashlib

        return hashlib.sha256(self.content).hexdigest()


class Gathered(Struct, frozen=True, kw_only=True):
    """One file that was found, with its document or the reason why it has none."""

    name: str
    """As of the file that was found."""
    document: ReadDocument | None = None
    problem: str | None = None
    """A sentence that names the file; None where it was read."""
    digest: str | None = None
    """SHA-256 of the file, hexadecimal; None where the file is nothing but the text."""


def gather(place: str, reading: Reading) -> Iterator[Gathered]:
    """Yield each document at a place, in the order of names; one that cannot be read does not end the others.

    Args:
        place: A path of a file, folder or archive; a web address; `-` for standard input.
        reading: Reads the files; cancelling it from another thread ends the file that is being read.

    Raises:
        InputError: The place itself cannot be read.
    """
    return (read_file(found, reading) for found in find_files(place))


def find_files(place: str, most: int | None = None) -> Iterator[FoundFile]:
    """Yield each file at a place, in the order of names; one that cannot be opened does not end the others.

    Args:
        place: A path of a file, folder or archive; a web address; `-` for standard input.
        most: The number of files of the fullest folder that is taken; None for as many as an archive may hold.

    Raises:
        InputError: The place itself cannot be read.
    """
    if place == STANDARD_INPUT:
        yield from _unpacked("standard input", sys.stdin.buffer.read(LARGEST + 1))
    elif is_address(place):
        yield from _unpacked(place, _fetched(place), url=place)
    elif (path := _path(place)).is_dir():
        yield from _files_in(path, ENTRIES if most is None else most)
    else:
        yield from _unpacked(place, _content(path))


def count_files(place: str) -> int:
    """Return the number of files at a place; what an archive holds, or an address, counts as one.

    Raises:
        InputError: The place itself cannot be read.
    """
    if place == STANDARD_INPUT or is_address(place):
        return 1
    path = _path(place)
    if path.is_dir():
        return sum(1 for _ in _paths_in(path))
    _check_file(path)
    return 1


def read_file(found: FoundFile, reading: Reading) -> Gathered:
    """Return the document of a file, or the reason why it has none."""
    import msgspec

    if found.problem is not None:
        return Gathered(name=found.name, problem=found.problem)
    try:
        document = reading.read(found.content, found.name)
    except InputError as error:
        return Gathered(name=found.name, problem=_sentence(found.name, error))
    is_text = document.text.encode("utf-8", "surrogatepass") == found.content
    document = document if document.url else msgspec.structs.replace(document, url=found.url)
    return Gathered(name=found.name, document=document, digest=None if is_text else found.digest)


def _path(place: str) -> Path:
    """Return the path of a place, a leading `~` resolved.

    Raises:
        InputError: No file can be called so.
    """
    if not place:  # a variable of a shell that is not set; as a path it would mean the folder at hand
        raise InputError("A place is empty; name a file, a folder or a web address.")
    try:
        path = Path(place).expanduser()
        path.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(_sentence(place, InputError(f"{why}; check its name"))) from None
    return path


def _files_in(folder: Path, most: int) -> Iterator[FoundFile]:
    if sum(1 for _ in islice(_paths_in(folder), most + 1)) > most:
        raise InputError(f"{safe(str(folder))} holds more than {most:,} files; give fewer at a time, or use --workers.")
    for path in _paths_in(folder):
        try:
            yield from _unpacked(str(path), _content(path))
        except InputError as error:
            yield FoundFile(name=str(path), problem=str(error))


def _unpacked(name: str, content: bytes, *, url: str | None = None) -> Iterator[FoundFile]:
    """Yield a file, or those of an archive."""
    if not is_archive(content):
        yield FoundFile(name=name, content=content, url=url)
        return
    try:
        for inner, bytes_ in unpacked(content):
            yield FoundFile(name=f"{name}:{inner}", content=bytes_)
    except InputError as error:
        yield FoundFile(name=name, problem=_sentence(name, error))


def _sentence(name: str, error: InputError) -> str:
    return f"{safe(name)} was not read: {error}."


def _fetched(address: str) -> bytes:
    try:
        return fetch(address)
    except InputError as error:
        raise InputError(_sentence(address, error)) from None


def _content(path: Path) -> bytes:
    _check_file(path)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _check_file(path: Path) -> None:
    """Refuse what is no file.

    Raises:
        InputError: A sentence that names the path.
    """
    try:
        is_file = path.is_file()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if not is_file:
        raise InputError(_sentence(str(path), InputError("it is no file; give a file, a folder or an address")))


def _unreadable(path: Path, error: Exception) -> InputError:
    why = getattr(error, "strerror", None) or str(error)
    return InputError(_sentence(str(path), InputError(f"{why}; check its name and rights")))


def _paths_in(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, in the order of names; hidden ones are passed over, links not followed.

    Raises:
        InputError: A folder cannot be read.
    """
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))


def _refuse(error: OSError) -> None:
    raise InputError(f"{safe(str(error.filename))} was not read: {error.strerror}; check its name and rights.")
