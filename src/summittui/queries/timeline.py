"""The question of the timeline: what was said and done when."""

from typing import Annotated, ClassVar

from summittui.queries.perspectives import PERSPECTIVES
from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import ScopeText, ViewQuery


class TimelineQuery(ViewQuery, frozen=True, kw_only=True):
    """Events, acts and quotes by date."""

    view: ClassVar[str] = "timeline"
    command: ClassVar[tuple[str, ...]] = ("timeline",)
    title: ClassVar[str] = "timeline"

    whose: Annotated[
        str,
        OneRecord(
            option="--actor",
            tables=PERSPECTIVES,
            help="Only what this actor, camp, declaration or source said and did.",
        ),
    ] = ""
    """The perspective whose moments they are; empty for everybody."""
    scope: ScopeText = ""
