from pathlib import Path

from summittui.session.remembered import Remembered
from summittui.session.settings import Settings
from tests.ui.driver import SMALL, reading

FIRST = Remembered()
HINT = " New here?   ? all keys   : any command by its name   c compare   Esc hides this"


async def test_the_very_first_start_names_three_keys_and_never_again(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, remembered=FIRST) as reader:
        assert reader.lines[1].rstrip() == HINT
        assert reader.app.remembered == Remembered(welcomed=True)
    async with reading(tmp_path, SMALL, remembered=reader.app.remembered) as later:
        assert not later.sees("New here?")


async def test_it_goes_after_a_few_keys_which_do_what_they_do(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, remembered=FIRST) as reader:
        before = reader.rows_of("actors").cursor_key
        await reader.press("j", "j", "j", "j")
        assert reader.sees("New here?")
        await reader.press("k")
        assert not reader.sees("New here?")
        assert reader.rows_of("actors").cursor_key != before


async def test_escape_hides_it_and_does_nothing_else(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, remembered=FIRST) as reader:
        await reader.press("z", "escape")
        assert not reader.sees("New here?")
        assert reader.app.screen.has_class("-zoomed")
        await reader.press("escape")
        assert not reader.app.screen.has_class("-zoomed")


async def test_the_settings_can_leave_it_out_and_it_names_the_present_keys(tmp_path: Path) -> None:
    async with reading(tmp_path, SMALL, remembered=FIRST, settings=Settings(hints=False)) as reader:
        assert not reader.sees("New here?")
        assert not reader.app.remembered.welcomed
    async with reading(tmp_path, SMALL, remembered=FIRST, settings=Settings(keys={"help": ("f2",)})) as reader:
        assert reader.sees("New here?   F2 all keys")
