"""The default paths of the store, the settings and the state."""

import os
from pathlib import Path

from summittui.model import InputError
from summittui.model.location import Address, Location, is_address, location_of
from summittui.model.text import safe

STORE_VARIABLE = "SUMMITTUI_STORE"
"""Environment variable that names another store."""
CONFIG_VARIABLE = "SUMMITTUI_CONFIG"
"""Environment variable that names another file of settings."""


def default_store_path() -> Path:
    """Return the store of this user: `SUMMITTUI_STORE`, else `store.json` in the user's data directory.

    Raises:
        InputError: The path begins with the home of a user whom there is not, or this user's home is not known.
    """
    return _of_variable(STORE_VARIABLE) or _user_folder("data", f"--store or {STORE_VARIABLE}") / "store.json"


def default_location() -> Location:
    """Return the store of this user: the path or address in `SUMMITTUI_STORE`, else `store.json` in the data directory.

    A password in the variable is taken out of it, so that no child of this process has it.

    Raises:
        InputError: It is no address, or the path begins with the home of a user whom there is not.
    """
    named = os.environ.get(STORE_VARIABLE, "")
    if not is_address(named):
        return default_store_path()
    location = location_of(named)
    if isinstance(location, Address):
        os.environ[STORE_VARIABLE] = location.text
    return location


def default_config_path() -> Path:
    """Return the settings of this user: `SUMMITTUI_CONFIG`, else `config.toml` in the user's config directory.

    Raises:
        InputError: The path begins with the home of a user whom there is not, or this user's home is not known.
    """
    return _of_variable(CONFIG_VARIABLE) or _user_folder("config", CONFIG_VARIABLE) / "config.toml"


def default_views_path() -> Path:
    """Return the saved views of this user: `views.toml` in the user's config directory.

    Raises:
        InputError: The user's home is not known.
    """
    return _user_folder("config", "XDG_CONFIG_HOME") / "views.toml"


def cache_folder() -> Path:
    """Return the folder of what this user's runs can make again.

    Raises:
        InputError: The user's home is not known.
    """
    return _user_folder("cache", "XDG_CACHE_HOME")


def state_folder() -> Path:
    """Return the folder of what this user's runs remember.

    Raises:
        InputError: The user's home is not known.
    """
    return _user_folder("state", "XDG_STATE_HOME")


def is_set(variable: str) -> bool:
    """Return whether an environment variable names something."""
    return bool(os.environ.get(variable))


def _of_variable(variable: str) -> Path | None:
    named = os.environ.get(variable)
    try:
        return Path(named).expanduser() if named else None
    except RuntimeError:
        message = f"The path {safe(named or '')} in {variable} begins with the home of nobody here; name another."
        raise InputError(message) from None


def _user_folder(kind: str, instead: str) -> Path:
    """Return this user's folder of a kind, such as `data`; a refusal says what could be set `instead`."""
    import platformdirs

    try:
        return Path(getattr(platformdirs, f"user_{kind}_path")("summittui", appauthor=False))
    except RuntimeError:
        raise InputError(f"The home folder of this user is not known; set HOME, or {instead}.") from None
