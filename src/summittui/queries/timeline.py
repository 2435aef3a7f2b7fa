"""The query of the timeline."""

from typing import Annotated, ClassVar

from summittui.queries.perspectives import PERSPECTIVES
from summittui.queries.spelling import OneRecord
from summittui.queries.view_query import ScopeText, ViewQuery


class TimelineQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a timeline: events, acts and quotes by date."""

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
    """The perspective whose moments are asked for; empty for everybody."""
    scope: ScopeText = ""
