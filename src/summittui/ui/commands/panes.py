"""The commands that focus the panes of Browse and open the row under the cursor."""

from functools import partial
from typing import Protocol

from summittui.model import Actor, Record
from summittui.model.passages import MarkedSpan, first_passage
from summittui.ui.actions import Action, Actions, first_of
from summittui.ui.browsing import PANES
from summittui.ui.commands.list_host import ListHost, why_reading
from summittui.ui.widgets.bars import HintBar

DETAIL = "detail"
ORDER = (*PANES, DETAIL)
"""The panes in the order of their numbers."""


class PaneHost(ListHost, Protocol):
    """A screen with linked lists and a detail."""

    @property
    def pane(self) -> str:
        """The pane that has the focus."""

    @property
    def hint_bar(self) -> HintBar:
        """The last line, a menu when it has the focus."""

    def toggle_class(self, *class_names: str) -> object:
        """Add a class, or remove it."""


class PaneCommands:
    """The commands that focus panes, and open the passage or the timeline of the record under the cursor."""

    def __init__(self, host: PaneHost) -> None:
        """Create the commands for a screen."""
        self._host = host

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        reading = lambda: why_reading(self._host)  # noqa: E731
        numbers = {f"pane-{at}": Action(partial(self._host.go_to, pane)) for at, pane in enumerate(ORDER, 1)}
        return {
            **numbers,
            "open": Action(self.open, reading),
            "source": Action(self.open_passage, first_of(reading, self._why_no_passage)),
            "timeline": Action(self.show_timeline),
            "zoom": Action(lambda: self._host.toggle_class("-zoomed")),
            "next-pane": Action(lambda: self._step(1)),
            "previous-pane": Action(lambda: self._step(-1)),
            "left": Action(lambda: self._move(-1)),
            "right": Action(lambda: self._move(1)),
        }

    @property
    def _passage(self) -> MarkedSpan | None:
        return first_passage(self._host.current)

    def _why_no_passage(self) -> str | None:
        return "No passage of a source is known for this record." if self._passage is None else None

    def open(self) -> None:
        """Focus the detail; from the detail, open the passage in its source."""
        if self._host.pane != DETAIL:
            self._host.go_to(DETAIL)
        else:
            self._host.run_command("source")

    def open_passage(self) -> None:
        """Open the passage in its source."""
        if self._passage:
            self._host.app.navigation.open("reader", self._passage.source, self._passage.selector)

    def show_timeline(self) -> None:
        """Show the timeline of the actor under the cursor or of the lead, else that of everybody."""
        self._host.app.navigation.show("timeline", self._actor(self._host.current))

    def _actor(self, record: Record | None) -> str | None:
        lead = self._host.browsing.lead if self._host.browsing else None
        leading = lead.id if lead and lead.table == "actors" else None
        return record.id if isinstance(record, Actor) else leading

    def _step(self, by: int) -> None:
        """Focus the next pane; after the last the hint bar, then the first pane."""
        stops = (*ORDER, None)
        here = None if self._host.hint_bar.has_focus else self._host.pane
        pane = stops[(stops.index(here) + by) % len(stops)]
        if pane is None:
            self._host.hint_bar.focus()
        else:
            self._host.go_to(pane)

    def _move(self, by: int) -> None:
        """Focus the pane on the right with 1, on the left with -1; stop at the ends."""
        self._host.go_to(ORDER[min(max(ORDER.index(self._host.pane) + by, 0), len(ORDER) - 1)])
