"""The names with which a library lets a question describe itself."""

from summittui.library.answers.perspective import perspective
from summittui.library.protocol import Library
from summittui.model import Actor, Camp, Declaration
from summittui.queries.language import Field


class NamesIn:
    """The display names of a library's records; `Names` of every question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.name = library.name

    def folded(self, id_: str) -> str:
        """Return the display name of a record, with “and those who speak for it” where there are such."""
        record, name = self._library.find(id_), self._library.name(id_)
        speakers = isinstance(record, Actor | Declaration | Camp) and perspective(self._library, id_).speakers
        return f"{name} and those who speak for it" if speakers else name

    def meanings(self, field: Field) -> tuple[str, ...]:
        """Return the ids, words or the date that the value of a field means."""
        return self._library.meanings(field)
