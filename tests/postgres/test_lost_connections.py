"""A connection that is lost before, in or after a commit: what is told of the edit is what became of it."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import psycopg
import pytest

from summittui.model import Record, StoreBusy, StoreError, StoreRewound, StoreUnreachable
from summittui.model.location import Address
from summittui.store.postgres import storage as storing
from summittui.store.postgres import writing as writing_edits
from summittui.store.postgres.connection import Connection
from summittui.store.store import Store
from tests.postgres.servers import Server, wait_for
from tests.postgres.stores import address_of, create_store, open_store
from tests.store.samples import ADA, BO

Write = Callable[..., None]
EDITED = msgspec.structs.replace(ADA, note="edited")
SLOW_COMMIT = """
create function summittui.wait() returns trigger language plpgsql as 'begin perform pg_sleep(0.5); return null; end';
create constraint trigger slow after insert on summittui.edit deferrable initially deferred
for each row execute function summittui.wait()
"""


@pytest.fixture
def address(server: Server, database: str) -> Address:
    return address_of(server, database)


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    create_store(address).close()
    store = open_store(address)
    yield store
    store.close()


def found(store: Store, id_: str) -> Record | None:
    return next((record for record in store.records() if record.id == id_), None)


def writing(monkeypatch: pytest.MonkeyPatch, instead: Callable[[Write, Connection, tuple[Any, ...]], None]) -> None:
    """Let the first edit be written by a function that is given the real one; all later ones as they are."""
    real: Write = vars(storing)["write_edit"]

    def write(connection: Connection, *values: Any) -> None:
        monkeypatch.setattr(storing, "write_edit", real)
        instead(real, connection, values)

    monkeypatch.setattr(storing, "write_edit", write)


def terminated(server: Server, connection: Connection) -> None:
    server.run(f"select pg_terminate_backend({connection.info.backend_pid}, 5000)")


def test_a_connection_that_was_lost_between_two_edits_is_made_again(store: Store, server: Server) -> None:
    server.run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'summittui'")
    store.put(EDITED)
    server.run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'summittui'")
    assert found(store, "ada") == EDITED


def test_an_edit_whose_connection_is_lost_before_the_commit_is_told_as_not_written(
    store: Store, server: Server, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_and_write(real: Write, connection: Connection, values: tuple[Any, ...]) -> None:
        terminated(server, connection)
        real(connection, *values)

    writing(monkeypatch, lose_and_write)
    with pytest.raises(StoreUnreachable, match="nothing was written"):
        store.put(EDITED)
    other = open_store(address)
    assert found(store, "ada") == found(other, "ada") == ADA
    other.close()
    store.put(EDITED)
    assert [each.number for each in store.history.log("ada")] == [2, 1]


def test_an_edit_whose_connection_is_lost_after_the_commit_is_told_as_done(
    store: Store, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_lose(real: Write, connection: Connection, values: tuple[Any, ...]) -> None:
        real(connection, *values)
        connection.execute("commit")
        connection.close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    writing(monkeypatch, write_and_lose)
    store.put(EDITED)
    other = open_store(address)
    assert found(store, "ada") == found(other, "ada") == EDITED
    other.close()
    store.put(BO)
    assert [each.number for each in store.history.log("ada")] == [2, 1]


def cut_in_the_commit(server: Server, database: str, cut: Callable[[Connection], None]) -> Any:
    """Return a way of writing that cuts the connection while the server is busy with the commit."""

    def write(real: Write, connection: Connection, values: tuple[Any, ...]) -> None:
        def cut_once_committing() -> None:
            wait_for(server, "select 1 from pg_stat_activity where wait_event = 'PgSleep'", database=database)
            cut(connection)

        real(connection, *values)
        threading.Thread(target=cut_once_committing, daemon=True).start()  # it ends what this thread then waits for

    return write


def test_a_commit_that_goes_on_after_the_connection_was_cut_is_waited_for_and_told_as_done(
    store: Store, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(connection: Connection) -> None:
        with socket.socket(fileno=os.dup(connection.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)

    server.run(*SLOW_COMMIT.split(";\n"), database=database)
    writing(monkeypatch, cut_in_the_commit(server, database, cut))
    store.put(EDITED)
    assert [each.number for each in store.history.log("ada")] == [2, 1]


def test_a_commit_that_is_ended_on_the_server_is_told_as_not_written(
    store: Store, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.run(*SLOW_COMMIT.split(";\n"), database=database)
    writing(monkeypatch, cut_in_the_commit(server, database, lambda connection: terminated(server, connection)))
    with pytest.raises(StoreUnreachable, match="nothing was written"):
        store.put(EDITED)
    assert found(store, "ada") == ADA


def test_an_edit_that_is_committed_though_the_wait_for_the_disk_failed_is_looked_up_and_told_as_done(
    store: Store, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(writing_edits, "_LOGGED", "select 1 / 0")
        store.put(EDITED)
    other = open_store(address)
    assert found(store, "ada") == found(other, "ada") == EDITED
    other.close()
    store.put(BO)
    assert [each.number for each in store.history.log("ada")] == [2, 1]


def test_an_edit_that_the_server_refuses_leaves_nothing_and_the_lock_free(
    store: Store, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(real: Write, connection: Connection, values: tuple[Any, ...]) -> None:
        real(connection, *values)
        connection.execute("select 1 / 0")

    writing(monkeypatch, refused)
    with pytest.raises(StoreError, match=r"refused \(division by zero\); nothing was changed"):
        store.put(EDITED)
    other = open_store(address)
    assert found(store, "ada") == found(other, "ada") == ADA
    other.put(EDITED)
    other.close()
    assert [each.number for each in store.history.log("ada")] == [2, 1]


def test_an_edit_of_which_nobody_can_say_what_became_is_told_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(_real: Write, connection: Connection, _values: tuple[Any, ...]) -> None:
        connection.close()
        raise psycopg.OperationalError("timeout")

    def unreachable(_server: object) -> Connection:
        raise StoreUnreachable("gone")

    writing(monkeypatch, lose)
    with monkeypatch.context() as patch:
        storage: Any = store._storage
        real_lock = storage._lock

        def lock(connection: Connection) -> Any:
            answer = real_lock(connection)
            patch.setattr(type(storage.server), "connection", unreachable)
            return answer

        patch.setattr(storage, "_lock", lock)
        with pytest.raises(StoreError, match="cannot be asked; look at the history"):
            store.put(EDITED)
    assert found(store, "ada") == ADA


def test_a_writer_that_waits_too_long_for_another_is_told_so(store: Store, server: Server, database: str) -> None:
    with psycopg.connect(server.address(database)) as other:
        other.execute("select 1 from summittui.store for update")
        with pytest.raises(StoreBusy, match="too long"):
            store.put(EDITED)
    store.put(EDITED)


def test_a_server_that_has_lost_edits_is_noticed_and_everything_read_anew(
    store: Store, server: Server, database: str
) -> None:
    store.put(EDITED)
    server.run(
        "update summittui.store set edits = 1, last_edit = (select id from summittui.edit where number = 1)",
        "delete from summittui.edit where number = 2",
        'update summittui.document set body = \'{"id":"ada","name":"Ada","kind":"person"}\' where id = \'ada\'',
        database=database,
    )
    assert store.changed()
    with pytest.raises(StoreRewound, match="no longer has edit 2"):
        store.records()
    assert store.changed()
    assert found(store, "ada") == ADA
    assert not store.changed()
    store.put(EDITED)
    assert [each.number for each in store.history.log("ada")] == [2, 1]
