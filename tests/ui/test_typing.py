"""What is typed into a line never runs a command: not ahead of the line, not after anything that comes between."""

import string
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.widgets import Input

from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.lookup import command
from tests.ui.driver import MEDIUM, Reader, reading

LINES: dict[str, tuple[tuple[str, ...], str]] = {
    "filter": ((), "filter"),
    "filter of the quotes": (("2",), "filter"),
    "name": ((), "find-name"),
    "search": ((), "search"),
    "palette": ((), "palette"),
    "saved views": ((), "views"),
    "name of a view": ((), "save-view"),
    "help": (("question_mark",), "filter"),
    "facets": (("2", "p"), "filter"),
    "columns": (("vertical_line",), "filter"),
    "new quote": (("2",), "add"),
    "memo": ((), "memo"),
    "export": ((), "export"),
    "picker": (("space", "space", "c"), "add-column"),
    "search from the reader": (("2", "o"), "search"),
    "search from the matrix": (("M",), "search"),
    "find in a text": (("2", "o"), "find-text"),
    "find in documents": (("D",), "find-text"),
}
"""The lines that can be typed in: the keys that lead to where it is opened, and the command that opens it."""
ASKS = {"new quote", "memo"}
"""Those that ask before they throw away what was typed."""
BETWEEN = ("nothing", "a notice", "an answer", "another size", "too small a size", "closed and opened again")
LETTERS = "".join(each for each in string.printable if each.isprintable() and each != " ")


@contextmanager
def commands_run() -> Iterator[list[str]]:
    """The ids of the commands that are run meanwhile."""
    ids: list[str] = []
    run_command = CommandScreen.run_command

    def note(screen: CommandScreen[object], command_id: str) -> None:
        ids.append(command_id)
        run_command(screen, command_id)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CommandScreen, "run_command", note)
        yield ids


async def come_between(reader: Reader, what: str, opening: str) -> None:
    """Let something happen while somebody types."""
    match what:
        case "a notice":
            reader.app.say("Something was done.")
        case "an answer":
            reader.app.session_host.reload(asked=True)
        case "another size":
            await reader._pilot.resize_terminal(80, 24)
        case "closed and opened again":
            while isinstance(reader.app.focused, Input):
                await reader.press("escape")
            await reader.burst(opening)
    await reader.settle()


async def type_into(reader: Reader, name: str, texts: tuple[str, str], between: str, ran: list[str]) -> None:
    """Open a line and type at once, let something come between, type on; what was typed must stand in the line."""
    ways, opening = LINES[name]
    await reader.press(*ways)
    await reader.settle()
    ran.clear()
    key = command(opening).keys[0]
    await reader.burst(key, *texts[0])
    assert ran == [opening]
    if between == "too small a size":
        await reader._pilot.resize_terminal(20, 5)
        await reader.burst(*texts[1])
        await reader._pilot.resize_terminal(*MEDIUM)
    else:
        await come_between(reader, between, key)
        ran.clear()
        await reader.burst(*texts[1])
        assert ran == []
    assert reader.app.is_running
    line = reader.app.focused
    assert isinstance(line, Input)
    assert line.value.endswith(texts[1] if between == "closed and opened again" else "".join(texts))
    assert set(ran) <= {opening}


@pytest.mark.parametrize("name", LINES)
async def test_every_letter_that_is_a_command_is_typed(name: str, tmp_path: Path) -> None:
    with commands_run() as ran:
        async with reading(tmp_path) as reader:
            await type_into(reader, name, (LETTERS, LETTERS[::-1]), "nothing", ran)


@pytest.mark.parametrize("between", BETWEEN)
@settings(max_examples=4)
@given(name=st.sampled_from(sorted(LINES)), texts=st.tuples(*[st.text(LETTERS, min_size=2, max_size=6)] * 2))
async def test_nothing_that_comes_between_lets_what_is_typed_run_a_command(
    between: str, name: str, texts: tuple[str, str]
) -> None:
    if name in ASKS and between == "closed and opened again":
        return
    with tempfile.TemporaryDirectory() as folder, commands_run() as ran:
        async with reading(Path(folder)) as reader:
            await type_into(reader, name, texts, between, ran)
