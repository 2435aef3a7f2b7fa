"""The members of camps."""

from summittui.library.answers.sides import side_of
from summittui.library.answers.units import units
from summittui.library.evidence import EvidenceKind
from summittui.library.protocol import Library
from summittui.model import Camp, Declaration, StanceValue


def members_of(library: Library, camp: Camp) -> tuple[str, ...]:
    """Return the ids of a camp's members: those named, then those its rule takes in.

    Doubtful acts, weak stances, and what only others tell, take nobody in.
    """
    named = dict.fromkeys(str(actor) for actor in camp.members)
    return tuple(dict.fromkeys((*named, *_by_act(library, camp), *_by_stance(library, camp))))


def rule_of(library: Library, camp: Camp) -> str:
    """Return in words what makes an actor a member."""
    parts = ["named members"] if camp.members else []
    if camp.act and camp.declaration:
        parts.append(f"{camp.act} the {library.name(camp.declaration)}")
    if camp.issue and camp.stance:
        parts.append(f"{camp.stance} on {library.name(camp.issue)}")
    return " or ".join(parts) or "no member"


def _by_act(library: Library, camp: Camp) -> list[str]:
    if not camp.act or not camp.declaration:
        return []
    declaration = library.find(camp.declaration)
    acts = declaration.acts if isinstance(declaration, Declaration) else ()
    return [act.actor for act in acts if act.act is camp.act and not act.doubt]


def _by_stance(library: Library, camp: Camp) -> list[str]:
    if not camp.issue or not camp.stance:
        return []
    return [actor for actor in library.holders(camp.issue) if _own_stance(library, actor, camp.issue) is camp.stance]


def _own_stance(library: Library, actor: str, issue: str) -> StanceValue | None:
    pieces = library.evidence_of(actor)
    own = (pieces[at] for at, each in enumerate(pieces.stated) if each.stance.issue == issue)
    side = side_of(units(piece for piece in own if piece.kind is not EvidenceKind.SAID_ABOUT))
    return side.stance if side and side.firm else None
