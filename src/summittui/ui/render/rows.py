"""Rows of the lists: what stands in each line, asked for when it comes into sight."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, Quote
from summittui.ui.render.actor import HEADINGS, actor_line
from summittui.ui.render.declaration import declaration_line
from summittui.ui.render.line import line
from summittui.ui.render.quote import quote_lines


class QuoteRows:
    """Quotes, two lines each."""

    height = 2

    def __init__(self, library: Library, quotes: Sequence[Quote]) -> None:
        self._library = library
        self._quotes = quotes

    def __len__(self) -> int:
        return len(self._quotes)

    def key(self, i: int) -> str:
        """Return the id of quote `i`."""
        return self._quotes[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the two lines of quote `i`."""
        return quote_lines(self._library, self._quotes[i], width)


class DeclarationRows:
    """Declarations, one line each."""

    height = 1

    def __init__(self, library: Library, declarations: Sequence[Declaration]) -> None:
        self._library = library
        self._declarations = declarations

    def __len__(self) -> int:
        return len(self._declarations)

    def key(self, i: int) -> str:
        """Return the id of declaration `i`."""
        return self._declarations[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of declaration `i`."""
        return (declaration_line(self._library, self._declarations[i], width),)


class ActorRows:
    """Actors under a heading for each kind; those who speak for a listed actor stand under it."""

    height = 1

    def __init__(self, library: Library, actors: Sequence[Actor]) -> None:
        self._library = library
        self._entries = _entries(actors)

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the id of the actor in row `i`, '' for a heading."""
        entry = self._entries[i]
        return "" if isinstance(entry, ActorKind) else entry[0].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        entry = self._entries[i]
        if isinstance(entry, ActorKind):
            return (line((HEADINGS[entry], "heading")),)
        actor, depth = entry
        return (actor_line(self._library, actor, width, depth=depth),)


Entry = ActorKind | tuple[Actor, int]
"""A heading, or an actor and how deep it stands under those it speaks for."""


def _entries(actors: Sequence[Actor]) -> list[Entry]:
    listed = {actor.id for actor in actors}
    under: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.speaks_for in listed and actor.speaks_for != actor.id:
            under.setdefault(str(actor.speaks_for), []).append(actor)
    nested = {actor.id for group in under.values() for actor in group}
    entries: list[Entry] = []
    for kind in HEADINGS:
        tops = sorted((actor for actor in actors if actor.kind is kind and actor.id not in nested), key=_name)
        if tops:
            entries.append(kind)
        for top in tops:
            entries += _tree(top, under, 0)
    return entries


def _tree(actor: Actor, under: dict[str, list[Actor]], depth: int) -> list[Entry]:
    entries: list[Entry] = [(actor, depth)]
    for speaker in sorted(under.pop(actor.id, ()), key=_name):
        entries += _tree(speaker, under, depth + 1)
    return entries


def _name(actor: Actor) -> str:
    return actor.name.casefold()
