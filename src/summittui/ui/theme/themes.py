"""The themes: our colours as styles, and as what Textual's own widgets are drawn with."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rich.style import Style
from textual.theme import Theme

from summittui.session.settings import LAST, MONOCHROME
from summittui.ui.theme import colours
from summittui.ui.theme.colours import Table

_PREFIX = "summit-"
_TABLES: Mapping[str, Table] = {
    "dark": colours.DARK,
    "light": colours.LIGHT,
    "high-contrast": colours.HIGH_CONTRAST,
    "colour-blind": colours.COLOUR_BLIND,
    "terminal": colours.TERMINAL,
    MONOCHROME: colours.MONOCHROME,
}
THEMES = tuple(_TABLES)
"""The themes by the names that they have in the settings, in the order in which one follows the other."""
DARK, LIGHT, MONO = (_PREFIX + name for name in ("dark", "light", MONOCHROME))
THEME_NAMES = tuple(_PREFIX + name for name in THEMES)
"""The themes by their names in Textual."""

_ANSI_VARIABLES = (
    "ansi-background",
    "ansi-foreground",
    "border",
    "border-blurred",
    "block-cursor-background",
    "block-cursor-foreground",
    "input-cursor-background",
    "input-cursor-foreground",
    "input-selection-background",
    "input-selection-foreground",
    "screen-selection-background",
    "screen-selection-foreground",
)
"""The variables that Textual's own style sheets would colour in an ANSI theme."""


@cache
def styles(theme_name: str) -> Mapping[str, Style]:
    """Return the style of each token in a theme; "" is the ground that all others stand on.

    A theme that is not ours is painted as the dark one.
    """
    table = _TABLES.get(setting_of(theme_name), colours.DARK)
    return MappingProxyType({name: Style.parse(definition) for name, definition in table.items()})


def themes() -> tuple[Theme, ...]:
    """Return our themes, to be registered with the app."""
    return tuple(_coloured(name) if " on " in _TABLES[setting_of(name)][""] else _plain(name) for name in THEME_NAMES)


def theme_of(setting: str, remembered: str | None = None) -> str:
    """Return Textual's name of the theme of a setting; `last` is the one that is remembered, else dark."""
    wanted = remembered if setting == LAST else setting
    return _PREFIX + wanted if wanted in THEMES else DARK


def setting_of(theme_name: str) -> str:
    """Return the name that a theme has in the settings."""
    return theme_name.removeprefix(_PREFIX)


def next_theme(theme_name: str) -> str:
    """Return the theme after this one; after the last, or one that is not ours, the first."""
    at = THEME_NAMES.index(theme_name) if theme_name in THEME_NAMES else -1
    return THEME_NAMES[(at + 1) % len(THEME_NAMES)]


def _coloured(name: str) -> Theme:
    table = _TABLES[setting_of(name)]
    foreground, background = table[""].split(" on ")
    cursor = table["cursor"].removeprefix("on ")
    accent = table["frame-focused"]
    return Theme(
        name,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=table["mixed"],
        error=table["against"],
        success=table["for"],
        foreground=foreground,
        background=background,
        surface=background,
        panel=background,
        dark=name != LIGHT,
        text_alpha=1.0,
        variables={
            "block-cursor-background": cursor,
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-selection-background": cursor,
        },
    )


def _plain(name: str) -> Theme:
    """Return a theme that leaves letters and grounds to the terminal."""
    plain = "ansi_default"
    return Theme(
        name,
        primary=plain,
        secondary=plain,
        accent=plain,
        warning=plain,
        error=plain,
        success=plain,
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        ansi=True,
        text_alpha=1.0,
        variables=dict.fromkeys(_ANSI_VARIABLES, plain) | {"input-cursor-text-style": "reverse"},
    )
