import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from tinydb import TinyDB

from summittui.cli import main
from summittui.model import Actor
from summittui.store.store import Store


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    run("info")
    return path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert "Traceback" not in result.output
    return result


def noted(path: Path, note: str) -> None:
    store = Store.open(path)
    vance = next(actor for actor in store.records().actors if actor.id == "jd-vance")
    store.put(msgspec.structs.replace(vance, note=note))
    store.close()


def vance(path: Path) -> Actor:
    return next(actor for actor in Store.open(path).records().actors if actor.id == "jd-vance")


@pytest.mark.parametrize("name", ["undo", "log", "backup", "compact", "recover"])
def test_every_command_explains_itself(name: str) -> None:
    assert "--store" in run(name, "-h").stdout
    assert f"  {name} " in run("--help").stdout


def test_an_edit_is_undone_and_made_again(path: Path) -> None:
    before = vance(path)
    noted(path, "edited")
    assert run("undo").stdout.startswith("undone: change jd-vance, ")
    assert vance(path) == before
    assert run("undo", "--redo").stdout.startswith("done again: change jd-vance, ")
    assert vance(path).note == "edited"
    assert json.loads(run("undo", "--json").stdout)["id"] == "jd-vance"


def test_with_nothing_to_undo_it_ends_with_2(path: Path) -> None:
    result = run("undo")
    assert result.exit_code == 2
    assert result.stderr == "summittui: there is no edit of yours to undo.\n"
    assert path.exists()


def test_the_log_shows_who_changed_what_before_and_after(path: Path) -> None:
    noted(path, "edited \x1b[31mred")
    lines = run("log", "jd-vance").stdout.splitlines()
    assert lines[0].startswith("2. ")
    assert lines[0].endswith("change jd-vance; jd-vance in actors")
    assert "@" in lines[0]
    assert any(line.startswith("    note: ") and line.endswith("→ edited red") for line in lines)
    entries = json.loads(run("log", "jd-vance", "--json").stdout)
    assert [entry["number"] for entry in entries] == [2, 1]
    assert len(json.loads(run("log", "--json").stdout)) == 20
    assert len(json.loads(run("log", "--json", "--all").stdout)) > 100


def test_a_backup_is_a_store_of_its_own(path: Path, tmp_path: Path) -> None:
    noted(path, "edited")
    made = Path(run("backup", tmp_path / "copies").stdout.strip())
    assert made.parent == tmp_path / "copies"
    assert vance(made).note == "edited"
    assert Path(json.loads(run("backup", "--json").stdout)["path"]).parent == tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            ("backup", ""),
            ("load", ""),
            ("attach", ""),
            ("new", ""),
            ("check", "--documents", ""),
            ("--store", "", "info"),
        ),
        *(("export", "--format", "csv", "--output", ""), ("add", "quote", "--from-toml", ""), ("--config", "", "info")),
    ],
)
def test_an_empty_path_is_refused_and_never_means_the_folder_at_hand(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here := tmp_path / "here").mkdir()
    monkeypatch.chdir(here)
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("it is empty; name a file or a folder.\n")
    assert not any(here.iterdir())


def test_a_backup_into_a_file_is_refused(path: Path) -> None:
    result = run("backup", path)
    assert result.exit_code == 2
    assert "is no folder" in result.stderr


def test_after_compaction_plain_tinydb_reads_the_store(path: Path) -> None:
    noted(path, "edited")
    assert "holds every edit now" in run("compact").stdout
    assert json.loads(run("compact", "--json").stdout)["compacted"] is False
    with TinyDB(path) as database:
        assert [one["note"] for one in database.table("actors") if one["id"] == "jd-vance"] == ["edited"]


def test_a_damaged_store_is_refused_with_3_and_recovered(path: Path) -> None:
    noted(path, "edited")
    path.write_bytes(path.read_bytes()[:1000])
    result = run("info")
    assert result.exit_code == 3
    assert f"run `summittui recover --store {path}`" in result.stderr
    result = run("recover")
    assert result.exit_code == 0
    assert "lost: 0 edits" in result.stdout
    assert vance(path).note == "edited"
    assert "is sound; nothing was done" in run("recover").stdout
    assert json.loads(run("recover", "--json").stdout)["lost"] == 0


def test_what_cannot_be_recovered_is_said_to_be_lost_and_ends_with_1(path: Path) -> None:
    noted(path, "one")
    noted(path, "two")
    journal = path.with_name("store.json.history") / "000000000001.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[1].replace(b"one", b"0ne") + lines[2])
    result = run("recover", "--json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["lost"], report["edits"]) == (1, 3)
    assert vance(path).note == "two"


def test_a_synthetic_store_is_marked_as_made_up(tmp_path: Path) -> None:
    path = tmp_path / "made-up.json"
    result = run("seed", "--synthetic", "30", "--store", path)
    assert result.exit_code == 0
    assert "nobody ever said them" in result.stdout
    records = Store.open(path).records()
    assert len(records.quotes) == 30
    assert all(quote.id.startswith("synthetic-") for quote in records.quotes)
    assert json.loads(run("check", "--store", path, "--json").stdout)["problems"] == []
    assert run("seed", "--synthetic", "30", "--store", path).exit_code == 2


def test_synthetic_records_need_a_store_of_their_own(path: Path) -> None:
    before = path.read_bytes()
    result = run("seed", "--synthetic", "30")
    assert result.exit_code == 2
    assert "name a store of their own" in result.stderr
    assert path.read_bytes() == before


def test_where_the_time_of_an_opening_goes_is_told_as_json(path: Path) -> None:
    before = path.read_bytes()
    result = run("info", "--startup", "--rounds", "1", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["rounds"] == 1
    assert sum(each["milliseconds"] for each in told["opening"]["phases"]) == pytest.approx(told["settled"])
    assert told["first_paint_ratio"] == told["first_paint"] / told["bare_first_paint"]
    assert path.read_bytes() == before


def test_rounds_without_an_opening_are_refused(path: Path) -> None:
    result = run("info", "--rounds", "2")
    assert (result.exit_code, str(path) in result.stdout) == (2, False)
    assert "--rounds belongs to --startup" in result.stderr


def test_where_no_store_can_be_made_the_reason_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.delenv("SUMMITTUI_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    result = run("seed")
    assert result.stderr.count("cannot be created") == 1
    assert result.stderr.rstrip().endswith("nothing was written.")
    assert result.exit_code == 3


@pytest.mark.parametrize("length", [236, 250])
def test_a_name_that_is_too_long_is_refused_before_anything_is_made(tmp_path: Path, length: int) -> None:
    result = run("--store", tmp_path / f"{'n' * length}.json", "seed")
    assert result.exit_code == 3
    assert not list(tmp_path.iterdir())
