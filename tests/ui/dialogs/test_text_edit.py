"""A record in the user's own editor."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.model import Declaration, Quote
from summittui.session import Session
from summittui.ui.dialogs.text_edit import TextEdit
from tests.ui.driver import SMALL, WIDE, reading


def run(arguments: Sequence[str]) -> int:
    """Run a program without a terminal to give it."""
    return subprocess.run(arguments, check=False).returncode


def does(editor: Path, change: str) -> None:
    """Make the editor change its file as `sed` does."""
    editor.write_text(f"#!/bin/sh\nsed -i '{change}' \"$1\"\n")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that is the editor; what it does is written into it."""
    script = tmp_path / "an editor.sh"
    does(script, "")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", f"'{script}'")
    return script


async def test_a_record_is_changed_in_the_editor(tmp_path: Path, editor: Path) -> None:
    does(editor, 's/^kind/role = "guest"\\nkind/')
    async with reading(tmp_path, program=run) as reader:
        await reader.choose("khan-pathway", "quotes")
        await reader.run("edit")
        await reader.settle()
        assert reader.library.get_as(Quote, "khan-pathway").role == "guest"
        assert reader.rows_of("quotes").cursor_key == "khan-pathway"


async def test_a_text_that_is_no_record_can_be_edited_again_and_is_not_lost(tmp_path: Path, editor: Path) -> None:
    does(editor, 's/kind = "[a-z]*"/kind = "shouted"/')
    async with reading(tmp_path, WIDE, program=run) as reader:
        before = reader.library.get("khan-pathway")
        await reader.choose("khan-pathway", "quotes")
        await reader.run("edit")
        await reader.settle()
        assert reader.sees("'shouted' is not possible here; write one of direct, mixed, indirect, text")
        does(editor, 's/"shouted"/"indirect"/; s/^speaker.*/role = "guest"/')
        await reader.answer("Edit it again")
        quote = reader.library.get_as(Quote, "khan-pathway")
        assert (quote.kind, quote.role, quote.speaker) == ("indirect", "guest", None)
        assert quote != before


async def test_a_text_can_be_thrown_away(tmp_path: Path, editor: Path) -> None:
    does(editor, "s/.*/[/")
    async with reading(tmp_path, WIDE, program=run) as reader:
        before = reader.library.get("jd-vance")
        await reader.choose("jd-vance")
        await reader.run("edit")
        assert reader.sees("The text is no TOML")
        await reader.answer("Throw the text away")
        assert reader.library.get("jd-vance") == before


async def test_the_id_does_not_change_in_the_editor(tmp_path: Path, editor: Path) -> None:
    does(editor, 's/^id = .*/id = "other"/')
    async with reading(tmp_path, WIDE, program=run) as reader:
        await reader.choose("jd-vance")
        await reader.run("edit")
        assert reader.sees("The id must stay 'jd-vance'")


async def test_an_unchanged_text_changes_nothing(tmp_path: Path, editor: Path) -> None:
    does(editor, "s/no such words//")
    async with reading(tmp_path, program=run) as reader:
        await reader.choose("jd-vance")
        await reader.run("edit")
        assert any(each.startswith("Nothing was changed.") for each in reader.told)


async def test_an_edit_by_another_session_meanwhile_is_a_conflict(tmp_path: Path, editor: Path) -> None:
    async with reading(tmp_path, WIDE, program=run) as reader:
        await reader.choose("khan-pathway", "quotes")
        does(editor, 's/^speaker.*/role = "mine"/')
        other = Session.open(tmp_path / "store.json")

        def meanwhile(arguments: Sequence[str]) -> int:
            other.change(replace(other.library.get_as(Quote, "khan-pathway"), role="theirs"))
            reader.app.program = run
            return run(arguments)

        reader.app.program = meanwhile
        await reader.run("edit")
        await reader.look()
        await reader.settle()
        assert reader.library.get_as(Quote, "khan-pathway").role == "theirs"
        (edit,) = other.log("khan-pathway", last=1)
        assert reader.sees(f"theirs by {edit.who} {edit.when}")
        assert reader.sees('theirs role = "theirs"')
        assert reader.sees('mine role = "mine"')


@pytest.mark.usefixtures("editor")
async def test_a_conflict_opens_at_what_differs_in_a_long_record_too(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, program=run) as reader:
        await reader.choose("paris-statement", "declarations")
        other = Session.open(tmp_path / "store.json")

        def meanwhile(arguments: Sequence[str]) -> int:
            record = other.library.get_as(Declaration, "paris-statement")
            other.change(replace(record, tallies=()))
            reader.app.program = run
            return subprocess.run(["sed", "-i", 's/^kind = .*/kind = "mine"/', arguments[-1]], check=False).returncode

        reader.app.program = meanwhile
        await reader.run("edit")
        await reader.settle()
        assert reader.sees("theirs by")
        assert reader.sees('mine kind = "mine"')


async def test_an_editor_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    async with reading(tmp_path, program=run) as reader:
        await reader.choose("jd-vance")
        await reader.run("edit")
        assert any("/no/such/editor cannot be used (No such file or directory)" in each for each in reader.told)


async def test_without_a_terminal_to_give_away_the_reason_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.choose("jd-vance")
        await reader.run("edit")
        assert "The terminal cannot be given to another program here." in reader.told


async def test_an_id_that_names_another_folder_leads_the_editor_nowhere(tmp_path: Path) -> None:
    opened: list[Path] = []

    def program(arguments: Sequence[str]) -> int:
        opened.append(Path(arguments[-1]))
        return 0

    async with reading(tmp_path, program=program) as reader:
        record = replace(reader.library.get_as(Quote, "khan-pathway"), id="../../escaped")
        TextEdit(reader.app, record, lambda _id: None).begin()
    assert [path.name for path in opened] == ["record.toml"]
