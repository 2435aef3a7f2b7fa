"""The opening of the screens from the command line."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from summittui.model.location import Location
from summittui.session.remembered import keep_remembered, leaving, left_view, read_remembered, state_path
from summittui.session.settings import LAST, Settings, effective
from summittui.session.settings_file import SettingsError, SettingsFile
from summittui.startup_trace import APP_MADE, SCREENS_IMPORTED, STORE_READ, TEXTUAL_IMPORTED, mark, timed
from summittui.ui.early_paint import painted, release
from summittui.ui.kept_frame import forget_frame, frame_path, write_frame
from summittui.ui.restrictions import UNRESTRICTED, Restrictions, forget_ways_out
from summittui.ui.terminal.environment import over_ssh, prepare_environment, restored_terminal, theme_for
from summittui.ui.theme.glyphs import alphabet

if TYPE_CHECKING:
    from summittui.queries.links import ViewLink
    from summittui.ui.app import SummitApp
    from summittui.ui.early_paint import EarlyPaint

READ_IN_NO_TIME = 2_000_000
"""The largest store, in bytes, for which the first paint waits."""
_COLOR_SYSTEM = "TEXTUAL_COLOR_SYSTEM"
"""The variable that Textual reads when imported."""
_COLOUR_SYSTEMS = {"on": "truecolor", "off": "256"}


def launch(
    store: Location | None,
    *,
    read_only: bool,
    file: SettingsFile,
    options: Mapping[str, object],
    restrictions: Restrictions = UNRESTRICTED,
    view: "ViewLink | None" = None,
    fresh: bool = False,
) -> int:
    """Open the screens on a store, or the user's own, and return the exit code.

    The terminal must have been found usable (`summittui.ui.terminal.environment.why_unusable`).

    Args:
        store: Its path or address.
        read_only: Refuse to write anything to it.
        file: The settings as they were read; empty without a file.
        options: Settings that the command line gives, by name.
        restrictions: What is closed to the user.
        view: What is shown first; else what was shown last on this store.
        fresh: Begin with Browse as it is, whatever was shown last; so does a kiosk always.

    Raises:
        SettingsError: something is wrong with the settings; nothing was opened.
    """
    if restrictions.kiosk:
        forget_ways_out(os.environ)
        fresh = True  # a visitor does not begin where the owner of the account has left
    settings = effective(file.settings, file.named, options).settings
    if settings.truecolor in _COLOUR_SYSTEMS:
        os.environ[_COLOR_SYSTEM] = _COLOUR_SYSTEMS[settings.truecolor]
    profile = settings.profile if settings.profile != "auto" else "ssh" if over_ssh() else "local"
    shown = alphabet(os.environ, asked_ascii=settings.ascii, is_plain=settings.plain)
    prepare_environment(profile, encoding=shown.encoding)
    import textual.app  # noqa: F401  # its time is told apart

    mark(TEXTUAL_IMPORTED)
    from summittui.session import Session
    from summittui.session.opening import bytes_to_read, named_location
    from summittui.ui.app import SummitApp
    from summittui.ui.keys.keymap import settings_problems
    from summittui.ui.terminal.input_parser import read_input
    from summittui.ui.theme.themes import MONO

    mark(SCREENS_IMPORTED)
    if problems := settings_problems(file):
        raise SettingsError(problems)

    def open_session() -> Session:
        with timed(STORE_READ):
            return Session.open(store, read_only=read_only, replica=settings.replica)

    kept = state_path()
    keeps_frame = settings.keep_screen and not (restrictions.kiosk or settings.plain or fresh or view)
    remembered = read_remembered(kept)
    early = _shown_already(may_be=keeps_frame)
    app = SummitApp(
        open_session,
        waits=bytes_to_read(store) <= READ_IN_NO_TIME,
        settings=settings,
        remembered=replace(remembered, orders={}) if fresh else remembered,
        restrictions=restrictions,
        alphabet=shown,
        early=early,
    )
    app.last_frame.is_wanted = keeps_frame
    app.views.opening = view or (None if fresh else left_view(remembered, store))
    if settings.plain or settings.theme == LAST:
        needed = theme_for(app.console.color_system, os.environ.get("TERM", ""))
        app.theme = MONO if settings.plain else needed or app.theme
    read_input(shown.encoding)
    mark(APP_MADE)
    with restored_terminal(early.attributes if early else None):
        app.run(mouse=profile == "local" if settings.mouse == "auto" else settings.mouse == "on")
    app.remembered = leaving(app.remembered, store, app.views.left)
    if app.remembered != remembered and not restrictions.kiosk:
        keep_remembered(kept, app.remembered)
    here = named_location(store)
    _keep_screen(app, settings, (kept, file.path, *([here] if isinstance(here, Path) else [])))
    return _ended(app)


def _shown_already(*, may_be: bool) -> "EarlyPaint | None":
    """Return the frame that the terminal shows already; where it holds no longer the terminal is given back."""
    shown = painted() if may_be else None
    if shown is None:
        release()
    return shown


def _keep_screen(app: "SummitApp", settings: Settings, others: tuple[Path, ...]) -> None:
    """Keep the last screen for the next run, with the other files on which it depends, or forget the one kept."""
    from summittui.ui.frame_keeping import frame_of, states_of

    if not settings.keep_screen:
        forget_frame(frame_path())
    elif app.last_frame.taken is not None:
        lines, files = app.last_frame.taken
        textual = Path(str(sys.modules["textual"].__file__))
        write_frame(frame_path(), frame_of(lines, (*files, *states_of((*others, textual)))))


def _ended(app: "SummitApp") -> int:
    if app.last_resort.error is not None:
        from summittui.session.failure_report import failure_sentence

        print(f"summittui: {failure_sentence(app.last_resort.error)}", file=sys.stderr)  # noqa: T201
        return os.EX_SOFTWARE
    if app.session_host.failure is not None:
        print(f"summittui: {app.session_host.failure}", file=sys.stderr)  # noqa: T201  # talk goes to standard error
    return app.return_code or 0
