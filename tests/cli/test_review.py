import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main

ARTICLE = Path(__file__).parents[1] / "intake" / "samples" / "harbour.txt"
MAKING = ("--new-actors", "--new-declarations")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.json"
    run("new", str(path))
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, words: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=words)


def imported(*options: str) -> Result:
    return run("import", str(ARTICLE), "--outlet", "Courier", *options)


def test_what_an_import_proposes_is_told_and_listed() -> None:
    assert "10 proposals to review: see `summittui review list`" in imported().stderr
    listed = run("review", "list", "--of-kind", "direct", "--above", "0.88", "--json")
    (only,) = json.loads(listed.stdout)
    assert (only["source"], only["quote"]["confidence"]) == ("courier", 0.9)
    assert run("list", "quotes").stdout == ""
    assert "passage: …" in run("review", "show", "courier").stdout


def test_accepting_prints_the_ids_of_records_and_says_what_is_proven() -> None:
    imported()
    refused = run("review", "accept", "--all")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "add --new-actors" in refused.stderr
    done = run("review", "accept", "courier", *MAKING)
    assert "drann-we-will-not" in done.stdout.split()
    assert "Accepted 10 proposals; spans: 36 verbatim." in done.stderr
    assert run("check").exit_code == 0
    assert run("review", "list").stdout == ""
    assert run("review", "accept", "--all").exit_code == 2


def test_kinds_of_documents_and_quotes_are_given_by_their_words() -> None:
    done = imported("--kind", "digest")
    assert done.exit_code == 0, done.stderr
    assert json.loads(run("show", "courier", "--json").stdout)["kind"] == "digest"
    (found,) = json.loads(run("review", "list", "--of-kind", "direct", "--above", "0.88", "--json").stdout)
    done = run("review", "accept", found["id"], "--kind", "mixed", *MAKING)
    assert done.exit_code == 0, done.stderr
    assert [each["kind"] for each in json.loads(run("list", "quotes", "--json").stdout)] == ["mixed"]


def test_the_line_of_a_review_narrows_it_as_the_command_does() -> None:
    imported()
    narrowed = run("view", "review courier of-kind:direct,mixed above:0.8", "--json")
    asked = run("review", "list", "courier", "--of-kind", "direct", "--of-kind", "mixed", "--above", "0.8", "--json")
    assert narrowed.stdout == asked.stdout
    assert {each["quote"]["kind"] for each in json.loads(asked.stdout)} <= {"direct", "mixed"}
    assert 0 < len(json.loads(asked.stdout)) < 10
    for line, told in (("of-kind:loud", "'loud'"), ("above:2", "a number from 0 to 1"), ("above:nan", "not 'nan'")):
        refused = run("view", f"review {line}")
        assert refused.exit_code == 2
        assert told in refused.stderr


def test_rejecting_is_an_edit_that_undo_takes_back() -> None:
    imported()
    assert "Rejected 3 proposals." in run("review", "reject", "--of-kind", "act").stderr
    assert len(json.loads(run("review", "list", "--state", "rejected", "--json").stdout)) == 3
    run("undo")
    assert len(json.loads(run("review", "list", "--json").stdout)) == 10


def test_nothing_is_decided_by_a_command_that_names_nothing() -> None:
    imported()
    assert run("review", "accept").exit_code == 2
    assert run("review", "reject").exit_code == 2
    assert len(json.loads(run("review", "list", "--json").stdout)) == 10


def test_proposals_alone_are_written_and_nothing_is_stored() -> None:
    (read,) = json.loads(run("import", "-", "--propose-only", "--json", words="“We can wait,” said Ada Roe.").stdout)
    (quote,) = read["proposals"]["quotes"]
    assert (quote["speaker"], quote["spans"][0]["start"]) == ("Ada Roe", 0)
    assert run("list", "sources").stdout == ""
    assert run("review", "list").stdout == ""


def test_without_proposals_a_document_is_a_source_alone() -> None:
    imported("--no-propose")
    assert run("review", "list").stdout == ""
    assert "10 proposals to review" in run("review", "propose", "courier").stderr


def test_a_program_of_ones_own_is_named_by_an_option_or_by_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "own.py"
    invented = {"kind": "direct", "spans": [{"exact": "No such words"}], "speaker": "Pavel Drann"}
    program.write_text(f"print({json.dumps(json.dumps({'quotes': [invented]}))})")
    told = imported("--proposer", f"{sys.executable} {program}")
    assert "not in the text: “No such words”" in told.stderr
    assert run("review", "list").stdout == ""
    run("undo")
    config = tmp_path / "config.toml"
    config.write_text(f'proposer = "{sys.executable} {program}"\n')
    monkeypatch.setenv("SUMMITTUI_CONFIG", str(config))
    assert "not in the text" in imported().stderr
    run("undo")
    without = run("--no-config", "import", str(ARTICLE), "--outlet", "Courier")
    assert "10 proposals to review" in without.stderr
    assert "not in the text" not in without.stderr


RED = {"kind": "direct", "speaker": "a\x1b[31m", "spans": [{"exact": "x"}]}
HOSTILE = {
    "exit": "raise SystemExit(1)",
    "endless": "import sys\nwhile True: sys.stdout.write('x' * 1_000_000)",
    "no json": "print('hello')",
    "control": f"print({json.dumps(json.dumps({'quotes': [RED]}))})",
    "quiet": "pass",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_proposer_is_one_sentence_and_changes_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(HOSTILE[name])
    done = imported("--proposer", f"{sys.executable} {tmp_path / 'own.py'}")
    assert "\x1b" not in done.output
    assert run("review", "list").stdout == ""
    if name == "control":
        assert "not in the text" in done.stderr
    else:
        assert done.exit_code == 2
        assert done.stderr.count("summittui:") == 1
        assert run("list", "sources").stdout == ""


@pytest.mark.parametrize("line", ["", "rules"])
def test_the_built_in_rules_have_a_name(line: str) -> None:
    assert "10 proposals to review" in imported("--proposer", line).stderr


def test_a_proposer_whose_command_cannot_be_read_is_refused() -> None:
    done = imported("--proposer", "python 'open")
    assert done.exit_code == 2
    assert "close its quotation marks" in done.stderr
