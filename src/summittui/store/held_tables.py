"""The tables of a store as one process holds them: in memory, or in a file of documents that follows the store."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from summittui.store.journal import NOTHING, Change, Transaction
from summittui.store.tables import NAMES, Tables, TablesInMemory

if TYPE_CHECKING:
    from summittui.store.document_file import Document, DocumentFile
    from summittui.store.file_following import FileFollower, State


class HeldTables:
    """The documents as of the last look at the store, and what was changed since the last look at them."""

    def __init__(self, follower: "FileFollower | None" = None) -> None:
        """Hold nothing yet.

        Args:
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self._follower = follower
        self._in_memory: TablesInMemory = {name: {} for name in NAMES}
        self.tables: Tables = self._in_memory
        """Changed in place when the store is read on; who looks at them holds the mutex of the storage."""
        self.last_ids: dict[str, int] = {}
        """The highest number ever given in each table."""
        self.edits = 0
        """Number of the last transaction read."""
        self._touched: dict[str, set[str]] | None = None
        self._transactions: list[Transaction] | None = None

    @property
    def is_in_file(self) -> bool:
        """Whether the documents are in a file and not in memory."""
        return self._follower is not None and self._follower.is_active

    @property
    def file(self) -> "DocumentFile | None":
        """The file in which the documents are; None where they are in memory."""
        return self._follower.file if self._follower and self.is_in_file else None

    @property
    def has_follower(self) -> bool:
        """Whether there is a file that could keep the documents."""
        return self._follower is not None

    def file_state(self) -> "State | None":
        """Return what the file of documents says about itself; None where there is none that is of use."""
        return self._follower.state() if self._follower else None

    def hold(self, tables: TablesInMemory, last_ids: Mapping[str, int], edits: int) -> None:
        """Hold tables in memory from now on."""
        self.tables = self._in_memory = tables
        self.last_ids, self.edits = dict(last_ids), edits

    def resume(self, last_ids: Mapping[str, int], edits: int, state: "State") -> None:
        """Hold what is in the file of documents, which stands at `state`."""
        assert self._follower is not None  # it told the state
        self.last_ids, self.edits = dict(last_ids), edits
        self.tables, self._in_memory = self._follower.resume(state), {}

    def move_into_file(self, state: "State") -> None:
        """Put the documents into the file where they are many; else, or where that fails, they stay in memory."""
        if self._follower:
            self.tables = self._follower.take_in(self._in_memory, state)
            self._in_memory = {} if self.is_in_file else self._in_memory

    def fill_file(self, documents: "Iterable[Document]", state: "State") -> bool:
        """Put documents into the file that were never in memory; tell whether `resume` can hold them there."""
        return self._follower is not None and self._follower.make(documents, state)

    def wants_file(self, number: int) -> bool:
        """Tell whether so many documents in the tables that make a store large are to be held in the file."""
        return self._follower is not None and self._follower.wants(number)

    def take(self, transaction: Transaction) -> None:
        """Take over what a transaction changed; in a file it shows after `flush`."""
        if self.is_in_file and self._follower:
            self._follower.queue(transaction)
            if self._transactions is not None:
                self._transactions.append(transaction)
        for name, documents in transaction.changes.items():
            if not self.is_in_file:
                self._change(name, documents)
            self.last_ids[name] = max(self.last_ids.get(name, 0), *map(int, documents))
            if self._touched is not None:
                self._touched.setdefault(name, set()).update(documents)
        self.edits = transaction.number

    def flush(self, state: "State") -> None:
        """Bring the file of documents to a state.

        Raises:
            OSError: It cannot be brought there, and is left: everything has to be read into memory.
        """
        if not self._follower or not self.is_in_file:
            return
        try:
            self._follower.flush(state)
        except OSError:
            self._follower.drop()
            raise

    def frozen_tables(self) -> Tables:
        """Return the tables as they stand now; those of a file stay so whatever is written into it later."""
        return self._follower.frozen_tables() if self._follower and self.is_in_file else self.tables

    def take_touched(self) -> dict[str, set[str]] | None:
        """Return the numbers of what changed since this was last asked, by table; None for everything."""
        touched, self._touched = self._touched, {}
        return touched

    def take_transactions(self) -> list[Transaction] | None:
        """Return what was read since this was last asked, where documents are in a file; None for everything."""
        transactions, self._transactions = self._transactions, []
        return transactions

    def forget(self) -> None:
        """Let all documents count as changed."""
        self._touched, self._transactions = None, None

    def leave_file(self) -> None:
        """Let the documents be in memory for now; the file stays."""
        if self._follower:
            self._follower.leave()

    def drop_file(self) -> None:
        """Use the file of documents no more."""
        if self._follower:
            self._follower.drop()

    def _change(self, name: str, documents: Mapping[str, Change]) -> None:
        table = self._in_memory.setdefault(name, {})
        last, returns = self.last_ids.get(name, 0), False
        for number, (_, after) in documents.items():
            if after == NOTHING:
                table.pop(number, None)
                continue
            returns = returns or (number not in table and int(number) <= last)
            table[number] = after.copy()
        if returns:
            self._in_memory[name] = dict(sorted(table.items(), key=lambda item: int(item[0])))
