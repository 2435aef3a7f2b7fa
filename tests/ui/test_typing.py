"""What is typed into a line never runs a command: not ahead of the line, not after anything that comes between."""

import string
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from textual.widgets import Input

from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.lookup import command
from tests.hostile.walk import go_home
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
TRIED = 4
"""Into how many lines is typed for each of these."""
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
            await reader.resize(80, 24)
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
        await reader.resize(20, 5)
        await reader.burst(*texts[1])
        await reader.resize(*MEDIUM)
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


async def test_every_letter_that_is_a_command_is_typed(tmp_path: Path) -> None:
    with commands_run() as ran:
        async with reading(tmp_path) as reader:
            for name in LINES:
                await type_into(reader, name, (LETTERS, LETTERS[-2:]), "nothing", ran)
                await go_home(reader)


@pytest.mark.parametrize("between", BETWEEN)
async def test_nothing_that_comes_between_lets_what_is_typed_run_a_command(between: str, tmp_path: Path) -> None:
    random = Random(between)
    lines = [name for name in LINES if name not in ASKS or between != "closed and opened again"]
    with commands_run() as ran:
        async with reading(tmp_path) as reader:
            for name in random.sample(lines, TRIED):
                words = ["".join(random.choices(LETTERS, k=random.randint(2, 6))) for _ in range(2)]
                await type_into(reader, name, (words[0], words[1]), between, ran)
                await go_home(reader)
