"""Stances of holders, and speakers for actors, in the rows of a file."""

from collections.abc import Mapping
from typing import cast

from summittui.library.evidence import LazyEvidence
from summittui.library.memory.indexes import stated_in
from summittui.library.sqlite.connections import is_writable
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import range_of
from summittui.library.sqlite.statements import Statement
from summittui.model import ActorId, Claim, Declaration, Quote, StanceValue

_STATING = ("quotes", "declarations", "claims")
"""The tables whose records state where somebody stands, in the order of their evidence."""


def evidence_of(library: RowsLibrary, holder: str) -> LazyEvidence:
    """Return all evidence of where one holder stands, on any issue."""
    sql = "select row from stated where holder = ? and row between ? and ?"
    tables = _STATING if is_writable(holder) else ()
    records = (record for each in tables for record in library.rows.selected(Statement(sql, (holder, *range_of(each)))))
    stated = (found for record in records for found in stated_in(cast("Quote | Claim | Declaration", record)))
    return LazyEvidence(holder, tuple(each for whose, each in stated if whose == holder), {})


def holders(library: RowsLibrary, issue: str | None) -> tuple[str, ...]:
    """Return the ids of the actors of whom there is evidence, on one issue where it is named."""
    if issue is not None and not is_writable(issue):
        return ()
    on = "" if issue is None else " and s.issue = ?"
    sql = (
        f"select d.id from document d where exists (select 1 from stated s where s.holder = d.id{on}) "
        "and d.row between ? and ? order by d.row"
    )
    values = () if issue is None else (issue,)
    return tuple(id_ for (id_,) in library.rows.readers.rows(sql, *values, *range_of("actors")))


def stances_on(library: RowsLibrary, issue: str) -> frozenset[StanceValue]:
    """Return the stances on an issue that evidence of anybody shows."""
    if not is_writable(issue):
        return frozenset()
    sql = "select 1 from stated where issue = ? and stance = ? limit 1"
    return frozenset(stance for stance in StanceValue if library.rows.readers.first(sql, issue, stance))


def nearest_speakers(library: RowsLibrary) -> Mapping[ActorId, list[ActorId]]:
    """Return those who speak for each actor themselves."""
    sql = (
        "select value, id from key join posting using(key) join document using(row) "
        "where field = 'speaks_for' order by row"
    )
    nearest: dict[ActorId, list[ActorId]] = {}
    for whom, who in library.rows.readers.rows(sql):
        nearest.setdefault(whom, []).append(who)
    return nearest
