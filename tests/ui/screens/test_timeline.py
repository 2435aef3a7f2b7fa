from pathlib import Path

import pytest

from summittui.library.answers.timeline import Moment, MomentKind, Timeline
from summittui.model import Records
from summittui.ui.render.timeline import sparkline
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.screens.timeline import TimelineScreen
from tests.hostile.walk import go_home
from tests.ui.visiting import SIZES, visiting


def made(*dates: str) -> Timeline:
    moments = [
        Moment(date=date, kind=MomentKind.EVENT, record="e", actors=(), label="e", sources=()) for date in sorted(dates)
    ]
    return Timeline(moments=tuple(moments), without_date=())


async def test_moments_stand_under_their_dates_with_their_precision(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        for size in SIZES:
            await reader.resize(*size)
            await reader.run("timeline")
            await reader.press("escape")
            screen = reader.on(TimelineScreen)
            assert reader.fits()
            assert reader.sees("everybody")
            assert reader.sees("2023  only the year is known")
            assert reader.sees("▫ published")
            while screen.moment is None or screen.moment.record != "paris-ai-action-summit":
                await reader.press("j")
            assert reader.sees("2025-02-11")
            assert reader.sees("The day is that of its end.")
            await go_home(reader)


async def test_from_an_actor_in_browse_it_shows_that_actor_until_escape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.run("timeline")
        screen = reader.on(TimelineScreen)
        assert screen.live.answer
        own = len(screen.live.answer.moments)
        assert reader.sees("United States · Esc shows everybody")
        await reader.press("escape")
        assert len(screen.live.answer.moments) > own
        await reader.press("escape")
        assert reader.app.screen is not screen
        monkeypatch.setattr("summittui.library.answers.timeline.MOST", 3)
        await reader.run("timeline")
        assert not reader.sees("more than the 3")
        await reader.press("escape")
        await reader.settle()
        assert reader.sees("more than the 3 that are shown at once. O limits what is shown")
        await reader.run("export")
        assert "more than the 3" in reader.told[-1]


async def test_a_quote_opens_its_passage_and_a_declaration_its_detail(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("united-states")
        await reader.run("timeline")
        screen = reader.on(TimelineScreen)
        while screen.moment is None or screen.moment.record != "paris-statement":
            await reader.press("j")
        await reader.press("enter")
        assert screen.body.detail_view.has_focus
        await reader.press("escape")
        assert screen.body.list_pane.has_focus
        while screen.moment.record != "vance-kill-industry":
            await reader.press("j")
        assert reader.sees("not after 2025-02-11")
        await reader.press("enter")
        reader.on(ReaderScreen)
        await reader.press("escape")
        assert reader.on(TimelineScreen).moment == screen.moment


async def test_an_act_opens_its_own_passage(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.choose("united-kingdom")
        await reader.run("timeline")
        screen = reader.on(TimelineScreen)
        while screen.moment is None or screen.moment.record != "paris-statement":
            await reader.press("j")
        passage = screen.passage()
        assert passage
        assert passage.field == "evidence"


async def test_what_has_no_date_stands_at_the_end_and_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path) as reader:
        await reader.run("timeline")
        await reader.press("escape", "G")
        moment = reader.on(TimelineScreen).moment
        assert moment
        assert moment.date == ""
        lines = reader.on(TimelineScreen).detail_lines()
        assert lines[0].plain == "No date is stated"


async def test_without_records_it_says_so(tmp_path: Path) -> None:
    async with visiting(tmp_path, (80, 24), records=Records()) as reader:
        await reader.run("timeline")
        assert reader.sees("The store holds no records with a date.")
        await reader.press("enter", "o", "j", "tab", "tab", "tab")
        reader.on(TimelineScreen)


def test_the_sparkline_shows_months_while_they_fit_then_years_then_bars_alone() -> None:
    some = made("2024-01-02", "2024-01-03", "2024-05", "2025")
    assert sparkline(some, "2024-05", 60).plain == "2024-01 ▇ 2   2024-05 ▃ 1   2025 ▃ 1"
    assert sparkline(some, "2024-05", 24).plain == "2024 ▇ 3   2025 ▂ 1"
    many = made(*(str(1900 + year) for year in range(0, 100, 2)))
    for width in (40, 60, 120):
        bars = sparkline(many, "1950", width)
        assert bars.cell_len <= width
        assert bars.plain.startswith("1900 ")
        assert bars.plain.endswith(" 1998")


def test_the_bar_of_the_cursor_is_highlighted() -> None:
    shown = sparkline(made("2024", "2025"), "2025", 60)
    highlighted = [shown.plain[span.start : span.end] for span in shown.spans if span.style == "match"]
    assert highlighted == ["▇"]
    assert shown.plain.index("▇") < shown.plain.rindex("▇")
    assert [span.start for span in shown.spans if span.style == "match"] == [shown.plain.rindex("▇")]
