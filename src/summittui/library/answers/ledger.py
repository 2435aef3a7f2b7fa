"""The ledger: what each actor did with each declaration; a row for a bloc, and one for each of its members apart."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.camps import members_of
from summittui.library.answers.query_reading import read_query
from summittui.library.dating import date_of_act
from summittui.model import Act, ActKind, Actor, ActorKind, Camp, Declaration, InputError, ListStatus, counted_acts
from summittui.model.text import fold
from summittui.queries.ledger import LedgerOrder, LedgerQuery, Standing
from summittui.queries.listing import ListQuery

_OF_ACT: Mapping[ActKind, Standing] = {
    ActKind.JOINED: Standing.JOINED,
    ActKind.PROPOSED: Standing.PROPOSED,
    ActKind.PROMOTED: Standing.PROPOSED,
    ActKind.DECLINED: Standing.DECLINED,
    ActKind.STAYED_OUT: Standing.STAYED_OUT,
    ActKind.DISSENTED: Standing.DISSENTED,
}
_WITHOUT_ACT: Mapping[ListStatus | None, Standing] = {
    ListStatus.COMPLETE: Standing.NOT_LISTED,
    ListStatus.NONE: Standing.NO_LIST,
}
_FIRST = (
    Standing.SIGNED,
    Standing.JOINED,
    Standing.DECLINED,
    Standing.STAYED_OUT,
    Standing.DISSENTED,
    Standing.PROPOSED,
)
"""Which of several standings a cell has."""
LISTED = frozenset({Standing.SIGNED, Standing.JOINED})
_KINDS = tuple(ActorKind)
_KINDS_SHOWN = (ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.COMPANY)


class LedgerCell(Struct, frozen=True, kw_only=True):
    """The acts of one actor on one declaration."""

    standing: Standing
    acts: tuple[Act, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether all of its acts stay the claim of their source."""
        return bool(self.acts) and all(act.doubt for act in self.acts)


class LedgerRow(Struct, frozen=True, kw_only=True):
    """One actor with a cell for each declaration."""

    actor: Actor
    cells: tuple[LedgerCell, ...]

    @property
    def listed(self) -> int:
        """The number of declarations that list the actor, at first or later."""
        return sum(cell.standing in LISTED for cell in self.cells)


class Ledger(Struct, frozen=True, kw_only=True):
    """Actors over declarations."""

    query: LedgerQuery
    columns: tuple[Declaration, ...]
    rows: tuple[LedgerRow, ...]
    """By kind of actor, states first, so that blocs and their members stand apart."""
    members: tuple[str, ...] = ()
    """The ids of the members of the group, where one was asked for."""

    def count(self, column: int, standing: Standing, *, doubtful: bool) -> int:
        """Return how many rows stand so to a declaration, doubtfully or not."""
        cells = (row.cells[column] for row in self.rows)
        return sum(cell.standing is standing and cell.doubtful is doubtful for cell in cells)


def ledger(library: Library, query: LedgerQuery | None = None) -> Ledger:
    """Return the ledger that a query asks for.

    Raises:
        UnknownId: A declaration or a group is none.
        InputError: The group has no members, or a declaration stands twice.
        QueryError: The query for actors or the scope cannot be understood.
    """
    query = query or LedgerQuery()
    library = library.limited(query.scope)
    columns = _columns(library, query.declarations)
    members = group_members(library, query.group) if query.group else ()
    acts = _acts(columns)
    actors = members or sorted((id_ for id_ in acts if isinstance(library.find(id_), Actor)), key=library.rank)
    asked = ListQuery(table="actors", query=read_query(library, query.actors))
    chosen = [id_ for id_ in actors if not query.actors or library.holds(asked, id_)]
    rows = [_row(library.get_as(Actor, id_), columns, acts.get(id_, {})) for id_ in chosen]
    if query.standing:
        rows = [row for row in rows if any(cell.standing == query.standing for cell in row.cells)]
    return Ledger(query=query, columns=columns, rows=_sorted(columns, rows, query.order), members=members)


def group_members(library: Library, group: str) -> tuple[str, ...]:
    """Return the ids of the members of an actor or of a camp.

    Raises:
        UnknownId: The id names neither.
        InputError: It has no members.
    """
    record = library.get(group)
    found: Sequence[str] = ()
    if isinstance(record, Actor):
        found = record.members
    elif isinstance(record, Camp):
        found = members_of(library, record)
    if not found:
        raise InputError(f"{group!r} has no members; name a bloc, a collective or a camp with members, such as g20")
    return tuple(map(str, found))


def sorted_ledger(found: Ledger, order: LedgerOrder) -> Ledger:
    """Return a ledger with its rows in another order."""
    return replace(found, query=replace(found.query, order=order), rows=_sorted(found.columns, found.rows, order))


def _columns(library: Library, ids: Sequence[str]) -> tuple[Declaration, ...]:
    if len(set(ids)) < len(ids):
        raise InputError("a declaration stands twice in the ledger; name each once")
    if ids:
        return tuple(library.get_as(Declaration, id_) for id_ in ids)
    shown = (each for each in library.every(Declaration) if each.acts or each.list_status)
    return tuple(sorted(shown, key=lambda each: (each.date or "9999", each.label)))


def _acts(columns: Sequence[Declaration]) -> dict[str, dict[int, tuple[Act, ...]]]:
    """Return the acts of each actor by column."""
    found: dict[str, dict[int, tuple[Act, ...]]] = {}
    for at, column in enumerate(columns):
        for act in column.acts:
            cells = found.setdefault(str(act.actor), {})
            cells[at] = (*cells.get(at, ()), act)
    return found


def _row(actor: Actor, columns: Sequence[Declaration], acts: Mapping[int, tuple[Act, ...]]) -> LedgerRow:
    return LedgerRow(
        actor=actor, cells=tuple(ledger_cell(column, acts.get(at, ())) for at, column in enumerate(columns))
    )


def ledger_cell(column: Declaration, acts: tuple[Act, ...]) -> LedgerCell:
    """Return how an actor stands to a declaration by its acts, or by the list of signatories where it has none.

    A doubtful act never outvotes one that is not.
    """
    if not acts:
        return LedgerCell(standing=_WITHOUT_ACT.get(column.list_status, Standing.UNKNOWN))
    standings = {_OF_ACT.get(act.act, Standing.SIGNED) for act in counted_acts(acts)}
    return LedgerCell(standing=next(each for each in _FIRST if each in standings), acts=acts)


def _sorted(columns: Sequence[Declaration], rows: Sequence[LedgerRow], order: LedgerOrder) -> tuple[LedgerRow, ...]:
    def latest(row: LedgerRow) -> str:
        cells = zip(columns, row.cells, strict=True)
        return max((date_of_act(column, act).date for column, cell in cells for act in cell.acts), default="")

    ranked = sorted(rows, key=lambda row: fold(row.actor.name))
    if order is LedgerOrder.LISTED:
        ranked.sort(key=lambda row: -row.listed)
    elif order is LedgerOrder.LATEST:
        ranked.sort(key=latest, reverse=True)
    return tuple(sorted(ranked, key=lambda row: _kind_rank(row.actor.kind)))


def _kind_rank(kind: ActorKind) -> tuple[int, int]:
    return (_KINDS_SHOWN.index(kind) if kind in _KINDS_SHOWN else len(_KINDS_SHOWN)), _KINDS.index(kind)
