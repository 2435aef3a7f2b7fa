"""The settings: their names, types, defaults and meaning, in one place."""

import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import fields, replace

LAST = "last"
"""The theme that stands for the one chosen last."""
MONOCHROME = "monochrome"


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of the program, a field for each."""

    theme: Annotated[
        Literal["last", "dark", "light", "high-contrast", "colour-blind", "terminal", "monochrome"],
        Meta(description="The colours; last means those chosen last in the program, at first dark."),
    ] = "last"
    mouse: Annotated[
        Literal["auto", "on", "off"], Meta(description="Take the mouse; auto takes it, but not over SSH.")
    ] = "auto"
    profile: Annotated[
        Literal["auto", "local", "ssh"],
        Meta(description="What the line to the terminal can carry; auto asks whether the session comes over SSH."),
    ] = "auto"
    truecolor: Annotated[
        Literal["auto", "on", "off"],
        Meta(description="Send 24-bit colours; off sends those of the 256, auto does what the terminal says."),
    ] = "auto"
    ascii: Annotated[bool, Meta(description="Draw signs and frames in ASCII letters only.")] = False
    plain: Annotated[
        bool, Meta(description="Draw for a screen reader: no frames, words or letters for signs, one list at a time.")
    ] = False
    hints: Annotated[bool, Meta(description="Name the keys that matter on the very first start.")] = True
    keep_screen: Annotated[
        bool,
        Meta(description="Keep the last screen, for its owner alone, and open with it at once if nothing has changed."),
    ] = True
    clipboard: Annotated[
        Literal["auto", "osc52", "tmux", "file", "off"],
        Meta(description="The way of what is copied; auto takes every way that there is."),
    ] = "auto"
    editor: Annotated[
        str,
        Meta(description="The command of the editor, such as code --wait, where neither VISUAL nor EDITOR names one."),
    ] = ""
    export_folder: Annotated[
        Path | None, Meta(description="The folder that exports are written to; else the one it was started in.")
    ] = None
    proposer: Annotated[
        str,
        Meta(description="The command of a program that proposes what a text says; empty for the built-in rules."),
    ] = ""
    replica: Annotated[
        Literal["auto", "on", "off"],
        Meta(
            description="Keep a replica beside the store, out of which a large store opens at once and takes little "
            "memory; auto keeps one from 20,000 quotes and proposals on."
        ),
    ] = "auto"
    keys: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="The keys of commands; an empty list leaves a command to the palette."),
    ] = {}


class Origin(Enum):
    """The origin of a value; each goes before the one above it."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    OPTION = "option"


class Setting(Struct, frozen=True):
    """One line of the schema."""

    name: str
    kind: type
    """`str` for one of `choices`, else any text, `bool`, `Path` for a folder, `dict` for the table of keys."""
    choices: tuple[str, ...]
    default: object
    doc: str
    """The effect of the setting, as a sentence."""


def schema() -> tuple[Setting, ...]:
    """Return every setting, in order."""
    return tuple(_setting(field.name, field.type, getattr(Settings(), field.name)) for field in fields(Settings))


def _setting(name: str, annotated: Any, default: object) -> Setting:
    kind, meta = get_args(annotated)
    choices: tuple[str, ...] = ()
    if get_origin(kind) is Literal:
        kind, choices = str, get_args(kind)
    elif kind not in {bool, str}:
        kind = dict if get_origin(kind) is dict else Path
    return Setting(name, kind, choices, default, meta.description or "")


class Effective(Struct, frozen=True):
    """The settings of a run."""

    settings: Settings
    origins: Mapping[str, Origin]
    """The origin of each setting's value, by its name."""


def effective(
    settings: Settings,
    named: frozenset[str],
    options: Mapping[str, object],
    environment: Mapping[str, str] | None = None,
) -> Effective:
    """Return what holds in a run.

    Args:
        settings: Those of the file.
        named: The names of the settings that the file gives.
        options: The values that the command line gives, by name.
        environment: The process's own without it; `NO_COLOR` makes the theme monochrome.
    """
    environment = os.environ if environment is None else environment
    surroundings = {"theme": MONOCHROME} if "NO_COLOR" in environment else {}
    origins = dict.fromkeys((each.name for each in schema()), Origin.DEFAULT)
    origins |= dict.fromkeys(named, Origin.FILE)
    origins |= dict.fromkeys(surroundings, Origin.ENVIRONMENT) | dict.fromkeys(options, Origin.OPTION)
    return Effective(replace(settings, **surroundings, **options), origins)
