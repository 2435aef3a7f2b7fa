from contextvars import copy_context

from rich.text import Text

from summittui.ui.keys.command import Command, Scope
from summittui.ui.keys.lookup import hints_for, use_keys
from summittui.ui.widgets.bars import MOST_HINTS, HintBar, TitleBar
from tests.ui.demo import DemoApp, shown


async def test_the_title_bar_shows_both_ends_and_cuts_the_left_one_first() -> None:
    bar = TitleBar()
    app = DemoApp(bar)
    async with app.run_test(size=(30, 3)) as pilot:
        bar.left, bar.right = Text("summittui paris-2025 · 25 quotes"), Text("? help")
        await pilot.pause()
        assert shown(app)[0] == " summittui paris-202…  ? help "


async def test_hints_are_dropped_whole() -> None:
    bar = HintBar()
    for width in range(1, 90):
        assert not bar.line(width).plain.strip()
    bar.show_commands(hints_for(Scope.APP, Scope.BROWSE))
    whole = bar.line(200).plain.split("   ")
    assert whole[0] == " ? help"
    assert len(whole) == MOST_HINTS
    for width in range(8, 90):
        line = bar.line(width)
        assert line.cell_len <= width
        assert {part.strip() for part in line.plain.split("  ")} <= {part.strip() for part in whole}
        assert line.plain.startswith(" ? help")


def test_the_last_hint_keeps_its_place_among_too_many() -> None:
    bar = HintBar()
    bar.show_commands(hints_for(Scope.APP, Scope.LIST, Scope.COMPARE))
    assert len(bar.hints) == MOST_HINTS
    assert bar.hints[-1].id == "palette"


def test_long_keys_push_hints_out_and_a_command_without_a_key_has_none() -> None:
    keys = {"palette": ("ctrl+shift+pageup",), "help": ("ctrl+shift+pagedown",), "filter": (), "mark": ("f12",)}

    def hints_with_other_keys() -> tuple[Command, ...]:
        use_keys(keys)
        return hints_for(Scope.APP, Scope.BROWSE)

    bar = HintBar()
    bar.show_commands(copy_context().run(hints_with_other_keys))
    assert [each.id for each in bar.hints] == ["help", "mark", "compare", "source", "add", "palette"]
    assert bar.line(80).plain == " ctrl+shift+PgDn help   F12 mark   c compare   o source   ctrl+shift+PgUp more"
    assert bar.line(50).plain == " ctrl+shift+PgDn help   ctrl+shift+PgUp more"
    assert bar.line(30).plain == " ctrl+shift+PgDn help"
