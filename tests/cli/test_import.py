import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))


def run(*arguments: str | Path, words: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=words)


def test_ids_go_to_standard_output_and_the_fate_of_each_file_to_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words of one.")
    (tmp_path / "b.bin").write_bytes(b"\0")
    done = run("import", tmp_path / "a.txt", tmp_path / "b.bin", "--outlet", "The Example")
    assert (done.exit_code, done.stdout) == (1, "the-example\n")
    assert "a.txt is the-example" in done.stderr
    assert "b.bin was not read: it is binary" in done.stderr
    assert "1 added, 1 not read" in done.stderr


def test_json_holds_every_document_and_what_it_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Words.\n\n![a map](m.png)\n")
    done = run("import", tmp_path / "a.md", "--outlet", "The Example", "--json")
    (only,) = json.loads(done.stdout)
    assert (only["outcome"], only["source"], only["left_out"]) == ("added", "the-example", ["a picture: a map"])
    told = run("import", tmp_path / "a.md", "--outlet", "Other", "--left-out").stderr
    assert "the text is there already" in told


def test_standard_input_is_a_document_and_its_quote_is_proved() -> None:
    assert run("import", "-", "--outlet", "The Example", words="“We can wait,” said Ada.").stdout == "the-example\n"
    quoted = ("--speaker", "China", "--source", "the-example", "--kind", "direct", "--text", "We can wait,")
    id_ = run("add", "quote", *quoted).stdout.strip()
    (span,) = json.loads(run("show", id_, "--json").stdout)["quoted"]
    assert (span["start"], span["end"]) == (1, 13)


def test_a_bad_date_or_a_missing_outlet_imports_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    assert "say who publishes them with --outlet" in run("import", tmp_path / "a.txt").stderr
    done = run("import", tmp_path / "a.txt", "--outlet", "X", "--published", "soon")
    assert done.exit_code == 2
    assert "published" in done.stderr
    assert run("list", "sources", "--json").stdout.count('"outlet"') == 2


def test_a_file_is_attached_as_the_text_of_a_source_that_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words of one.")
    (tmp_path / "b.txt").write_text("Words of another.")
    run("add", "source", "--kind", "article", "--outlet", "Gazette")
    done = run("attach", tmp_path / "a.txt", "--as", "gazette")
    assert (done.exit_code, done.stdout.splitlines()[0].partition(": ")[0]) == (0, "gazette")
    for file, why in (("b.txt", "--replaces gazette` brings a new version"), ("none.txt", "it is no file")):
        refused = run("attach", tmp_path / file, "--as", "gazette")
        assert (refused.exit_code, why in refused.stderr) == (2, True)


def test_ctrl_c_ends_a_proposer_in_the_middle_and_nothing_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“We can wait,” said Ada.")
    run("list", "sources")
    store, begun = tmp_path / "store.json", tmp_path / "begun"
    before = store.read_bytes()
    proposer = f"sh -c 'echo $$ > {begun}; exec sleep 600'"
    arguments = ("import", str(tmp_path / "a.txt"), "--outlet", "X", "--proposer", proposer)
    command = [sys.executable, "-m", "summittui", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (begun.exists() and begun.read_text()) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    told = process.communicate()
    assert (process.returncode, *told) == (130, "", "summittui: the import was cancelled; nothing was imported.\n")
    assert store.read_bytes() == before
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)
