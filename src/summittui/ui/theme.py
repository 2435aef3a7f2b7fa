"""The themes and the styles that the semantic tokens have in them.

The colours are those of the 256-colour cube and grey ramp, so that they are the same with and without truecolour.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rich.style import Style
from textual.theme import Theme

DARK, LIGHT, MONO = "summit-dark", "summit-light", "summit-mono"
THEME_NAMES = (DARK, LIGHT, MONO)

TOKENS = (
    "words",
    "reported",
    "apparatus",
    "heading",
    "title",
    "source",
    "for",
    "against",
    "mixed",
    "unclear",
    "silent",
    "agree",
    "differ",
    "only",
    "deed",
    "doubt",
    "proof",
    "problem",
    "key",
    "cursor",
    "cursor-blurred",
    "mark",
    "match",
    "frame",
    "frame-focused",
    "count",
)
"""The semantic style names that a renderer may use."""

_DARK = {
    "": "#d0d0d0 on #121212",
    "words": "#ffffff",
    "reported": "italic #b2b2b2",
    "apparatus": "#9e9e9e",
    "heading": "bold #afafd7",
    "title": "bold #ffffff",
    "source": "#87afd7",
    "for": "#87d787",
    "against": "#ff8787",
    "mixed": "#d7af5f",
    "unclear": "#b2b2b2",
    "silent": "#9e9e9e",
    "agree": "#87d787",
    "differ": "bold #ff8787",
    "only": "#d7af5f",
    "deed": "#5fd7d7",
    "doubt": "italic #d7af5f",
    "proof": "#87d787",
    "problem": "bold #ff8787",
    "key": "bold #ffd787",
    "cursor": "on #00005f",
    "cursor-blurred": "on #303030",
    "mark": "bold #ffd787",
    "match": "#000000 on #d7af5f",
    "frame": "#585858",
    "frame-focused": "#87afd7",
    "count": "#9e9e9e",
}
_LIGHT = {
    "": "#303030 on #ffffff",
    "words": "bold #000000",
    "reported": "italic #4e4e4e",
    "apparatus": "#5f5f5f",
    "heading": "bold #5f5f87",
    "title": "bold #000000",
    "source": "#005f87",
    "for": "#005f00",
    "against": "#af0000",
    "mixed": "#875f00",
    "unclear": "#5f5f5f",
    "silent": "#5f5f5f",
    "agree": "#005f00",
    "differ": "bold #af0000",
    "only": "#875f00",
    "deed": "#005f5f",
    "doubt": "italic #875f00",
    "proof": "#005f00",
    "problem": "bold #af0000",
    "key": "bold #5f0087",
    "cursor": "on #d7ffff",
    "cursor-blurred": "on #eeeeee",
    "mark": "bold #5f0087",
    "match": "#000000 on #ffd787",
    "frame": "#b2b2b2",
    "frame-focused": "#005f87",
    "count": "#5f5f5f",
}
_MONO = {
    "": "none",
    "words": "bold",
    "reported": "italic",
    "apparatus": "dim",
    "heading": "bold",
    "title": "bold",
    "source": "none",
    "for": "none",
    "against": "none",
    "mixed": "none",
    "unclear": "none",
    "silent": "dim",
    "agree": "none",
    "differ": "bold",
    "only": "none",
    "deed": "none",
    "doubt": "italic",
    "proof": "none",
    "problem": "bold",
    "key": "bold",
    "cursor": "reverse",
    "cursor-blurred": "underline",
    "mark": "bold",
    "match": "reverse",
    "frame": "dim",
    "frame-focused": "bold",
    "count": "dim",
}
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
"""What Textual's own style sheets would colour in an ANSI theme."""
_TABLES = {DARK: _DARK, LIGHT: _LIGHT, MONO: _MONO}


@cache
def styles(theme_name: str) -> Mapping[str, Style]:
    """Return the style of each token in a theme; "" is the ground that all others stand on.

    A theme that is not ours is painted as the dark one.
    """
    table = _TABLES.get(theme_name, _DARK)
    return MappingProxyType({name: Style.parse(definition) for name, definition in table.items()})


def themes() -> tuple[Theme, ...]:
    """Return our themes, to be registered with the app."""
    return (_coloured(DARK, _DARK, dark=True), _coloured(LIGHT, _LIGHT, dark=False), _monochrome())


def next_theme(theme_name: str) -> str:
    """Return the theme after this one; after the last, or one that is not ours, the first."""
    at = THEME_NAMES.index(theme_name) if theme_name in THEME_NAMES else -1
    return THEME_NAMES[(at + 1) % len(THEME_NAMES)]


def _coloured(name: str, table: Mapping[str, str], *, dark: bool) -> Theme:
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
        dark=dark,
        text_alpha=1.0,
        variables={
            "block-cursor-background": cursor,
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-selection-background": cursor,
        },
    )


def _monochrome() -> Theme:
    plain = "ansi_default"
    return Theme(
        MONO,
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
