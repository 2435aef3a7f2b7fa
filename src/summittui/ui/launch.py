"""How the screens are opened from the command line."""

import os
import sys
from pathlib import Path

from summittui.ui.restrictions import UNRESTRICTED, Restrictions, forget_ways_out
from summittui.ui.terminal import over_ssh, prepare_environment


def launch(path: Path | None, read_only: bool, restrictions: Restrictions = UNRESTRICTED) -> int:  # the one call
    """Open the screens on the store at `path`, or the user's own, and return the exit code.

    The terminal must have been found usable (`summittui.ui.terminal.why_unusable`).
    """
    if restrictions.kiosk:
        forget_ways_out(os.environ)
    prepare_environment()
    from summittui.session import Session
    from summittui.ui.app import SummitApp

    app = SummitApp(lambda: Session.open(path, read_only=read_only), restrictions=restrictions)
    app.run(mouse=not over_ssh())
    if app.failure is not None:
        print(f"summittui: {app.failure}", file=sys.stderr)  # noqa: T201  # talk goes to standard error
    return app.return_code or 0
