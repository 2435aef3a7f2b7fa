"""Recovery: a store that is damaged or partly gone, made again from its snapshots and journals."""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from summittui.model import TABLES, StoreDamaged, StoreTooNew
from summittui.store.compaction import publish, write_fresh
from summittui.store.disk import StoreMissing, link, make_folder, not_written, shown, sync_folder
from summittui.store.filesystem import refuse_remote
from summittui.store.journal import Header, Transaction, begin_journal, transaction_from
from summittui.store.lines import salvage
from summittui.store.lock import held
from summittui.store.places import Places
from summittui.store.replica import Replica
from summittui.store.reports import RecoveryReport
from summittui.store.snapshot import Snapshot, header_after, parse
from summittui.store.unfinished import is_unfinished
from summittui.store.view import View


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
    places = Places(path)
    refuse_remote(path)
    _refuse_nothing(places)
    with held(places):
        problem = _problem(places)
        try:
            return _made_again(places, problem) if problem else _sound(places)
        except OSError as error:
            raise not_written(path, error) from None


def _refuse_nothing(places: Places) -> None:
    if not is_unfinished(places):
        return
    path = shown(places.snapshot)
    if places.history.exists():
        cut_short = f"The creation of the store {path} was cut short before anybody could edit it"
        raise StoreMissing(f"{cut_short}: there is nothing to recover, the next start makes it anew.")
    raise StoreMissing(f"There is no store at {path}, nor anything left of one.")


def _problem(places: Places) -> str:
    replica = Replica(places)
    try:
        replica.refresh()
        View(places.snapshot).renew(replica)
    except StoreTooNew:
        raise
    except (StoreDamaged, StoreMissing) as error:
        return str(error)
    finally:
        replica.forget()
    return ""


def _sound(places: Places) -> RecoveryReport:
    replica = Replica(places)
    replica.refresh()
    report = _report(places, "", "", replica, _Salvage(), None)
    replica.forget()
    return report


def _made_again(places: Places, problem: str) -> RecoveryReport:
    base, snapshot = _base(places)
    replica = Replica(places)
    replica.begin(snapshot)
    found = _replay(places, replica)
    if not (base or found.transactions):
        raise _lost(places)
    make_folder(places.history)
    aside = _set_aside(places, found.damaged)
    begun = max([replica.generation, *places.journals(), *places.backups()]) + 1
    meta = msgspec.structs.replace(replica.snapshot(begun).meta, follows=int.from_bytes(os.urandom(4), "big"))
    begin_journal(places, header_after(meta))
    made = Snapshot(meta, replica.tables)
    write_fresh(places, made)
    publish(places, made, replica)
    replica.generation = begun
    report = _report(places, problem, base, replica, found, aside)
    replica.forget()
    return report


def _base(places: Places) -> tuple[str, Snapshot]:
    """Return the newest sound snapshot and its name, or the empty store with which the first journal begins."""
    for path in (places.snapshot, *(places.kept(one) for one in reversed(places.backups()))):
        with contextlib.suppress(StoreDamaged, OSError):
            snapshot = parse(path, path.read_bytes())
            if path != places.snapshot or _is_sound(places, snapshot):
                return path.name, snapshot
    if 0 in places.journals():
        return "", Replica(places).snapshot(0)
    raise _lost(places)


def _lost(places: Places) -> StoreDamaged:
    return StoreDamaged(
        f"The store {shown(places.snapshot)} is lost: no snapshot and no edit of its journals can be read; "
        f"put a backup in its place, or remove {shown(places.lock)} and {shown(places.history)} to begin anew."
    )


def _is_sound(places: Places, snapshot: Snapshot) -> bool:
    """Tell whether the journal that should continue the snapshot does."""
    with contextlib.suppress(OSError):
        header, *_ = [*salvage(places.journal(snapshot.meta.generation).read_bytes()), None]
        return header is None or header == msgspec.json.encode(header_after(snapshot.meta))
    return True


def _replay(places: Places, replica: Replica) -> _Salvage:
    """Apply every line that checks; count those that are missing by the numbers of their neighbours."""
    found = _Salvage()
    journals = places.journals()
    expected = range(replica.generation, max([replica.generation, *journals]) + 1)
    found.missing = [places.journal(one).name for one in expected if one not in journals]
    for generation in (one for one in journals if one in expected):
        path = places.journal(generation)
        lines = list(salvage(path.read_bytes()))
        if None in lines or not lines:
            found.damaged.append(path)
        if lines and lines[0] is not None:
            _count_missing(found, replica, msgspec.json.decode(lines[0], type=Header).edits + 1)
        for transaction in _transactions(lines):
            if transaction.number > replica.edits:
                _count_missing(found, replica, transaction.number)
                replica.take(transaction)
                found.transactions += 1
        unread = _unread_at_end(lines)
        found.lost += unread
        replica.edits += unread
    return found


def _count_missing(found: _Salvage, replica: Replica, number: int) -> None:
    missing = number - replica.edits - 1
    if missing > 0:
        found.lost += missing
        replica.edits += missing


def _transactions(lines: list[bytes | None]) -> Iterator[Transaction]:
    for body in lines[1:]:
        if body is not None:
            yield transaction_from(body)


def _unread_at_end(lines: list[bytes | None]) -> int:
    read = [index for index, body in enumerate(lines) if body is not None]
    return len(lines) - 1 - (read[-1] if read else 0)


def _set_aside(places: Places, journals: list[Path]) -> Path:
    """Keep the present snapshot and the damaged journals in a folder of their own."""
    name = f"{places.snapshot.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    aside = places.snapshot.with_name(name)
    make_folder(aside)
    for path in (places.snapshot, *journals):
        if path.is_file():
            link(path, aside / path.name)
    sync_folder(aside)
    return aside


def _report(
    places: Places, problem: str, base: str, replica: Replica, found: _Salvage, aside: Path | None
) -> RecoveryReport:
    return RecoveryReport(
        path=places.snapshot,
        problem=problem,
        base=base,
        generation=replica.generation,
        transactions=found.transactions,
        edits=replica.edits,
        lost=found.lost,
        missing=tuple(found.missing),
        counts={name: len(replica.tables.get(name, {})) for name in TABLES},
        aside=aside,
    )
