"""The query of the search in all tables."""

from typing import Annotated, ClassVar

from summittui.model import InputError
from summittui.queries.spelling import Text
from summittui.queries.view_query import ScopeText, ViewQuery


class SearchQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a search: the words, phrases and fields that records of any table are to have."""

    view: ClassVar[str] = "search"
    command: ClassVar[tuple[str, ...]] = ("search",)
    title: ClassVar[str] = "search"

    query: Annotated[str, Text(line="query", words="for {}")] = ""
    scope: ScopeText = ""

    @property
    def printed(self) -> "SearchQuery":
        """The query itself.

        Raises:
            InputError: Nothing is sought.
        """
        if not self.query.strip():
            raise InputError("the view of search has no query:, so there is nothing to print")
        return self
