"""Long pastes into the lines of the screens, and long queries."""

from pathlib import Path
from time import process_time

import pytest
from textual.events import Paste
from textual.widgets import Input

from summittui.queries.language import QueryError
from summittui.queries.language.parsing import LONGEST, parse_query
from tests.cli.test_commands import run
from tests.ui.driver import MEDIUM, reading
from tests.ui.test_typing import LINES, commands_run

MOST_SECONDS = 1.0
"""CPU that a refused paste may take with all that follows from it, on a slow machine."""


@pytest.mark.parametrize("command", ["filter", "search", "palette"])
async def test_a_paste_that_is_too_long_is_refused_in_a_sentence(tmp_path: Path, command: str) -> None:
    async with reading(tmp_path) as reader:
        await reader.run(command)
        await reader.settle()
        reader.app.post_message(Paste("abc def " * 125_000))
        await reader.settle()
        assert any("has 1,000,000 characters; a line takes 2,000" in each for each in reader.told)


async def test_a_paste_of_a_million_characters_is_answered_in_every_line_and_runs_nothing(tmp_path: Path) -> None:
    pasted = "q\rabc def " * 100_000
    async with reading(tmp_path, MEDIUM) as reader:
        browse = reader.app.screen
        for name, (ways, opening) in LINES.items():
            await reader.press("1", *ways)
            await reader.run(opening)
            await reader.settle()
            line = reader.app.focused
            assert isinstance(line, Input), name
            before = line.value
            with commands_run() as ran:
                begun = process_time()
                reader.app.post_message(Paste(pasted))
                await reader.settle()
                assert process_time() - begun < MOST_SECONDS, name
            assert (ran, line.value) == ([], before), name
            assert "1,000,000 characters" in reader.told[-1], name
            while reader.app.screen is not browse or isinstance(reader.app.focused, Input):
                await reader.press("escape")


def test_a_query_that_is_too_long_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    parse_query("a" * LONGEST)
    with pytest.raises(QueryError, match="shorten it to 2,000"):
        parse_query("a" * (LONGEST + 1))
    result = run("search", "word " * 20_000)
    assert result.exit_code == 2
    assert "shorten it to 2,000" in result.stderr
