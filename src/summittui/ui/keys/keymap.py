"""The keys that a user gives to commands: checked, and in Textual's names."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from summittui.session.settings_file import KeyPath, SettingProblem, SettingsFile, nearest, quoted
from summittui.ui.keys.command import Scope
from summittui.ui.keys.key_names import NAMED, alternate_key, textual_key, written_key
from summittui.ui.keys.table import COMMANDS

NEEDED = ("palette", "help", "back", "close", "cancel", "accept")
"""The commands that must have a key: without one of them a user could not go on."""

Keymap = Mapping[str, tuple[str, ...]]
"""Textual's names of keys by the id of their command."""


def keymap(written: Mapping[str, tuple[str, ...]]) -> Keymap:
    """Return the keys of the settings in Textual's names; those that there are not are left out."""
    found = {each: tuple(key for one in keys if (key := textual_key(one))) for each, keys in written.items()}
    return {each.id: found[each.id] for each in COMMANDS if each.id in found}


def settings_problems(file: SettingsFile) -> tuple[SettingProblem, ...]:
    """Return everything that is wrong with a file of settings, its keys included, by lines."""
    keys = (file.problem(where, message) for where, message in key_problems(file.settings.keys))
    return tuple(sorted((*file.problems, *keys), key=lambda each: each.line or 0))


def key_problems(written: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[KeyPath, str]]:
    """Yield what is wrong with the keys of commands, each with its place."""
    known = {each.id: each for each in COMMANDS}
    for command_id, keys in written.items():
        where = ("keys", command_id)
        if command_id not in known:
            yield where, f"there is no command {quoted(command_id)}{nearest(command_id, known)}"
            continue
        if command_id in NEEDED and not keys:
            yield where, f"{command_id} must keep a key: without it there is no way on."
        for key in keys:
            yield from ((where, message) for message in _wrong(key))
    yield from _clashes(written)


def _wrong(key: str) -> Iterator[str]:
    """Yield why a key cannot be pressed."""
    name = textual_key(key)
    if name is None and key.lower().startswith("shift+") and len(key) == len("shift+a"):
        yield f"there is no key {quoted(key)}; write the letter that it gives, such as {key[-1].upper()!r}."
    elif name is None:
        yield f"there is no key {quoted(key)}{nearest(key.lower(), tuple(NAMED))}"
    elif same := alternate_key(name):
        yield f"a terminal cannot tell {key} from {same}; write {same!r}."


def _clashes(written: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[KeyPath, str]]:
    """Yield every two commands that are in force together and have a key in common."""
    if not written:
        return
    own = keymap(written)
    keys = {each.id: own.get(each.id, each.keys) for each in COMMANDS}
    for one, other in combinations(COMMANDS, 2):
        common = [key for key in keys[one.id] if key in keys[other.id]]
        if common and _meet(one.scope, other.scope):
            moved, there = (other, one) if other.id in own else (one, other)
            key = written_key(common[0])
            way = "give one another" if there.id in own else "give that one another, or [] for none"
            yield ("keys", moved.id), f"{key!r} is the key of {there.id} already; {way}."


def _meet(one: Scope, other: Scope) -> bool:
    """Return whether some screen has commands of both."""
    return any(one & group and other & group for group in scope_groups())


def scope_groups() -> tuple[Scope, ...]:
    """Return the scopes that may be in force together on one screen."""
    alone = (Scope.FORM, Scope.LIST | Scope.DIALOG | Scope.TOGGLES | Scope.VIEWS)
    own = (each for each in Scope if not any(each & group for group in alone) and each is not Scope.APP)
    return (*alone, *(each | Scope.LIST | Scope.APP for each in own))
