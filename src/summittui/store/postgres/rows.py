"""The rows of a store as they are read into the tables that one session holds; reads only and takes no lock."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Raw
from psycopg.pq import TransactionStatus

from summittui.model import StoreRewound
from summittui.store.file_following import COUNTED
from summittui.store.held_tables import HeldTables
from summittui.store.postgres.connection import UNBOUNDED, Connection
from summittui.store.postgres.edits import EDITS_SINCE, transaction_in
from summittui.store.postgres.positions import FileMark, Position, mark_in, state_of
from summittui.store.postgres.schema import StoreRow, read_store_row, refuse_newer
from summittui.store.tables import NAMES, TablesInMemory

if TYPE_CHECKING:
    from summittui.model.location import Address
    from summittui.store.document_file import Document
    from summittui.store.file_following import FileFollower, State
    from summittui.store.journal import Transaction

_FETCHED = 2_000
"""The number of documents that are fetched at a time."""


class Rows:
    """Reads the documents once, and from then on the edits, into the tables that it holds."""

    def __init__(self, address: "Address", follower: "FileFollower | None" = None) -> None:
        """Read nothing yet.

        Args:
            address: The database.
            follower: The file that keeps the documents in place of memory where they are many.
        """
        self._address = address
        self.held = HeldTables(follower)
        """The tables as they were when the database was last looked at."""
        self.position: Position | None = None
        """The last edit that was read; None where everything is to be read."""
        self._is_reread = False

    @property
    def state(self) -> "State":
        """The description that a file of documents which follows has of itself now."""
        assert self.position is not None  # something was read
        return state_of(self.position, self.held.last_ids)

    def changed(self, connection: Connection) -> bool:
        """Tell whether there is an edit that was not read; costs one look at one row."""
        row = connection.execute("select edits, last_edit from store").fetchone()
        position = self.position
        return self._is_reread or position is None or row != (position.number, position.edit)

    def refresh(self, connection: Connection) -> None:
        """Read the edits since the last one that was read; everything where there was none.

        Raises:
            StoreRewound: That one is no longer in the database: everything was read anew.
        """
        if self.position is None:
            self._load(connection)
        else:
            found = connection.execute(EDITS_SINCE, {"known": self.position.number}).fetchall()
            self.follow(connection, found)
        self._is_reread = False

    def follow(self, connection: Connection, found: list[tuple[Any, ...]]) -> None:
        """Take over the edits that `EDITS_SINCE` has found.

        Raises:
            StoreRewound: The last one that was read is no longer there: everything was read anew.
        """
        position = self.position
        if position is None:
            self._load(connection)
            return
        if not found or found[0][1:3] != (position.edit, position.number):
            self._load(connection)
            self._is_reread = True
            raise _went_back(self._address, position.number)
        refuse_newer(found[0][0], self._address)
        for _, id_, *row in found[1:]:
            self._take(transaction_in(tuple(row)), id_, position)
        self._flush(lambda: self._load(connection))

    def take(self, connection: Connection, transaction: "Transaction", edit: Any) -> None:
        """Take over what an edit of one's own changed."""
        if self.position is None:
            return
        self._take(transaction, edit, self.position)
        self._flush(lambda: self._load(connection))

    def since(self, connection: Connection, position: object) -> "list[Transaction] | None":
        """Return the edits that were read behind a position; None where the database has no such edit."""
        if position == self.position:
            return []
        if not isinstance(position, Position) or not self.position or position.store != self.position.store:
            return None
        found = connection.execute(EDITS_SINCE, {"known": position.number}).fetchall()
        if not found or found[0][1:3] != (position.edit, position.number):
            return None
        later = (transaction_in(tuple(row)) for _, _, *row in found[1:])
        return [each for each in later if each.number <= self.position.number]

    def forget(self) -> None:
        """Forget what was read; the next look reads everything anew."""
        self.position = None
        self.held.forget()

    def _take(self, transaction: "Transaction", edit: Any, position: Position) -> None:
        self.held.take(transaction)
        self.position = Position(store=position.store, number=transaction.number, edit=edit)

    def _flush(self, on_failure: Callable[[], None]) -> None:
        try:
            self.held.flush(self.state)
        except OSError:
            on_failure()

    def _load(self, connection: Connection) -> None:
        """Read everything, as of one moment."""
        self.forget()
        is_alone = connection.info.transaction_status is TransactionStatus.IDLE
        with connection.transaction():
            if is_alone:
                connection.execute("set transaction isolation level repeatable read read only")
                connection.execute(UNBOUNDED)  # a file fills slowly
            store = read_store_row(connection, self._address)
            self.position = self._resumed(connection, store) or self._read_documents(connection, store)
        self._flush(lambda: self._load(connection))

    def _resumed(self, connection: Connection, store: StoreRow) -> Position | None:
        """Go on from where the file of documents stands; None where it does not stand on the way of this store."""
        state = self.held.file_state()
        mark = mark_in(state) if state else None
        if state is None or mark is None or not self._is_known(connection, mark, store):
            return None
        later = connection.execute(EDITS_SINCE, {"known": mark.position.number}).fetchall()[1:]
        self.held.resume(mark.last_ids, mark.position.number, state)
        for _, _, *row in later:
            self.held.take(transaction_in(tuple(row)))
        return Position(store=store.id, number=store.edits, edit=store.last_edit)

    @staticmethod
    def _is_known(connection: Connection, mark: FileMark, store: StoreRow) -> bool:
        known = "select 1 from edit where number = %s and id = %s"
        values = [mark.position.number, mark.position.edit]
        return mark.position.store == store.id and connection.execute(known, values).fetchone() is not None

    def _read_documents(self, connection: Connection, store: StoreRow) -> Position:
        position = Position(store=store.id, number=store.edits, edit=store.last_edit)
        counted = "select count(*) from document where tab = any(%s)"
        many = connection.execute(counted, [list(COUNTED)]).fetchone()
        state = state_of(position, store.last_ids)
        self.held.leave_file()
        if many and self.held.wants_file(many[0]) and self.held.fill_file(documents(connection), state):
            self.held.resume(store.last_ids, store.edits, state)
            return position
        tables: TablesInMemory = {name: {} for name in NAMES}
        for name, number, _, body in documents(connection):
            tables[name][number] = Raw(body)
        self.held.hold(tables, store.last_ids, store.edits)
        return position


def documents(connection: Connection) -> "Iterator[Document]":
    """Yield every document, each table's in the order of the numbers; inside a transaction."""
    for name in NAMES:
        for number, id_, raw in documents_in(connection, name):
            yield name, number, id_, bytes(raw)


def documents_in(connection: Connection, name: str) -> "Iterator[tuple[str, str | None, Raw]]":
    """Yield the documents of a table with their numbers and ids, in the order of the numbers; inside a transaction."""
    with connection.cursor(name=f"documents of {name}") as cursor:
        cursor.itersize = _FETCHED
        cursor.execute("select number, id, body from document where tab = %s order by number", [name])
        for number, id_, body in cursor:
            yield str(number), id_, body


def _went_back(address: "Address", number: int) -> StoreRewound:
    return StoreRewound(
        f"The store {address} no longer has edit {number}, which this session had read: its server was lost before "
        "that edit was acknowledged to whoever made it, or after a failover without a synchronous standby, or a "
        "restore, more edits are missing; everything was read anew, so look at what you did last."
    )
