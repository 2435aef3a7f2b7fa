"""The review screen: pending proposals, accepted or rejected with one key each, as in `git add -p`."""

from collections import Counter
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.containers import Container

from summittui.library import Library
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.proposals import proposals_for
from summittui.model import Proposal, ProposalState
from summittui.queries.review import ReviewQuery, StateChoice
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.deciding import DecideCommands
from summittui.ui.commands.stops import StopCommands
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LOADING
from summittui.ui.render.line import line
from summittui.ui.render.proposals import ProposalRows, proposal_detail
from summittui.ui.view_screen import ViewScreen
from summittui.ui.widgets.record_list import RecordList
from summittui.ui.widgets.text_view import TextView


class ReviewScreen(ViewScreen):
    """A list of proposals with their passages; a decided proposal leaves the list."""

    DEFAULT_CSS = """
    ReviewScreen {
        & #body { width: 1fr; height: 1fr; }
        & #list { height: 2fr; }
        & #detail { height: 3fr; }
        &.-wide #body { layout: horizontal; }
        &.-wide #list { width: 1fr; height: 1fr; }
        &.-wide #detail { width: 1fr; height: 1fr; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]  # noqa: RUF012  # as the base class declares it
    view_name = "review"
    is_limited = False
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.REVIEW, Scope.LIST, Scope.APP)

    def __init__(self, query: ReviewQuery) -> None:
        """Review the proposals that a query asks for."""
        super().__init__()
        self.view_query: ReviewQuery = query
        self.list_pane = self.home = RecordList(line(("Proposals", "title")), message=LOADING, id="list")
        self.detail_view = TextView(message="Nothing is under the cursor.", id="detail")
        self.parts = (Container(self.list_pane, self.detail_view, id="body"),)
        self.arriving = ""
        """The proposal to which the cursor goes first; empty for the first one."""
        self.library: Library | None = None
        self.waiting: tuple[Proposal, ...] = ()
        """The proposals that are shown."""

    def on_mount(self) -> None:
        """Show the proposals, and again whenever the library changes."""
        self.watch(self.app, "library", self._take_library)

    @property
    def proposal(self) -> Proposal | None:
        """The proposal under the cursor."""
        key = self.list_pane.cursor_key
        found = self.library.find(key) if self.library and key else None
        return found if isinstance(found, Proposal) else None

    def _take_library(self, shown: Library | None) -> None:
        """Show the proposals of the whole store that the query asks for, whatever other screens are limited to."""
        library = self.app.session_host.unlimited(shown)
        if library is None:
            return
        self.library, query = library, self.view_query
        self.waiting = proposals_for(library, query)
        self._show_title(library)
        elsewhere = 0 if self.waiting else len(proposals_for(library, ReviewQuery()))
        self.list_pane.message = empty_message(query, elsewhere)
        self.list_pane.show(ProposalRows(library, self.waiting), cursor_key=self.arriving or None)
        self.arriving = ""
        self._show_detail()

    def _show_title(self, library: Library) -> None:
        """Show in the title the sources, the conditions, and the numbers of proposals by state."""
        asked = replace(self.view_query, state=StateChoice.ANY)
        states = Counter(each.state for each in library.every(Proposal) if asked.keeps(each))
        decided = f"{states[ProposalState.ACCEPTED]} accepted · {states[ProposalState.REJECTED]} rejected"
        counts = f"  {states[ProposalState.PENDING]} wait · {decided}"
        self.title_bar.left = line(("Review", "title"), (counts, "apparatus"))
        of = " and ".join(asked.sources) or "all documents"
        conditions = self.view_query.conditions(NamesIn(library))
        self.title_bar.right = line((" · ".join(filter(None, (of, conditions))), "source"))

    @on(RecordList.Highlighted)
    def _show_detail(self) -> None:
        proposal = self.proposal
        name = (f" · {proposal.id}" if proposal else "", "apparatus")
        self.detail_view.pane_title = line(("Proposal", "title"), name)
        self.detail_view.show(list(proposal_detail(self.library, proposal)) if self.library and proposal else ())

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""

        def why_not() -> str | None:
            return None if self.proposal else "Nothing waits for review."

        opening = Action(self._open_source, why_not)
        stops = StopCommands(lambda: (self.list_pane, self.detail_view, self.hint_bar))
        return {"open": opening, "source": opening, **stops.actions, **DecideCommands(self).actions}

    @on(RecordList.Opened)
    def _open_source(self) -> None:
        """Open the passage in its source."""
        if self.proposal is not None:
            self.app.navigation.open("reader", self.proposal.source, self.proposal.spans[0])


def empty_message(query: ReviewQuery, elsewhere: int) -> str:
    """Return the sentence of an empty list of proposals.

    Args:
        query: The query that keeps none.
        elsewhere: The number of other proposals that wait.
    """
    if not elsewhere:
        return "Nothing waits for review; an import proposes what its documents say."
    if replace(query, sources=()) == ReviewQuery():
        return f"Nothing waits in this document; {elsewhere} wait in others, {key_of('review')} shows them."
    return f"No proposal is like this; {elsewhere} others wait, {key_of('review')} shows them."
