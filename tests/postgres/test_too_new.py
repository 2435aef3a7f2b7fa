"""A database whose tables a newer program made: refused in one sentence, and nothing in it is changed."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from summittui.cli import main
from summittui.model import StoreTooNew
from tests.postgres.servers import Server
from tests.postgres.stores import address_of, create_store
from tests.store.samples import ADA, noted

COMMANDS = (
    ("info",),
    ("list", "actors"),
    ("memo", "ada", "x"),
    ("seed",),
    ("undo",),
    ("backup", "backups"),
    ("import", "document.txt", "--queue"),
)


def content(server: Server, database: str) -> list[list[tuple[Any, ...]]]:
    """Return every row of the store."""
    tables = ("store", "document", "edit", "import_queue")
    return [server.run(f"select to_jsonb(t)::text from summittui.{each} t", database=database) for each in tables]


def test_tables_of_a_newer_program_are_refused_and_stay_as_they_are(
    server: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("document.txt").write_text("A text. " * 20)
    store, address = create_store(address_of(server, database)), server.address(database)
    server.run("update summittui.store set version = 2", database=database)
    before = content(server, database)
    for command in (*(("--store", address, *each) for each in COMMANDS), ("copy", address, "copy.json")):
        done = CliRunner().invoke(main, command)
        assert (done.exit_code, done.stdout) == (3, ""), command
        assert done.stderr.endswith("upgrade summittui or give another with --store.\n")
        assert done.stderr.count("\n") == 1
    for refused in (store.records, lambda: store.put(noted(ADA, "in a session that was open"))):
        with pytest.raises(StoreTooNew, match=r"newer summittui \(version 2, this one knows 1\)"):
            refused()
    store.close()
    assert content(server, database) == before
    assert {each.name for each in tmp_path.iterdir()} == {"document.txt"}
    server.run("alter table summittui.store rename column last_ids to other", database=database)
    done = CliRunner().invoke(main, ("--store", address, "info"))
    assert done.exit_code == 3
    assert "upgrade summittui if a newer one made them" in done.stderr
