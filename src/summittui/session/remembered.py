"""What the program remembers from one run to the next without being told; losing it costs nothing."""

import contextlib
import os
from pathlib import Path

import msgspec


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a user."""

    theme: str | None = None
    """The theme that was chosen last, by the name it has in the settings."""
    recent: tuple[str, ...] = ()
    """Ids of the commands that were run last from the palette, the latest first."""
    welcomed: bool = False
    """Whether the hint of the very first start was shown."""


def state_path() -> Path:
    """Return the file in the user's state directory in which it is kept."""
    from summittui.store.paths import state_folder

    return state_folder() / "state.json"


def read_remembered(path: Path) -> Remembered:
    """Return what is remembered; nothing where the file is missing, unreadable or another's."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Remembered)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Remembered()


def keep_remembered(path: Path, remembered: Remembered) -> None:
    """Write it whole or not at all; a place that cannot be written is left as it is."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.json.encode(remembered))
        part.replace(path)
