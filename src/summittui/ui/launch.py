"""How the screens are opened from the command line."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from summittui.library.view import View
from summittui.session.remembered import keep_remembered, leaving, left_view, read_remembered, state_path
from summittui.session.settings import Settings, effective
from summittui.session.settings_file import SettingsError, SettingsFile
from summittui.ui.terminal import over_ssh, prepare_environment

if TYPE_CHECKING:
    from summittui.ui.app import SummitApp

_COLOR_SYSTEM = "TEXTUAL_COLOR_SYSTEM"
"""Read by Textual when it is imported."""
_COLOUR_SYSTEMS = {"on": "truecolor", "off": "256"}


def launch(
    path: Path | None,
    *,
    read_only: bool,
    file: SettingsFile,
    options: Mapping[str, object],
    view: View | None = None,
    fresh: bool = False,
) -> int:
    """Open the screens on the store at `path`, or the user's own, and return the exit code.

    The terminal must have been found usable (`summittui.ui.terminal.why_unusable`).

    Args:
        path: Of the store.
        read_only: Refuse to write anything to it.
        file: The settings as they were read; empty without a file.
        options: Settings that the command line gives, by name.
        view: What is shown first; else what was shown last on this store.
        fresh: Begin with Browse as it is, whatever was shown last.

    Raises:
        SettingsError: something is wrong with the settings; nothing was opened.
    """
    settings = effective(file.settings, file.named, options).settings
    if settings.truecolor in _COLOUR_SYSTEMS:
        os.environ[_COLOR_SYSTEM] = _COLOUR_SYSTEMS[settings.truecolor]
    prepare_environment()
    from summittui.session import Session
    from summittui.ui.app import SummitApp
    from summittui.ui.keymap import settings_problems

    if problems := settings_problems(file):
        raise SettingsError(problems)
    kept = state_path()
    remembered = read_remembered(kept)
    app = SummitApp(lambda: Session.open(path, read_only=read_only), settings=settings, remembered=remembered)
    app.opening = view or (None if fresh else left_view(remembered, path))
    app.run(mouse=_takes_mouse(settings))
    app.remembered = leaving(app.remembered, path, app.left)
    if app.remembered != remembered:
        keep_remembered(kept, app.remembered)
    return _ended(app)


def _takes_mouse(settings: Settings) -> bool:
    if settings.mouse != "auto":
        return settings.mouse == "on"
    return settings.profile == "local" or (settings.profile == "auto" and not over_ssh())


def _ended(app: "SummitApp") -> int:
    if app.failure is not None:
        print(f"summittui: {app.failure}", file=sys.stderr)  # noqa: T201  # talk goes to standard error
    return app.return_code or 0
