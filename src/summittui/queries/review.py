"""The question of the review: the proposals that wait."""

from typing import Annotated, ClassVar

from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import ViewQuery


class ReviewQuery(ViewQuery, frozen=True, kw_only=True):
    """The proposals that wait, of one source or of all; proposals are in no collection, so a scope keeps none."""

    view: ClassVar[str] = "review"
    command: ClassVar[tuple[str, ...]] = ("review", "list")
    title: ClassVar[str] = "proposals that wait"

    source: Annotated[str, OneRecord(tables=("sources",))] = ""
    """The source that they were read out of; empty for all."""
