"""The command line on a store in a database: the examples of its help, and what differs from a file."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from tests.cli.test_help import EXAMPLES, SERVED
from tests.postgres.servers import Server


@pytest.fixture
def address(server: Server, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of an empty database; the test is in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return server.address(database)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def output(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_examples_of_the_help_copy_a_store_there_and_back(address: str) -> None:
    output("--store", "store.json", "memo", "china", "to be checked")
    examples = [line.replace(SERVED, address) for line in EXAMPLES if SERVED in line]
    assert len(examples) == 2
    for line in examples:
        output(*shlex.split(line))
    there, here = (output("--store", each, "log", "--json") for each in (address, "mine.json"))
    assert there == here == output("--store", "store.json", "log", "--json")
    again = run(*shlex.split(examples[0]))
    assert again.exit_code == 2
    assert "already; copy to a new database" in again.stderr


def test_a_store_in_a_database_is_made_read_edited_and_handed_over_as_one_in_a_file_is(
    address: str, tmp_path: Path
) -> None:
    output("new", address)
    assert "durability:" in output("--store", address, "info")
    assert "All is well" in output("--store", address, "check")
    output("--store", address, "seed")
    output("--store", address, "memo", "china", "to be checked")
    assert "to be checked" in output("--store", address, "show", "china")
    assert "note on china" in output("--store", address, "undo")
    assert "to be checked" not in output("--store", address, "show", "china")
    assert output("--store", address, "list", "actors") == output("--store", "file.json", "list", "actors")
    output("--store", address, "compare", "us", "china")
    output("--store", address, "compact")
    recovered = run("--store", address, "recover")
    assert (recovered.exit_code, recovered.stdout) == (2, "")
    assert "backup" in recovered.stderr
    output("--store", address, "backup", str(tmp_path / "backups"))
    (backup,) = (tmp_path / "backups").iterdir()
    assert output("--store", str(backup), "list", "quotes") == output("--store", address, "list", "quotes")
