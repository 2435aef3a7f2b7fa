import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, cast

import psycopg
import pytest
from click.testing import CliRunner
from psycopg import errors

from summittui.cli import main
from summittui.model import Actor, ActorKind, StoreError, StoreReadOnly
from summittui.model.location import Address, address_in, location_of
from summittui.session import Session
from summittui.session.copying import copy_store
from summittui.store.postgres.opening import new_storage, open_storage
from summittui.store.store import Store
from tests.postgres.servers import HOST, Server
from tests.ui.driver import reading

ROOT = Path(__file__).parents[2]
PEOPLE = {"anna": "owner", "ben": "coder", "cleo": "reader"}
SECRET = "correct horse"


class Team(NamedTuple):
    """A store in a database, with people who have a password each."""

    server: Server
    database: str

    def text(self, who: str) -> str:
        """Return the address of the store for one of them."""
        return self.server.address(self.database, self.name(who))

    def name(self, who: str) -> str:
        """Return the role of one of them."""
        return f"{self.database}_{who}"

    def store(self, who: str) -> Store:
        """Open the store as one of them."""
        return Store(open_storage(address_in(self.text(who))[0])).begin()

    def psql(self, who: str, statement: str) -> None:
        """Execute a statement as one of them, past the program."""
        with psycopg.connect(self.text(who), autocommit=True) as connection:
            connection.execute("set search_path = summittui")
            connection.execute(statement)


@pytest.fixture
def team(server: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    team = Team(server, database)
    passfile = tmp_path / "pgpass"
    passfile.touch(mode=0o600)
    passfile.write_text("".join(f"{HOST}:*:{database}:{team.name(who)}:{SECRET}\n" for who in PEOPLE))
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    server.run(*(f"create role {team.name(kind)}" for kind in ("reader", "coder", "owner")))
    server.run(f"alter database {database} owner to {team.name('owner')}")
    for who, kind in PEOPLE.items():
        server.run(f"create role {team.name(who)} login password '{SECRET}' in role {team.name(kind)}")
    Store(new_storage(address_in(team.text("anna"))[0])).fill(None, None).close()
    yield team
    server.drop_database(database)
    server.run(*(f"drop role {team.name(each)}" for each in (*PEOPLE, *PEOPLE.values())))


def actor(note: str = "") -> Actor:
    return Actor(id="somebody", name="Somebody", kind=ActorKind.PERSON, note=note)


def test_each_may_do_in_the_store_what_the_role_says_and_is_named_by_it(team: Team) -> None:
    owner, coder, reader = (team.store(who) for who in PEOPLE)
    owner.put(actor())
    coder.records()
    coder.put(actor("coded"))
    assert reader.records().actors == (actor("coded"),)
    assert [entry.who for entry in reader.history.log("somebody")] == [team.name("ben"), team.name("anna")]
    with pytest.raises(StoreReadOnly, match="Your role may not"):
        reader.put(actor("read"))
    assert coder.history.undo().label == "change somebody"
    for each in (owner, coder, reader):
        assert each.records().actors == (actor(),)
        each.close()


async def test_a_reader_sees_read_only_in_the_title_and_why_each_edit_is_refused(team: Team) -> None:
    coder = team.store("ben")
    coder.put(actor())
    coder.close()
    why = f"The store is read-only: the role {team.name('cleo')} may only read; ask its owner for the permission."
    done = CliRunner().invoke(main, ("--store", team.text("cleo"), "memo", "somebody", "x"))
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "ask its owner for the permission" in done.stderr
    async with reading(address_in(team.text("cleo"))[0]) as reader:
        assert reader.lines[0].rstrip().endswith("read-only")
        await reader.choose("somebody")
        for each in ("add", "edit", "memo", "star", "delete", "undo"):
            reader.app.clear_notifications()
            await reader.run(each)
            assert reader.told == [why]
        assert reader.library.size("notes") == 0


def test_a_role_that_may_read_nothing_or_edits_nothing_by_default_is_told_so(team: Team) -> None:
    team.server.run(f"alter role {team.name('ben')} set default_transaction_read_only = on")
    with closing(Session.open(address_in(team.text("ben"))[0])) as session:
        assert "may only read" in (session.why_read_only or "")
    team.server.run(f"revoke {team.name('reader')} from {team.name('cleo')}")
    with pytest.raises(StoreReadOnly, match=r"may not read the store .* ask its owner"):
        team.store("cleo")


ADDED = """
insert into edit select number + 9, gen_random_uuid(), {}, at, label, kind, of, successors, changes from edit
"""
FORBIDDEN = {
    "cleo": (
        "insert into document select tab, number + 1, id, body from document",
        "update document set id = 'other'",
        "delete from document",
        ADDED.format("session_user"),
        "update store set edits = 9",
        "select * from store for update",
        "create table summittui.mine (i integer)",
        "drop table document",
    ),
    "ben": (
        "update edit set label = 'never'",
        "delete from edit",
        "truncate edit",
        ADDED.format("'anna'"),
        "update store set id = gen_random_uuid()",
        "delete from store",
        "alter table edit disable row level security",
        "alter table document add column mine integer",
        "drop table edit",
        "drop schema summittui cascade",
        "create table summittui.mine (i integer)",
    ),
}


def test_the_server_refuses_past_the_program_too(team: Team) -> None:
    store = team.store("ben")
    store.put(actor())
    before = team.server.run("select * from summittui.edit, summittui.store", database=team.database)
    for who, statements in FORBIDDEN.items():
        for statement in statements:
            with pytest.raises(errors.InsufficientPrivilege):
                team.psql(who, statement)
    assert team.server.run("select * from summittui.edit, summittui.store", database=team.database) == before
    store.close()
    team.psql("anna", "drop schema summittui cascade")


def test_a_store_that_was_copied_there_has_the_same_rights(team: Team, tmp_path: Path) -> None:
    path = tmp_path / "store.json"
    Store.create(path, None).close()
    team.psql("anna", "drop schema summittui cascade")
    copy_store(path, address_in(team.text("anna"))[0], lambda *_: None)
    coder, reader = team.store("ben"), team.store("cleo")
    coder.put(actor())
    assert [entry.who for entry in coder.history.log("somebody")] == [team.name("ben")]
    with pytest.raises(StoreReadOnly):
        reader.put(actor("else"))
    coder.close()
    reader.close()


def test_a_password_is_nowhere_but_in_the_passfile(team: Team, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "summittui", "--store", team.text("ben"), "info"]
    home = {"HOME": str(tmp_path), "SUMMITTUI_NON_DURABLE": "allow"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **home})
    assert SECRET not in done.stdout + done.stderr
    assert team.name("ben") in done.stdout
    with pytest.raises(StoreError) as refused:
        open_storage(
            cast("Address", location_of(team.server.address(team.database, team.name("ben"), f"not {SECRET}")))
        )
    assert SECRET not in str(refused.value)
