"""Where the store stands when nobody says otherwise."""

import os
from pathlib import Path

STORE_VARIABLE = "SUMMITTUI_STORE"
"""Environment variable that names another store."""


def default_store_path() -> Path:
    """Return the store of this user: `SUMMITTUI_STORE`, else `store.json` in the user's data directory."""
    named = os.environ.get(STORE_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("summittui", appauthor=False) / "store.json"
