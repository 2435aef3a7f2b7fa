"""Recovery: a store that is damaged or partly gone, made again from its snapshots and journals."""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from summittui.model import TABLES, StoreDamaged, StoreTooNew
from summittui.store.compaction import publish, write_fresh
from summittui.store.decoded_tables import DecodedTables
from summittui.store.disk import StoreMissing, damaged, link, make_folder, not_written, shown, sync_folder
from summittui.store.filesystem import refuse_remote
from summittui.store.journal import Header, Transaction, begin_journal, transaction_from
from summittui.store.lines import salvage
from summittui.store.lock import held
from summittui.store.pending_changes import PendingChanges
from summittui.store.reports import RecoveryReport
from summittui.store.snapshot import Snapshot, header_after, parse
from summittui.store.store_paths import StorePaths
from summittui.store.store_reader import StoreReader
from summittui.store.unfinished import is_unfinished


class _Salvage(Struct):
    """The yield of the journals in a recovery."""

    transactions: int = 0
    lost: int = 0
    damaged: list[Path] = []
    """The journals that hold damage."""
    missing: list[str] = []
    """The journals that are gone."""


def recover(path: Path) -> RecoveryReport:
    """Make the store at `path` again from what is left of it; nothing is deleted.

    The newest sound snapshot, or the empty store with which the first journal begins, is continued with
    every line of the journals that checks. Damaged files are kept aside. A sound store stays as it is.

    Raises:
        StoreMissing: There was never a store, or its creation was cut short.
        StoreDamaged: Nothing is left of it.
        StoreTooNew: A newer program wrote it.
        StoreError: It may not be written or is busy.
    """
    paths = StorePaths(path)
    refuse_remote(path)
    _refuse_nothing(paths)
    with held(paths):
        problem = _problem(paths)
        try:
            return _made_again(paths, problem) if problem else _sound(paths)
        except OSError as error:
            raise not_written(path, error) from None


def _refuse_nothing(paths: StorePaths) -> None:
    if not is_unfinished(paths):
        return
    path = shown(paths.snapshot)
    if paths.history.exists():
        cut_short = f"The creation of the store {path} was cut short before anybody could edit it"
        raise StoreMissing(f"{cut_short}: there is nothing to recover, the next start makes it anew.")
    raise StoreMissing(f"There is no store at {path}, nor anything left of one.")


def _problem(paths: StorePaths) -> str:
    reader = StoreReader(paths)
    try:
        reader.refresh()
        DecodedTables(partial(damaged, paths.snapshot), PendingChanges()).renew(reader.held)
    except StoreTooNew:
        raise
    except (StoreDamaged, StoreMissing) as error:
        return str(error)
    finally:
        reader.forget()
    return ""


def _sound(paths: StorePaths) -> RecoveryReport:
    reader = StoreReader(paths)
    reader.refresh()
    report = _report(paths, "", "", reader, _Salvage(), None)
    reader.forget()
    return report


def _made_again(paths: StorePaths, problem: str) -> RecoveryReport:
    base, snapshot = _base(paths)
    reader = StoreReader(paths)
    reader.begin(snapshot)
    found = _replay(paths, reader)
    if not (base or found.transactions):
        raise _lost(paths)
    make_folder(paths.history)
    aside = _set_aside(paths, found.damaged)
    begun = max([reader.journals.generation, *paths.journals(), *paths.backups()]) + 1
    meta = msgspec.structs.replace(reader.snapshot(begun).meta, follows=int.from_bytes(os.urandom(4), "big"))
    begin_journal(paths, header_after(meta))
    made = Snapshot(meta, reader.held.tables)
    write_fresh(paths, made)
    publish(paths, made, reader)
    reader.journals.generation = begun
    report = _report(paths, problem, base, reader, found, aside)
    reader.forget()
    return report


def _base(paths: StorePaths) -> tuple[str, Snapshot]:
    """Return the newest sound snapshot and its name, or the empty store with which the first journal begins."""
    for path in (paths.snapshot, *(paths.kept(one) for one in reversed(paths.backups()))):
        with contextlib.suppress(StoreDamaged, OSError):
            snapshot = parse(path, path.read_bytes())
            if path != paths.snapshot or _is_sound(paths, snapshot):
                return path.name, snapshot
    if 0 in paths.journals():
        return "", StoreReader(paths).snapshot(0)
    raise _lost(paths)


def _lost(paths: StorePaths) -> StoreDamaged:
    return StoreDamaged(
        f"The store {shown(paths.snapshot)} is lost: no snapshot and no edit of its journals can be read; "
        f"put a backup in its place, or remove {shown(paths.lock)} and {shown(paths.history)} to begin anew."
    )


def _is_sound(paths: StorePaths, snapshot: Snapshot) -> bool:
    """Tell whether the journal that should continue the snapshot does."""
    with contextlib.suppress(OSError):
        header, *_ = [*salvage(paths.journal(snapshot.meta.generation).read_bytes()), None]
        return header is None or header == msgspec.json.encode(header_after(snapshot.meta))
    return True


def _replay(paths: StorePaths, reader: StoreReader) -> _Salvage:
    """Apply every line that checks; count those that are missing by the numbers of their neighbours."""
    found = _Salvage()
    journals = paths.journals()
    expected = range(reader.journals.generation, max([reader.journals.generation, *journals]) + 1)
    found.missing = [paths.journal(one).name for one in expected if one not in journals]
    for generation in (one for one in journals if one in expected):
        path = paths.journal(generation)
        lines = list(salvage(path.read_bytes()))
        if None in lines or not lines:
            found.damaged.append(path)
        if lines and lines[0] is not None:
            _count_missing(found, reader, msgspec.json.decode(lines[0], type=Header).edits + 1)
        for transaction in _transactions(lines):
            if transaction.number > reader.held.edits:
                _count_missing(found, reader, transaction.number)
                reader.take(transaction)
                found.transactions += 1
        unread = _unread_at_end(lines)
        found.lost += unread
        reader.held.edits += unread
    return found


def _count_missing(found: _Salvage, reader: StoreReader, number: int) -> None:
    missing = number - reader.held.edits - 1
    if missing > 0:
        found.lost += missing
        reader.held.edits += missing


def _transactions(lines: list[bytes | None]) -> Iterator[Transaction]:
    for body in lines[1:]:
        if body is not None:
            yield transaction_from(body)


def _unread_at_end(lines: list[bytes | None]) -> int:
    read = [index for index, body in enumerate(lines) if body is not None]
    return len(lines) - 1 - (read[-1] if read else 0)


def _set_aside(paths: StorePaths, journals: list[Path]) -> Path:
    """Keep the present snapshot and the damaged journals in a folder of their own."""
    name = f"{paths.snapshot.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    aside = paths.snapshot.with_name(name)
    make_folder(aside)
    for path in (paths.snapshot, *journals):
        if path.is_file():
            link(path, aside / path.name)
    sync_folder(aside)
    return aside


def _report(
    paths: StorePaths, problem: str, base: str, reader: StoreReader, found: _Salvage, aside: Path | None
) -> RecoveryReport:
    return RecoveryReport(
        path=paths.snapshot,
        problem=problem,
        base=base,
        generation=reader.journals.generation,
        transactions=found.transactions,
        edits=reader.held.edits,
        lost=found.lost,
        missing=tuple(found.missing),
        counts={name: len(reader.held.tables.get(name, {})) for name in TABLES},
        aside=aside,
    )
