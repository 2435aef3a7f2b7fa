from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from summittui.ui.display.segments import sgr_of
from summittui.ui.display.sgr import PLAIN, blank_after, blank_sgr, change, is_erasable
from tests.ui.emulator import Terminal

COLOURS = st.sampled_from([None, "default", "red", "bright_blue", "color(99)", "#102030"])
FLAGS = st.sampled_from([None, True, False])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=FLAGS,
    dim=FLAGS,
    italic=FLAGS,
    underline=FLAGS,
    reverse=FLAGS,
    strike=FLAGS,
)
SYSTEMS = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR, None])


@settings(deadline=None)
@given(STYLES, STYLES, SYSTEMS)
def test_a_change_gives_the_look_that_setting_it_anew_gives(old: Style, new: Style, system: ColorSystem | None) -> None:
    before, after = sgr_of(old, system), sgr_of(new, system)
    stepped, anew = Terminal(4, 1), Terminal(4, 1)
    stepped.write(f"\x1b[0;{before}m" + change(before, after) + "x")
    anew.write(f"\x1b[0;{after}m" + "x")
    assert stepped.cells() == anew.cells()
    assert len(change(before, after)) <= len(f"\x1b[0;{after}m")


@settings(deadline=None)
@given(STYLES, STYLES)
def test_a_blank_is_written_in_the_nearest_look_that_shows_it_right(pen: Style, style: Style) -> None:
    before, blank = sgr_of(pen, ColorSystem.TRUECOLOR), blank_sgr(sgr_of(style, ColorSystem.TRUECOLOR))
    near, exact = Terminal(4, 1), Terminal(4, 1)
    near.write(f"\x1b[0;{blank_after(before, blank)}m ")
    exact.write(f"\x1b[0;{sgr_of(style, ColorSystem.TRUECOLOR)}m ")
    assert near.cells() == exact.cells()


def test_a_colour_of_the_palette_is_sent_by_its_number() -> None:
    assert sgr_of(Style(color="#d0d0d0", bgcolor="#5f87af"), ColorSystem.TRUECOLOR) == "38;5;252;48;5;67"
    assert sgr_of(Style(color="#010203"), ColorSystem.TRUECOLOR) == "38;2;1;2;3"


def test_a_style_without_looks_is_plain() -> None:
    assert sgr_of(None, ColorSystem.TRUECOLOR) == sgr_of(Style(), ColorSystem.TRUECOLOR) == PLAIN


def test_without_colours_only_the_attributes_are_left() -> None:
    assert sgr_of(Style(color="red", bold=True), None) == "1"


def test_a_link_never_reaches_the_terminal() -> None:
    assert sgr_of(Style(link="https://example.org"), ColorSystem.TRUECOLOR) == PLAIN


def test_only_blanks_that_erasing_gives_are_erased() -> None:
    assert is_erasable("31", by_colour=False)
    assert is_erasable("1;31;44", by_colour=True)
    assert not is_erasable("31;44", by_colour=False)
    assert not is_erasable("7", by_colour=True)
    assert not is_erasable("4;44", by_colour=True)
