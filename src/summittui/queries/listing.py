"""List queries: the query of every list of records."""

from typing import Annotated, Any, ClassVar

from msgspec.structs import replace

from summittui.model import TABLE_OF, Record
from summittui.queries.language.names import Names
from summittui.queries.language.parts import Query
from summittui.queries.orders import ORDERS, Order, OrderSpelling, order_words
from summittui.queries.spelling import ManyRecords, OneRecord, Present, Spelling
from summittui.queries.view_query import ScopeText, ViewQuery


class QuerySpelling(Spelling, frozen=True, kw_only=True):
    """The spelling of a query of the query language: its canonical text."""

    def from_line(self, word: str) -> Query:
        """Return the query that a text means."""
        from summittui.queries.language.parsing import parse_query

        return parse_query(word)


class AmongSpelling(ManyRecords, frozen=True, kw_only=True):
    """The spelling of a set of records; None for any."""

    def to_arguments(self, value: Any) -> tuple[str, ...]:
        """Return an option for each id."""
        return super().to_arguments(tuple(sorted(value or ())))

    def renamed(self, value: Any, present: Present) -> Any:
        """Return the present ids."""
        return None if value is None else frozenset(map(present, value))


class ListQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a list: records of one table, in some order."""

    command: ClassVar[tuple[str, ...]] = ("list",)

    table: str
    query: Annotated[
        Query,
        QuerySpelling(line="query", option="--query", short="-q", help="Only records that this query keeps."),
    ] = Query()
    lead: Annotated[
        str | None,
        OneRecord(
            line="lead",
            option="--of",
            tables=tuple(ORDERS),
            help="Only what belongs to this record, as in Browse; its own table stays whole.",
        ),
    ] = None
    """The id of the record to which the listed records belong; None for any."""
    among: Annotated[
        frozenset[str] | None,
        AmongSpelling(line="only", option="--only", most=None, help="Only this record; may be given often."),
    ] = None
    """The ids among which the listed records are, such as the marked ones; None for all."""
    order: Annotated[Order, OrderSpelling(line="order", option="--order")] = Order()
    scope: ScopeText = ""

    @classmethod
    def whole(cls, type_: type[Record]) -> "ListQuery":
        """Return the query for all records of a type."""
        return cls(table=TABLE_OF[type_])

    @property
    def is_narrowed(self) -> bool:
        """Whether the query leaves records of its table out."""
        return self.lead is not None or bool(self.query) or self.among is not None or bool(self.scope)

    @property
    def unlimited(self) -> "ListQuery":
        """The query without its scope, to be put to a library that is limited already."""
        return replace(self, scope="") if self.scope else self

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of `summittui` that put the same question: the table first."""
        (command, *options) = super().arguments
        return (command, self.table, *options)

    def conditions(self, names: Names) -> str:
        """Return filters and order in words, such as “by China · with “gold””; empty for none.

        Args:
            names: The names of the ids and values of the query.
        """
        from summittui.queries.language.describing import describe_query
        from summittui.queries.scope import describe_scope

        lead = names.folded(self.lead) if self.lead is not None else ""
        marked = "marked" if self.among is not None else ""
        order = order_words(self.table, self.order)
        words = (describe_scope(names, self.scope), lead, *describe_query(names, self.query), marked, order)
        return " · ".join(each for each in words if each)

    def describe(self, names: Names) -> str:
        """Return the table with filters and order in words."""
        return " · ".join(each for each in (self.table, self.conditions(names)) if each)
