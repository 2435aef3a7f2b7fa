"""How the screens are opened from the command line."""

import os
import sys
from pathlib import Path

from summittui.ui.glyphs import alphabet
from summittui.ui.restrictions import UNRESTRICTED, Restrictions, forget_ways_out
from summittui.ui.terminal import over_ssh, prepare_environment, theme_for


def launch(
    path: Path | None,
    read_only: bool,
    restrictions: Restrictions = UNRESTRICTED,
    *,
    ascii: bool = False,  # noqa: A002 - as the option is called
    plain: bool = False,
) -> int:
    """Open the screens on the store at `path`, or the user's own, and return the exit code.

    The terminal must have been found usable (`summittui.ui.terminal.why_unusable`).

    Args:
        path: The store.
        read_only: Refuse every edit.
        restrictions: What is closed to the user.
        ascii: Draw in ASCII.
        plain: Draw for a screen reader.
    """
    if restrictions.kiosk:
        forget_ways_out(os.environ)
    shown = alphabet(os.environ, asked_ascii=ascii, is_plain=plain)
    prepare_environment(encoding=shown.encoding)
    from summittui.session import Session
    from summittui.ui.app import SummitApp
    from summittui.ui.theme import MONO
    from summittui.ui.typing_in import read_any_byte

    app = SummitApp(lambda: Session.open(path, read_only=read_only), restrictions=restrictions, alphabet=shown)
    needed = theme_for(app.console.color_system, os.environ.get("TERM", ""))
    app.theme = MONO if plain else needed or app.theme
    read_any_byte(shown.encoding)
    app.run(mouse=not over_ssh())
    if app.failure is not None:
        print(f"summittui: {app.failure}", file=sys.stderr)  # noqa: T201  # talk goes to standard error
    return app.return_code or 0
