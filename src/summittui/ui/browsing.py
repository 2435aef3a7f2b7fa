"""The state of the Browse screen: an immutable value, answered by the library."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.model import TABLES, Quote, Record
from summittui.present.scope import empty_message
from summittui.queries.language import Query, QueryError
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order
from summittui.ui.keys.lookup import key_of
from summittui.ui.row_columns import RowColumns

V = TypeVar("V")

PANES = ("actors", "quotes", "declarations")
"""The tables of the three linked lists, in the order of their panes."""


class Lead(Struct, frozen=True):
    """The record that the other lists are narrowed to."""

    table: str
    id: str


class Browsing(Struct, frozen=True, kw_only=True):
    """The filters, orders, columns and marks of the three lists, and the record that leads them."""

    library: Library
    lead: Lead | None = None
    words: dict[str, str] = {}
    """The text typed into the filter of each table."""
    queries: dict[str, Query] = {}
    """The query of each table: the last meaning of the text that could be parsed."""
    marked: tuple[str, ...] = ()
    """The ids of the marked records, in the order in which they were marked."""
    marked_only: bool = False
    orders: dict[str, Order] = {}
    """The order of each table that does not stand in its own."""
    columns: dict[str, RowColumns] = {}
    """The columns of each table's rows, where these are not the usual ones."""

    def with_library(self, library: Library) -> "Browsing":
        """Return the state over another library: filters, and the lead and the marks of records that are in it."""
        lead = self.lead if self.lead and library.find(self.lead.id) else None
        marked = tuple(id_ for id_ in self.marked if library.find(id_))
        return replace(self, library=library, lead=lead, marked=marked, marked_only=self.marked_only and bool(marked))

    def showing(self, table: str, id_: str) -> "Browsing":
        """Return the state in which the list of `table` holds a record: what kept it out is let go."""
        record = self.library.find(id_)
        state = self
        for wider in (self, self.released(), self.released().with_words(table, "")):
            state = wider
            if record is not None and self.library.holds(state.list_query(table), id_):
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
        """Return the state with another filter on one table; no words take it off.

        Words that cannot be understood stand there and leave the list as it is.
        """
        try:
            query = filter_query(self.library, table, words)
        except QueryError:
            query = self.query(table)
        return replace(
            self,
            words=_with(self.words, table, words if words.strip() else ""),
            queries=_with(self.queries, table, query),
        )

    def with_query(self, table: str, query: Query, words: str | None = None) -> "Browsing":
        """Return the state with another filter on one table, with `words` in its line, else its canonical text."""
        words = str(query) if words is None else words
        return replace(self, words=_with(self.words, table, words), queries=_with(self.queries, table, query))

    def query(self, table: str) -> Query:
        """Return what the filter of a table means; an empty query where there is none."""
        return self.queries.get(table, Query())

    def sorted_by(self, table: str, order: Order) -> "Browsing":
        """Return the state with a table in another order."""
        return replace(self, orders=_with(self.orders, table, order if order != Order() else None))

    def order(self, table: str) -> Order:
        """Return the order of a table."""
        return self.orders.get(table, Order())

    def with_columns(self, table: str, columns: RowColumns) -> "Browsing":
        """Return the state with other columns for the rows of a table."""
        return replace(self, columns=_with(self.columns, table, columns))

    def columns_of(self, table: str) -> RowColumns:
        """Return the columns of the rows of a table."""
        return self.columns.get(table, RowColumns())

    def toggled(self, id_: str) -> "Browsing":
        """Return the state with one mark set, or taken off."""
        others = tuple(each for each in self.marked if each != id_)
        return replace(self, marked=others if id_ in self.marked else (*others, id_))

    def marking(self, ids: Iterable[str]) -> "Browsing":
        """Return the state with more marks; what was marked stays so."""
        return replace(self, marked=tuple(dict.fromkeys((*self.marked, *ids))))

    def unmarked(self) -> "Browsing":
        """Return the state without marks."""
        return replace(self, marked=(), marked_only=False)

    def stepped_back(self, table: str) -> "Browsing | None":
        """Return the state without the filter of a table, else without the lead, else without the marks; else None."""
        if self.words.get(table):
            return self.with_words(table, "")
        if self.lead:
            return self.released()
        return self.unmarked() if self.marked else None

    def marked_in(self, table: str) -> tuple[Record, ...]:
        """Return the marked records of one table, in the order in which they were marked."""
        type_ = TABLES[table]
        return tuple(record for id_ in self.marked if isinstance(record := self.library.find(id_), type_))

    def sides(self, id_: str | None) -> tuple[str, ...]:
        """Return what to compare: all marks, or the one mark with the record `id_` under the cursor.

        A marked quote stands for its speaker.
        """
        found = (self.party(each) for each in self.marked)
        sides = tuple(dict.fromkeys(side for side in found if side))
        if len(sides) == 1 and id_ and id_ not in sides:
            return (*sides, id_)
        return sides

    def party(self, id_: str) -> str | None:
        """Return whose perspective a record shows: a quote's speaker, else itself."""
        record = self.library.find(id_)
        return record.speaker if isinstance(record, Quote) else id_

    def narrowed_by_lead(self, table: str) -> bool:
        """Tell whether a list shows only what belongs to the lead."""
        return self.lead is not None and self.lead.table != table

    def list_query(self, table: str) -> ListQuery:
        """Return the list query of a table."""
        among = frozenset(record.id for record in self.marked_in(table)) if self.marked_only else frozenset()
        return ListQuery(
            table=table,
            lead=self.lead.id if self.lead and self.lead.table != table else None,
            query=self.query(table),
            among=among or None,
            order=self.order(table),
        )

    def empty_message(self, table: str) -> str:
        """Return the sentence that an empty list of `table` says, with the way out."""
        query = self.query(table)
        if query:
            from summittui.library.answers.naming import NamesIn
            from summittui.queries.language.describing import describe_query

            everything = f"{key_of('back')} {'all' if len(query.parts) > 1 else 'clears the filter'}."
            last = f"{key_of('shorten-filter')} takes the last part off, " if len(query.parts) > 1 else ""
            return f"No {table} {', '.join(describe_query(NamesIn(self.library), query))}. {last}{everything}"
        if self.marked_only:
            return f"Nothing is marked. {key_of('marked-only')} shows all again."
        if self.narrowed_by_lead(table) and self.lead:
            return f"No {table} of {self.library.name(self.lead.id)} in these sources. {key_of('back')} shows all."
        return empty_message(self.library, table)


def differs_in_lead(before: Browsing, after: Browsing) -> bool:
    """Tell whether another record leads and nothing else has changed."""
    return after.lead is not None and after == replace(before, lead=after.lead)


def filter_query(library: Library, table: str, words: str) -> Query:
    """Return the query that the words of a filter mean for a table.

    Raises:
        QueryError: They cannot be understood, or ask for what no record of the table can have.
    """
    from summittui.library.answers.query_reading import read_query
    from summittui.queries.language.applicability import refuse_inapplicable_fields

    query = read_query(library, words)
    refuse_inapplicable_fields(query, table, words)
    return query


def _with(old: dict[str, V], table: str, value: V | None) -> dict[str, V]:
    """Return a copy with the value of one table; without it where there is none."""
    others = {name: each for name, each in old.items() if name != table}
    return {**others, table: value} if value else others
