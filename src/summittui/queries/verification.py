"""The query of a verification: a source held against the public record."""

from typing import Annotated, ClassVar

from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import ScopeText, ViewQuery


class VerificationQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of the words, numbers, acts and claims of a source beside those of the record."""

    view: ClassVar[str] = "verify"
    command: ClassVar[tuple[str, ...]] = ("verify",)
    title: ClassVar[str] = "against the record"

    source: Annotated[str, OneRecord(tables=("sources",), fewest=1)]
    scope: ScopeText = ""
