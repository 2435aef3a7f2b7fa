"""The store: records and attached texts that outlive the program, shared between processes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summittui.model import TABLES, Record, Records, SourceId
from summittui.store.compactor import COMPACT_AT
from summittui.store.disk import real_path
from summittui.store.journal import EDIT
from summittui.store.lock import TIME_OUT
from summittui.store.present_view import PresentView
from summittui.store.reports import (
    Changes,
    OnStep,
    Seen,
    StoreInfo,
)
from summittui.store.storage import JournalStorage
from summittui.store.store_collections import StoreCollections
from summittui.store.store_history import StoreHistory
from summittui.store.tables import COLLECTIONS

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.document_file import DocumentFile
    from summittui.store.file_following import FileFollower
    from summittui.store.import_queue import ImportQueue
    from summittui.store.protocol import Storage


class Store:
    """The records of one store.

    Every edit is whole and durable when its method returns, and refused where another session has changed
    the same record since `records` was last asked. How it is kept is told in `summittui.store.storage`.
    """

    def __init__(self, storage: "Storage") -> None:
        """Make a store of what keeps it; `begin` reads it, or `fill` makes it."""
        self._storage = storage
        self._present = PresentView(storage)
        self.history = StoreHistory(storage, self._present)
        """The edits: the log, undoing and doing again."""
        self.collections = StoreCollections(storage, self._present)
        """The collections that the store was seeded with."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        time_out: float = TIME_OUT,
        compact_at: int = COMPACT_AT,
        follower: "FileFollower | None" = None,
    ) -> Self:
        """Open the store at `path`; its files are read and checked, not changed.

        Args:
            path: The snapshot; a link is followed.
            read_only: Refuse every edit.
            time_out: Seconds that an edit waits for another process.
            compact_at: Bytes of journals at which they are folded into the next snapshot.
            follower: The file that keeps the documents in place of memory where they are many.

        Raises:
            StoreMissing: There is no store.
            StoreDamaged: A file is not what this program wrote, or is gone.
            StoreTooNew: A newer program wrote it.
        """
        storage = JournalStorage(
            real_path(path), read_only=read_only, time_out=time_out, compact_at=compact_at, follower=follower
        )
        return cls(storage).begin()

    @classmethod
    def create(
        cls,
        path: Path,
        collection: "Collection | None",
        texts: Mapping[SourceId, str] | None = None,
        *,
        time_out: float = TIME_OUT,
    ) -> Self:
        """Create the store at `path` with the records of `collection`, None for none, and texts of sources where given.

        Raises:
            StoreExists: There is a file already.
            StoreDamaged: The file is gone, but other files of its store are there.
            StoreError: It could not be written.
        """
        return cls(JournalStorage(real_path(path), time_out=time_out)).fill(collection, texts)

    def begin(self) -> Self:
        """Read the store; nothing counts as changed or unseen.

        Raises:
            StoreError: It cannot be read, and is closed.
        """
        try:
            with self._present.renewed():
                self._present.pending.note_seen()
                self._present.pending.forget()
        except BaseException:
            self.close()
            raise
        return self

    def fill(self, collection: "Collection | None", texts: Mapping[SourceId, str] | None = None) -> Self:
        """Make the store with the records of a collection, None for none, and texts of sources where given.

        Raises:
            StoreExists: There is one already.
            StoreError: It could not be written, and is closed.
        """
        from summittui.store.creating import fill

        try:
            fill(self._storage, self._present.view, collection, texts or {})
        except BaseException:
            self.close()
            raise
        return self.begin()

    def records(self) -> Records:
        """Return all records as they stand in the store now; only what was changed is read.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        return self.see().records

    def texts(self) -> Mapping[SourceId, str]:
        """Return the attached texts by source."""
        with self._present.renewed() as view:
            return view.texts()

    def files(self) -> tuple[Path, ...]:
        """Return the files and folders one of which changes whenever the store does; none of a database."""
        return self._storage.files()

    def changed(self) -> bool:
        """Tell whether another process has changed the store since `records` was last asked."""
        with self._storage.mutex:
            return bool(self._present.pending.unseen) or self._storage.changed()

    @property
    def file(self) -> "DocumentFile | None":
        """The file that keeps the documents; None where they are in memory."""
        return self._present.file

    def leave_file(self) -> None:
        """Hold the documents in memory from now on: their file is of no use."""
        with self._storage.mutex:
            self._storage.leave_file()

    def look(self) -> Changes:
        """Return the records and texts that differ from the last look, by whomever; from now on nothing is unseen.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        with self._present.renewed() as view:
            self._present.pending.note_seen()
            return self._present.pending.take(view.home)

    def see(self) -> Seen:
        """Return all records and texts as they stand in the store now, with what `look` returns.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        with self._present.renewed() as view:
            records, texts = view.records(), dict(view.texts())
            self._present.pending.note_seen()
            return Seen(records=records, texts=texts, changes=self._present.pending.take(view.home))

    def attach(self, source: SourceId, text: str) -> None:
        """Keep the text of a source, in place of one attached before.

        Raises:
            UnknownId: There is no such source.
            StoreError: The store may not be written or is busy.
        """
        self.edit({}, texts={source: text}, label=f"attach {source}")

    def put(self, record: Record) -> None:
        """Add a record, or put it in the place of the one with its id.

        Raises:
            InputError: The record breaks a rule.
            StoreConflict: Another session has changed it meanwhile.
            StoreError: The store may not be written or is busy.
        """
        with self._present.renewed() as view:
            verb = "change" if record.id in view.home else "add"
        self.edit({record.id: record}, label=f"{verb} {record.id}")

    def delete(self, id_: str) -> None:
        """Delete a record that no other refers to.

        Raises:
            UnknownId: No record has the id.
            InputError: Other records refer to it.
            StoreConflict: Another session has changed it meanwhile.
            StoreError: The store may not be written or is busy.
        """
        self.edit({id_: None}, label=f"delete {id_}")

    def edit(
        self,
        edits: Mapping[str, Record | None],
        *,
        label: str,
        texts: Mapping[SourceId, str] | None = None,
        successors: Mapping[str, str] | None = None,
        on_step: OnStep = lambda _, __: None,
        watched: Sequence[str] = (),
        is_known: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Put records by their ids, delete those whose id has None and attach texts, all or none of it.

        The rules are those of the store as it is afterwards: what is deleted may be referred to by what is changed
        along with it, as when a record is renamed. Spans without words get their digest from the attached text.

        Args:
            edits: The records to put, by id; None for one to delete, with the text attached to it.
            label: What is done, in words.
            texts: The text to attach to each source, in place of one attached before.
            successors: The ids by which records that are deleted here go from now on, by the ids they had.
            on_step: Told how many of how many steps are done, before each; the last one writes the file.
            watched: Tables in which nobody else may have changed anything since `records` was last asked.
            is_known: Tells whether the session has a record with an id, so that one which others deleted is not added
                again as if it were new.

        Raises:
            UnknownId: A record to delete is not there, or a source to attach a text to.
            InputError: A record breaks a rule, or one that is deleted is referred to.
            StoreConflict: Another session has changed or deleted one of them meanwhile.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.editing import check_conflicts, check_rules, write_edits

        texts, drafts, half = texts or {}, self._storage.drafts, len(edits)
        with self._present.editing(label, kind=EDIT, of=None) as view:
            check_conflicts(view, edits, watched, is_known)
            check_rules(view, edits, texts, lambda done: on_step(done, 2 * half + 1))
            write_edits(drafts, view, edits, texts, lambda done: on_step(half + done, 2 * half + 1))
            drafts.draft.successors.update(successors or {})
            on_step(2 * half, 2 * half + 1)

    def backup(self, folder: Path | None = None) -> Path:
        """Write the store as it is now into a new file, which opens as a store of its own and with plain TinyDB.

        Without a folder the file stands beside that of the store, the one of a database in the current folder.

        Raises:
            InputError: The folder cannot be made.
            StoreError: The file could not be written.
        """
        with self._present.renewed():
            return self._storage.backup(folder)

    def import_queue(self) -> "ImportQueue":
        """Return the queue of documents that wait to be imported.

        Raises:
            InputError: The store is not in a database.
        """
        return self._storage.import_queue()

    def compact(self) -> bool:
        """Fold the journals into the next snapshot; tell whether there was anything to fold.

        Raises:
            StoreError: It could not be written; nothing is lost.
        """
        return self._storage.compact()

    def info(self) -> StoreInfo:
        """Return the store's figures."""
        with self._present.renewed() as view:
            figures = self._storage.figures()
            return StoreInfo(
                path=self._storage.location,
                bytes=figures.bytes,
                schema=figures.schema,
                generation=figures.generation,
                edits=self._storage.held.edits,
                collections={row.id: row.version for row in view.rows(COLLECTIONS).values()},
                counts={name: len(view.rows(name)) for name in TABLES},
                attached=tuple(view.texts()),
                role=figures.role,
                durability=figures.durability,
            )

    def close(self) -> None:
        """Close the files, or the connection."""
        self._storage.close()
