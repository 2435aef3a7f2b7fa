"""Rows of the lists: what stands in each line, asked for when it comes into sight."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import Actor, ActorKind, Declaration, Quote
from summittui.model.caching import BoundedCache
from summittui.model.text import fold
from summittui.ui.render.actor import HEADINGS, actor_line
from summittui.ui.render.declaration import declaration_line
from summittui.ui.render.line import line
from summittui.ui.render.quote_row import quote_row
from summittui.ui.row_columns import RowColumns


class QuoteRows:
    """Quotes, two lines each, or one."""

    def __init__(self, library: Library, quotes: Sequence[Quote], columns: RowColumns = RowColumns()) -> None:  # noqa: B008 - immutable
        self._library = library
        self._quotes = quotes
        self._columns = columns
        self._drawn = library.derived(_drawn, columns)
        self.height = 2 if columns.shows("quotes", "second") else 1

    def __len__(self) -> int:
        return len(self._quotes)

    def key(self, i: int) -> str:
        """Return the id of quote `i`."""
        return self._quotes[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the lines of quote `i`."""
        quote = self._quotes[i]
        return self._drawn.get((quote.id, width), lambda: quote_row(self._library, quote, width, self._columns))


_KEPT = 1000
"""The number of drawn quotes in the cache."""


def _drawn(_library: Library, _columns: RowColumns) -> BoundedCache[tuple[str, int], tuple[Text, ...]]:
    """Return where the lines of the quotes of a library are kept: most stay in sight while a word is typed."""
    return BoundedCache(_KEPT)


class DeclarationRows:
    """Declarations, one line each."""

    height = 1

    def __init__(
        self,
        library: Library,
        declarations: Sequence[Declaration],
        columns: RowColumns = RowColumns(),  # noqa: B008 - immutable
    ) -> None:
        self._library = library
        self._declarations = declarations
        self._parts = frozenset(part for part in ("date", "acts", "forum") if columns.shows("declarations", part))

    def __len__(self) -> int:
        return len(self._declarations)

    def key(self, i: int) -> str:
        """Return the id of declaration `i`."""
        return self._declarations[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of declaration `i`."""
        return (declaration_line(self._library, self._declarations[i], width, parts=self._parts),)


class ActorRows:
    """Actors, in groups under a heading for each kind, those who speak for a listed actor under it; or one by one."""

    height = 1

    def __init__(
        self,
        library: Library,
        actors: Sequence[Actor],
        columns: RowColumns = RowColumns(),  # noqa: B008 - immutable
        *,
        grouped: bool = True,
    ) -> None:
        self._library = library
        self._entries = _entries(actors) if grouped else [(actor, 0) for actor in actors]
        self._parts = frozenset(part for part in ("deeds", "roles", "kind") if columns.shows("actors", part))

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
        return (actor_line(self._library, actor, width, depth=depth, parts=self._parts),)


Entry = ActorKind | tuple[Actor, int]
"""A heading, or an actor and how deep it stands under those it speaks for."""


def _entries(actors: Sequence[Actor]) -> list[Entry]:
    listed = {actor.id for actor in actors}
    under: dict[str, list[Actor]] = {}
    tops: dict[ActorKind, list[Actor]] = {kind: [] for kind in HEADINGS}
    nested: set[str] = set()
    for actor in actors:
        if actor.speaks_for in listed and actor.speaks_for != actor.id:
            under.setdefault(str(actor.speaks_for), []).append(actor)
            nested.add(actor.id)
        else:
            tops[actor.kind].append(actor)
    entries: list[Entry] = []
    for kind, group in tops.items():
        if group:
            entries.append(kind)
        for top in sorted(group, key=_name):
            entries += _tree(top, under, 0)
    return entries


def _tree(actor: Actor, under: dict[str, list[Actor]], depth: int) -> list[Entry]:
    entries: list[Entry] = [(actor, depth)]
    for speaker in sorted(under.pop(actor.id, ()), key=_name):
        entries += _tree(speaker, under, depth + 1)
    return entries


def _name(actor: Actor) -> str:
    return fold(actor.name)
