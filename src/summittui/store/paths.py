"""Where the store stands when nobody says otherwise."""

import os
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe

STORE_VARIABLE = "SUMMITTUI_STORE"
"""Environment variable that names another store."""


def default_store_path() -> Path:
    """Return the store of this user: `SUMMITTUI_STORE`, else `store.json` in the user's data directory.

    Raises:
        InputError: The path begins with the home of a user whom there is not.
    """
    named = os.environ.get(STORE_VARIABLE)
    if named:
        try:
            return Path(named).expanduser()
        except RuntimeError:
            message = f"The path {safe(named)} in {STORE_VARIABLE} begins with the home of nobody here; name another."
            raise InputError(message) from None
    from platformdirs import user_data_path

    return user_data_path("summittui", appauthor=False) / "store.json"
