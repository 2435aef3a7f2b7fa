"""Stores whose creation was killed, or cut short by a loss of power: told apart from damaged ones, and cleared away.

Until the snapshot stands in its place nobody has edited the store, and its maker has acknowledged nothing. What such a
creation leaves may be deleted; the next start makes the store anew.
"""

import os
import shutil

import msgspec

from summittui.model import StoreDamaged, StoreReadOnly
from summittui.store.disk import StoreExists, cannot, damaged, refuse_long_name, shown
from summittui.store.journal import SEED, transaction_from
from summittui.store.lines import salvage
from summittui.store.lock import is_kept, says_creating
from summittui.store.store_paths import StorePaths


def is_unfinished(paths: StorePaths) -> bool:
    """Tell whether there is nothing of a store but, at most, what a creation leaves that was cut short."""
    if os.path.lexists(paths.snapshot) or is_kept(paths):
        return False
    return is_being_made(paths) if paths.journals() or paths.backups() else True


def is_being_made(paths: StorePaths) -> bool:
    """Tell whether a store is being made here, or its creation was cut short.

    The lock says so, and journals and backups hold nothing but the records that a creation brings in. A backup without
    the first journal may hold anything.
    """
    journals, backups = paths.journals(), paths.backups()
    others = set(journals) - {0, 1} or set(backups) - {1} or (backups and 0 not in journals)
    if others or not says_creating(paths):
        return False
    try:
        lines = {one: list(salvage(paths.journal(one).read_bytes()))[1:] for one in journals}
    except OSError:
        return False
    return not lines.get(1) and len(lines.get(0, ())) <= 1 and all(map(_is_seed, lines.get(0, ())))


def clear_away(paths: StorePaths) -> None:
    """Delete what a creation left; cut short itself, it leaves what `is_unfinished` still recognises.

    Raises:
        OSError: Something could not be deleted.
    """
    for path in (paths.snapshot, paths.fresh(1), paths.kept(1), paths.journal(1), paths.journal(0)):
        path.unlink(missing_ok=True)
    if paths.history.exists():
        shutil.rmtree(paths.history)


def _is_seed(body: bytes | None) -> bool:
    """Tell whether a line is the creation's; a damaged one is, for its writing was not acknowledged."""
    try:
        return body is None or transaction_from(body).kind == SEED
    except msgspec.DecodeError:
        return False


def is_left(paths: StorePaths) -> bool:
    """Tell whether the other files of a store are there; those of one whose creation is not finished do not count."""
    return is_kept(paths) or (bool(paths.journals() or paths.backups()) and not is_being_made(paths))


def gone(paths: StorePaths) -> StoreDamaged:
    """Return the error that says that the snapshot is gone."""
    return damaged(paths.snapshot, "it is gone, though its lock, journals or backups are there")


def refuse_existing(paths: StorePaths, *, was_left: bool) -> None:
    """Refuse to make a store where there is one, or what is left of one.

    Args:
        paths: The files.
        was_left: Whether anything was left of one before the lock was taken, which leaves a file itself.

    Raises:
        StoreExists: A file stands there.
        StoreDamaged: The snapshot is gone, but other files of its store are there.
    """
    path = paths.snapshot
    if os.path.lexists(path):
        raise StoreExists(f"There is a file at {shown(path)} already; open it or choose another path.")
    if was_left or is_left(paths):
        raise gone(paths)


def make_place(paths: StorePaths) -> None:
    """Make the folder in which a store is to stand.

    Raises:
        StoreReadOnly: It cannot be made, or the names of the store's files would be too long for it.
    """
    path = paths.snapshot
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(cannot("be created", path, error)) from None
    refuse_long_name(path)
