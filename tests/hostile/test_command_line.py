"""Every command, in every form, on records whose every text is hostile."""

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summittui.cli import app, main
from summittui.model import TABLES, Records
from tests.hostile.corpus import FORBIDDEN, breaches, writable
from tests.hostile.made import hostile_records, hostile_store, id_of
from tests.thorough import THOROUGH

TEXTS = list(writable().values())
SHARE = 4
"""One in so many texts is given to a command by default."""
FORMS = ((), ("--json",), ("--csv",), ("--markdown",))
READING: dict[str, tuple[tuple[str, ...], ...]] = {
    "list": tuple((table,) for table in TABLES),
    "show": tuple((id_of(table, at),) for table in TABLES for at in range(0, len(TEXTS), 9)),
    "compare": (
        ("actors-0", "actors-1", "declarations-2"),
        ("declarations-0", "declarations-1"),
        ("actors-0", "actors-1", "--by", "declaration"),
    ),
    "brief": (
        ("actors-0", "actors-1", "declarations-2"),
        ("actors-3", "actors-4", "--format", "html"),
    ),
    "export": (
        ("--format", "jsonl"),
        ("--format", "web-annotation"),
        ("--format", "schema-org"),
    ),
    "ledger": ((), ("declarations-0", "--group", "actors-0", "--sort", "latest")),
    "matrix": ((),),
    "pairs": ((),),
    "timeline": ((),),
    "sources": (("compare", "sources-0", "sources-1"),),
    "variants": (("quotes-0",),),
    "search": (("a",),),
    "check": ((),),
    "verify": (("sources-0",),),
    "info": ((),),
    "collections": (("list",),),
    "log": ((),),
    "cite": (("quotes-0", "claims-0", "sources-0"), ("declarations-0", "--style", "markdown")),
    "view": (("browse pane:quotes",), ("matrix",), ("compare actors-0 actors-1 by:date",)),
    "views": ((),),
    "agreement": ((),),
    "review": (("list", "--state", "any"), ("show", "proposals-0", "proposals-1", "proposals-2")),
    "config": (("show",), ("path",)),
    "completion": (("bash",),),
}
"""The commands that write what is in the store."""
WRITING: dict[str, tuple[tuple[str, ...], ...]] = {
    "attach": (("{}",),),
    "load": (("{}",), ("{}", "--replace")),
    "import": (
        ("{}", "--outlet", "{}"),
        ("-", "--title", "{}", "--outlet", "{}"),
        ("{}", "--workers", "1"),
        ("{}", "--queue", "--title", "{}"),
        ("--queue",),
    ),
    "new": (("{}",), ("{}", "--from-collection", "{}")),
    "copy": (("{}", "copied.json"),),
    "add": (
        ("actor", "--name", "{}", "--kind", "person"),
        ("source", "--outlet", "{}", "--kind", "article", "--published", "{}"),
        ("quote", "--speaker", "{}", "--source", "{}", "--kind", "direct", "--text", "{}"),
        ("actor", "--from-toml", "{}"),
        ("claim", "--source", "{}", "--author", "{}", "--kind", "fact", "--gist", "{}", "--words", "{}"),
        ("event", "--name", "{}", "--alias", "{}", "--place", "{}", "--date", "{}"),
        (
            "disagreement",
            "--title",
            "{}",
            "--kind",
            "detail",
            "--severity",
            "low",
            "--side",
            "{}",
            "--explanation",
            "{}",
        ),
    ),
    "edit": (("{}", "--set", "name={}"), ("actors-0", "--set", "{}"), ("actors-0", "--set", "name={}")),
    "camps": (("add", "{}", "--member", "{}"), ("add", "{}", "--member", "actors-0")),
    "delete": (("{}",), ("actors-0",)),
    "merge": (("{}", "{}"),),
    "rename": (("{}", "{}"), ("actors-0", "{}")),
    "stance": (("{}", "{}", "for"), ("quotes-0", "issues-0", "for", "--holder", "{}")),
    "memo": (("{}", "{}"), ("actors-0", "{}")),
    "star": (("{}",), ("actors-0",)),
    "undo": ((),),
    "seed": ((), ("--collection", "{}")),
    "backup": (("{}/backup",),),
    "serve": (
        ("--host", "{}", "--token-file", "/dev/null"),  # which is refused before anything is served
        ("--origin", "{}", "--token-file", "/dev/null"),
        ("--token-file", "{}", "--host", "192.0.2.1", "--allow-remote"),
    ),
    "compact": ((),),
    "recover": ((),),
}
"""The commands that are given words; `{}` stands for a hostile one."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "store.json"
    hostile_store(path, TEXTS)
    monkeypatch.setenv("SUMMITTUI_STORE", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in {0, 1, 2, 3}
    assert not breaches(result.stderr.split("\n"))
    return result


def shared_out(texts: list[str], number: int) -> list[str]:
    """Return the texts that one of several tests tries: together they try each, all of them where that is asked for."""
    return texts if THOROUGH else texts[number % SHARE :: SHARE]


def test_every_command_is_tried() -> None:
    assert set(app._COMMANDS) == READING.keys() | WRITING.keys()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("form", FORMS)
def test_what_a_command_writes_for_a_reader_is_harmless(name: str, form: tuple[str, ...]) -> None:
    for arguments in READING[name]:
        written = run(name, *arguments, *form)
        if "--csv" not in form:
            assert not breaches(written.stdout.split("\n"))


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", WRITING)
def test_what_a_command_says_about_hostile_words_is_harmless(name: str) -> None:
    for arguments in WRITING[name]:
        hostile = [text for text in TEXTS if "\0" not in text] if any("{}" in each for each in arguments) else [""]
        for text in shared_out(hostile, list(WRITING).index(name)):
            run(name, *(each.replace("{}", text) for each in arguments))


@pytest.mark.parametrize("name", READING)
def test_a_store_that_breaks_the_rules_is_shown_as_harmlessly(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile_store(tmp_path / "store.json", TEXTS, lawless=True)
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    records = hostile_records(TEXTS, lawless=True)
    for arguments in READING[name]:
        ids = [_lawless(records, each) for each in arguments]
        for form in FORMS[:3]:
            written = run(name, *ids, *form)
            if "--csv" not in form:
                assert not breaches(written.stdout.split("\n"))


def _lawless(records: Records, argument: str) -> str:
    table, _, number = argument.rpartition("-")
    return records.table(table)[int(number)].id if table in TABLES else argument


@pytest.mark.usefixtures("store")
def test_json_csv_and_toml_alter_no_character() -> None:
    listed = json.loads(run("list", "actors", "--json").stdout)
    assert [each["name"] for each in listed] == TEXTS
    rows = list(csv.DictReader(io.StringIO(run("list", "actors", "--csv").stdout_bytes.decode(), newline="")))
    assert [row["name"] for row in rows] == TEXTS
    for number in range(0, len(TEXTS), 5):
        assert tomllib.loads(run("show", id_of("actors", number), "--toml").stdout)["name"] == TEXTS[number]


@pytest.mark.usefixtures("store")
def test_csv_on_a_terminal_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summittui.cli.output.on_terminal", lambda: True)
    assert not FORBIDDEN.search(run("list", "quotes", "--csv").stdout)


@pytest.mark.parametrize("text", [text for text in TEXTS if "\0" not in text])
def test_a_hostile_path_is_named_harmlessly(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (("--store", text, "info"), ("--store", f"{text}/x/y", "--read-only", "info")):
        assert not breaches(run(*arguments).stdout.split("\n"))
    monkeypatch.setenv("SUMMITTUI_STORE", text)
    assert not breaches(run("info").stdout.split("\n"))
    Path("file").write_text(text, encoding="utf-8")
    run("--store", "file", "info")
