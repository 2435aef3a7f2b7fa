"""One store and one library, and what can be done with them."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, SourceId, StoreReadOnly
from summittui.model.text import safe
from summittui.session.editing import Editing
from summittui.stamps import LIBRARY_BUILT, spell

if TYPE_CHECKING:
    from summittui.intake.readers import Reading
    from summittui.library.answers.check import CheckReport
    from summittui.queries.links import ViewLink
    from summittui.session.collections import Collections
    from summittui.session.documents import Document
    from summittui.session.importing import Details, Imported
    from summittui.session.loading import LoadPlan
    from summittui.session.proposing import Proposer, ReadProposals
    from summittui.session.replacing import Replacement
    from summittui.store.collection import Collection
    from summittui.store.reports import SeedReport, StoreInfo
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store

SHIPPED = "paris-2025"
"""The collection that a new store begins with."""

OFFERED = "ai-declarations"
"""The collection that is offered beside it."""


class Attachment(Struct, frozen=True, kw_only=True):
    """A document whose text was attached, and what its spans are worth."""

    document: "Document"
    source: SourceId
    spans: dict[str, int]
    """Number of the source's spans by proof state."""
    quoted: dict[str, int]
    """Number of those with exact words, by proof state."""


class Session(Editing):
    """Owns one store and the library made from it; every change gives a new library."""

    def __init__(
        self, store: "Store | ShippedStore", *, seeded: bool = False, why_read_only: str | None = None
    ) -> None:
        self._store = store
        self._scope = ""
        self.seeded = seeded
        """Whether the store was created for this session."""
        self.why_read_only = why_read_only
        """Why nothing can be edited, as a sentence; None where it can."""
        seen = store.see()
        with spell(LIBRARY_BUILT):
            self._library = MemoryLibrary(seen.records, seen.texts, store.collections_of)

    @property
    def library(self) -> Library:
        """The library of the store as it was last seen."""
        return self._library

    @classmethod
    def open(cls, path: Path | None = None, *, read_only: bool = False, collection: str | None = None) -> Self:
        """Open the store at `path`, or the user's own; one that is not there is created from a shipped collection.

        Where no store of the user's own can be created, the shipped collection is opened for reading.

        Raises:
            StoreMissing: The store at a path that was named is not there and `read_only` forbids to create it.
            StoreError: It is damaged, too new, busy, or one at a path that was named cannot be written.
        """
        from summittui.store.disk import StoreExists, StoreMissing
        from summittui.store.paths import STORE_VARIABLE, default_store_path, is_set
        from summittui.store.store import Store

        is_named = path is not None or is_set(STORE_VARIABLE)
        path = path or default_store_path()
        try:
            return cls(Store.open(path, read_only=read_only), why_read_only=_why_read_only(path, asked=read_only))
        except StoreMissing:
            if read_only and is_named:
                raise
        if read_only:
            why = "There is no store yet, and --read-only creates none: the shipped collection is open for reading."
            return cls._of_shipped(path, why)
        try:
            return cls(Store.create(path, shipped_collection(collection)), seeded=True)
        except StoreExists:  # another process was faster
            return cls(Store.open(path), why_read_only=_why_read_only(path, asked=False))
        except StoreReadOnly as error:
            if is_named:
                raise
            why = str(error).rstrip(".")
            how = "the shipped collection is open for reading; to edit, name a store on a local disk with --store PATH"
            return cls._of_shipped(path, f"{why}; {how}.")

    @classmethod
    def _of_shipped(cls, path: Path, why: str) -> Self:
        """Open the shipped collection for reading, in place of the store at `path`."""
        from summittui.store.shipped import ShippedStore

        return cls(ShippedStore(shipped_collection(), path, why), why_read_only=why)

    @staticmethod
    def bytes_to_read(path: Path | None = None) -> int:
        """Return how many bytes opening the store at `path`, or the user's own, has to read; 0 if it is not there."""
        from summittui.store.paths import default_store_path

        try:
            return (path or default_store_path()).stat().st_size
        except OSError:
            return 0

    @staticmethod
    def named_path(path: Path | None) -> Path:
        """Return where the store at `path`, or the user's own, is looked for, links not followed."""
        from summittui.store.paths import default_store_path

        return Path(os.path.abspath(path or default_store_path()))  # noqa: PTH100  # resolve() follows links

    @classmethod
    def create_synthetic(cls, path: Path | None, quotes: int) -> Self:
        """Create a store of made-up records, so many quotes, to try the program on a large library.

        Raises:
            StoreExists: There is a file already.
            StoreError: It could not be written.
        """
        from summittui.store.paths import default_store_path
        from summittui.store.store import Store
        from summittui.store.synthetic import synthetic_collection, synthetic_texts

        collection, texts = synthetic_collection(quotes), synthetic_texts(quotes)
        return cls(Store.create(path or default_store_path(), collection, texts), seeded=True)

    @classmethod
    def create(cls, path: Path, collection: str | None = None) -> Self:
        """Create a store of its own at `path`, a project.

        Args:
            path: The file of the store.
            collection: What it begins with: the name of a shipped collection, or the folder of one; None for nothing.

        Raises:
            StoreExists: There is a file already.
            InputError: There is no such collection, or a record of it is not sound.
            StoreError: It could not be written.
        """
        from summittui.store.collection import named_collection
        from summittui.store.store import Store

        return cls(Store.create(path, None if collection is None else named_collection(collection)), seeded=True)

    def limit(self, text: str) -> None:
        """Limit the library to a collection, an event or a period, until another limit or none is set.

        Args:
            text: The scope as a query of `collection:`, `event:`, `after:` and `before:`; empty for no limit.

        Raises:
            QueryError: It is none, or a value means nothing.
        """
        from summittui.library.memory.scope import read_scope, scoped

        seen = self._store.see()
        whole = MemoryLibrary(seen.records, seen.texts, self._store.collections_of)
        if text.strip():
            scope = read_scope(whole, text)
            self._library, self._scope = scoped(whole, scope), str(scope)
        else:
            self._library, self._scope = whole, ""

    @property
    def scope_title(self) -> str:
        """What the library is limited to, as a title says it; empty where it is whole."""
        return f"limited to {self._scope}" if self._scope else ""

    @property
    def is_shipped(self) -> bool:
        """Whether the shipped collection is read, for there is no store."""
        from summittui.store.shipped import ShippedStore

        return isinstance(self._store, ShippedStore)

    def files(self) -> tuple[Path, ...]:
        """Return the files and folders one of which changes whenever the store does."""
        from summittui.store.shipped import ShippedStore

        return () if isinstance(self._store, ShippedStore) else self._store.files()

    def is_behind(self) -> bool:
        """Tell whether other processes have changed the store since; costs three looks at files."""
        return self._store.changed()

    def reload(self) -> frozenset[str]:
        """Take over what other processes have changed, and return the ids of these records and sources of texts.

        Raises:
            StoreError: The file has been damaged meanwhile; the library stays as it was.
        """
        if not self._store.changed():
            return frozenset()
        return self._renew()

    def seed(self, name: str | None = None) -> "SeedReport":
        """Bring in a collection where it is newer, the first shipped one unless named; what a user edited stays.

        Raises:
            InputError: There is no such collection, or a record of it is not sound.
            StoreError: The store may not be written or is busy.
        """
        return self.collections.add(name or SHIPPED)

    @cached_property
    def collections(self) -> "Collections":
        """The collections that the store holds and could hold."""
        from summittui.session.collections import Collections

        return Collections(self._store, self._renew)

    def attach(self, paths: Iterable[Path]) -> tuple[Attachment, ...]:
        """Attach the texts of known documents in one transaction and verify every span of theirs.

        Raises:
            InputError: A file cannot be read, or is none of the known documents.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.documents import Match, read_document, unrecognised

        documents = [read_document(self.library, path) for path in paths]
        for document in documents:
            if document.match is Match.UNKNOWN:
                raise unrecognised(self.library, document)
        texts = {SourceId(document.source or ""): document.text or "" for document in documents}
        self.edit({}, f"attach {', '.join(texts)}", texts=texts)
        return tuple(map(self._attachment, documents))

    def import_documents(
        self,
        places: Iterable[str],
        details: "Details",
        *,
        into: SourceId | None = None,
        even_so: bool = False,
        proposer: "Proposer | None" = None,
        reading: "Reading | None" = None,
        on_read: Callable[[str], None] | None = None,
    ) -> "tuple[Imported, ...]":
        """Make the documents at some places sources with their texts, in one transaction, which one undo takes back.

        Args:
            places: Paths of files, folders and archives, web addresses, or `-` for standard input.
            details: Metadata that goes before that of the files.
            into: The source whose text the one document is, where the user says so.
            even_so: Add a document that is nearly the text of another source, too.
            proposer: What proposes quotes, acts and tallies of each text, to wait for review; None for no proposals.
            reading: The reader of the files, by which another thread may cancel; else one of this import.
            on_read: Called with the name of each document when it was read.

        Raises:
            InputError: A place cannot be read, or a document has no outlet and none is given; nothing was imported.
            StoreError: The store may not be written or is busy.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.importing import plan_import
        from summittui.session.proposing import with_proposals

        gathered = []
        with reading or Reading() as reader:
            for each in (found for place in places for found in gather(place, reader)):
                if on_read is not None:
                    on_read(each.name)
                gathered.append(each)
        if into is not None and len(gathered) != 1:
            raise InputError(f"Nothing was imported: {into} has one text; name one document, not {len(gathered)}.")
        plan = plan_import(self.library, gathered, details, into=into, even_so=even_so)
        if proposer is not None:
            plan = with_proposals(self.library, plan, proposer)
        if plan.records or plan.texts:
            self.edit(plan.records, f"import {', '.join(plan.texts)}"[:200], texts=plan.texts)
        return plan.imported

    def plan_new_version(self, place: str, source: SourceId) -> "Replacement":
        """Return what the document at a place would change as the new version of a source; nothing is written.

        Raises:
            InputError: The place cannot be read or holds several documents, or the source cannot be replaced.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.replacing import plan_replacement

        with Reading() as reader:
            gathered = tuple(gather(place, reader))
        document = gathered[0].document if len(gathered) == 1 else None
        if document is None:
            why = gathered[0].problem if len(gathered) == 1 else f"{safe(place)} holds {len(gathered)} documents"
            raise InputError(f"{why or safe(place)}; name the one document that replaces {source}")
        return plan_replacement(self.library, source, document.text)

    def replace_version(self, replacement: "Replacement", proposer: "Proposer | None" = None) -> int:
        """Put a new version in the place of a source's text, all its records along, in one edit.

        Args:
            replacement: What is changed.
            proposer: What proposes quotes, acts and tallies in the new version; None for no proposals.

        Returns:
            How many proposals wait because of it.

        Raises:
            InputError: A record would break a rule.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.proposing import proposals_for_version

        source, texts = replacement.source, {replacement.source: replacement.text}
        changes = dict(replacement.changes)
        fresh = proposals_for_version(self.library, replacement, proposer) if proposer else ()
        changes.update((each.id, each) for each in fresh)
        self.edit(changes, f"new version of {source}", texts=texts)
        return len(fresh)

    def propose_only(self, places: Iterable[str], proposer: "Proposer") -> "tuple[ReadProposals, ...]":
        """Return what a proposer finds in the documents at some places; nothing is stored.

        Raises:
            InputError: A place cannot be read, or the proposer fails.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.proposing import read_proposals

        with Reading() as reader:
            gathered = tuple(found for place in places for found in gather(place, reader))
        return tuple(read_proposals(self.library, gathered, proposer))

    def load(
        self,
        path: Path,
        *,
        replacing: bool = False,
        is_trial: bool = False,
        tick: Callable[[int], None] = lambda _: None,
    ) -> "LoadPlan":
        """Load a file of records or codes in one transaction, which one undo takes back.

        Args:
            path: The file: a library or quotes of this program, a REFI-QDA project, a codebook.
            replacing: Whether records of the file take the place of those with the same ids.
            is_trial: Whether nothing is written.
            tick: Called with the number of records or rows read so far; what it raises ends the loading.

        Raises:
            InputError: The file cannot be read, or is not sound as a whole; nothing was loaded.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.loading import plan_load

        plan = plan_load(self.library, path, tick, replacing=replacing)
        if not is_trial and (plan.records or plan.texts):
            self.edit(plan.records, f"load {path.name}"[:200], texts=plan.texts)
        return plan

    def documents(self, folder: Path) -> "tuple[Document, ...]":
        """Return the files of a folder, each with the source that it is or why it is none.

        Raises:
            InputError: The folder cannot be read.
        """
        from summittui.session.documents import read_folder

        return read_folder(self.library, folder)

    def check(self, documents: "Path | Sequence[Document] | None" = None) -> "CheckReport":
        """Check every rule, and every span against the attached texts or, where given, against `documents` alone.

        Raises:
            InputError: The folder cannot be read.
        """
        from summittui.library.answers.check import check

        if documents is None:
            return check(self.library, self.library.text)
        read = self.documents(documents) if isinstance(documents, Path) else documents
        texts = {one.source: one.text for one in read if one.source and one.text is not None}
        return check(self.library, texts.get)

    def followed(self, view: "ViewLink") -> "ViewLink":
        """Return a view with the present ids of records that were renamed or merged since it was saved.

        Raises:
            InputError: By a merge, the view is left with fewer records than its screen needs.
        """
        from summittui.library.changes.former_ids import followed_view, former_ids

        return followed_view(self.library, view, self._store.successors()) if former_ids(self.library, view) else view

    def info(self) -> "StoreInfo":
        """Return the store's figures."""
        return self._store.info()

    def backup(self, folder: Path | None = None) -> Path:
        """Write the store into a new file in `folder`, else beside the store, and return its path.

        Raises:
            InputError: The folder cannot be made.
            StoreError: The file could not be written.
        """
        return self._store.backup(folder or self._store.info().path.parent)

    def compact(self) -> bool:
        """Fold the journals into the store's file; tell whether there was anything to fold.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        return self._store.compact()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def _attachment(self, document: "Document") -> Attachment:
        from summittui.library.answers.check import check_source

        source, text = document.source or SourceId(""), document.text or ""
        report = check_source(self.library, source, text)
        return Attachment(document=document, source=source, spans=report.spans, quoted=report.quoted)

    def _renew(self) -> frozenset[str]:
        from summittui.library.memory.incremental import library_after

        seen = self._store.see()
        changed, texts = seen.changes.changed | seen.changes.removed, seen.changes.texts
        if changed or texts:
            self._library = library_after(self._library, seen.records, seen.texts, changed=changed, attached=texts)
        return changed | texts


def _why_read_only(path: Path, *, asked: bool) -> str | None:
    """Return why the store at `path` cannot be edited, as a sentence; None where it can."""
    if asked:
        return "The store is read-only: it was opened with --read-only."
    path = path.expanduser().resolve()
    denied = next((each for each in (path, path.parent) if not os.access(each, os.W_OK)), None)
    if denied is None:
        return None
    return f"The store is read-only: you may not write to {safe(str(denied))}; ask its owner for the permission."


def shipped_collection(name: str | None = None) -> "Collection":
    """Return a collection: a shipped one by its name or the one in a folder, else the first shipped one."""
    from summittui.store.collection import named_collection

    return named_collection(name or SHIPPED)
