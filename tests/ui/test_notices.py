"""Notices: one at a time, and never over the detail."""

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.ui.driver import MEDIUM, SMALL, WIDE, reading


@pytest.mark.parametrize("size", [SMALL, MEDIUM, WIDE])
async def test_one_notice_stands_at_a_time_and_not_over_the_detail(size: tuple[int, int], tmp_path: Path) -> None:
    async with reading(tmp_path, size) as reader:
        await reader.run("compare", "pane-2", "find-name")
        await reader.settle()
        (toast,) = reader.app.screen.query(Toast)
        detail = reader.app.screen.query_one("#detail")
        assert not toast.region.intersection(detail.region)
        assert reader.told == ["Quotes have no names to jump to; / finds their words."]
        assert reader.sees("Quotes have no names to jump to")
