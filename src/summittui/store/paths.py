"""Where the store, the settings and the state stand when nobody says otherwise."""

import os
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe

STORE_VARIABLE = "SUMMITTUI_STORE"
"""Environment variable that names another store."""
CONFIG_VARIABLE = "SUMMITTUI_CONFIG"
"""Environment variable that names another file of settings."""


def default_store_path() -> Path:
    """Return the store of this user: `SUMMITTUI_STORE`, else `store.json` in the user's data directory.

    Raises:
        InputError: The path begins with the home of a user whom there is not.
    """
    named = os.environ.get(STORE_VARIABLE)
    if named:
        return _of_variable(STORE_VARIABLE, named)
    from platformdirs import user_data_path

    return user_data_path("summittui", appauthor=False) / "store.json"


def default_config_path() -> Path:
    """Return the settings of this user: `SUMMITTUI_CONFIG`, else `config.toml` in the user's config directory.

    Raises:
        InputError: The path begins with the home of a user whom there is not.
    """
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return _of_variable(CONFIG_VARIABLE, named)
    from platformdirs import user_config_path

    return user_config_path("summittui", appauthor=False) / "config.toml"


def default_views_path() -> Path:
    """Return the saved views of this user: `views.toml` in the user's config directory."""
    from platformdirs import user_config_path

    return user_config_path("summittui", appauthor=False) / "views.toml"


def _of_variable(variable: str, named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError:
        message = f"The path {safe(named)} in {variable} begins with the home of nobody here; name another."
        raise InputError(message) from None


def is_set(variable: str) -> bool:
    """Return whether an environment variable names something."""
    return bool(os.environ.get(variable))


def state_folder() -> Path:
    """Return the folder of what this user's runs remember."""
    from platformdirs import user_state_path

    return user_state_path("summittui", appauthor=False)
