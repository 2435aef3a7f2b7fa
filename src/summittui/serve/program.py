"""The program of a session: the workbench itself, with arguments and variables that are chosen, not inherited."""

import sys
from collections.abc import Mapping

from msgspec import Struct

_PASSED_ON = (
    *("HOME", "USER", "LOGNAME", "PATH", "TZ", "TMPDIR"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"),
)
"""The variables that a session has from the server: where things are, and nothing that could be secret."""
_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
"""The widget, as a program knows terminals."""


class Program(Struct, frozen=True):
    """The program that each session runs."""

    arguments: tuple[str, ...]
    """The program and its arguments."""
    environment: Mapping[str, str]
    """All of its variables."""

    def command(self, *, plain: bool) -> tuple[str, ...]:
        """Return program and arguments for a visitor, who may wish the screens for a screen reader."""
        return (*self.arguments, "--plain") if plain and "--plain" not in self.arguments else self.arguments


def workbench(options: tuple[str, ...], variables: Mapping[str, str]) -> Program:
    """Return the workbench as the program of a server.

    Args:
        options: Of `summittui` itself.
        variables: Those of the server.
    """
    # -P: no module is taken from the folder in which the server happens to run
    return Program((sys.executable, "-P", "-m", "summittui", *options), session_environment(variables))


def session_environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a session's program.

    Args:
        variables: Those of the server.
    """
    return {name: variables[name] for name in _PASSED_ON if name in variables} | _TERMINAL
