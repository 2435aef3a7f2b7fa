"""REFI-QDA projects (`.qdpx`): texts with coded selections, codes and cases."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from summittui.exchange.loading.codebooks import codes_of, description_of
from summittui.exchange.loading.loaded import CodedSelection, Document, Project, Tick, decoded
from summittui.exchange.loading.xml_files import read_xml
from summittui.model import InputError
from summittui.model.normalised import Range
from summittui.model.text import clip, safe
from summittui.model.utf16 import Utf16Offsets

ENTRIES = 10_000
"""Files of the fullest project that is read."""
UNPACKED = 500_000_000
"""Bytes of the largest project that is read, unpacked."""
_NAMING = 3
"""Characters from which on the name of a selection tells where it stands."""
_INTERNAL = "internal://"
_SELECTION = "PlainTextSelection"


def read_project(content: bytes, tick: Tick) -> Project:
    """Return a project; positions count code points from 0, half-open, in a text with LF.

    Raises:
        InputError: The archive is broken, encrypted or too large, or the project in it is broken or hostile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive)
            return _Reading(archive, tick).project()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        why = "the archive cannot be read: it is broken off, damaged, or packed in a way that is not known"
        raise InputError(f"{why}; export the project anew") from None


def _check(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that is too full, too large when unpacked (by the sizes it states), or encrypted."""
    entries = archive.infolist()
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise InputError(f"it holds more than {ENTRIES:,} files or {UNPACKED:,} bytes unpacked; export less of it")
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("the archive is encrypted; give one without a password")


class _Reading:
    """One project while it is read."""

    def __init__(self, archive: zipfile.ZipFile, tick: Tick) -> None:
        self._archive = archive
        names = [name for name in archive.namelist() if name.lower().endswith(".qde") and "/" not in name]
        if not names:
            raise InputError("it holds no project (project.qde); give a .qdpx as another program exported it")
        self._root = read_xml(archive.read(names[0]), ("Code", _SELECTION), tick)
        if self._root.tag != "Project":
            raise InputError(f"its root is {clip(safe(self._root.tag), 60)!r}; give a REFI-QDA project")
        self._parts: Mapping[str, Any] = {child.tag: child for child in self._root}
        self._codes = {each.get("guid"): each.get("name", "") for each in self._all("Code")}
        self._cases = self._case_names()
        self._left_out: dict[str, int] = {}
        self._entries = {name.lower(): name for name in archive.namelist()}
        self._unpacked = 0
        self._converted: list[str] = []

    def project(self) -> Project:
        codebook = self._parts.get("CodeBook")
        documents = tuple(self._documents())
        left = tuple(f"{number} {name}" for name, number in self._left_out.items())
        codes = tuple(codes_of(codebook)) if codebook is not None else ()
        remarks = tuple(
            f"The positions in {name!r} were counted in UTF-16, and converted to code points"
            for name in self._converted
        )
        return Project(codes=codes, documents=documents, left_out=left, remarks=remarks)

    def _all(self, name: str) -> Iterator[Any]:
        return (each for each in self._root.iter() if each.tag == name)

    def _case_names(self) -> dict[str, list[str]]:
        """Return the names of the cases that refer to each selection or source."""
        found: dict[str, list[str]] = {}
        for case in self._all("Case"):
            for reference in case.iter():
                if reference.tag in {"SelectionRef", "SourceRef"}:
                    found.setdefault(reference.get("targetGUID", ""), []).append(case.get("name", ""))
        return found

    def _documents(self) -> Iterator[Document]:
        for source in self._parts.get("Sources", ()):
            if source.tag != "TextSource":
                name = f"sources of the kind {clip(safe(source.tag), 40)}"
                self._left_out[name] = self._left_out.get(name, 0) + 1
                continue
            text = self._text(source)
            yield Document(
                name=source.get("name", ""),
                description=description_of(source),
                text=text,
                selections=tuple(self._selections(source, text)),
            )

    def _text(self, source: Any) -> str:
        inside = next((child.text or "" for child in source if child.tag == "PlainTextContent"), None)
        path = source.get("plainTextPath", "")
        if inside is not None:
            text = inside
        elif path.startswith(_INTERNAL):
            text = decoded(self._entry(path.removeprefix(_INTERNAL)))
        else:
            name = clip(safe(source.get("name", "")), 60)
            raise InputError(f"the text of {name!r} lies outside of the project; export the project with its texts")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _entry(self, name: str) -> bytes:
        places = (f"sources/{name}".lower(), name.lower())
        entry = next((self._entries[place] for place in places if place in self._entries), None)
        if entry is None:
            raise InputError(f"{clip(safe(name), 60)!r} is named in the project and is not in the archive; add it")
        self._unpacked += self._archive.getinfo(entry).file_size
        if self._unpacked > UNPACKED:
            raise InputError(
                f"its texts have more than {UNPACKED:,} bytes, some of them named again; export less of it"
            )
        return self._archive.read(entry)

    def _selections(self, source: Any, text: str) -> Iterator[CodedSelection]:
        name = clip(safe(source.get("name", "")), 60)
        cases = self._cases.get(source.get("guid", ""), [])
        selections = [child for child in source if child.tag == _SELECTION]
        given = [_range(each, f"selection {number:,} of {name!r}") for number, each in enumerate(selections, 1)]
        places = _in_code_points(text, given, [each.get("name", "") for each in selections])
        if places != given:
            self._converted.append(name)
        for each, (start, end) in zip(selections, places, strict=True):
            if not 0 <= start < end <= len(text):
                where = f"{start}–{end} of {name!r}, which has {len(text):,} characters"
                raise InputError(f"a selection stands at {where}; correct it there, and export the project anew")
            yield CodedSelection(
                start=start,
                end=end,
                description=description_of(each),
                codes=tuple(self._codes_at(each)),
                cases=tuple(self._cases.get(each.get("guid", ""), cases)),
            )

    def _codes_at(self, selection: Any) -> Iterator[str]:
        for reference in selection.iter():
            if reference.tag == "CodeRef" and reference.get("targetGUID") in self._codes:
                yield self._codes[reference.get("targetGUID")]


def _in_code_points(text: str, given: list[Range], names: list[str]) -> list[Range]:
    """Return positions in code points; those of a text are converted if its selections fit only as UTF-16 counts.

    Programs name a selection by its first words; another sign is a position behind the last code point.
    """
    offsets = Utf16Offsets(text)
    converted = [offsets.code_points(*place) for place in given] if offsets.differ else []
    if not converted or None in converted:
        return given
    places = [place for place in converted if place is not None]
    beyond = sum(end > len(text) for _, end in given)
    fitting = beyond + sum(map(partial(_begins, text), places, names)) - sum(map(partial(_begins, text), given, names))
    return places if fitting > 0 else given


def _begins(text: str, place: Range, name: str) -> bool:
    """Tell whether a selection begins with the words that it is named by."""
    words = name.rstrip(" .…")
    return len(words) >= _NAMING and text[place[0] : place[1]].startswith(words)


def _range(selection: Any, place: str) -> Range:
    try:
        return int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
    except ValueError:
        why = f"{place} has no number as its startPosition or its endPosition"
        raise InputError(f"{why}; correct it there, and export the project anew") from None
