import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui import __version__
from summittui.cli import main
from summittui.cli.commands.list_ import TABLES as EVERYTHING
from summittui.model import Actor, ActorKind
from summittui.store.store import Store

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the original documents are not here")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    return path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert "Traceback" not in result.output
    return result


def run_json(*arguments: str | Path) -> object:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def run_process(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summittui", *arguments]
    environment = {**os.environ, **extra}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=environment
    )


def test_the_version_is_shown() -> None:
    assert run("--version").stdout == f"summittui, version {__version__}\n"


@pytest.mark.parametrize("name", ["list", "show", "compare", "search", "attach", "check", "seed", "info"])
def test_every_command_explains_itself(name: str) -> None:
    assert "--store" in run(name, "-h").stdout
    assert f"  {name} " in run("--help").stdout


@pytest.mark.parametrize("table", EVERYTHING)
def test_a_table_is_listed_one_record_a_line(table: str) -> None:
    records = run_json("list", table)
    assert isinstance(records, list)
    lines = run("list", table).stdout.splitlines()
    assert len(lines) == (len(records) + 1 if records else 0)
    for line, record in zip(lines[1:], records, strict=True):
        assert line.startswith(record["id"])


def test_creating_the_store_is_said_on_stderr_alone(store: Path) -> None:
    first, second = run("list", "issues"), run("list", "issues")
    assert f"Created the store {store}" in first.stderr
    assert second.stderr == ""
    assert first.stdout == second.stdout


def test_quotes_are_filtered_by_actor_issue_source_and_kind() -> None:
    quotes = run_json("list", "quotes", "--actor", "United States", "--source", "stdaily", "--kind", "mixed")
    assert isinstance(quotes, list)
    assert {quote["id"] for quote in quotes} == {"vance-kill-industry", "vance-gold-standard"}
    on_issue = run_json("list", "quotes", "--issue", "tight-regulation")
    assert isinstance(on_issue, list)
    assert all("tight-regulation" in {stance["issue"] for stance in quote["stances"]} for quote in on_issue)
    assert on_issue


def test_a_filter_is_refused_where_it_says_nothing() -> None:
    result = run("list", "issues", "--kind", "direct")
    assert result.exit_code == 2
    assert "kind:direct says nothing about issues" in result.stderr
    assert "\n" not in result.stderr.split("summittui: ")[1].rstrip("\n")


def test_two_forms_at_once_are_refused() -> None:
    assert run("list", "quotes", "--csv", "--json").exit_code == 2


def test_a_quote_is_shown_with_who_whose_wording_where_when_and_proof() -> None:
    text = run("show", "vance-kill-industry").stdout
    for part in (
        "“kill a transformative industry.”",
        "mixed, fragment in a reported clause",
        "speaker: JD Vance, U.S. Vice President",
        "via: nobody stated",
        "Science and Technology Daily (stdaily), published 2025-03-01",
        "quoted[0], stdaily 857–888: not attached",
        "stance: against on Tight regulation",
        "in our words",
    ):
        assert part in text


def test_reported_words_have_no_quotation_marks() -> None:
    first = run("show", "zhang-commitment").stdout.splitlines()[0]
    assert first.startswith("reported: ")
    assert "“" not in first


def test_an_actor_is_shown_with_acts_positions_and_silence() -> None:
    text = run("show", "United States").stdout
    assert "act: declined Paris Statement — as stated by" in text
    assert "Tight regulation: against (0 for, 2 against); quoted 1, reported 1" in text
    assert "doubtful: " in text
    assert "no statement found" in text


def test_a_declaration_is_shown_with_acts_and_the_tallies_of_each_source() -> None:
    text = run("show", "paris-statement").stdout
    assert "declined: United Kingdom — as stated by Science and Technology Daily" in text
    assert "tally: about 60: signatories" in text


@pytest.mark.parametrize("table", EVERYTHING)
def test_every_record_can_be_shown(table: str) -> None:
    records = run_json("list", table)
    assert isinstance(records, list)
    for record in records[:5]:
        assert run("show", record["id"]).exit_code == 0
        assert run_json("show", record["id"]) == record


def test_an_unknown_id_is_refused_with_near_ones() -> None:
    result = run("show", "vance-kill-indutry")
    assert result.exit_code == 2
    assert "did you mean vance-kill-industry" in result.stderr
    assert result.stdout == ""


def test_a_comparison_tells_words_deeds_and_descriptions_apart() -> None:
    text = run("compare", "united-states", "china").stdout
    for part in ("Collective governance — differ", "deeds (", "said about (", "no statement found"):
        assert part in text


def test_an_unfolded_comparison_leaves_out_who_speaks_for_an_actor() -> None:
    plain = run_json("compare", "united-states", "china", "--unfolded", "--issue", "tight-regulation")
    assert isinstance(plain, dict)
    assert [column["members"] for column in plain["columns"]] == [["united-states"], ["china"]]
    assert len(plain["rows"]) == 1


@pytest.mark.parametrize("actors", [["china"], ["china", "china"], ["china", "atlantis"]])
def test_a_comparison_that_makes_no_sense_is_refused(actors: list[str]) -> None:
    result = run("compare", *actors)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_hit_is_shown_with_who_and_where() -> None:
    assert re.search(r"JD Vance, .*; Science and Technology Daily.*2025-03-01", run("search", "gold").stdout)
    nothing = run("search", "zzz")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr.splitlines()[-1]) == (0, "", "Nothing found.")


def test_without_documents_a_check_passes_and_says_that_nothing_is_attached() -> None:
    plain = run_json("check")
    assert isinstance(plain, dict)
    expected = {"ok", "problems", "spans", "quoted", "drifts", "unproven", "documents"}
    expected |= {"shared_names", "equal_quotes", "contrary_acts"}
    assert set(plain) == expected
    assert plain["ok"]
    assert plain["spans"]["not attached"] > 0


@needs_documents
def test_the_original_documents_bear_out_every_span() -> None:
    plain = run_json("check", "--documents", DOCUMENTS)
    assert isinstance(plain, dict)
    assert plain["problems"] == []
    assert {state for state, count in plain["spans"].items() if count} == {"verbatim"}
    assert {one["match"] for one in plain["documents"]} == {"identical", "not recognised"}


@needs_documents
def test_one_changed_character_is_found_and_shown(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for path in DOCUMENTS.glob("*.txt"):
        text = path.read_bytes().replace(b"a transformative", b"a tranSformative")
        (folder / path.name).write_bytes(text)
    result = run("check", "--documents", folder)
    assert result.exit_code == 1
    assert "'vance-kill-industry', quoted[0], stdaily 857–888" in result.stdout
    assert "[-transformative-]{+tranSformative+}" in result.stdout
    drifts = json.loads(run("check", "--documents", folder, "--json").stdout)["drifts"]
    keys = {"table", "record", "field", "source", "start", "end", "state", "difference"}
    assert all(set(drift) == keys for drift in drifts)
    assert drifts


@needs_documents
def test_an_attached_document_is_kept_and_verified() -> None:
    result = run("attach", *DOCUMENTS.glob("*.txt"))
    assert result.exit_code == 0
    assert "spans: verbatim" in result.stdout
    assert "quoted[0], stdaily 857–888: verbatim" in run("show", "vance-kill-industry").stdout


def test_seeding_again_changes_nothing(store: Path) -> None:
    assert run("seed").exit_code == 0
    before = store.read_bytes()
    plain = run_json("seed")
    assert isinstance(plain, dict)
    assert not plain["created"]
    assert plain["report"]["added"] == []
    assert store.read_bytes() == before


def test_the_store_may_be_named_before_or_after_the_command(tmp_path: Path) -> None:
    for arguments in (("--store", tmp_path / "a.json", "info"), ("info", "--store", tmp_path / "a.json")):
        assert f"store: {tmp_path / 'a.json'}\n" in run(*arguments).stdout


@pytest.mark.parametrize("option", ["--store", "--config"])
def test_two_paths_before_and_after_the_command_are_refused(option: str, tmp_path: Path) -> None:
    words = ("config", "path") if option == "--config" else ("info",)
    result = run(option, tmp_path / "b.json", *words, option, tmp_path / "a.json")
    assert result.exit_code == 2
    assert f"{option} names two paths; leave one out." in result.stderr
    assert not list(tmp_path.glob("*.json"))


@pytest.mark.parametrize("content", [b"", b"{", b'{"_meta": {"1": {"schema": 99}}}'])
def test_a_store_that_cannot_be_used_ends_with_3_and_stays_as_it_is(store: Path, content: bytes) -> None:
    store.write_bytes(content)
    result = run("list", "actors")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"summittui: the store {store} ")
    assert result.stderr.count("\n") == 1
    assert store.read_bytes() == content


def test_hostile_words_reach_the_terminal_as_harmless_text(store: Path) -> None:
    run("seed")
    Store.open(store).put(Actor(id="evil", name="[bold]E\x1b[31mvil\u202e", kind=ActorKind.PERSON))
    for arguments in (("list", "actors"), ("show", "evil"), ("search", "evil"), ("list", "actors", "--json")):
        result = run(*arguments)
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output
    assert "[bold]Evil" in run("list", "actors").stdout
    assert "[bold]E\x1b[31mvil\u202e" in run("list", "actors", "--csv").stdout_bytes.decode()


def test_without_a_terminal_the_workbench_names_the_commands() -> None:
    done = run_process()
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "check" in done.stderr


def test_an_unknown_command_ends_with_2() -> None:
    done = run_process("frobnicate")
    assert done.returncode == 2
    assert "no such command 'frobnicate'" in done.stderr


def test_a_reader_who_leaves_ends_the_output_quietly() -> None:
    run("seed")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "summittui", "list", "claims", "--json"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode in {0, 141}


def test_output_is_utf_8_whatever_the_locale() -> None:
    run("seed")
    done = run_process("show", "vance-kill-industry", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.startswith("“kill")
