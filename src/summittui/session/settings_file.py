"""The file of settings: read and checked, every problem with its line; and the file that a user begins with."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from summittui.model import InputError
from summittui.model.text import clip, safe
from summittui.session.settings import Setting, Settings, schema

MOST_BYTES, MOST_LINES = 65_536, 1_000
"""The most bytes that a file of settings may hold; a longer one is something else."""
_SHOWN = 40
_LIKENESS = 0.7
_KEYS = "keys"

KeyPath = tuple[str, ...]
"""The way to a value, such as `("keys", "compare")`."""


class SettingProblem(Struct, frozen=True):
    """One thing that is wrong in a file of settings."""

    file: str
    line: int | None
    """From 1; None where no line can be named."""
    key: str
    """The setting, such as `keys.compare`; empty for the file itself."""
    message: str
    """The complaint and the way out, without the place."""

    def __str__(self) -> str:
        where = [self.file, *([f"line {self.line}"] if self.line else []), *([self.key] if self.key else [])]
        return f"{', '.join(where)}: {self.message}"


class SettingsError(InputError):
    """The file of settings cannot be used; `problems` says why."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        more = f" There is more: {len(problems)} problems, listed by `summittui config validate`." * (len(problems) > 1)
        super().__init__(f"{problems[0]}{more} `--no-config` opens without the file.")
        self.problems = problems


class SettingsFile(Struct, frozen=True):
    """A file of settings as it was read; nothing is wrong with those in `settings`."""

    path: Path
    text: str = ""
    settings: Settings = Settings()
    named: frozenset[str] = frozenset()
    """The settings that the file gives."""
    problems: tuple[SettingProblem, ...] = ()

    def problem(self, key: KeyPath, message: str) -> SettingProblem:
        """Return a problem with a value of the file, with its line."""
        return SettingProblem(str(self.path), line_of(self.text, key), ".".join(key), message)


def settings_path(named: Path | None = None) -> Path:
    """Return where the settings stand: the path that was named, else `SUMMITTUI_CONFIG`, else the user's own."""
    from summittui.store.paths import default_config_path

    return named or default_config_path()


def read_settings(named: Path | None = None) -> SettingsFile:
    """Read the settings; a file that nobody named need not be there.

    What is wrong with the values is in `problems`; the commands that keys name are not checked here.
    """
    from summittui.store.paths import CONFIG_VARIABLE, is_set

    path = settings_path(named)
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1).decode("utf-8-sig")
    except FileNotFoundError:
        missing = named is not None or is_set(CONFIG_VARIABLE)
        sentence = "there is no such file; `summittui config init` writes one."
        return SettingsFile(path, problems=(SettingProblem(str(path), None, "", sentence),) if missing else ())
    except OSError as error:
        return SettingsFile(path, problems=(_whole(path, f"the file cannot be read ({error.strerror})."),))
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 (byte {error.start}); save it as UTF-8."
        return SettingsFile(path, problems=(_whole(path, message),))
    return _checked(path, text.replace("\r\n", "\n"))


def _whole(path: Path, message: str, line: int | None = None) -> SettingProblem:
    return SettingProblem(str(path), line, "", message)


def _checked(path: Path, text: str) -> SettingsFile:
    if len(text.encode()) > MOST_BYTES or text.count("\n") > MOST_LINES:
        message = f"the file is longer than {MOST_LINES:,} lines or {MOST_BYTES:,} bytes; it holds no settings."
        return SettingsFile(path, problems=(_whole(path, message),))
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return SettingsFile(path, text, problems=(_not_toml(path, text, str(error)),))
    except RecursionError:
        return SettingsFile(path, text, problems=(_whole(path, "the file is nested too deeply."),))
    values: dict[str, Any] = {}
    wrong: list[tuple[KeyPath, str]] = []
    known = {each.name: each for each in schema()}
    for name, value in found.items():
        if name not in known:
            wrong.append(((name,), f"there is no setting {quoted(name)}{nearest(name, known)}"))
            continue
        problems = tuple(_problems(known[name], value))
        wrong += problems
        if not problems or (known[name].kind is dict and isinstance(value, dict)):
            values[name] = _value(known[name], value)
    read = SettingsFile(path, text, Settings(**values), frozenset(values))
    return SettingsFile(path, text, read.settings, read.named, tuple(read.problem(*each) for each in wrong))


def _not_toml(path: Path, text: str, message: str) -> SettingProblem:
    at = re.search(r" \(at line (\d+), column \d+\)$", message)
    words = message[: at.start()] if at else message.removesuffix(" (at end of document)")
    line = int(at[1]) if at else text.rstrip("\n").count("\n") + 1
    return _whole(path, f"this is not TOML: {clip(words[:1].lower() + words[1:], 2 * _SHOWN)}.", line)


def _problems(setting: Setting, value: object) -> Iterator[tuple[KeyPath, str]]:
    """Yield what is wrong with the value of a setting."""
    if setting.kind is dict:
        yield from _key_problems(value)
    elif setting.kind is bool and not isinstance(value, bool):
        yield (setting.name,), f"it must be true or false, not {quoted(value)}."
    elif setting.kind is Path or (setting.kind is str and not setting.choices):
        yield from _text_problems(setting, value)
    elif setting.choices and value not in setting.choices:
        hint = nearest(value, setting.choices) if isinstance(value, str) else "."
        choices = ", ".join(setting.choices)
        yield (setting.name,), f"it must be one of {choices}, not {quoted(value)}{hint}"


def _text_problems(setting: Setting, value: object) -> Iterator[tuple[KeyPath, str]]:
    what = "folder" if setting.kind is Path else "text"
    if not isinstance(value, str) or safe(value) != value:
        yield (setting.name,), f"it must be a {what} in quotation marks, not {quoted(value)}."
    elif setting.kind is Path and _folder(value) is None:
        yield (setting.name,), f"{quoted(value)} begins with the home of nobody here; name another."


def _key_problems(value: object) -> Iterator[tuple[KeyPath, str]]:
    if not isinstance(value, dict):
        yield (_KEYS,), f'it must be a table of commands, such as compare = "c" under [keys], not {quoted(value)}.'
        return
    for command, keys in value.items():
        if _listed(keys) is None:
            yield (_KEYS, command), f"it must be a key or a list of keys in quotation marks, not {quoted(keys)}."


def _listed(keys: object) -> tuple[str, ...] | None:
    """Return one key or a list of them as a tuple; None for anything else."""
    listed: list[Any] = keys if isinstance(keys, list) else [keys]
    return tuple(listed) if all(isinstance(each, str) for each in listed) else None


def _folder(value: str) -> Path | None:
    """Return the path of a folder; None where it begins with the home of a user whom there is not."""
    try:
        return Path(value).expanduser()
    except RuntimeError:
        return None


def _value(setting: Setting, value: Any) -> object:
    """Return a value as the settings hold it; of the keys only those that can be read."""
    if setting.kind is Path:
        return _folder(value) if value else None
    if setting.kind is dict:
        return {name: listed for name, keys in value.items() if (listed := _listed(keys)) is not None}
    return value


def quoted(value: object) -> str:
    """Return a value of the file for a sentence: a short one whole."""
    shown = "true" if value is True else "false" if value is False else repr(value)
    return clip(shown, _SHOWN)


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the end of a sentence about an unknown name: the known one that is most like it, if any is."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), 1, _LIKENESS)
    return f"; did you mean {found[0]!r}?" if found else "."


def line_of(text: str, key: KeyPath) -> int | None:
    """Return the line, from 1, in which a value begins, or the header of a table; None where the text has no such key.

    In whatever form it is written, it begins behind the last line up to which the text is TOML and has it not.
    """
    import tomllib

    lines = text.split("\n")
    begins = 0
    for end in range(1, len(lines) + 1):
        try:
            found: Any = tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        if _has(found, key):
            return begins + 1
        begins = end
    return None


def _has(found: Any, key: KeyPath) -> bool:
    for name in key:
        if not isinstance(found, dict) or name not in found:
            return False
        found = found[name]
    return True
