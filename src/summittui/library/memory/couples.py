"""What two fields must say of the same thing: an issue with its stance, an actor with its act.

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
    """Gives the couples of a record."""

    def side(self, field: str) -> int | None:
        """Return which of a couple a field looks at, or None."""
        return next((index for index, fields in enumerate(self.sides) if field in fields), None)


def couples_at(table: str, field: str) -> Couples | None:
    """Return the couples that a field looks at in the records of a table, or None."""
    return next((couples for couples in COUPLES.get(table, ()) if couples.side(field) is not None), None)


def _of_stances(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
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


def _of_declaration(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    if not isinstance(record, Declaration):
        return ()
    spoken = tuple((str(clause.issue), "") for clause in record.clauses if clause.issue)
    return (*spoken, *((stance.issue, stance.stance) for act in record.acts for stance in settled_stances(act.stances)))


def _of_acts(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    return tuple((act.actor, act.act) for act in record.acts) if isinstance(record, Declaration) else ()


def _of_deeds(library: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    deeds = library.deeds_of(record.id) if isinstance(record, Actor) else ()
    return tuple((deed.declaration.id, str(deed.act.act)) for deed in deeds)


def _of_camp_stance(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    return ((record.issue, record.stance or ""),) if isinstance(record, Camp) and record.issue else ()


def _of_camp_act(_: RecordsLibrary, record: Record) -> tuple[Couple, ...]:
    return ((record.declaration, record.act or ""),) if isinstance(record, Camp) and record.declaration else ()


_STANCES = (("issue",), ("stance",))
_DEEDS = (("declaration",), ("act",))
COUPLES: Mapping[str, tuple[Couples, ...]] = {
    "quotes": (Couples(_STANCES, _of_stances),),
    "claims": (Couples(_STANCES, _of_stances),),
    "actors": (Couples(_STANCES, _of_own_stances), Couples(_DEEDS, _of_deeds)),
    "declarations": (Couples(_STANCES, _of_declaration), Couples((("actor", "by"), ("act",)), _of_acts)),
    "camps": (Couples(_STANCES, _of_camp_stance), Couples(_DEEDS, _of_camp_act)),
}
"""The couples that the records of each table show."""
