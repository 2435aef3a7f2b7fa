"""What the Browse screen shows: an immutable value, answered by the library."""

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Among, BelongsTo, Filter, Library, Matches, Selection
from summittui.library.query import words_query
from summittui.model import Record
from summittui.ui.commands import key_of

PANES = ("actors", "quotes", "declarations")
"""The tables of the three linked lists, in the order of their panes."""


class Lead(Struct, frozen=True):
    """The record whose belongings the other lists show."""

    table: str
    id: str


class Browsing(Struct, frozen=True, kw_only=True):
    """Which records each list shows, and why."""

    library: Library
    lead: Lead | None = None
    words: dict[str, str] = {}
    """What was typed into the filter of each table."""
    marked: tuple[str, ...] = ()
    """The ids of the marked actors and declarations, in the order in which they were marked."""
    marked_only: bool = False

    def over(self, library: Library) -> "Browsing":
        """Return the state over another library: filters, and the lead and the marks of records that are in it."""
        lead = self.lead if self.lead and library.find(self.lead.id) else None
        marked = tuple(id_ for id_ in self.marked if library.find(id_))
        return replace(self, library=library, lead=lead, marked=marked, marked_only=self.marked_only and bool(marked))

    def showing(self, table: str, id_: str) -> "Browsing":
        """Return the state in which the list of `table` holds a record: what kept it out is let go."""
        state = self
        for wider in (self, self.released(), self.released().with_words(table, "")):
            state = wider
            if any(record.id == id_ for record in state.selection(table).records):
                return state
        return replace(state, marked_only=False)

    def led_by(self, table: str, id_: str | None) -> "Browsing":
        """Return the state after the cursor of `table` came to a record: it leads unless another list does."""
        if id_ is None or (self.lead and self.lead.table != table):
            return self
        return replace(self, lead=Lead(table, id_))

    def released(self) -> "Browsing":
        """Return the state in which no record leads and every list is whole."""
        return replace(self, lead=None)

    def with_words(self, table: str, words: str) -> "Browsing":
        """Return the state with another filter on one table; no words take it off."""
        others = {name: typed for name, typed in self.words.items() if name != table}
        return replace(self, words={**others, table: words} if words.strip() else others)

    def toggled(self, id_: str) -> "Browsing":
        """Return the state with one mark set, or taken off."""
        others = tuple(each for each in self.marked if each != id_)
        return replace(self, marked=others if id_ in self.marked else (*others, id_))

    def unmarked(self) -> "Browsing":
        """Return the state without marks."""
        return replace(self, marked=(), marked_only=False)

    def sides(self, id_: str | None) -> tuple[str, ...]:
        """Return what to compare: all marks, or the one mark with the record `id_` under the cursor."""
        if len(self.marked) == 1 and id_ and id_ not in self.marked:
            return (*self.marked, id_)
        return self.marked

    def narrowed_by_lead(self, table: str) -> bool:
        """Tell whether a list shows only what belongs to the lead."""
        return self.lead is not None and self.lead.table != table

    def selection(self, table: str) -> Selection[Record]:
        """Return the records that the list of `table` shows."""
        filters: list[Filter] = []
        if self.lead and self.lead.table != table:
            filters.append(BelongsTo(self.lead.id))
        if self.words.get(table):
            filters.append(Matches(words_query(self.words[table])))
        if self.marked_only and table != "quotes":
            filters.append(Among(frozenset(self.marked), "marked"))
        return Selection(self.library, table, tuple(filters))

    def emptiness(self, table: str) -> str:
        """Return the sentence that an empty list of `table` says, with the way out."""
        if self.words.get(table):
            return f"No {table} with “{self.words[table].strip()}”. {key_of('back')} clears the filter."
        if self.marked_only:
            return f"Nothing is marked. {key_of('marked-only')} shows all again."
        if self.narrowed_by_lead(table) and self.lead:
            return f"No {table} of {self.library.name(self.lead.id)} in these sources. {key_of('back')} shows all."
        return f"The store holds no {table}."
