"""The query of Browse: three linked lists, one of which has the focus."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.queries.orders import ORDERS, Order, OrderSpelling
from summittui.queries.spelling import Choice, Flag, ManyRecords, OneRecord, Text
from summittui.queries.view_query import ScopeText, ViewQuery

LISTS = tuple(ORDERS)
"""The tables of the three lists of Browse."""


class Pane(StrEnum):
    """The list that has the focus."""

    ACTORS = "actors"
    QUOTES = "quotes"
    DECLARATIONS = "declarations"


_LOOKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"open": ("detail",), "zoom": ("on",), **{f"look-{table}": () for table in LISTS}}
)


class BrowseQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of three linked lists, each with a filter and an order; one record can lead the other lists."""

    view: ClassVar[str] = "browse"
    title: ClassVar[str] = "browse"
    looks = _LOOKS

    pane: Annotated[Pane, Choice(of=Pane, line="pane")] = Pane.ACTORS
    lead: Annotated[str, OneRecord(line="lead", tables=LISTS, words="of {}")] = ""
    marked: Annotated[tuple[str, ...], ManyRecords(line="marked", most=None, words="{} marked")] = ()
    marked_only: Annotated[bool, Flag(line="only", word="marked", words="marked only")] = False
    actors: Annotated[str, Text(line="actors", words="actors: {}")] = ""
    quotes: Annotated[str, Text(line="quotes", words="quotes: {}")] = ""
    declarations: Annotated[str, Text(line="declarations", words="declarations: {}")] = ""
    sort_actors: Annotated[Order, OrderSpelling(line="sort-actors", table="actors")] = Order()
    sort_quotes: Annotated[Order, OrderSpelling(line="sort-quotes", table="quotes")] = Order()
    sort_declarations: Annotated[Order, OrderSpelling(line="sort-declarations", table="declarations")] = Order()
    scope: ScopeText = ""

    def filter_of(self, table: str) -> str:
        """Return the text of the filter of a list."""
        return str(getattr(self, table))

    def order_of(self, table: str) -> Order:
        """Return the order of a list."""
        order: Order = getattr(self, f"sort_{table}")
        return order

    @property
    def printed(self) -> ListQuery:
        """The list that has the focus.

        Raises:
            QueryError: Its filter is no query.
        """
        table = str(self.pane)
        return ListQuery(
            table=table,
            lead=self.lead or None,
            query=parse_query(self.filter_of(table)),
            among=frozenset(self.marked) if self.marked_only and self.marked else None,
            order=self.order_of(table),
            scope=self.scope,
        )
