"""The protocol by which a question learns what its ids and values are called."""

from typing import Protocol

from summittui.queries.language.parts import Field


class Names(Protocol):
    """The display names of a library, and the meanings of values in it."""

    def name(self, id_: str) -> str:
        """Return the display name of a record; an id that names none is its own name."""

    def folded(self, id_: str) -> str:
        """Return the same, with “and those who speak for it” where its words take in those of others."""

    def meanings(self, field: Field) -> tuple[str, ...]:
        """Return the ids, words or the date that the value of a field means; nothing where it means nothing."""
