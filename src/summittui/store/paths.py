"""Where the store, the settings and the state stand when nobody says otherwise."""

import os
from pathlib import Path

STORE_VARIABLE = "SUMMITTUI_STORE"
"""Environment variable that names another store."""
CONFIG_VARIABLE = "SUMMITTUI_CONFIG"
"""Environment variable that names another file of settings."""


def default_store_path() -> Path:
    """Return the store of this user: `SUMMITTUI_STORE`, else `store.json` in the user's data directory."""
    named = os.environ.get(STORE_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("summittui", appauthor=False) / "store.json"


def default_config_path() -> Path:
    """Return the settings of this user: `SUMMITTUI_CONFIG`, else `config.toml` in the user's config directory."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("summittui", appauthor=False) / "config.toml"


def is_set(variable: str) -> bool:
    """Return whether an environment variable names something."""
    return bool(os.environ.get(variable))


def state_folder() -> Path:
    """Return the folder of what this user's runs remember."""
    from platformdirs import user_state_path

    return user_state_path("summittui", appauthor=False)
