"""Positions in the history of a store in a database: how far a file of documents has followed it."""

from uuid import UUID

import msgspec
from msgspec import Struct

from summittui.store.file_following import State
from summittui.store.marks import MARK, POSITION


class Position(Struct, frozen=True, kw_only=True):
    """The last edit that was read, and the store of which it is."""

    store: UUID
    number: int
    """Of the edit."""
    edit: UUID
    """Of the edit; after a loss of edits another one has its number."""


class FileMark(Struct, frozen=True):
    """A position as a file of documents keeps it."""

    position: Position
    last_ids: dict[str, int]
    """The highest number ever given in each table."""


def state_of(position: Position, last_ids: dict[str, int]) -> State:
    """Return what a file of documents that stands at a position says about itself."""
    text = f"{position.store}:{position.number:015}:{position.edit}"
    return {POSITION: text, MARK: msgspec.json.encode(FileMark(position, last_ids)).decode()}


def mark_in(state: State) -> FileMark | None:
    """Return the position in what a file says about itself; None where there is none."""
    try:
        return msgspec.json.decode(state.get(MARK, ""), type=FileMark)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
