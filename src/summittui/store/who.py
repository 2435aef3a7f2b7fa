"""The account that edits."""

import os

from summittui.model.text import clip, safe

_LENGTH = 100


def current_user() -> str:
    """Return `user@host` of this process, harmless to show; a user without an entry in the user list is `uid 54321`.

    The user is the account that the process runs as (its effective user id), whatever LOGNAME or USER says.
    """
    import pwd

    uid = os.geteuid()
    try:
        name = pwd.getpwuid(uid).pw_name
    except KeyError:
        name = f"uid {uid}"
    return clip(f"{safe(name)}@{safe(os.uname().nodename)}", _LENGTH)
