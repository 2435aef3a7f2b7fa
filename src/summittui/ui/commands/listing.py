"""The commands of a list with its detail: from one to the other, and on to the passage in its source."""

from collections.abc import Callable, Sequence
from typing import Protocol

from textual.widget import Widget

from summittui.model import Record
from summittui.model.passages import MarkedSpan, first_passage
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.stops import StopCommands
from summittui.ui.widgets.bars import HintBar
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView


class ListBody(Protocol):
    """A list with its detail."""

    list_pane: RecordList
    detail_view: TextView

    def go_to(self, pane: Widget) -> None:
        """Focus the list or the detail."""


class ListingHost(Protocol):
    """A screen with a list and its detail."""

    @property
    def app(self) -> CommandApp:
        """The app that opens passages."""

    @property
    def body(self) -> ListBody:
        """The list and its detail."""

    @property
    def hint_bar(self) -> HintBar:
        """The hint bar, which comes after the detail."""

    def back(self) -> None:
        """Undo one step, or leave the screen."""

    @property
    def current(self) -> Record | None:
        """The record under the cursor; None where there is none."""


class ListingCommands:
    """The commands that open the row under the cursor, and focus the list, the detail and the hints in turn."""

    def __init__(
        self,
        host: ListingHost,
        *,
        above: Sequence[Widget] = (),
        passage: Callable[[], MarkedSpan | None] | None = None,
    ) -> None:
        """Create the commands for a screen.

        Args:
            host: The screen.
            above: The widgets that come before the list.
            passage: Returns the passage to open from the row under the cursor, where it is not the first of its record.
        """
        self._host = host
        self._above = above
        self._passage = passage

    @property
    def actions(self) -> Actions:
        """The actions of the commands, by their ids."""
        return {
            "open": Action(self.open, self.why_no_row),
            "source": Action(self.open_passage, self.why_no_passage),
            "back": Action(self.back),
            "left": Action(lambda: self._host.body.go_to(self._host.body.list_pane)),
            "right": Action(lambda: self._host.body.go_to(self._host.body.detail_view)),
            **StopCommands(self._stops, self._host.body.go_to).actions,
        }

    def _stops(self) -> Sequence[Widget]:
        body = self._host.body
        return (*self._above, body.list_pane, body.detail_view, self._host.hint_bar)

    @property
    def passage(self) -> MarkedSpan | None:
        """The passage to open from the row under the cursor; None where there is none."""
        return first_passage(self._host.current) if self._passage is None else self._passage()

    def why_no_row(self) -> str | None:
        """Return the refusal of an empty list; None where there is a row."""
        return "Nothing is under the cursor." if self._host.body.list_pane.cursor_key is None else None

    def why_no_passage(self) -> str | None:
        """Return the refusal of a row without a passage; None where there is one."""
        return "No passage of a source is marked for this one." if self.passage is None else None

    def back(self) -> None:
        """Focus the list; from the list, undo one step of the screen."""
        if self._host.body.list_pane.has_focus:
            self._host.back()
        else:
            self._host.body.go_to(self._host.body.list_pane)

    def open(self) -> None:
        """Focus the detail; from the detail, open the passage in its source."""
        if self._host.body.detail_view.has_focus and self.passage is not None:
            self.open_passage()
        else:
            self._host.body.detail_view.focus()

    def open_passage(self) -> None:
        """Open the passage in its source."""
        passage = self.passage
        if passage is not None:
            self._host.app.navigation.open("reader", passage.source, passage.selector)
