"""Who edits."""

import os

from summittui.model.text import clip, safe

_LENGTH = 100


def current_user() -> str:
    """Return `user@host` of this process, harmless to show."""
    import getpass

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run a user that has no name
        name = f"uid {os.getuid()}"
    return clip(f"{safe(name)}@{safe(os.uname().nodename)}", _LENGTH)
