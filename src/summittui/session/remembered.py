"""The state that the program keeps from one run to the next without being told; losing it costs nothing."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from summittui.model import InputError

if TYPE_CHECKING:
    from summittui.model.location import Location
    from summittui.queries.links import ViewLink

_STORES = 50
"""Of how many stores it is remembered where they were left."""


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a user."""

    theme: str | None = None
    """The theme that was chosen last, by the name it has in the settings."""
    recent: tuple[str, ...] = ()
    """Ids of the commands that were run last from the palette, the latest first."""
    welcomed: bool = False
    """Whether the hint of the very first start was shown."""
    columns: dict[str, tuple[str, ...]] = {}
    """The parts of each table's rows that are shown though they usually are not, or the other way round."""
    orders: dict[str, str] = {}
    """The order of each table, in the word of a view, where the table is sorted by something."""
    left: dict[str, str] = {}
    """The line of the view that was shown last of each store, by the store's path, the latest store last."""


def left_view(remembered: Remembered, store: "Location | None") -> "ViewLink | None":
    """Return what was shown last of a store, or of the user's own; None where that is not known any more."""
    line = remembered.left.get(_key(store))
    if not line:
        return None
    from summittui.queries.links import parse_view

    try:
        return parse_view(line)
    except InputError:
        return None


def leaving(remembered: Remembered, store: "Location | None", line: str) -> Remembered:
    """Return what is remembered once a store is left at a view; without its line nothing changes."""
    from summittui.queries.links import MOST_CHARACTERS

    if not line or len(line) > MOST_CHARACTERS:
        return remembered
    key = _key(store)
    others = [(each, there) for each, there in remembered.left.items() if each != key]
    return replace(remembered, left=dict((*others, (key, line))[-_STORES:]))


def _key(store: "Location | None") -> str:
    from summittui.store.paths import default_location

    location = store or default_location()
    return os.path.realpath(location) if isinstance(location, Path) else str(location)


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
        try:
            part.write_bytes(msgspec.json.encode(remembered))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
