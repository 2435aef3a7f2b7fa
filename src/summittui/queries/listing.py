"""The question of a list: which records of one table, in what order."""

from msgspec import Struct
from msgspec.structs import replace

from summittui.model import TABLE_OF, Record
from summittui.queries.language.names import Names
from summittui.queries.language.parts import Query
from summittui.queries.orders import Order, order_words


class ListQuery(Struct, frozen=True, kw_only=True):
    """Which records a list is to show, in what order."""

    table: str
    lead: str | None = None
    """The id of the record that they must belong to."""
    query: Query = Query()
    among: frozenset[str] | None = None
    """The ids that they must have, such as the marked ones."""
    order: Order = Order()
    scope: str = ""
    """The scope to which it is limited (`queries/scope.py`); empty for none."""

    @classmethod
    def whole(cls, type_: type[Record]) -> "ListQuery":
        """Return the query for all records of a type."""
        return cls(table=TABLE_OF[type_])

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.lead is not None or bool(self.query) or self.among is not None or bool(self.scope)

    @property
    def unlimited(self) -> "ListQuery":
        """The query without its scope, to be put to a library that is limited already."""
        return replace(self, scope="") if self.scope else self

    def describe(self, names: Names) -> str:
        """Return filters and order in words, such as “China and those who speak for it · with “gold””; empty for none.

        Args:
            names: What the ids and values of the query are called.
        """
        from summittui.queries.language.describing import describe_query
        from summittui.queries.scope import describe_scope

        lead = names.folded(self.lead) if self.lead is not None else ""
        marked = "marked" if self.among is not None else ""
        order = order_words(self.table, self.order)
        words = (describe_scope(names, self.scope), lead, *describe_query(names, self.query), marked, order)
        return " · ".join(each for each in words if each)
