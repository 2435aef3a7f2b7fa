"""Camps: named sets of actors that can be compared as one."""

from summittui.model.declaration import ActKind
from summittui.model.ids import ActorId, DeclarationId, IssueId
from summittui.model.record import Record
from summittui.model.stance import StanceValue


class Camp(Record, frozen=True, kw_only=True):
    """A set of actors: those named, those who did one act, those who take one side."""

    name: str
    members: tuple[ActorId, ...] = ()
    act: ActKind | None = None
    """With `declaration`: everybody who did this with it is a member."""
    declaration: DeclarationId | None = None
    issue: IssueId | None = None
    """With `stance`: everybody who takes this side on it by own words or deeds is a member."""
    stance: StanceValue | None = None
    note: str | None = None
