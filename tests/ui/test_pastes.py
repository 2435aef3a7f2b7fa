"""Long pastes into the lines of the screens, and long queries."""

from pathlib import Path

import pytest
from textual.events import Paste

from summittui.queries.language import QueryError
from summittui.queries.language.parsing import LONGEST, parse_query
from tests.cli.test_commands import run
from tests.ui.driver import reading


@pytest.mark.parametrize("command", ["filter", "search", "palette"])
async def test_a_paste_that_is_too_long_is_refused_in_a_sentence(tmp_path: Path, command: str) -> None:
    async with reading(tmp_path) as reader:
        await reader.run(command)
        await reader.settle()
        reader.app.post_message(Paste("abc def " * 125_000))
        await reader.settle()
        assert any("has 1,000,000 characters; a line takes 2,000" in each for each in reader.told)


def test_a_query_that_is_too_long_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    parse_query("a" * LONGEST)
    with pytest.raises(QueryError, match="shorten it to 2,000"):
        parse_query("a" * (LONGEST + 1))
    result = run("search", "word " * 20_000)
    assert result.exit_code == 2
    assert "shorten it to 2,000" in result.stderr
