"""The store: records and attached texts that outlive the program, shared between processes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summittui.model import TABLES, InputError, Record, Records, SourceId
from summittui.store.compactor import COMPACT_AT
from summittui.store.disk import shown
from summittui.store.journal import EDIT, REDO, SEED, UNDO, Transaction
from summittui.store.lock import TIME_OUT
from summittui.store.present_view import PresentView
from summittui.store.reports import (
    Changes,
    LogEntry,
    OnStep,
    RemovalReport,
    SeedReport,
    Seen,
    StoreInfo,
)
from summittui.store.storage import JournalStorage
from summittui.store.tables import COLLECTIONS

if TYPE_CHECKING:
    from summittui.store.collection import Collection
    from summittui.store.document_file import DocumentFile
    from summittui.store.file_following import FileFollower
    from summittui.store.import_queue import ImportQueue
    from summittui.store.merging import Unite
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

    def changes(self) -> Changes:
        """Return the records and texts that differ from the last look, by whomever they were edited.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        with self._present.renewed() as view:
            return self._present.pending.take(view.home)

    @property
    def file(self) -> "DocumentFile | None":
        """The file that keeps the documents; None where they are in memory."""
        return self._present.file

    def leave_file(self) -> None:
        """Hold the documents in memory from now on: their file is of no use."""
        with self._storage.mutex:
            self._storage.leave_file()

    def look(self) -> Changes:
        """Return `changes`; from now on nothing counts as unseen.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        with self._present.renewed() as view:
            changes = self._present.pending.take(view.home)
            self._present.pending.note_seen()
            return changes

    def see(self) -> Seen:
        """Return all records and texts as they stand in the store now, with `changes`.

        Raises:
            StoreError: The store has been damaged or removed meanwhile.
        """
        with self._present.renewed() as view:
            records, texts = view.records(), dict(view.texts())
            self._present.pending.note_seen()
            return Seen(records=records, texts=texts, changes=self._present.pending.take(view.home))

    def merge(self, collection: "Collection", unite: "Unite | None" = None) -> SeedReport:
        """Bring in a collection, or a newer version of it; what a user edited or deleted stays as it is.

        Args:
            collection: The collection.
            unite: Makes one record of two collections' versions of it; else the first version stays.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.merging import keep_first, plan_merge, seeding, write_merge

        unite = unite or keep_first
        with self._present.renewed() as view:
            merge = plan_merge(view, collection, unite)
        if merge.is_empty:
            return merge.report
        with self._present.editing(seeding(collection), kind=SEED, of=None) as view:
            merge = plan_merge(view, collection, unite)
            write_merge(self._storage.drafts, view, merge, collection)
        return merge.report

    def remove_collection(self, collection: str, unite: "Unite") -> RemovalReport:
        """Take out what a collection brought, but for what a user edited and what a record that stays names.

        Raises:
            UnknownId: The store does not hold the collection.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.removing import plan_removal, write_removal

        with self._present.editing(f"remove collection {collection}", kind=SEED, of=None) as view:
            removal = plan_removal(view, collection, unite)
            write_removal(self._storage.drafts, view, removal)
        return removal.report

    def collections_of(self, id_: str) -> tuple[str, ...]:
        """Return the collections that brought a record, the first one first; none for a user's own."""
        with self._storage.mutex:
            view = self._present.view
            return view.notes(id_).collections if id_ in view.home else ()

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

    def put_many(self, records: Iterable[Record], *, label: str) -> None:
        """Put several records, all or none; as `put`."""
        self.edit({record.id: record for record in records}, label=label)

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

        The rules are those of the store as it is afterwards: what is deleted may be referred to by what is
        changed along with it, as when a record is renamed. Spans without words get their digest where the text of
        their source is attached.

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
        from summittui.store.editing import check_conflicts, check_rules, with_digests, write_edit, write_text

        texts, half = texts or {}, len(edits)
        with self._present.editing(label, kind=EDIT, of=None) as view:
            check_conflicts(view, edits, watched, is_known)
            check_rules(view, edits, texts, lambda done: on_step(done, 2 * half + 1))
            drafts = self._storage.drafts
            for done, (id_, record) in enumerate(with_digests(view, edits, texts).items(), half):
                on_step(done, 2 * half + 1)
                if record is None or record != view.find(id_):
                    write_edit(drafts, view, id_, record)
            for source, text in texts.items():
                write_text(drafts, view, source, text)
            drafts.draft.successors.update(successors or {})
            on_step(2 * half, 2 * half + 1)

    def undo(self, *, of_anybody: bool = False) -> LogEntry:
        """Take back the last edit that was not undone; the undoing is an edit itself.

        Args:
            of_anybody: Not only of this user.

        Returns:
            What was undone, as `log` tells it.

        Raises:
            InputError: There is none, or a record would break a rule without it.
            StoreConflict: A record was changed since.
            StoreError: The store may not be written or is busy.
        """
        from summittui.store.history import to_undo

        with self._storage.mutex:
            return self._put_back(to_undo(self._storage.history, self._author(of_anybody=of_anybody)), UNDO)

    def redo(self, *, of_anybody: bool = False) -> LogEntry:
        """Make the edit again that was undone last; as `undo`."""
        from summittui.store.history import to_redo

        with self._storage.mutex:
            return self._put_back(to_redo(self._storage.history, self._author(of_anybody=of_anybody)), REDO)

    def log(self, id_: str | None = None, *, last: int | None = None) -> tuple[LogEntry, ...]:
        """Return what was changed by whom, the newest first.

        Args:
            id_: Of one record or attached text alone.
            last: At most so many.
        """
        from summittui.store.history import entries

        with self._storage.mutex:
            return tuple(islice(entries(self._storage.history, id_), last))

    def successors(self) -> Mapping[str, str]:
        """Return the present id of each record that was renamed or merged, by every id that it had before."""
        from summittui.store.history import successors

        with self._storage.mutex:
            return successors(self._storage.history)

    def backup(self, folder: Path | None = None) -> Path:
        """Write the store as it is now into a new file in `folder`, which is made where it is missing.

        The file opens as a store of its own, and with plain TinyDB. Without a folder it stands beside the store's
        file, that of a database in the current folder.

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
        """Let go of the files."""
        self._storage.close()

    def _author(self, *, of_anybody: bool) -> str | None:
        return None if of_anybody else self._storage.who

    def _put_back(self, made: Transaction, kind: str) -> LogEntry:
        from summittui.store.history import entries_of
        from summittui.store.undoing import put_back, reversed_changes, reversed_successors

        is_redone = kind == REDO
        with self._present.editing(f"{kind} {made.label}", kind=kind, of=made.number) as view:
            draft = self._storage.drafts.draft
            put_back(draft, view, made.changes if is_redone else reversed_changes(made.changes))
            draft.successors.update(made.successors if is_redone else reversed_successors(made))
        return next(entries_of(made))


def real_path(path: Path) -> Path:
    """Return the path of the file itself, links followed.

    Raises:
        InputError: It leads nowhere.
    """
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):
        raise InputError(f"The path {shown(path)} leads nowhere; give another with --store.") from None
