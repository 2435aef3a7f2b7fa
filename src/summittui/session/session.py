"""The session: one store, the library made from it, and the use-cases over both."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summittui.library import Library
from summittui.model.location import Location
from summittui.session.editing import Editing
from summittui.session.opening import SHIPPED, new_store, open_store, synthetic_store
from summittui.session.replica import Wish, library_of, replica_words
from summittui.startup_trace import LIBRARY_BUILT, timed

if TYPE_CHECKING:
    from summittui.library.answers.check import CheckReport
    from summittui.queries.links import ViewLink
    from summittui.session.attaching import Attachment
    from summittui.session.collections import Collections
    from summittui.session.documents import Document
    from summittui.session.intake import Intake
    from summittui.session.loading import LoadPlan, OnRecord
    from summittui.store.import_queue import ImportQueue
    from summittui.store.reports import SeedReport, StoreInfo
    from summittui.store.shipped import ShippedStore
    from summittui.store.store import Store


class Session(Editing):
    """The owner of one store and the library made from it; every change makes a new library."""

    def __init__(
        self, store: "Store | ShippedStore", *, seeded: bool = False, why_read_only: str | None = None
    ) -> None:
        self._store = store
        self.seeded = seeded
        """Whether the store was created for this session."""
        self.why_read_only = why_read_only
        """Why nothing can be edited, as a sentence; None where it can."""
        with timed(LIBRARY_BUILT):
            self._library = library_of(store)
        self._limited = self._library

    @property
    def library(self) -> Library:
        """The library of the whole store as it was last seen."""
        return self._library

    @property
    def scoped_library(self) -> Library:
        """The library within the scope that was set last; the whole one where none is set."""
        return self._limited

    @classmethod
    def open(
        cls,
        location: Location | None = None,
        *,
        read_only: bool = False,
        collection: str | None = None,
        replica: Wish = "auto",
    ) -> Self:
        """Open the store at a path or an address, or the user's own; one that is not there is created.

        Where no store of the user's own can be created, the shipped collection is opened for reading.

        Raises:
            StoreMissing: The store that was named is not there and `read_only` forbids to create it.
            StoreError: It is damaged, too new, busy, cannot be reached, or one that was named cannot be written.
        """
        opened = open_store(location, read_only=read_only, collection=collection, replica=replica)
        return cls(**opened._asdict())

    @classmethod
    def create_synthetic(cls, location: Location | None, quotes: int) -> Self:
        """Create a store of made-up records; see `synthetic_store`."""
        return cls(**synthetic_store(location, quotes)._asdict())

    @classmethod
    def create(cls, location: Location, collection: str | None = None) -> Self:
        """Create a store of its own, a project.

        Args:
            location: The file of the store, or the address of its database.
            collection: What it begins with: the name of a shipped collection, or the folder of one; None for nothing.

        Raises:
            StoreExists: There is one already.
            InputError: There is no such collection, or a record of it is not sound.
            StoreError: It could not be written.
        """
        from summittui.store.collection import named_collection

        return cls(**new_store(location, None if collection is None else named_collection(collection))._asdict())

    def limit(self, text: str) -> None:
        """Limit what is shown to a collection, an event or a period, until another scope is set; edits know everything.

        An event that is renamed or merged stays the one that is meant.

        Args:
            text: The scope as a query of `collection:`, `event:`, `after:` and `before:`; empty for no limit.

        Raises:
            QueryError: It is none, or a value means nothing.
        """
        from summittui.store.tables import garbage_collection_paused

        scope = self._present_scope(text.strip())
        with garbage_collection_paused():
            self._limited = self._library.limited(scope)

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
        """Tell whether other sessions have changed the store since; costs three looks at files, or at one row."""
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

    def attach(self, paths: Iterable[Path]) -> "tuple[Attachment, ...]":
        """Attach the texts of known documents in one transaction and verify every span of theirs.

        Raises:
            InputError: A file cannot be read, or is none of the known documents.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.attaching import attach

        return attach(self, paths)

    @cached_property
    def intake(self) -> "Intake":
        """The import of documents, of their new versions, and of proposals alone."""
        from summittui.session.intake import Intake

        return Intake(self)

    def load(
        self,
        path: Path,
        *,
        replacing: bool = False,
        is_trial: bool = False,
        on_record: "OnRecord" = lambda _, __: None,
    ) -> "LoadPlan":
        """Load a file of records or codes in one transaction, which one undo takes back.

        Args:
            path: The file: a library or quotes of this program, a REFI-QDA project, a codebook.
            replacing: Whether records of the file take the place of those with the same ids.
            is_trial: Whether nothing is written.
            on_record: Told how many records or rows are through a stage; what it raises ends the loading.

        Raises:
            InputError: The file cannot be read, or is not sound as a whole; nothing was loaded.
            Cancelled: It was interrupted; nothing was loaded.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.cancelling import cancelled_by_interrupt
        from summittui.session.loading import NOTHING_LOADED, plan_load, steps_of

        with cancelled_by_interrupt(NOTHING_LOADED):
            plan = plan_load(self.library, path, on_record, replacing=replacing)
            if not is_trial and (plan.records or plan.texts):
                label = f"load {path.name}"[:200]
                self.edit(plan.records, label, texts=plan.texts, on_step=steps_of(plan, on_record))
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

        return (
            followed_view(self.library, view, self._store.history.successors())
            if former_ids(self.library, view)
            else view
        )

    def info(self) -> "StoreInfo":
        """Return the store's figures."""
        return self._store.info()

    @property
    def replica_words(self) -> str:
        """Whether the store has a replica, as a clause."""
        return replica_words(self._store)

    def backup(self, folder: Path | None = None) -> Path:
        """Write the store into a new file in `folder`, else beside the store's file, and return its path.

        Raises:
            InputError: The folder cannot be made.
            StoreError: The file could not be written.
        """
        return self._store.backup(folder)

    def import_queue(self) -> "ImportQueue":
        """Return the queue of documents that wait to be imported.

        Raises:
            InputError: The store is not in a database.
        """
        return self._store.import_queue()

    def compact(self) -> bool:
        """Compact the journals into the store's file; tell whether there was a journal to compact.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        return self._store.compact()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _renew(self) -> frozenset[str]:
        from summittui.library.memory.incremental import library_after
        from summittui.library.memory.library import MemoryLibrary

        if self._store.file is not None or not isinstance(self._library, MemoryLibrary):
            changes = self._store.look()
            if ids := changes.changed | changes.removed | changes.texts:
                self._library = library_of(self._store)
                self._renew_scope()
            return ids
        seen = self._store.see()
        changed, texts = seen.changes.changed | seen.changes.removed, seen.changes.texts
        if changed or texts:
            self._library = library_after(self._library, seen.records, seen.texts, changed=changed, attached=texts)
            self._renew_scope()
        return changed | texts

    def _renew_scope(self) -> None:
        """Limit the present library as before; a scope that names what is gone, or keeps too much, is let go."""
        from summittui.queries.language.errors import QueryError

        try:
            self.limit(str(self._limited.scope))
        except QueryError:
            self._limited = self._library

    def _present_scope(self, text: str) -> str:
        """Return a scope that names its events by their present ids, whatever they were called when it was written."""
        if not text:
            return ""
        from summittui.library.answers.query_reading import read_scope
        from summittui.library.changes.former_ids import followed_query, former_ids_in

        if former_ids_in(self._library, text):
            text = followed_query(self._library, text, self._store.history.successors())
        return str(read_scope(self._library, text))
