"""Documents gathered from files, folders, archives, web addresses and standard input."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from summittui.intake.fetching import fetch, is_address
from summittui.intake.readers import LARGEST, ReadDocument, Reading
from summittui.intake.readers.archive import ENTRIES, is_archive, unpacked
from summittui.model import InputError
from summittui.model.text import safe

STANDARD_INPUT = "-"


class Gathered(Struct, frozen=True, kw_only=True):
    """One file that was found, with its document or the reason why it has none."""

    name: str
    """The path or address; in an archive, that of the archive and the name inside, parted by a colon."""
    document: ReadDocument | None = None
    problem: str | None = None
    """A sentence that names the file; None where it was read."""


def gather(place: str, reading: Reading) -> Iterator[Gathered]:
    """Yield each document at a place, in the order of names; one that cannot be read does not end the others.

    Args:
        place: A path of a file, folder or archive; a web address; `-` for standard input.
        reading: Reads the files; cancelling it from another thread ends the file that is being read.

    Raises:
        InputError: The place itself cannot be read.
    """
    if place == STANDARD_INPUT:
        yield from _read("standard input", sys.stdin.buffer.read(LARGEST + 1), reading)
    elif is_address(place):
        yield from _read(place, _fetched(place), reading, url=place)
    else:
        yield from _from_disk(place, reading)


def _from_disk(place: str, reading: Reading) -> Iterator[Gathered]:
    path = _path(place)
    if path.is_dir():
        yield from _documents_in(path, reading)
    else:
        yield from _read(place, _content(path), reading)


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


def _documents_in(folder: Path, reading: Reading) -> Iterator[Gathered]:
    for path in _files(folder):
        try:
            yield from _read(str(path), _content(path), reading)
        except InputError as error:
            yield Gathered(name=str(path), problem=str(error))


def _read(name: str, content: bytes, reading: Reading, *, url: str | None = None) -> Iterator[Gathered]:
    if not is_archive(content):
        yield _document(name, content, reading, url=url)
        return
    try:
        for inner, bytes_ in unpacked(content):
            yield _document(f"{name}:{inner}", bytes_, reading)
    except InputError as error:
        yield Gathered(name=name, problem=_sentence(name, error))


def _document(name: str, content: bytes, reading: Reading, *, url: str | None = None) -> Gathered:
    import msgspec

    try:
        document = reading.read(content, name)
    except InputError as error:
        return Gathered(name=name, problem=_sentence(name, error))
    return Gathered(name=name, document=document if document.url else msgspec.structs.replace(document, url=url))


def _sentence(name: str, error: InputError) -> str:
    return f"{safe(name)} was not read: {error}."


def _fetched(address: str) -> bytes:
    try:
        return fetch(address)
    except InputError as error:
        raise InputError(_sentence(address, error)) from None


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(_sentence(str(path), InputError("it is no file; give a file, a folder or an address")))
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(_sentence(str(path), InputError(f"{why}; check its name and rights"))) from None


def _files(folder: Path) -> list[Path]:
    """Return the files below a folder, in the order of names; hidden ones are passed over, links not followed.

    Raises:
        InputError: It cannot be read, or holds too many files.
    """
    found: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (Path(here, name) for name in sorted(files) if not name.startswith("."))
        if len(found) > ENTRIES:
            raise InputError(f"{safe(str(folder))} holds more than {ENTRIES:,} files; give fewer at a time.")
    return found


def _refuse(error: OSError) -> None:
    raise InputError(f"{safe(str(error.filename))} was not read: {error.strerror}; check its name and rights.")
