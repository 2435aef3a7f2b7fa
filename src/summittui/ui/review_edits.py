"""The edits of the review screen, each a call of the session; what they did is said in a sentence."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import Actor, ActorKind, DeclarationId, Proposal, ProposalState, Stance
from summittui.model.text import clip, safe
from summittui.session import Session
from summittui.session.accepting import Corrections
from summittui.session.adjusting import joined, of_somebody_new, split, with_declaration
from summittui.session.entry.records import new_record
from summittui.session.naming import with_new_id
from summittui.session.proposed_records import new_declaration
from summittui.session.review import Review
from summittui.ui.edits import Done, undo_hint

Change = Callable[[Library, Proposal], Proposal]
"""A function that returns the proposal as changed."""


_SHOWN = 40


def accept(proposals: Sequence[Proposal], corrections: Corrections, stance: Stance | None, session: Session) -> Done:
    """Make records of proposals, with a stance of the first quote where one is given."""
    acceptance = Review(session).accept(proposals, corrections, stance)
    waiting = f" {len(acceptance.waiting)} wait: {acceptance.waiting[0].why}." if acceptance.waiting else ""
    return Done(f"Accepted {len(acceptance.accepted)}.{waiting} {undo_hint()}")


def reject(proposals: Sequence[Proposal], session: Session) -> Done:
    """Reject proposals."""
    Review(session).reject(proposals)
    return Done(f"Rejected {len(proposals)}. {undo_hint()}")


def adjust(proposal: Proposal, change: Change, session: Session) -> Done:
    """Put a proposal as it is to be in its place."""
    after = change(session.library, proposal)
    session.change(after, base=proposal)
    return Done(f"Changed. {undo_hint()}")


def with_new_speaker(proposal: Proposal, name: str, session: Session) -> Done:
    """Make an actor and have the proposal be its words, or its act, in one edit."""
    kind = proposal.newcomer.kind if proposal.newcomer else ActorKind.PERSON
    actor = new_record(session.library, Actor, {"name": name, "kind": kind})
    after = of_somebody_new(proposal, actor)
    session.edit({actor.id: actor, after.id: after}, f"add {actor.id} to {after.id}")
    return Done(f"Added {clip(safe(name), _SHOWN)}, {kind}. {undo_hint()}")


def with_new_declaration(proposal: Proposal, title: str, session: Session) -> Done:
    """Make a declaration and have the proposal be an act on it, or a number of it, in one edit."""
    declaration = with_new_id(session.library, new_declaration(title))
    after = with_declaration(proposal, DeclarationId(declaration.id))
    session.edit({declaration.id: declaration, after.id: after}, f"add {declaration.id} to {after.id}")
    return Done(f"Added {clip(safe(title), _SHOWN)}. {undo_hint()}")


def join(one: Proposal, other: Proposal, session: Session) -> Done:
    """Make one proposal of two; the second is rejected."""
    rejected = replace(other, state=ProposalState.REJECTED)
    session.edit({one.id: joined(one, other), other.id: rejected}, f"join {one.id} and {other.id}")
    return Done(f"Joined. {undo_hint()}")


def split_up(proposal: Proposal, session: Session) -> Done:
    """Make two proposals of one."""
    text = session.library.text(proposal.source) or ""
    first, rest = split(text, proposal)
    number = next(at for at in range(2, 1_000) if session.library.find(f"{proposal.id}-{at}") is None)
    second = replace(proposal, id=f"{proposal.id}-{number}", quote=rest)
    session.edit({first.id: first, second.id: second}, f"split {proposal.id}")
    return Done(f"Split in two. {undo_hint()}")
