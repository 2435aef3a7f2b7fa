import re
import runpy
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click
import pytest

from summittui.cli import main
from summittui.library.answers.query_reading import read_query
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.model import TABLES
from summittui.session.settings import schema
from summittui.session.settings_file import read_settings
from summittui.ui.keys.keymap import settings_problems
from summittui.ui.keys.lookup import key_label
from summittui.ui.keys.table import COMMANDS
from tests.paris import paris

ROOT = Path(__file__).parents[1]
PAGES = tuple(sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")}))
LINK = re.compile(r"\[[^\]]*\]\(\s*([^)\s]+)[^)]*\)|<(?:a|img)\b[^>]*?(?:href|src)=\"([^\"]+)\"")
ELSEWHERE = ("http://", "https://", "mailto:")


def commands() -> tuple[tuple[str, click.Command], ...]:
    return tuple(commands_under("summittui", main))


def commands_under(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name, **command.context_settings)
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            assert below is not None
            yield from commands_under(f"{name} {word}", below)


def made_pages() -> dict[str, str]:
    return cast("dict[str, str]", runpy.run_path(str(ROOT / "docs" / "make.py"))["pages"]())


def section(page: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one."""
    _, found, rest = page.partition(f"\n## {heading}\n")
    assert found, f"no section {heading!r}"
    return rest.partition("\n## ")[0]


def anchors(page: Path) -> set[str]:
    """Return what a link to a heading of the page may end with, as GitHub forms it."""
    headings = re.findall(r"^#+ +(.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = ("".join(match) for match in LINK.findall(text))
    return [each for each in found if not each.startswith(ELSEWHERE)]


def broken(page: Path, link: str) -> str | None:
    """Return why a link leads nowhere, or None."""
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists():
        return f"{page.name}: {link} does not exist"
    if not target.is_relative_to(ROOT):
        return f"{page.name}: {link} leads out of the project"
    if anchor and anchor not in anchors(target):
        return f"{page.name}: {link} names no heading of {target.name}"
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_inside_the_project_is_there(page: Path) -> None:
    assert [reason for link in links(page) if (reason := broken(page, link))] == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = ROOT / "README.md"
    assert links(page)
    assert broken(page, "docs/none.md") == "README.md: docs/none.md does not exist"
    assert broken(page, "docs/keys.md#none") == "README.md: docs/keys.md#none names no heading of keys.md"
    assert broken(page, "docs/keys.md#everywhere") is None
    other = tmp_path / "page.md"
    other.write_text('[a](b.md "title") ![c](d.svg) <img src="e.png"> [f](https://g)\n```\n[h](i)\n```\n')
    assert links(other) == ["b.md", "d.svg", "e.png"]


@pytest.mark.parametrize("name", ["keys.md", "command-line.md", "query.md", "settings.md", "summittui.1"])
def test_a_page_that_the_program_makes_is_up_to_date(name: str) -> None:
    shipped = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert shipped == made_pages()[name], "run `python docs/make.py`"


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    text = section((ROOT / "docs" / "command-line.md").read_text(encoding="utf-8"), name)
    assert command.help, name
    assert command.help.split("\n")[0] in text
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.name}"
            assert parameter.help in text
            assert all(re.search(rf"[`,] ?{option}\b", text) for option in parameter.opts)
    assert "--help" in text


def test_every_query_in_the_page_on_queries_means_something() -> None:
    page = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")
    library = MemoryLibrary(paris().records)
    queries = re.findall(r"^\| `([^`]+)` \|", section(page, "By examples"), re.MULTILINE)
    assert len(queries) > 10
    for query in queries:
        assert any(matching_ordinals(library, table, read_query(library, query)) for table in TABLES), query


def test_every_exit_code_is_documented() -> None:
    text = section((ROOT / "docs" / "command-line.md").read_text(encoding="utf-8"), "Exit codes")
    assert re.findall(r"^\| (\d+) \|", text, re.MULTILINE) == [
        "0",
        "1",
        "2",
        "3",
        "70",
        "74",
        "129",
        "130",
        "131",
        "142",
        "143",
    ]


def man_page() -> str:
    """Return the man page without the escapes of roff, lines joined."""
    text = (ROOT / "docs" / "summittui.1").read_text(encoding="utf-8")
    plain = {"\\-": "-", "\\fB": "", "\\fR": "", "\\(aq": "'", "\\(dq": '"', "\\(ti": "~", "\\(ga": "`", "\\(ha": "^"}
    for escaped, sign in {**plain, "\\&": "", "\\e": "\\"}.items():
        text = text.replace(escaped, sign)
    return text


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_man_page_has_every_command_and_option(name: str, command: click.Command) -> None:
    _, found, part = man_page().partition(f"\n.SS {name}\n" if " " in name else "\n.SH OPTIONS\n")
    assert found, name
    part = part.partition("\n.S")[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help is not None
            assert parameter.help in part
            assert all(re.search(rf"(^|, ){option}\b", part, re.MULTILINE) for option in parameter.opts)


def test_the_man_page_has_the_exit_codes_the_environment_and_the_files() -> None:
    page = man_page()
    for word in ("EXIT STATUS", "130", "SUMMITTUI_STORE", "VISUAL, EDITOR", "NO_COLOR", "TERM", "FILES", "store.json"):
        assert f"\n{word}" in page or f"{word}\n" in page
    assert page.isascii()


@pytest.mark.parametrize(
    "check", [("mandoc", "-Tlint", "-Wwarning"), ("groff", "-man", "-ww", "-z")], ids=lambda it: it[0]
)
def test_the_man_page_is_well_formed(check: tuple[str, ...]) -> None:
    if shutil.which(check[0]) is None:
        pytest.skip(f"{check[0]} is not installed")
    done = subprocess.run([*check, str(ROOT / "docs" / "summittui.1")], capture_output=True, text=True, check=False)
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
    assert complaints == []


def test_every_command_of_the_screens_is_documented_with_all_its_keys() -> None:
    rows = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8").splitlines()
    for each in COMMANDS:
        row = next((row for row in rows if f"| {each.id} |" in row), None)
        assert row is not None, each.id
        assert each.help in row
        assert all(f"`{key_label(key)}`" in row for key in each.keys), row


def test_every_setting_is_documented_with_all_its_values() -> None:
    rows = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    for each in schema():
        (row,) = (row for row in rows if row.startswith(f"| `{each.name}` |"))
        assert each.doc in row
        assert all(f"`{choice}`" in row for choice in each.choices)


def test_the_settings_that_the_page_shows_are_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "config.toml").write_text(example, encoding="utf-8")
    file = read_settings(tmp_path / "config.toml")
    assert settings_problems(file) == ()
    assert file.named == {"theme", "keys"}
