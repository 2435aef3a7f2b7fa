"""The import queue of a store in a database: each document once, whoever is killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.intake.gathering import FoundFile
from summittui.model import Source, SourceKind, StoreUnreachable
from summittui.model.location import address_in
from summittui.session import Session
from summittui.session.bulk import batches
from summittui.session.bulk.extraction import Extraction
from summittui.session.bulk.queue_import import QueueImport
from summittui.session.importing import Imported, Outcome
from summittui.store.import_queue import ClaimLost, Ending
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, create_store
from tests.postgres.test_roles import Team, team
from tests.session.bulk.made import WIRE, WorkersHere, article, folder_of

__all__ = ["team"]

WRITER = """
import sys, time
from summittui.intake.gathering import FoundFile
from summittui.model import Source, SourceKind
from summittui.model.location import address_in
from summittui.session import Session
from summittui.session.bulk import batches
from summittui.session.bulk.extraction import Extraction
from summittui.session.bulk.queue_import import QueueImport
from tests.session.bulk.made import WorkersHere
batches.FILES = 5
session = Session.open(address_in(sys.argv[1])[0])
def tell(imported):
    print("in", flush=True)
    if sys.argv[2:]:
        time.sleep(60)
with session.import_queue() as queue:
    work = QueueImport(session, queue, even_so=False, proposer=None)
    work.run(WorkersHere(work.job), on_imported=tell)
"""


@pytest.fixture
def address(server: Server, database: str) -> str:
    create_store(address_of(server, database)).close()
    return server.address(database)


def run(address: str, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--store", address, "import", *map(str, arguments)])


def writer(address: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, address, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def wait_for_batch(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    assert process.stdout.readline() == "in\n"


def texts_in(address: str, outlet: str) -> list[str]:
    session = Session.open(address_in(address)[0], read_only=True)
    found = [session.library.text(one.id) or "" for one in session.library.every(Source) if one.outlet == outlet]
    session.close()
    return sorted(found)


def states(address: str) -> list[str]:
    return [one["state"] for one in json.loads(run(address, "--queue", "--json").stdout)]


def test_of_two_writers_one_is_killed_and_each_document_comes_in_once(address: str, tmp_path: Path) -> None:
    assert run(address, folder_of(tmp_path / "in", 40), "--outlet", "Wire", "--queue").exit_code == 0
    killed = writer(address, "stays")
    wait_for_batch(killed)
    assert states(address)[:11] == ["done"] * 5 + ["claimed"] * 5 + ["waiting"]
    other = writer(address)
    wait_for_batch(other)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    other.communicate()
    assert other.returncode == 0
    assert states(address) == ["done"] * 40
    assert texts_in(address, "Wire") == sorted(map(article, range(40)))


def test_what_failed_keeps_its_reason_and_is_tried_again_and_nothing_is_put_in_twice(
    address: str, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "in", 2)
    (folder / "b.bin").write_bytes(b"\0")
    assert "3 queued" in run(address, folder, "--queue", "--title", "T\x1b[1m").stderr
    assert "3 in the queue" in run(address, folder, "--queue", "--title", "T\x1b[1m").stderr
    done = run(address, "--workers", "1")
    assert done.exit_code == 1
    listed = run(address, "--queue")
    assert listed.stdout.count("  failed  ") == 3
    assert "it states no outlet" in listed.stdout
    assert "it is binary" in listed.stdout
    assert "3 failed" in listed.stderr
    assert "3 queued" in run(address, folder, "--queue", "--outlet", "Post", "--published", "2025").stderr
    assert run(address, "--workers", "1").stdout == "post-2025\npost-2025-2\n"
    assert states(address) == ["done", "done", "failed"]
    assert "1 document put back" in run(address, "--queue", "--retry").stderr
    assert states(address) == ["done", "done", "waiting"]
    assert "2 known, 1 in the queue" in run(address, folder, "--queue", "--outlet", "Post").stderr
    assert run(address, "--workers", "1").exit_code == 1
    assert texts_in(address, "Post") == sorted(map(article, range(2)))
    assert CliRunner().invoke(main, ["--store", address, "undo"]).exit_code == 0
    assert "2 queued, 1 in" in run(address, folder, "--queue", "--outlet", "Post", "--published", "2025").stderr


def test_a_batch_whose_claim_was_lost_unseen_is_rolled_back_whole(
    address: str, server: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FILES", 3)
    session = Session.open(address_in(address)[0])
    told: list[Imported] = []
    with session.import_queue() as queue:
        work = QueueImport(session, queue, even_so=False, proposer=None)
        assert len(list(work.put([str(folder_of(tmp_path / "in", 3))], WIRE))) == 3

        class Slow(WorkersHere):
            def extract(self, files: Sequence[FoundFile]) -> list[Extraction]:
                if not self.read:
                    server.run("update summittui.import_queue set state = 'done' where number = 2", database=database)
                return super().extract(files)

        work.run(Slow(work.job), on_imported=told.extend)
        assert [one.outcome for one in told] == [Outcome.ADDED] * 2
        with pytest.raises(ClaimLost), queue.ending([Ending(number=1, why=None, source=None)]):
            session.add(Source(id="x", kind=SourceKind.OTHER, outlet="X"))
        session.reload()
        assert session.library.find("x") is None
    session.close()
    assert texts_in(address, "Wire") == [article(0), article(2)]


def test_work_goes_on_after_every_connection_was_lost(
    address: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FILES", 2)
    run(address, folder_of(tmp_path / "in", 8), "--outlet", "Wire", "--queue")
    session = Session.open(address_in(address)[0])
    told: list[Imported] = []

    def tell(imported: Sequence[Imported]) -> None:
        told.extend(imported)
        server.run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'summittui'")

    with session.import_queue() as queue:
        work = QueueImport(session, queue, even_so=False, proposer=None)
        work.run(WorkersHere(work.job), on_imported=tell)
    session.close()
    assert [one.outcome for one in told] == [Outcome.ADDED] * 8
    assert states(address) == ["done"] * 8
    assert texts_in(address, "Wire") == sorted(map(article, range(8)))


def test_the_documents_of_a_batch_that_was_written_though_nobody_heard_so_are_not_written_again(
    address: str, tmp_path: Path
) -> None:
    run(address, folder_of(tmp_path / "in", 3), "--outlet", "Wire", "--queue")
    session = Session.open(address_in(address)[0])
    told: list[Imported] = []
    with session.import_queue() as queue:
        work = QueueImport(session, queue, even_so=False, proposer=None)
        writer: Any = work._writer
        real = writer.write

        def write_and_lose(*batch: Any) -> Sequence[Imported]:
            writer.write = real
            real(*batch)
            raise StoreUnreachable("lost")

        writer.write = write_and_lose
        work.run(WorkersHere(work.job), on_imported=told.extend)
    session.close()
    assert told == []
    assert states(address) == ["done"] * 3
    assert texts_in(address, "Wire") == sorted(map(article, range(3)))


def test_a_claim_holds_against_other_sessions_until_its_own_ends(address: str, tmp_path: Path) -> None:
    run(address, folder_of(tmp_path / "in", 4), "--outlet", "Wire", "--queue")
    session = Session.open(address_in(address)[0])
    with session.import_queue() as one, session.import_queue() as other:
        assert [each.number for each in one.claim(3, 10_000)] == [1, 2, 3]
        assert [each.number for each in one.claim(3, 10_000)] == [4]
        assert other.claim(3, 10_000) == []
        one.release([1, 2, 3])
        assert [each.number for each in other.claim(3, 1)] == [1]
        assert [each.number for each in one.claim(3, 10_000)] == [2, 3]
    session.close()
    assert states(address) == ["waiting"] * 4


def test_coders_use_the_queue_and_only_an_owner_makes_it_in_a_store_that_has_none(team: Team, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 2)
    coder, reader = team.text("ben"), team.text("cleo")
    assert "2 queued" in run(coder, folder, "--outlet", "Wire", "--queue").stderr
    assert states(reader) == ["waiting"] * 2
    assert run(reader, folder, "--outlet", "Other", "--queue").exit_code == 3
    assert run(reader, "--workers", "1").exit_code == 3
    assert run(coder, "--workers", "1").stdout == "wire\nwire-2\n"
    team.psql("anna", "drop table import_queue")
    assert states(reader) == []
    refused = run(coder, folder, "--outlet", "Wire", "--queue")
    assert (refused.exit_code, "let its owner run" in refused.stderr) == (3, True)
    assert run(team.text("anna"), "--queue", "--retry").exit_code == 0
    assert "2 known" in run(coder, folder, "--outlet", "Wire", "--queue").stderr
