"""The dialog in which a scope is chosen: a collection, an event, a year, or what is typed."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.text import Text

from summittui.library import Library
from summittui.library.answers.query_reading import read_scope
from summittui.model import Event
from summittui.model.cancelling import IsCancelled
from summittui.model.text import fold
from summittui.queries.language import QueryError
from summittui.queries.language.fields import OWN, OWN_WORDS
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.dialogs.late_search import LateSearch
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line, sides

EVERYTHING = "everything"
"""The result that takes the limit off."""


class Choice(Struct, frozen=True):
    """A scope that can be chosen."""

    scope: str
    """As a query; empty for everything."""
    name: str
    kind: str
    """A word that says what it is."""


def choices(library: Library) -> tuple[Choice, ...]:
    """Return the scopes that a library offers: everything, its collections, events and years."""
    return (Choice("", "Everything", "no limit"), *_collections(library), *_events(library), *_years(library))


def _collections(library: Library) -> Iterator[Choice]:
    for value, name in library.values_like("collection", ""):
        is_own = value == OWN
        shown, kind = (OWN_WORDS.capitalize(), "no collection") if is_own else (name, "collection")
        yield Choice(f"collection:{value}", shown, kind)


def _events(library: Library) -> Iterator[Choice]:
    for event in library.every(Event):
        yield Choice(f"event:{event.id}", event.name, f"event {event.date or ''}".rstrip())


def _years(library: Library) -> Iterator[Choice]:
    for year in library.years():
        yield Choice(f"after:{year} before:{int(year) + 1}", year, "year")


class ChoiceRows:
    """Scopes as rows: the name, and at the right what it is."""

    height = 1

    def __init__(self, found: Sequence[Choice]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def key(self, i: int) -> str:
        """The scope as a query, `EVERYTHING` for no limit; an empty key would be a heading."""
        return self._found[i].scope or EVERYTHING

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        each = self._found[i]
        return (sides(line((each.name, "words")), line((each.kind, "apparatus")), width),)


class ScopeScreen(FindingScreen):
    """A dialog that finds a scope by its name or takes one as typed; the result is its query, `EVERYTHING`, or None."""

    def __init__(self, library: Library) -> None:
        """Offer the scopes of a library, the whole one."""
        keys = f" · {key_of('accept')} takes it, {key_of('close')} closes"
        super().__init__(
            line(("Show only", "title"), (keys, "apparatus")),
            "type a part of a name, or a scope such as collection:paris-2025 after:2025-02",
            message="Reading the scopes …",
        )
        self._library = library
        self._choices: tuple[Choice, ...] = ()
        self._search: LateSearch[tuple[Choice, ...]] = LateSearch(self, self._find, self._show)

    def on_unmount(self) -> None:
        """Cancel the search."""
        self._search.close()

    def accept(self) -> None:
        """Take the scope under the cursor; where they are being read, after that."""
        if not self._search.accepts_later(self.accept):
            super().accept()

    def narrow(self, sought: str) -> None:
        """Look in a thread for the scopes whose name or query holds every word."""
        self._search.ask(sought)

    def _find(self, sought: str, _is_cancelled: IsCancelled) -> tuple[Choice, ...]:
        """Return the scopes that are found; a text that is itself a scope comes first."""
        self._choices = self._choices or choices(self._library)
        words = fold(sought).split()
        found = (each for each in self._choices if all(word in fold(f"{each.name} {each.scope}") for word in words))
        return (*self._as_typed(sought), *found)

    def _show(self, sought: str, found: tuple[Choice, ...]) -> None:
        rows = ChoiceRows(found)
        self._list.message = f"No collection, event or year is called “{sought}”, and it is no scope."
        self._list.show(rows, cursor_key=rows.key(0) if len(rows) else None)

    def _as_typed(self, sought: str) -> tuple[Choice, ...]:
        """Return what was typed as a choice; nothing where it is no scope, or one of those that are offered."""
        try:
            scope = str(read_scope(self._library, sought))
        except QueryError:
            return ()
        return () if scope in {each.scope for each in self._choices} else (Choice(scope, scope, "as typed"),)
