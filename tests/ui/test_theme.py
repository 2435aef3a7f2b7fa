import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from summittui.ui.theme import DARK, LIGHT, MONO, THEME_NAMES, TOKENS, next_theme, styles, themes

LOWEST_CONTRAST = 4.5


def luminance(color: Color) -> float:
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    low, high = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_theme_knows_every_token(name: str) -> None:
    assert set(styles(name)) == {"", *TOKENS}


@pytest.mark.parametrize("row", ["", "cursor", "cursor-blurred"])
@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_every_token_is_readable_on_every_row(name: str, row: str) -> None:
    found = styles(name)
    for token in set(TOKENS) - {"frame", "cursor", "cursor-blurred"}:
        assert contrast(found[""] + found[row] + found[token]) >= LOWEST_CONTRAST, token


@pytest.mark.parametrize("name", [DARK, LIGHT])
def test_colours_are_the_same_in_256_colours(name: str) -> None:
    for token, style in styles(name).items():
        for color in (style.color, style.bgcolor):
            if color is not None:
                nearest = color.downgrade(ColorSystem.EIGHT_BIT)
                # rich compares with a coarser grey ramp; a step of it is no visible difference
                pairs = zip(nearest.get_truecolor(), color.get_truecolor(), strict=True)
                assert all(abs(one - other) <= 10 for one, other in pairs), token


def test_monochrome_has_no_colour_at_all() -> None:
    assert all(style.color is None and style.bgcolor is None for style in styles(MONO).values())


@pytest.mark.parametrize("name", THEME_NAMES)
def test_words_said_words_reported_and_the_cursor_look_different(name: str) -> None:
    found = styles(name)
    looks = [found[token] for token in ("words", "reported", "apparatus", "cursor", "cursor-blurred")]
    assert len({str(look) for look in looks}) == len(looks)


def test_themes_follow_each_other_in_a_ring() -> None:
    assert [next_theme(name) for name in THEME_NAMES] == [LIGHT, MONO, DARK]
    assert next_theme("textual-dark") == DARK


def test_textual_gets_a_theme_of_each_name() -> None:
    assert tuple(theme.name for theme in themes()) == THEME_NAMES
