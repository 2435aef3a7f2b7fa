"""A picker: names are looked for in a thread, and what is taken is what was typed for, however late it is found."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from summittui.library.memory.library import MemoryLibrary
from summittui.ui.dialogs import picker
from summittui.ui.dialogs.picker import PickerScreen
from tests.ui.driver import SMALL, reading


async def test_enter_before_the_names_are_found_takes_what_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer, named_like = Event(), MemoryLibrary.named_like
    may_answer.set()

    def late(library: MemoryLibrary, *asked: Any) -> Sequence[tuple[str, str]]:
        assert may_answer.wait(60)
        return named_like(library, *asked)

    monkeypatch.setattr(MemoryLibrary, "named_like", late)
    monkeypatch.setattr(picker, "MOST", 3)
    async with reading(tmp_path, SMALL) as reader:
        taken: list[str | None] = []
        screen = PickerScreen("Which actor?", reader.library, ("actors",))
        reader.app.push_screen(screen, taken.append)
        await reader.settle()
        assert reader.sees("the first 3 · go on typing")
        may_answer.clear()
        screen.narrow("china")
        screen.accept()
        assert taken == []
        may_answer.set()
        while not taken:
            await reader.settle()
        assert taken == ["china"]
