from itertools import combinations

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from summittui.session.settings import LAST, schema
from summittui.ui.theme.colours import TOKENS
from summittui.ui.theme.themes import (
    DARK,
    LIGHT,
    MONO,
    THEME_NAMES,
    THEMES,
    next_theme,
    setting_of,
    styles,
    theme_of,
    themes,
)

HIGH, BLIND, TERMINAL = (theme_of(name) for name in ("high-contrast", "colour-blind", "terminal"))
GROUNDED = (DARK, LIGHT, HIGH, BLIND)
"""The themes with a ground of their own."""
LOWEST_CONTRAST = {DARK: 4.5, LIGHT: 4.5, BLIND: 4.5, HIGH: 7.0}
"""WCAG 2.2, success criteria 1.4.3 and 1.4.6."""
LOWEST_FRAME = 3.0
"""Frames are no text (WCAG 2.2, success criterion 1.4.11); the high contrast theme shows them all the same."""
LOWEST_ANSI = 2.0
"""What the colours of a terminal leave to a theme for both grounds; no sign or word needs them."""
FRAMES = {"frame", "frame-focused"}
GROUNDS = ("", "cursor", "cursor-blurred")
XTERM = {"black": "#000000", "red": "#cd0000", "green": "#00cd00", "magenta": "#cd00cd", "white": "#ffffff"}
VGA = {"black": "#000000", "red": "#aa0000", "green": "#00aa00", "magenta": "#aa00aa", "white": "#ffffff"}
SOLARIZED = {"black": "#002b36", "red": "#dc322f", "green": "#859900", "magenta": "#d33682", "white": "#fdf6e3"}
PROTANOPIA = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
DEUTERANOPIA = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
"""Viénot, Brettel and Mollon 1999, Digital video colourmaps for checking the legibility of displays by dichromats, for
linear sRGB."""
LOWEST_DELTA = 40.0
"""Difference in CIELAB (1976); 2 can just be seen side by side, 40 is that of two plainly different colours."""

Triple = tuple[float, float, float]


def linear(color: Color) -> Triple:
    red, green, blue = (part / 255 for part in color.get_truecolor())
    return bent(red), bent(green), bent(blue)


def bent(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: Color) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    return contrast_of(style.color, style.bgcolor)


def seen_by(matrix: tuple[Triple, Triple, Triple], color: Color) -> Triple:
    """Return the colour in linear sRGB as a dichromat sees it."""
    lights = linear(color)
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, lights, strict=True)))) for row in matrix)
    return red, green, blue


def lab(color: Triple) -> Triple:
    red, green, blue = color
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def delta(one: Triple, other: Triple) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_theme_knows_every_token(name: str) -> None:
    assert set(styles(name)) == {"", *TOKENS}


@pytest.mark.parametrize("row", GROUNDS)
@pytest.mark.parametrize("name", GROUNDED)
def test_every_token_that_carries_text_is_readable_on_every_row(name: str, row: str) -> None:
    found = styles(name)
    for token in {"", *TOKENS} - {*GROUNDS[1:], "frame"}:
        assert contrast(found[""] + found[row] + found[token]) >= LOWEST_CONTRAST[name], token


@pytest.mark.parametrize("row", GROUNDS)
@pytest.mark.parametrize("name", GROUNDED)
def test_a_match_is_readable_whatever_it_is_in(name: str, row: str) -> None:
    found = styles(name)
    for token in TOKENS:
        assert contrast(found[""] + found[row] + found[token] + found["match"]) >= LOWEST_CONTRAST[name], token


def test_the_frames_of_the_high_contrast_theme_are_seen() -> None:
    found = styles(HIGH)
    for token in FRAMES:
        assert contrast(found[""] + found[token]) >= LOWEST_FRAME, token


@pytest.mark.parametrize("name", GROUNDED)
def test_colours_are_the_same_in_256_colours(name: str) -> None:
    for token, style in styles(name).items():
        for color in (style.color, style.bgcolor):
            if color is not None:
                nearest = color.downgrade(ColorSystem.EIGHT_BIT)
                # rich compares with a coarser grey ramp; a step of it is no visible difference
                pairs = zip(nearest.get_truecolor(), color.get_truecolor(), strict=True)
                assert all(abs(one - other) <= 10 for one, other in pairs), token


@pytest.mark.parametrize("matrix", [PROTANOPIA, DEUTERANOPIA], ids=["protanopia", "deuteranopia"])
@pytest.mark.parametrize("tokens", [("for", "against", "mixed"), ("agree", "differ", "only"), ("proof", "problem")])
def test_colour_blind_readers_tell_the_sides_apart(
    matrix: tuple[Triple, Triple, Triple], tokens: tuple[str, ...]
) -> None:
    found = [styles(BLIND)[token].color for token in tokens]
    for one, other in combinations(found, 2):
        assert one
        assert other
        assert delta(seen_by(matrix, one), seen_by(matrix, other)) >= LOWEST_DELTA


def test_the_measure_tells_what_they_cannot_tell_apart() -> None:
    red, green = linear(Color.parse("#d75f5f")), linear(Color.parse("#87875f"))
    assert delta(red, green) > LOWEST_DELTA
    seen = [seen_by(DEUTERANOPIA, Color.parse(each)) for each in ("#d75f5f", "#87875f")]
    assert delta(*seen) < LOWEST_DELTA


def test_monochrome_has_no_colour_at_all() -> None:
    assert all(style.color is None and style.bgcolor is None for style in styles(MONO).values())


@pytest.mark.parametrize("table", [XTERM, VGA, SOLARIZED], ids=["xterm", "vga", "solarized"])
def test_the_terminals_own_colours_are_seen_on_its_dark_and_its_light_ground(table: dict[str, str]) -> None:
    for token, style in styles(TERMINAL).items():
        assert style.bgcolor is None, token
        if style.color is not None:
            letter = Color.parse(table[style.color.name])
            for ground in ("black", "white"):
                assert contrast_of(letter, Color.parse(table[ground])) >= LOWEST_ANSI, (token, ground)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_words_said_words_reported_and_the_cursor_look_different(name: str) -> None:
    found = styles(name)
    looks = [found[token] for token in ("words", "reported", "apparatus", "cursor", "cursor-blurred")]
    assert len({str(look) for look in looks}) == len(looks)


def test_themes_follow_each_other_in_a_ring() -> None:
    assert [next_theme(name) for name in THEME_NAMES] == [*THEME_NAMES[1:], DARK]
    assert next_theme("textual-dark") == DARK


def test_textual_gets_a_theme_of_each_name() -> None:
    assert tuple(theme.name for theme in themes()) == THEME_NAMES
    assert {theme.name for theme in themes() if theme.ansi} == {MONO, TERMINAL}
    assert {theme.name for theme in themes() if not theme.dark} == {LIGHT}


def test_the_settings_name_every_theme_and_the_last_one() -> None:
    (choices,) = (each.choices for each in schema() if each.name == "theme")
    assert choices == (LAST, *THEMES)
    assert [setting_of(theme_of(name)) for name in THEMES] == list(THEMES)


@pytest.mark.parametrize(
    ("setting", "remembered", "expected"),
    [
        ("last", None, DARK),
        ("last", "light", LIGHT),
        ("last", "no theme", DARK),
        ("monochrome", "light", MONO),
    ],
)
def test_a_theme_that_the_settings_name_goes_before_the_one_chosen_last(
    setting: str, remembered: str | None, expected: str
) -> None:
    assert theme_of(setting, remembered) == expected
