"""Backups: the snapshots that are kept beside the store, and copies that stand alone."""

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from summittui.model import InputError
from summittui.store.disk import not_written, shown, write_new
from summittui.store.snapshot import Snapshot, encode
from summittui.store.store_paths import StorePaths

KEPT = 3
"""The number of snapshots that are kept as backups, the present one among them."""


def drop_backups(paths: StorePaths, keep: int) -> int:
    """Delete the oldest backups but `keep`, at least the last one left; return how many went."""
    backups = paths.backups()
    oldest = backups[: max(0, len(backups) - max(keep, 1))]
    for generation in oldest:
        paths.kept(generation).unlink(missing_ok=True)
    return len(oldest)


def write_backup(name: str, snapshot: Snapshot, folder: Path) -> Path:
    """Write a snapshot of generation 1 into a new file in `folder`, as a store of its own, and return its path.

    Args:
        name: The name of the store's file, to which the time is added.
        snapshot: The store.
        folder: It is made where it is missing.

    Raises:
        InputError: The folder cannot be made.
        StoreError: The file could not be written.
    """
    own = Path(name)
    target = folder / f"{own.stem}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{own.suffix}"
    alone = msgspec.structs.replace(snapshot.meta, follows=int.from_bytes(os.urandom(4), "big"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_new(target, encode(Snapshot(alone, snapshot.tables)))
    except (FileExistsError, NotADirectoryError):
        raise InputError(f"{shown(folder)} is no folder; name another.") from None
    except OSError as error:
        raise not_written(target, error) from None
    return target
