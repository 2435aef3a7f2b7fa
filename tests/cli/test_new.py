import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.store.collection import shipped_collections


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMITTUI_STORE", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_project_is_an_empty_store_that_every_command_takes() -> None:
    assert run("new", "p.json").stdout == f"{Path('p.json').resolve()}\n"
    counts = json.loads(run("info", "--json", "--store", "p.json").stdout)["counts"]
    assert set(counts.values()) == {0}
    assert run("--store", "p.json", "add", "actor", "--name", "Ada", "--kind", "person").stdout == "ada\n"
    assert run("check", "--store", "p.json").exit_code == 0


@pytest.mark.parametrize("named", ["paris-2025", "own"])
def test_a_project_begins_with_the_collection_that_is_named_or_is_in_a_folder(named: str) -> None:
    shutil.copytree(shipped_collections() / "paris-2025", "own")
    assert run("new", "p.json", "--from-collection", named).exit_code == 0
    assert "jd-vance" in run("list", "actors", "--store", "p.json").stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("new", "there.json"), "there is a file at"),
        (("new", "."), "there is a file at"),
        (("new", "p.json", "--from-collection", "nope"), "there is no collection 'nope'; give ai-declarations or"),
        (("--read-only", "new", "p.json"), "--read-only forbids"),
        (("--store", "q.json", "new", "p.json"), "--store names another store"),
    ],
)
def test_what_cannot_be_created_is_one_sentence_and_leaves_nothing(arguments: tuple[str, ...], why: str) -> None:
    Path("there.json").write_text("mine")
    done = run(*arguments)
    assert done.exit_code in {2, 3}
    assert why in done.stderr
    assert not Path("p.json").exists()
    assert Path("there.json").read_text() == "mine"
