"""The queries of the documents: the list of sources, and the text of one source."""

from types import MappingProxyType
from typing import Annotated, ClassVar

from summittui.queries.language.parts import Field, Query
from summittui.queries.listing import ListQuery
from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import ScopeText, ViewQuery

_Source = Annotated[str, OneRecord(tables=("sources",))]


def _printed(source: str, scope: str) -> ListQuery:
    """Return the list query of a source's quotes, or that of all sources where none is named."""
    quotes = Query((Field("source", source),))
    return ListQuery(table="quotes", query=quotes, scope=scope) if source else ListQuery(table="sources", scope=scope)


class DocumentsQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of the sources, and of the marks in one of them."""

    view: ClassVar[str] = "documents"
    title: ClassVar[str] = "documents"
    looks = MappingProxyType(
        {"pane": ("text", "marks"), "around": ("0", "1", "3", "10"), "zoom": ("on",), "marked": ()}
    )

    source: _Source = ""
    scope: ScopeText = ""

    @property
    def printed(self) -> ListQuery:
        """The list query of the source's quotes, or that of all sources."""
        return _printed(self.source, self.scope)


class ReaderQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of the text of one source."""

    view: ClassVar[str] = "reader"
    title: ClassVar[str] = "text"

    source: Annotated[str, OneRecord(tables=("sources",), fewest=1)]
    scope: ScopeText = ""

    @property
    def printed(self) -> ListQuery:
        """The list query of the source's quotes."""
        return _printed(self.source, self.scope)
