import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main

BEFORE = "“We can wait,” said Ada Roe.\n\nThe hall listened to the speaker for an hour.\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "p.json")
    monkeypatch.setenv("SUMMITTUI_STORE", "p.json")
    run("import", "-", "--outlet", "Courier", words=BEFORE)
    run("review", "accept", "--all", "--new-actors")


def run(*arguments: str, words: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=words)


def test_a_new_version_moves_every_span_and_says_so() -> None:
    done = run("import", "-", "--replaces", "courier", words=f"News.\n\n{BEFORE}")
    assert (done.exit_code, done.stdout) == (0, "courier\n")
    assert "moved: roe-we-can-wait quoted[0] 1–13 → 8–20: “We can wait,”" in done.stderr
    assert "0 drifted, 0 gone" in done.stderr
    assert run("check").exit_code == 0
    run("undo")
    assert json.loads(run("show", "roe-we-can-wait", "--json").stdout)["quoted"][0]["start"] == 1


def test_drift_stops_it_until_it_is_accepted() -> None:
    changed = BEFORE.replace("can wait", "cannot wait")
    done = run("import", "-", "--replaces", "courier", words=changed)
    assert done.exit_code == 1
    assert "drifted: roe-we-can-wait quoted[0] 1–13 → 1–16: “We can wait,” is now “We cannot wait,”" in done.stderr
    assert "Nothing was replaced" in done.stderr
    assert json.loads(run("show", "roe-we-can-wait", "--json").stdout)["quoted"][0]["exact"] == "We can wait,"
    told = json.loads(run("import", "-", "--replaces", "courier", "--accept-drift", "--json", words=changed).stdout)
    assert told["replaced"]
    assert json.loads(run("show", "roe-we-can-wait", "--json").stdout)["quoted"][0]["exact"] == "We cannot wait,"


def test_several_documents_or_none_replace_nothing() -> None:
    Path("a.txt").write_text("One.")
    Path("b.txt").write_text("Two.")
    assert run("import", "a.txt", "b.txt", "--replaces", "courier").exit_code == 2
    assert run("import", "none.txt", "--replaces", "courier").exit_code == 2
    assert run("import", "a.txt", "--replaces", "nobody").exit_code == 2
    assert run("check").exit_code == 0
