from typing import Any

import psycopg
import pytest
from msgspec.structs import replace

from summittui.model import Actor, ActorKind, StoreReadOnly
from summittui.model.location import address_in
from summittui.store.postgres.durability import VARIABLE, Durability, Standby, durability, set_durable, why_not_durable
from summittui.store.postgres.opening import new_storage, open_storage, why_read_only
from summittui.store.store import Store
from tests.postgres.servers import Server

SOUND = Durability(
    fsync=True, full_page_writes=True, synchronous_commit="on", synchronous_standby_names="", is_standby=False
)
B, C = Standby(name="b", state="sync"), Standby(name="c", state="potential")

SURVIVED: dict[str, dict[str, Any]] = {
    "an edit survives a crash of the server, not its loss: no standby is connected": {},
    "an edit survives a crash of the server, not its loss: standby b is asynchronous": {
        "standbys": (replace(B, state="async"),)
    },
    "an edit survives a crash of the server, not its loss: no standby is synchronous": {"standbys": None},
    "an edit survives the loss of this server: standby b is synchronous": {
        "synchronous_standby_names": "b, c",
        "standbys": (B, C),
    },
    "an edit survives the loss of this server: standbys b, c are synchronous": {
        "synchronous_standby_names": "2 (b, c)",
        "standbys": (B, replace(C, state="sync")),
    },
    "an edit survives the loss of this server: the server waits for a quorum of the standbys b, c": {
        "synchronous_standby_names": "any 1 (b, c)",
        "standbys": (replace(B, state="quorum"), replace(C, state="quorum")),
    },
    "an edit survives a crash of the server; whether it survives its loss is unknown: your role may not see the "
    "standbys (grant pg_read_all_stats lets it)": {"synchronous_standby_names": "b", "standbys": None},
    "no edit is acknowledged now: the server waits for a standby (b), and none is connected": {
        "synchronous_standby_names": "b"
    },
    "this server is a standby, which takes no edits": {"is_standby": True},
}

WEAK: dict[str, dict[str, Any]] = {
    "fsync off": {"fsync": False},
    "full_page_writes off": {"full_page_writes": False},
    "the unlogged table edit": {"unlogged": ("edit",)},
    "synchronous_commit is off": {"synchronous_commit": "off"},
    "synchronous_commit is local": {"synchronous_commit": "local", "synchronous_standby_names": "b"},
    "synchronous_commit is remote_write": {"synchronous_commit": "remote_write", "synchronous_standby_names": "b"},
}


def test_what_an_edit_survives_is_told_as_far_as_it_is_known() -> None:
    for words, state in SURVIVED.items():
        found = replace(SOUND, **state)
        assert found.words == words
        assert found.weakness is None


def test_a_server_that_loses_edits_is_not_written_unless_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_not_durable(SOUND) is None
    for words, state in WEAK.items():
        found = replace(SOUND, **state)
        assert words in (why_not_durable(found) or "")
        assert found.words == f"edits can be lost: {found.weakness}"
    assert replace(SOUND, synchronous_commit="local").weakness is None  # the same as on without standbys to wait for
    monkeypatch.setenv(VARIABLE, "allow")
    assert all(why_not_durable(replace(SOUND, **state)) is None for state in WEAK.values())


def test_commits_wait_whatever_was_set_for_database_role_or_address(server: Server, database: str) -> None:
    server.run(f"alter database {database} set synchronous_commit = local")
    for options in ("", "?options=-csynchronous_commit%3Doff"):
        with psycopg.connect(server.address(database) + options, autocommit=True) as connection:
            assert durability(connection).synchronous_commit in {"local", "off"}
            set_durable(connection)
            assert durability(connection).synchronous_commit == "on"


def test_a_store_on_a_server_that_loses_edits_can_be_read_alone(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = address_in(server.address(database))[0]
    actor = Actor(id="somebody", name="Somebody", kind=ActorKind.PERSON)
    made = Store(new_storage(address)).fill(None, None)
    server.run("alter table summittui.edit set unlogged", database=database)
    monkeypatch.delenv(VARIABLE)
    storage = open_storage(address)
    store = Store(storage).begin()
    assert "fsync off" in (why_read_only(storage.server) or "")
    with pytest.raises(StoreReadOnly, match="fsync off"):
        store.put(actor)
    other = new_storage(replace(address, schema="other"))
    with pytest.raises(StoreReadOnly, match="fsync off"):
        Store(other).fill(None, None)
    other.close()
    assert "edits can be lost: it runs with fsync off" in (store.info().durability or "")
    with psycopg.connect(server.address(database), autocommit=True) as connection:
        connection.execute("set search_path = summittui")
        assert durability(connection).unlogged == ("edit",)
    store.close()
    made.put(actor)  # its session was allowed to when it connected
    made.close()
