"""The settings as a file to begin with, and as what holds in a run."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from summittui.session.settings import Effective, Setting, schema

_INTRO = """\
# The settings of summittui. What stands behind a # is as it is without this file; take the # away to change it.
# `summittui config validate` says what is wrong, `summittui config show` what holds.
"""
_KEYS_INTRO = """
# The keys of commands: one, or a list, such as compare = ["c", "f6"]. An empty list leaves a command to the palette.
[keys]
"""


def template(commands: Iterable[tuple[str, tuple[str, ...], str]]) -> str:
    """Return the text of a file that says every setting and every command's keys, all as they are without it.

    Args:
        commands: The id, the keys and the meaning of each.
    """
    return "".join((_INTRO, *_setting_lines(), _KEYS_INTRO, *_command_lines(commands)))


def _setting_lines() -> Iterator[str]:
    for each in schema():
        if each.kind is not dict:
            choices = f" One of {', '.join(each.choices)}." if each.choices else ""
            default = json.dumps("" if each.default is None else each.default)
            yield f"\n# {each.doc}{choices}\n# {each.name} = {default}\n"


def _command_lines(commands: Iterable[tuple[str, tuple[str, ...], str]]) -> Iterator[str]:
    for command_id, keys, meaning in commands:
        value: object = keys[0] if len(keys) == 1 else list(keys)
        yield f"\n# {meaning}\n# {command_id} = {json.dumps(value, ensure_ascii=False)}\n"


def settings_lines(effective: Effective, path: Path) -> list[str]:
    """Return a line for the file, one for each setting with where it comes from, and one for each key of the user's."""
    width = max(len(each.name) for each in schema())
    lines = [f"file: {path}{'' if path.exists() else ' (not there)'}"]
    for each in schema():
        value = getattr(effective.settings, each.name)
        origin = effective.origins[each.name].value
        lines.append(f"{each.name:<{width}}  {_shown(each, value)}  ({origin})")
    lines += [f"  {command}: {' '.join(keys) or 'none'}" for command, keys in effective.settings.keys.items()]
    return lines


def _shown(setting: Setting, value: object) -> str:
    if setting.kind is dict and isinstance(value, Mapping):
        return f"{len(value)} of your own" if value else "those of the program"
    return "none" if value is None else json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)


def settings_object(effective: Effective, path: Path) -> dict[str, object]:
    """Return the same for JSON."""
    return {
        "file": str(path),
        "settings": {
            each.name: {"value": _plain(getattr(effective.settings, each.name)), "from": effective.origins[each.name]}
            for each in schema()
        },
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
