"""Commands looked up by id or scope, with their present keys, and the names of keys on the screen."""

import unicodedata
from collections.abc import Mapping
from contextvars import ContextVar
from functools import reduce
from operator import or_

from msgspec.structs import replace
from textual.binding import Binding

from summittui.ui.keys.command import Command, Scope
from summittui.ui.keys.table import COMMANDS

_LABELS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "Esc",
    "enter": "Enter",
    "space": "space",
    "tab": "Tab",
    "shift+tab": "S-Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "slash": "/",
    "equals_sign": "=",
    "delete": "Del",
    "backspace": "⌫",
}

_BY_ID = {command.id: command for command in COMMANDS}
_PRESENT: ContextVar[Mapping[str, Command]] = ContextVar("present", default=_BY_ID)
"""The commands with the keys that they have now; each app sets it for all that runs in it."""


def use_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Bind commands to other keys than the table's, by id, in Textual's names; every lookup knows the new keys."""
    _PRESENT.set(_BY_ID | {each: replace(_BY_ID[each], keys=own) for each, own in keys.items()})


def commands_for(*scopes: Scope) -> tuple[Command, ...]:
    """Return the commands in force in any of `scopes`, in the table's order, with their present keys."""
    wanted = reduce(or_, scopes)
    return tuple(each for each in _PRESENT.get().values() if each.scope & wanted)


def command(command_id: str) -> Command:
    """Return the command of that id, with its present keys.

    Raises:
        KeyError: no command has this id.
    """
    return _PRESENT.get()[command_id]


def hints_for(*scopes: Scope) -> tuple[Command, ...]:
    """Return the commands that the footer of a screen with `scopes` shows, by rank."""
    return tuple(
        sorted((each for each in commands_for(*scopes) if each.hint and each.keys), key=lambda each: each.hint)
    )


def bindings(*scopes: Scope) -> list[Binding]:
    """Return the table's bindings for `scopes`; each carries its command's id, so that it can be remapped."""
    wanted = reduce(or_, scopes)
    return [
        Binding(",".join(each.keys), f"command({each.id!r})", each.label, show=False, id=each.id)
        for each in COMMANDS
        if each.keys and each.scope & wanted
    ]


def key_label(key: str) -> str:
    """Return how a key is written on screen, such as `^d`, `PgDn`, `?`, from Textual's name of it."""
    if key in _LABELS:
        return _LABELS[key]
    if key.startswith("ctrl+") and len(key) == len("ctrl+") + 1:
        return "^" + key.removeprefix("ctrl+")
    if "+" in key:
        modifiers, _, base = key.rpartition("+")
        return f"{modifiers}+{key_label(base)}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    try:
        return unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key


def key_of(command_id: str) -> str:
    """Return how a sentence names the present key of a command; one without a key by the palette's and its label."""
    each = command(command_id)
    return key_label(each.keys[0]) if each.keys else f"{keys_label(each)} {each.label}"


def keys_label(each: Command) -> str:
    """Return all keys of a command for display, the first one first; else that of the palette."""
    return " ".join(map(key_label, each.keys or command("palette").keys[:1]))
