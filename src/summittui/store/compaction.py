"""Compaction: what the journals say becomes the next snapshot, while others go on writing."""

import contextlib
import errno
from glob import escape

from summittui.store.backups import KEPT, drop_backups
from summittui.store.disk import link, make_folder, sync_folder, write_new
from summittui.store.journal import begin_journal
from summittui.store.snapshot import Snapshot, encode, header_after
from summittui.store.store_paths import StorePaths
from summittui.store.store_reader import StoreReader


def rotate(paths: StorePaths, reader: StoreReader) -> Snapshot:
    """Begin the next journal and return the snapshot that it continues; needs the lock.

    Raises:
        OSError: The journal could not be begun; the present one goes on.
    """
    make_folder(paths.history)
    journals = reader.journals
    if journals.current and journals.current.is_torn:
        journals.current.cut()
    snapshot = reader.snapshot(journals.generation + 1)
    begin_journal(paths, header_after(snapshot.meta))
    journals.enter(snapshot.meta.generation)
    return snapshot


def write_fresh(paths: StorePaths, snapshot: Snapshot) -> None:
    """Write the snapshot beside its place; needs no lock.

    On a full disk the oldest backup is given up and the snapshot tried once more.

    Raises:
        OSError: It could not be written.
    """
    fresh = paths.fresh(snapshot.meta.generation)
    fresh.unlink(missing_ok=True)
    try:
        write_new(fresh, encode(snapshot))
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT) or not drop_backups(paths, len(paths.backups()) - 1):
            raise
        write_new(fresh, encode(snapshot))


def publish(paths: StorePaths, snapshot: Snapshot, reader: StoreReader) -> bool:
    """Put the snapshot that was written in its place, unless a later one stands there; needs the lock.

    Returns:
        Whether it stands there now.

    Raises:
        OSError: It could not be put there; what stands there is whole.
    """
    meta = snapshot.meta
    fresh = paths.fresh(meta.generation)
    if reader.base >= meta.generation:
        fresh.unlink(missing_ok=True)
        return False
    kept = paths.kept(meta.generation)
    kept.unlink(missing_ok=True)
    link(fresh, kept)
    sync_folder(paths.history)
    fresh.replace(paths.snapshot)
    sync_folder(paths.snapshot.parent)
    reader.rebase(meta)
    _tidy(paths, meta.generation)
    return True


def rewrite(paths: StorePaths, reader: StoreReader) -> None:
    """Compact while the lock is held.

    Raises:
        OSError: It failed; nothing is lost.
    """
    snapshot = rotate(paths, reader)
    write_fresh(paths, snapshot)
    publish(paths, snapshot, reader)


def prepare(paths: StorePaths, reader: StoreReader) -> None:
    """Begin the journal of a store that has none: a copy that stands alone, or a store of an older schema.

    Raises:
        OSError: It could not be begun.
    """
    if reader.is_outdated:
        rewrite(paths, reader)
        return
    make_folder(paths.history)
    meta = reader.snapshot(reader.journals.generation).meta
    link(paths.snapshot, paths.kept(meta.generation))
    begin_journal(paths, header_after(meta))
    reader.journals.enter(meta.generation)


def _tidy(paths: StorePaths, generation: int) -> None:
    """Remove older backups and what killed compactions left; what cannot be removed may stay."""
    with contextlib.suppress(OSError):
        drop_backups(paths, KEPT)
        for path in paths.snapshot.parent.glob(f"{escape(paths.snapshot.name)}.*.tmp"):
            number = path.suffixes[-2].removeprefix(".")
            if number.isdecimal() and int(number) < generation:
                path.unlink(missing_ok=True)
