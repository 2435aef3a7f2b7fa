"""The help texts: short, by task, with examples that work."""

import re
import shlex
import subprocess
import sys
from contextlib import chdir
from functools import cache
from pathlib import Path
from shutil import copyfile

import click
import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.cli.examples import examples_of
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Declaration
from summittui.session import Session
from tests.intake.readers.files import html_file
from tests.paris import paris
from tests.seeding import files_of, put_files
from tests.test_docs import ROOT, commands

EXAMPLES = tuple(line for _, command in commands() for line in examples_of(command))
SERVED = "postgresql://db.example.org/summit"
"""The store of the examples that need a server; `tests/postgres` runs these."""
GROUPS = frozenset(
    {
        "summittui",
        *(f"summittui {name}" for name in ("add", "camps", "collections", "config", "review", "sources")),
    }
)
ARTICLE = "“We will sign nothing today,” said Ada Lowe, the minister. Ben Hart said that the vote should come early."
BEFORE = {
    "undo": ("star", "jd-vance"),
    "collections remove": ("collections", "add", "ai-declarations"),
}
"""What is done before an example, by the words that it begins with."""
FILES = {"library.json": "json.json", "project.qdpx": "qdpx.qdpx", "codebook.qdc": "qdc.qdc"}
"""The files of the examples of `load`, by those of `docs/examples/` that they are."""
WITHOUT = GROUPS | {"summittui attach"}
"""What needs no example, or a document that does not come with the program."""


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("SUMMITTUI_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@cache
def files_after_import() -> dict[str, bytes]:
    """Return the files of a store into which the article was imported, by their names."""

    def make(path: Path) -> Session:
        with chdir(path.parent):
            Path("article.html").write_bytes(html_file(ARTICLE))
            imported = run("import", "article.html", "--outlet", "The Example", "--store", path.name)
        assert imported.exit_code == 0, imported.stderr
        return Session.open(path)

    return files_of(make)


@pytest.mark.parametrize("line", [line for line in EXAMPLES if SERVED not in line])
def test_an_example_of_the_help_can_be_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if line.startswith("serve"):  # by a server that ends at once
        monkeypatch.setattr("summittui.serve.serving.serve", lambda _settings, announce: announce("http://127.0.0.1/"))
    if line.startswith(("import", "review")):
        (tmp_path / "folder").mkdir()
        for path in ("article.html", "corrected.html", "folder/article.html"):
            (tmp_path / path).write_bytes(html_file(ARTICLE + " It did." * path.startswith("corrected")))
    if line.startswith(("import corrected", "review")):
        put_files(files_after_import(), tmp_path / "store.json")
    if line.startswith("load"):
        for path, example in FILES.items():
            copyfile(ROOT / "docs" / "examples" / example, tmp_path / path)
    first = next((command for begun, command in BEFORE.items() if line.startswith(begun)), ("info",))
    assert run(*first).exit_code == 0
    result = run(*shlex.split(line))
    assert result.exit_code == 0, result.stderr


def test_no_example_tells_an_act_on_a_shipped_text_that_its_sources_do_not() -> None:
    library, told = MemoryLibrary(paris().records), 0
    pages = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").splitlines()
    for line in (*EXAMPLES, *pages):
        for name, actor, act, source in re.findall(r'edit (\S+) .*--act "([^"=]+)=(\w+)@(\w+)"', line):
            found = library.find(name)
            assert isinstance(found, Declaration) or name == "the-example-charter", line
            if isinstance(found, Declaration):
                acts = {(library.name(each.actor), each.act.value, of) for each in found.acts for of in each.sources}
                assert (actor, act, source) in acts, line
                told += 1
    assert told


def test_the_help_stays_where_docstrings_are_dropped() -> None:
    code = "from tests.test_docs import commands; print([(name, command.help) for name, command in commands()])"
    plain, optimised = (
        subprocess.run([sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout
        for options in ([], ["-OO"])
    )
    assert plain == optimised
    assert all(command.help for _, command in commands())


def test_every_command_shows_an_example() -> None:
    assert {name for name, command in commands() if not examples_of(command)} == WITHOUT
    assert "summittui show jd-vance\n" in run("show", "--help").stdout


def test_commands_are_listed_by_task_each_on_one_line() -> None:
    text = run("--help").stdout
    headings = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert headings == ["Options:", "Find:", "Compare:", "Bring in:", "Prove:", "Edit:", "Share:", "Keep:"]
    listed = text.partition("\nFind:\n")[2].partition("\n\n  Exit codes")[0].splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ")]
    assert names == main.list_commands(click.Context(main))
    assert "..." not in "\n".join(listed)
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lsit",), "no such command 'lsit'; did you mean list?"),
        (("comprae", "china"), "no such command 'comprae'; did you mean compare?"),
        (("add", "qoute"), "no such command 'qoute'; did you mean quote?"),
        (
            ("add", "xyzzy"),
            "no such command 'xyzzy'; there are actor, claim, declaration, disagreement, event, issue, quote, source.",
        ),
        (("sources", "compar"), "no such command 'compar'; did you mean compare?"),
        (("compare", "china", "--unfoldd"), "--unfolded"),
        (("show", "jd-vanc"), "did you mean jd-vance?"),
        (("list", "quotes", "--actor", "jd-vnace"), "did you mean jd-vance, "),
    ],
)
def test_what_is_misspelt_is_answered_with_the_nearest(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_misspelt_command_drives_no_terminal() -> None:
    assert "\x1b" not in run("\x1b]0;x\x07lsit").stderr
