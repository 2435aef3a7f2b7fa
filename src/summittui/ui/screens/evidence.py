"""The evidence screen: the words, deeds and claims behind one position."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.evidence import Evidence
from summittui.model import Issue, IssueId, Record
from summittui.model.passages import MarkedSpan
from summittui.present.evidence import evidence_tail
from summittui.present.position import position_paragraph
from summittui.queries.matrix import EvidenceQuery
from summittui.ui.actions import Actions
from summittui.ui.commands.listing import ListingCommands
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.command import Scope
from summittui.ui.live_query import LiveQuery
from summittui.ui.render.detail import detail, detail_title
from summittui.ui.render.evidence import EvidenceRows
from summittui.ui.render.line import line, text_of
from summittui.ui.screens.list_detail import BREAKPOINTS, ListDetail
from summittui.ui.view_screen import ViewScreen


class EvidenceScreen(ViewScreen):
    """A list of the evidence of one perspective's position on one issue, with the detail of each piece."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    view_name = "evidence"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.EVIDENCE, Scope.LIST, Scope.APP)

    def __init__(self, query: EvidenceQuery) -> None:
        """Show the evidence of the position that a query names."""
        super().__init__()
        self.view_query: EvidenceQuery = query
        self.issue = query.issue
        self.body = ListDetail(self)
        self.parts, self.home = (self.body,), self.body.list_pane
        self.live: LiveQuery[Position] = LiveQuery(self, self.body)

    def own_actions(self) -> Actions:
        """Return the actions of this screen, by the ids of their commands."""
        return ListingCommands(self, passage=self.passage).actions

    def question(self, library: Library) -> Callable[[], Position]:
        """Return the function that computes the position."""
        query = self.view_query

        def position() -> Position:
            found = positions(library, perspective(library, query.whose, folded=query.folded))
            return found.get(query.issue, Position(issue=IssueId(query.issue)))

        return position

    def show_answer(self, library: Library, answer: Position) -> None:
        """Show the pieces of evidence as rows."""
        whose = library.name(self.view_query.whose)
        self.title_bar.left = line((whose, "title"), (f"  {library.name(self.issue)}", "apparatus"))
        self.title_bar.right = text_of(position_paragraph(library, answer))
        issue = library.find(self.issue)
        self.body.list_pane.pane_title = line(issue.question if isinstance(issue, Issue) else self.issue)
        self.body.list_pane.message = "No statement was found here: neither words, nor deeds, nor what others say."
        self.body.show(EvidenceRows(library, answer.evidence), [piece.record for piece in answer.evidence])

    @property
    def piece(self) -> Evidence | None:
        """The piece of evidence under the cursor."""
        return self.live.answer.evidence[int(self.body.key) - 1] if self.live.answer and self.body.key else None

    @property
    def current(self) -> Record | None:
        """The record that the piece comes from."""
        return self.live.find(self.piece.record) if self.piece else None

    def passage(self) -> MarkedSpan | None:
        """Return the first passage of the piece."""
        passages = self.piece.passages if self.piece else ()
        return MarkedSpan("passages", passages[0].source, passages[0]) if passages else None

    def to_copy(self) -> ToCopy:
        """Return the piece under the cursor."""
        return ToCopy((self.piece,) if self.piece else ())

    def to_page(self) -> Page | None:
        """Return the detail of the row under the cursor."""
        return self.body.page(self.current.id if self.current else "detail")

    def detail_title(self) -> Text:
        """Return the kind of record and its id."""
        return detail_title(self.current)

    def detail_lines(self) -> list[Text]:
        """Return the holder of the piece, and the detail of its record."""
        if self.live.library is None or self.piece is None or self.current is None:
            return []
        return [text_of(evidence_tail(self.live.library, self.piece)), Text(), *detail(self.live.library, self.current)]
