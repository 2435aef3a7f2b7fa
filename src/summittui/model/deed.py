"""Deeds and stated stances: a part of a record together with the record in which it stands."""

from typing import NamedTuple

from summittui.model.claim import Claim
from summittui.model.declaration import Act, Declaration
from summittui.model.quote import Quote
from summittui.model.stance import Stance


class Deed(NamedTuple):
    """An act together with the declaration it was done to."""

    declaration: Declaration
    act: Act


class Stated(NamedTuple):
    """One stance and where it stands."""

    stance: Stance
    origin: Quote | Claim | Deed

    @property
    def record(self) -> Quote | Claim | Declaration:
        """The record in which it stands."""
        return self.origin.declaration if isinstance(self.origin, Deed) else self.origin
