"""Couples: two fields that must hold of the same thing, such as an issue with its stance or an actor with an act.

A record shows several couples, such as the stances of a quote. A field looks at one side of each. Fields for both
sides, beside each other in one conjunction, must hold of the same couple.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from summittui.library.evidence import EvidenceKind
from summittui.library.memory.derived import per_id
from summittui.library.memory.indexes import STATED
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import Actor, Camp, Claim, Declaration, Quote, Record, settled_stances

Couple = tuple[str, str]


class Couples(Struct, frozen=True):
    """The couples of one kind that the records of a table show."""

    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """The fields that look at the first and at the second of each couple."""
    shown: Callable[[RecordsLibrary, Record], Iterable[Couple]]
    """Returns the couples of a record."""

    def side(self, field: str) -> int | None:
        """Return which of a couple a field looks at, or None."""
        return next((index for index, fields in enumerate(self.sides) if field in fields), None)


def couples_at(table: str, field: str) -> Couples | None:
    """Return the couples that a field looks at in the records of a table, or None."""
    return next((couples for couples in COUPLES.get(table, ()) if couples.side(field) is not None), None)


def stances_shown(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the stances of a quote or a claim, each an issue with a side."""
    return (
        tuple((stance.issue, stance.stance) for stance in settled_stances(record.stances))
        if isinstance(record, Quote | Claim)
        else ()
    )


def _of_own_stances(library: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the sides that an actor takes in its own words and deeds; what others say of it is theirs."""
    return library.derived(_own_stances, record.id)


@per_id(STATED.keys)
def _own_stances(library: RecordsLibrary, actor: str) -> tuple[Couple, ...]:
    own = (piece for piece in library.evidence_of(actor) if piece.kind is not EvidenceKind.SAID_ABOUT)
    return tuple(dict.fromkeys((str(piece.stance.issue), str(piece.stance.stance)) for piece in own))


def sides_shown(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the issues of which a declaration speaks, and the sides that acts on it show."""
    if not isinstance(record, Declaration):
        return ()
    spoken = tuple((str(clause.issue), "") for clause in record.clauses if clause.issue)
    return (*spoken, *((stance.issue, stance.stance) for act in record.acts for stance in settled_stances(act.stances)))


def acts_shown(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the acts on a declaration, each an actor with the kind of act."""
    return tuple((act.actor, act.act) for act in record.acts) if isinstance(record, Declaration) else ()


def _of_deeds(library: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    deeds = library.deeds_of(record.id) if isinstance(record, Actor) else ()
    return tuple((deed.declaration.id, str(deed.act.act)) for deed in deeds)


def camp_stances(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the issue and the stance by which a camp takes members in."""
    return ((record.issue, record.stance or ""),) if isinstance(record, Camp) and record.issue else ()


def camp_acts(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    """Return the declaration and the act by which a camp takes members in."""
    return ((record.declaration, record.act or ""),) if isinstance(record, Camp) and record.declaration else ()


_STANCES = (("issue",), ("stance",))
_DEEDS = (("declaration",), ("act",))
COUPLES: Mapping[str, tuple[Couples, ...]] = {
    "quotes": (Couples(_STANCES, stances_shown),),
    "claims": (Couples(_STANCES, stances_shown),),
    "actors": (Couples(_STANCES, _of_own_stances), Couples(_DEEDS, _of_deeds)),
    "declarations": (Couples(_STANCES, sides_shown), Couples((("actor", "by"), ("act",)), acts_shown)),
    "camps": (Couples(_STANCES, camp_stances), Couples(_DEEDS, camp_acts)),
}
"""The couples that the records of each table show."""
