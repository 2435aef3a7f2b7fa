"""Durability of a PostgreSQL server: which failures an acknowledged edit survives, read from the settings in force.

The server, the database and the role may each have settings of their own, and an option with which the server was
started wins over all files in silence. So only what the server says to this session counts.
"""

import contextlib
import os
import threading
from collections.abc import Iterator
from typing import Any

import psycopg
from msgspec import Struct

from summittui.model.text import clip, safe

VARIABLE = "SUMMITTUI_NON_DURABLE"
"""The environment variable that, set to `allow`, lets a server be edited that may lose edits."""
CONFIRM_SECONDS = 15.0
"""Seconds that a commit waits for a standby; then the edit is told as unconfirmed."""
TABLES = ("store", "document", "edit")
_CONFIRMING = ("sync", "quorum")
"""States of a standby for which the server waits (`pg_stat_replication.sync_state`)."""
_SETTINGS = """
select current_setting('fsync')::boolean, current_setting('full_page_writes')::boolean,
    current_setting('synchronous_commit'), current_setting('synchronous_standby_names'), pg_is_in_recovery(),
    array(select relname::text from pg_class where relpersistence <> 'p'
        and oid in (select to_regclass(quote_ident(name)) from unnest(%s::text[]) as name) order by relname)
"""
_STANDBYS = "select application_name, sync_state from pg_stat_replication order by application_name"
_COMMIT = """
select set_config('synchronous_commit', 'on', false)
where current_setting('synchronous_commit') not in ('on', 'remote_apply')
"""


class Standby(Struct, frozen=True, kw_only=True):
    """A standby that is connected to the server."""

    name: str
    """The name by which it is known there (`cluster_name` or `application_name`)."""
    state: str
    """`sync`, `quorum`, `potential` or `async`, in the words of PostgreSQL."""

    @property
    def confirms(self) -> bool:
        """Whether the server may wait for it before it acknowledges an edit."""
        return self.state in _CONFIRMING


class Durability(Struct, frozen=True, kw_only=True):
    """The settings in force for a session, on which it depends what an acknowledged edit survives."""

    fsync: bool
    full_page_writes: bool
    synchronous_commit: str
    synchronous_standby_names: str
    is_standby: bool
    """Whether the server is a standby itself, which takes no edits."""
    unlogged: tuple[str, ...] = ()
    """The tables of the store that a crash would empty."""
    standbys: tuple[Standby, ...] | None = ()
    """The standbys that are connected; None where the role may not see them."""

    @property
    def weakness(self) -> str | None:
        """Why an acknowledged edit may be lost in a crash or a failover, and the remedy; None where it may not."""
        commit, waits = self.synchronous_commit, bool(self.synchronous_standby_names)
        if not self.fsync:
            return "it runs with fsync off, so a crash loses edits; set fsync = on in its postgresql.conf"
        if not self.full_page_writes:
            return "it runs with full_page_writes off, so a crash can tear a page; set it to on in its postgresql.conf"
        if self.unlogged:
            return (
                f"a crash empties the unlogged table {self.unlogged[0]}; run: alter table {self.unlogged[0]} set logged"
            )
        if commit == "off" or (waits and commit not in ("on", "remote_apply")):
            remedy = "let nothing between here and the server reset it (a pool of connections in transaction mode does)"
            return f"synchronous_commit is {commit} though the program has set it to on; {remedy}"
        return None

    @property
    def words(self) -> str:
        """The failures that an edit survives, as a clause."""
        if self.is_standby:
            return "this server is a standby, which takes no edits"
        if self.weakness:
            return f"edits can be lost: {self.weakness}"
        if not self.synchronous_standby_names:
            return f"an edit survives a crash of the server, not its loss: {self._without_waiting}"
        if self.standbys is None:
            why = "your role may not see the standbys (grant pg_read_all_stats lets it)"
            return f"an edit survives a crash of the server; whether it survives its loss is unknown: {why}"
        confirming = [each for each in self.standbys if each.confirms]
        if not confirming:
            names = clip(safe(self.synchronous_standby_names), 100)
            return f"no edit is acknowledged now: the server waits for a standby ({names}), and none is connected"
        return f"an edit survives the loss of this server: {_confirmed_by(confirming)}"

    @property
    def _without_waiting(self) -> str:
        if self.standbys is None:
            return "no standby is synchronous"
        names = [safe(each.name) for each in self.standbys]
        return f"standby {', '.join(names)} is asynchronous" if names else "no standby is connected"


def durability(connection: psycopg.Connection[Any]) -> Durability:
    """Return the durability of a session, as its server tells it.

    Raises:
        psycopg.Error: The server does not answer.
    """
    (row,) = connection.execute(_SETTINGS, [list(TABLES)])
    fsync, pages, commit, names, is_standby, unlogged = row
    return Durability(
        fsync=fsync,
        full_page_writes=pages,
        synchronous_commit=commit,
        synchronous_standby_names=names,
        is_standby=is_standby,
        unlogged=tuple(unlogged),
        standbys=_standbys(connection),
    )


def set_durable(connection: psycopg.Connection[Any]) -> None:
    """Let a session's commits wait for the disk and for synchronous standbys, whatever is set for role or server."""
    connection.execute(_COMMIT)


def why_not_durable(found: Durability) -> str | None:
    """Return why a store may not be edited on its server; None where it may, or the environment allows it."""
    if found.weakness is None or os.environ.get(VARIABLE) == "allow":
        return None
    return (
        f"The store is read-only: its server does not keep what it acknowledges, for {found.weakness} "
        f"(or, for a trial, set {VARIABLE}=allow)."
    )


@contextlib.contextmanager
def bounded_wait(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Bound the wait of a commit for a standby; the time limits of the server do not end it.

    The commit then stands on this server alone, of which the server sends a notice.
    """
    timer = threading.Timer(CONFIRM_SECONDS, _cancel, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cancel(connection: psycopg.Connection[Any]) -> None:
    with contextlib.suppress(psycopg.Error):
        connection.cancel_safe(timeout=5.0)


def _standbys(connection: psycopg.Connection[Any]) -> tuple[Standby, ...] | None:
    """Return the standbys; a role without the right to see them sees rows of NULL, one for each."""
    rows = connection.execute(_STANDBYS).fetchall()
    if any(state is None for _, state in rows):
        return None
    return tuple(Standby(name=name, state=state) for name, state in rows)


def _confirmed_by(standbys: list[Standby]) -> str:
    names = ", ".join(safe(each.name) for each in standbys)
    if standbys[0].state == "quorum" and len(standbys) > 1:
        return f"the server waits for a quorum of the standbys {names}"
    return f"standby {names} is synchronous" if len(standbys) == 1 else f"standbys {names} are synchronous"
