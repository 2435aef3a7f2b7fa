"""The query of the variants: several quotes that report one utterance."""

from typing import Annotated, ClassVar, Self

from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import Resolver, ScopeText, ViewQuery


class VariantsQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of the quotes that report one utterance, compared word by word."""

    view: ClassVar[str] = "variants"
    command: ClassVar[tuple[str, ...]] = ("variants",)
    title: ClassVar[str] = "variants"

    quote: Annotated[str, OneRecord(tables=("quotes",), fewest=1)]
    """The id of one of the quotes, or of the utterance."""
    scope: ScopeText = ""

    def resolved(self, library: Resolver) -> Self:
        """Return the query with the id of a quote in place of its name; that of an utterance stays."""
        return self if library.variants_of(self.quote) else super().resolved(library)
