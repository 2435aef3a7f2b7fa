"""Perspectives by declarations: what each did with each declaration, with the acts of its blocs beside its own."""

from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.comparison import compare
from summittui.library.answers.ledger import LedgerCell, ledger_cell
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.side_by_side import Comparison, columns_of
from summittui.model import Act, Actor, ActorKind, Declaration, counted_acts
from summittui.queries.comparison import Alignment, ComparisonQuery


class BlocActs(Struct, frozen=True, kw_only=True):
    """The acts of a bloc on a declaration; its members did not do it by that."""

    bloc: Actor
    acts: tuple[Act, ...]


class ActCell(Struct, frozen=True, kw_only=True):
    """The acts of one perspective on one declaration, and beside them those of its blocs and of its members."""

    own: LedgerCell
    beside: tuple[BlocActs, ...] = ()
    """The acts of the blocs that it belongs to."""
    members: tuple[LedgerCell, ...] = ()
    """The standing of each member of a bloc, for itself; empty where none acted."""

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts of the perspective itself."""
        return self.own.acts


class ActsRow(Struct, frozen=True, kw_only=True):
    """One declaration over all columns."""

    declaration: Declaration
    cells: tuple[ActCell, ...]

    @property
    def differs(self) -> bool:
        """Whether one column backs it and another is documented not to; absence makes no difference."""
        backing = [{act.act.is_backing for act in counted_acts(cell.acts)} for cell in self.cells if cell.acts]
        return any(one != other for one, other in combinations(backing, 2))


class ActsComparison(Struct, frozen=True, kw_only=True):
    """Perspectives side by side, a row for each declaration, by date; those without a date come last."""

    columns: tuple[Perspective, ...]
    rows: tuple[ActsRow, ...]

    @property
    def differing(self) -> "ActsComparison":
        """The same with the rows alone that one backs and another is documented not to."""
        return replace(self, rows=tuple(row for row in self.rows if row.differs))


def compare_acts(library: Library, query: ComparisonQuery) -> ActsComparison:
    """Put the perspectives of a query side by side, declaration by declaration.

    Raises:
        InputError: There are too few perspectives, or one stands twice.
        UnknownId: An id names no perspective.
        QueryError: The scope is none.
    """
    library = library.limited(query.scope)
    return acts_of(library, columns_of(library, query))


def compared_by(library: Library, query: ComparisonQuery) -> Comparison | ActsComparison:
    """Return the comparison that a query asks for, by declaration or by what else it says, with all its rows.

    Raises:
        SummitError: As `compare` and `compare_acts`.
    """
    return compare_acts(library, query) if query.by is Alignment.DECLARATION else compare(library, query)


def acts_of(library: Library, columns: Sequence[Perspective]) -> ActsComparison:
    """Return the acts of perspectives, a row for each declaration on which one of them, or a bloc of it, acted."""
    blocs = [_blocs(library, column) for column in columns]
    parts = [_parts(library, column) for column in columns]
    rows = (
        ActsRow(
            declaration=declaration,
            cells=tuple(_cell(declaration, *each) for each in zip(columns, blocs, parts, strict=True)),
        )
        for declaration in _declarations(library, columns, blocs)
    )
    return ActsComparison(columns=tuple(columns), rows=tuple(rows))


def _blocs(library: Library, column: Perspective) -> tuple[Actor, ...]:
    """Return the blocs to which those belong that stand in a column without being folded into it."""
    named = (each for member in column.members[: column.own] for each in library.referrers(member))
    found = {each.id: each for each in named if isinstance(each, Actor) and each.kind is ActorKind.BLOC}
    own = set(column.members)
    return tuple(each for id_, each in found.items() if id_ not in own and not own.isdisjoint(each.members))


def _parts(library: Library, column: Perspective) -> tuple[str, ...]:
    """Return the ids of the members of a bloc that is a column; nothing for any other."""
    record = library.find(column.id)
    is_bloc = isinstance(record, Actor) and record.kind is ActorKind.BLOC
    return tuple(map(str, record.members)) if is_bloc and isinstance(record, Actor) else ()


def _declarations(
    library: Library, columns: Sequence[Perspective], blocs: Sequence[Sequence[Actor]]
) -> list[Declaration]:
    who = {member for column in columns for member in column.members}
    who |= {bloc.id for each in blocs for bloc in each}
    found = {deed.declaration.id: deed.declaration for each in who for deed in library.deeds_of(each)}
    return sorted(found.values(), key=lambda each: (each.date or "9999", library.rank(each.id)))


def _cell(declaration: Declaration, column: Perspective, blocs: Sequence[Actor], parts: Sequence[str]) -> ActCell:
    acts = tuple(act for act in declaration.acts if act.actor in column.members)
    beside = (
        BlocActs(bloc=bloc, acts=done)
        for bloc in blocs
        if (done := tuple(act for act in declaration.acts if act.actor == bloc.id))
    )
    return ActCell(own=ledger_cell(declaration, acts), beside=tuple(beside), members=_members(declaration, parts))


def _members(declaration: Declaration, parts: Sequence[str]) -> tuple[LedgerCell, ...]:
    acts: dict[str, tuple[Act, ...]] = {}
    for act in declaration.acts:
        if act.actor in parts:
            acts[act.actor] = (*acts.get(act.actor, ()), act)
    return tuple(ledger_cell(declaration, acts.get(part, ())) for part in parts) if acts else ()
