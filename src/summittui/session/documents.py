"""Which source a file is: by its digest, else by the quoted words that it holds."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path

from msgspec import Struct

from summittui.library import Library
from summittui.model import InputError, Source, SourceId
from summittui.model.passages import marked_spans
from summittui.model.text import safe

BOM = "\ufeff"

HELD = 0.5
"""Share of a source's quoted words that a changed copy of it must hold at least."""

NAMED = 3
"""Number of known documents that an error names."""
LARGEST = 50_000_000
"""Bytes of the largest file that is read."""


class Match(StrEnum):
    """The sign by which a file was recognised."""

    IDENTICAL = "identical"
    """Byte for byte the source's text."""
    NORMALISED = "the same text"
    """The source's text but for its byte order mark or its line ends."""
    CHANGED = "changed copy"
    """Holds at least half of the source's quoted words, yet is another text."""
    UNKNOWN = "not recognised"


class Document(Struct, frozen=True, kw_only=True):
    """A file and the source that it is."""

    path: Path
    match: Match
    sha256: str = ""
    """Of the file's bytes, hexadecimal."""
    source: SourceId | None = None
    text: str | None = None
    """The text to which the source's offsets belong."""
    note: str | None = None
    """The reason why the document was not recognised, or the difference from the known text."""


def read_document(path: Path, known: "KnownTexts") -> Document:
    """Read one file and recognise it, by the digest of its text, among texts that are known.

    Raises:
        InputError: The file cannot be read, or is not UTF-8.
    """
    import hashlib

    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"The file {_shown(path)} is not UTF-8 at byte {error.start}; convert it to UTF-8."
        raise InputError(message) from None
    found = known.find(text)
    if found is None:
        return Document(path=path, match=Match.UNKNOWN, sha256=digest, text=text, note="holds no known document")
    source, text, note = found
    match = Match.NORMALISED if note else Match.IDENTICAL
    return Document(path=path, match=match, sha256=digest, source=source, text=text, note=note)


class KnownTexts:
    """The sources with a recorded checksum, found by their texts."""

    def __init__(self, library: Library) -> None:
        self._sources = {
            source.sha256.lower(): SourceId(source.id) for source in library.every(Source) if source.sha256
        }

    def add(self, source: Source) -> None:
        """Add a source with a checksum."""
        if source.sha256:
            self._sources[source.sha256.lower()] = SourceId(source.id)

    def remove(self, source: Source) -> None:
        """Forget a source that was added."""
        if source.sha256 and self._sources.get(source.sha256.lower()) == source.id:
            del self._sources[source.sha256.lower()]

    def find(self, text: str) -> tuple[SourceId, str, str | None] | None:
        """Return the source whose checksum a text has, as it is or but for its byte order mark or its line ends.

        Returns:
            The source, its text to the letter, and in what `text` differs, if in anything; None for an unknown text.
        """
        import hashlib

        candidates = [(text, None), *_variants(text)] if self._sources else []
        for candidate, note in candidates:
            source = self._sources.get(hashlib.sha256(candidate.encode("utf-8", "surrogatepass")).hexdigest())
            if source:
                return source, candidate, note
        return None


def read_folder(library: Library, folder: Path) -> tuple[Document, ...]:
    """Read every file of a folder; a copy that differs from its source is recognised by the words it holds.

    Raises:
        InputError: The folder cannot be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.is_dir())
    except OSError as error:
        message = f"The folder {_shown(folder)} cannot be read ({error.strerror}); name a folder of documents."
        raise InputError(message) from None
    known = KnownTexts(library)
    return tuple(_with_changed_copies(library, [_read_or_say_why(path, known) for path in paths]))


def unrecognised(library: Library, document: Document) -> InputError:
    """Return the error that names the file, its digest, documents that are known and the other way in."""
    known = (source for source in library.every(Source) if source.sha256)
    named = [f"{source.id} ({_named(source)}, sha256 {source.sha256})" for source in islice(known, NAMED)]
    others = sum(1 for _ in known)
    more = [f"{others} more"] if others else []
    return InputError(
        f"The file {_shown(document.path)} (sha256 {document.sha256}) is none of the documents whose text is known: "
        f"{'; '.join([*named, *more]) or 'there are none'}. `summittui import` brings it in: as a new source, or with "
        "--as SOURCE as the text of one that is recorded."
    )


def _shown(path: Path) -> str:
    return safe(str(path)) or "''"


def _named(source: Source) -> str:
    return safe(", ".join(part for part in (source.outlet, source.published) if part))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            what = "is a directory" if path.is_dir() else "is no ordinary file" if path.exists() else "is not there"
            raise InputError(f"The file {_shown(path)} {what}; name a text file.")
        if path.stat().st_size > LARGEST:
            raise InputError(f"The file {_shown(path)} is larger than {LARGEST:,} bytes; name a text file.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"The file {_shown(path)} cannot be read ({reason}); check its name and rights.") from None


def _variants(text: str) -> Iterator[tuple[str, str]]:
    """Yield what the text may have been before an editor or a transfer touched it, with what was touched."""
    bare = text.removeprefix(BOM)
    mark = ["byte order mark"] if bare != text else []
    unix = bare.replace("\r\n", "\n").replace("\r", "\n")
    for base, ends in ((bare, []), (unix, ["line ends"]), (unix.replace("\n", "\r\n"), ["line ends"])):
        yield base, _touched([*mark, *ends])
        for trimmed in (base.rstrip("\r\n"), base + "\n"):
            yield trimmed, _touched([*mark, *ends, "line break at the end"])


def _touched(parts: list[str]) -> str:
    return f"differs in its {' and '.join(parts)}; taken as the original"


def _read_or_say_why(path: Path, known: KnownTexts) -> Document:
    try:
        return read_document(path, known)
    except InputError as error:
        return Document(path=path, match=Match.UNKNOWN, note=str(error))


def _with_changed_copies(library: Library, documents: list[Document]) -> Iterator[Document]:
    """Yield documents; one that was not recognised is a changed copy of the source of whose words it holds most."""
    found: dict[Path, tuple[str, float]] = {}
    order = [document.path for document in documents]
    for share, path, source_id in sorted(
        _shares(library, documents), key=lambda each: (-each[0], order.index(each[1]))
    ):
        if path not in found and source_id not in {id_ for id_, _ in found.values()}:
            found[path] = source_id, share
    for document in documents:
        if document.path not in found:
            yield document
            continue
        source_id, share = found[document.path]
        yield Document(
            path=document.path,
            match=Match.CHANGED,
            sha256=document.sha256,
            source=SourceId(source_id),
            text=document.text,
            note=f"not the original; holds {share:.0%} of its quoted words",
        )


def _shares(library: Library, documents: list[Document]) -> Iterator[tuple[float, Path, str]]:
    """Yield the shares of the quoted words of sources that documents hold, where they are large enough.

    Only documents that were not recognised, and sources that no document is, are looked at, source by source.
    """
    plain = [
        (document.path, " ".join(document.text.split()))
        for document in documents
        if document.match is Match.UNKNOWN and document.text is not None
    ]
    taken = {document.source for document in documents if document.source}
    free = (source for source in library.every(Source) if plain and source.id not in taken)
    for source in free:
        words = _quoted_words(library, source)
        shares = ((_share_held(words, text), path, source.id) for path, text in plain)
        yield from (each for each in shares if each[0] >= HELD)


def _quoted_words(library: Library, source: Source) -> set[str]:
    """Return the words in quotation marks that records hold of a source, white space run together."""
    marked = (each for record in (source, *library.referrers(source.id)) for each in marked_spans(record))
    return {
        " ".join(each.selector.exact.split()) for each in marked if each.source == source.id and each.selector.exact
    }


def _share_held(words: set[str], plain: str) -> float:
    """Return the share, by length, of `words` that occur in a text, its white space run together."""
    return sum(len(word) for word in words if word in plain) / (sum(map(len, words)) or 1)
