"""The verification screen: the claims of a source beside the public record."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from rich.text import Text

from summittui.exchange.exports import Export
from summittui.exchange.view_exports import verification_export
from summittui.library import Library
from summittui.library.answers.verification.verifying import Verification, verify
from summittui.model import Record
from summittui.present.source import source_label
from summittui.present.verification import Entry, no_record, summary, verification_entries
from summittui.queries.verification import VerificationQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.line import line, text_of
from summittui.ui.render.verification import EntryRows
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.screens.recorded import RecordedScreen
from summittui.ui.view_screen import ViewScreen


class VerificationScreen(ViewScreen):
    """A list of the checks, quotes, tallies and acts of one source, each with its outcome on the record."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "verify"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.VERIFY, Scope.LIST, Scope.APP)

    def __init__(self, query: VerificationQuery, looked_at: str = "") -> None:
        """Verify the source of a query.

        Args:
            query: The question.
            looked_at: The id of a quote or claim on whose entry the cursor begins; empty for the first entry.
        """
        super().__init__()
        self.view_query: VerificationQuery = query
        self.entries: dict[str, Entry] = {}
        """The entries that are shown, by their keys."""
        self._looked_at = looked_at
        self.body = ListDetail(self)
        self.parts, self.home = (self.body,), self.body.list_pane
        self.live: LiveQuery[Verification] = LiveQuery(self, self.body)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        return {**ListingCommands(self).actions, "open": Action(self.open, self.why_not_open)}

    def question(self, library: Library) -> Callable[[], Verification]:
        """Return the function that verifies the source."""
        return partial(self._answer, library)

    def _answer(self, library: Library) -> Verification:
        """Return the verification of the source, in any thread; whether there is a record is known from then on."""
        no_record(library)
        return verify(library, self.view_query)

    def show_answer(self, library: Library, answer: Verification) -> None:
        """Show the entries under headings; the cursor begins on the entry of the record that was looked at."""
        self.entries = {each.key: each for each in verification_entries(library, answer)}
        told = f"  {source_label(library.source(answer.source))}"
        self.title_bar.left = line(("Against the record", "title"), (told, "apparatus"))
        lacking = no_record(library)
        self.body.list_pane.pane_title = line((lacking or summary(answer), "doubt" if lacking else "count"))
        self.body.list_pane.message = lacking or "Nothing of this source can be held against the record."
        rows = EntryRows(tuple(self.entries.values()))
        self.body.show(rows, cursor_key=self.body.key or self._entry_on(answer, self._looked_at))

    def _entry_on(self, answer: Verification, id_: str) -> str | None:
        """Return the key of the entry on a quote, else of the first check that looks at a claim."""
        checks = (each.check.id for each in answer.checks if id_ in {record.id for record in each.records})
        return id_ if id_ in self.entries else next(checks, None)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries.get(self.body.key or "")

    @property
    def current(self) -> Record | None:
        """The record in which the claim of the source stands."""
        return self.entry.claim if self.entry else None

    def why_not_open(self) -> str | None:
        """Return the refusal where the public record has nothing on the entry; None where it has something."""
        if self.entry is None:
            return "Nothing is under the cursor."
        return (
            None if self.entry.on_record else "The record has nothing of this; that it is untrue is not shown by that."
        )

    def open(self) -> None:
        """Open the records behind the entry under the cursor."""
        if self.entry is not None:
            self.app.push_screen(RecordedScreen(self.entry.lines[0], self.entry.on_record, of="claim"))

    def detail_title(self) -> Text:
        """Return the title of the detail, with the key that opens the records."""
        more = f" · {key_of('open')} goes to the record" if self.entry and self.entry.on_record else ""
        return line(("Source and record", "title"), (more, "apparatus"))

    def detail_lines(self) -> list[Text]:
        """Return the claim with its outcome, reason, pages, certainty, checker and date."""
        return list(map(text_of, self.entry.lines)) if self.entry else []

    def to_page(self) -> Page | None:
        """Return the detail of the entry under the cursor."""
        return self.body.page(self.body.key or "detail")

    def to_export(self) -> Export | None:
        """Return all entries."""
        return self.live.map_answer(verification_export)
