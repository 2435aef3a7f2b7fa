"""How the screens are opened from the command line."""

import gc
import sys
from pathlib import Path

from summittui.ui.terminal import over_ssh, prepare_environment

READ_IN_NO_TIME = 2_000_000
"""Up to so many bytes the first paint waits for the store."""


def launch(path: Path | None, *, read_only: bool, profile: str | None = None) -> int:
    """Open the screens on the store at `path`, or the user's own, and return the exit code.

    The terminal must have been found usable (`summittui.ui.terminal.why_unusable`).

    Args:
        path: Of the store.
        read_only: Whether to refuse to write to it.
        profile: One of `summittui.ui.terminal.PROFILES`; None: `ssh` over SSH, else `local`.
    """
    gc.disable()
    profile = profile or ("ssh" if over_ssh() else "local")
    prepare_environment(profile)
    from summittui.session import Session
    from summittui.ui.app import SummitApp

    app = SummitApp(
        lambda: Session.open(path, read_only=read_only), waits=Session.bytes_to_read(path) <= READ_IN_NO_TIME
    )
    app.run(mouse=profile != "ssh")
    if app.failure is not None:
        print(f"summittui: {app.failure}", file=sys.stderr)  # noqa: T201  # talk goes to standard error
    return app.return_code or 0
