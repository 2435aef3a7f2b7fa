"""`summittui import --workers`: what is written, how far it is, and how it is stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.cli.bulk_progress import BulkProgress
from summittui.session.importing import Imported, Outcome


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    run("new", tmp_path / "store.json")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def documents(*outcomes: Outcome, name: str = "a") -> Iterable[Imported]:
    return (Imported(name=f"{name}{at}", outcome=outcome, proposals=2) for at, outcome in enumerate(outcomes))


def test_a_line_is_written_for_each_document_as_it_comes_and_a_second_import_knows_all(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("“We can wait,” said Ada.")
    (folder / "b.bin").write_bytes(b"\0")
    (folder / "c.md").write_text("“We can wait long,” said Ada.\n\n![a map](m.png)\n")
    done = run("import", folder, "--outlet", "Wire", "--workers", "1", "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["outcome"], one["source"], one["proposals"]) for one in told] == [
        ("added", "wire", 1),
        ("not read", None, 0),
        ("added", "wire-2", 1),
    ]
    assert done.exit_code == 1
    assert ": 2 in, 1 refused. Look at " in done.stderr
    assert "2 proposals to review" in done.stderr
    (folder / "b.bin").unlink()
    again = run("import", folder, "--outlet", "Wire", "--workers", "1")
    assert (again.exit_code, again.stdout) == (0, "")
    assert ": 2 known." in again.stderr
    assert run("import", tmp_path / "none", "--workers", "1").exit_code == 2


@pytest.mark.parametrize(
    "options", [("--as", "a"), ("--replaces", "a"), ("--propose-only",), ("--scheduler", "tcp://127.0.0.1:1")]
)
def test_what_means_one_document_or_nothing_stored_is_refused_beside_workers(options: tuple[str, ...]) -> None:
    refused = run("import", "a.txt", "--workers", "2", *options)
    assert refused.exit_code == 2
    assert options[0] in refused.stderr
    assert "--workers" in refused.stderr


def test_the_progress_tells_counts_rate_and_the_time_that_is_left() -> None:
    progress = BulkProgress(2_000, now=0.0)
    assert progress.line(0.0) == "0 of 2,000"
    progress.count(documents(*[Outcome.ADDED] * 90, *[Outcome.KNOWN] * 9, Outcome.UNREAD), now=10.0)
    assert progress.line(10.0) == "100 of 2,000 · 90 in, 9 known, 1 refused · 10 a second · 3 min 10 s left"
    progress.count(documents(*[Outcome.VARIANT] * 10), now=40.0)
    progress.count(documents(*[Outcome.ADDED] * 10), now=70.0)
    assert progress.line(70.0).endswith("· 20 a minute · 1 h 34 min left")
    assert progress.report(100.0) == (
        "120 documents in 1 min 40 s: 100 in, 9 known, 10 variants, 1 refused. Look at a99."
    )


def test_the_report_names_refused_documents_harmlessly_and_not_all_of_many() -> None:
    progress = BulkProgress(1, now=0.0)
    progress.count(documents(*[Outcome.UNREAD] * 12, name="a\x1b[31m"), now=0.5)
    assert progress.line(0.5) == "12 of 12 · 12 refused · 24 a second"
    assert progress.report(0.5).endswith(" a8, a9 and 2 more.")
    assert "\x1b" not in progress.report(0.5)
    assert BulkProgress(0, now=0.0).report(1.0) == "No document was found there."


def test_an_interrupt_leaves_what_is_written_and_ends_the_workers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“We can wait,” said Ada.")
    begun = tmp_path / "begun"
    proposer = f"sh -c 'echo $PPID > {begun}; exec sleep 600'"
    arguments = ("import", str(tmp_path / "a.txt"), "--outlet", "X", "--workers", "1", "--proposer", proposer)
    command = [sys.executable, "-m", "summittui", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (begun.exists() and begun.read_text()) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    out, told = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert "importing the same places again goes on from there" in told
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


def test_a_store_in_a_file_has_no_queue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    for options in ((tmp_path / "a.txt", "--queue"), ("--queue",), ("--queue", "--retry"), ("--workers", "1")):
        done = run("import", *options)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "summittui copy" in done.stderr
    for line in ("--retry", "a --queue --retry", "--queue --workers 1", "--queue --title T", "--workers 1 --title T"):
        assert "Usage: " in run("import", *line.split()).stderr
    assert "missing argument" in run("import").stderr
