"""The evidence behind one cell: words, deeds and what others say, with who tells it where."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position, positions
from summittui.library.evidence import Evidence
from summittui.model import Issue, IssueId, Record
from summittui.model.passages import MarkedSpan
from summittui.present.evidence import evidence_tail
from summittui.present.position import position_paragraph
from summittui.ui.handover import ToCopy
from summittui.ui.keys.table import Scope
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.evidence import EvidenceRows
from summittui.ui.render.line import line, text_of
from summittui.ui.screens.listing import ListingScreen
from summittui.ui.spots import nth_index, nth_word


class EvidenceScreen(ListingScreen[Position]):
    """What one perspective's position on one issue rests on."""

    view_name = "evidence"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.EVIDENCE, Scope.LIST, Scope.APP)

    def __init__(self, perspective: Perspective, issue: str) -> None:
        """Show what the position of `perspective` on the issue with this id rests on."""
        super().__init__()
        self.perspective = perspective
        self.issue = issue

    def question(self, library: Library) -> Callable[[], Position]:
        """Return what looks the position up."""
        perspective, issue = self.perspective, self.issue
        return lambda: positions(library, perspective).get(issue, Position(issue=IssueId(issue)))

    def show_answer(self, library: Library, answer: Position) -> None:
        """Show the pieces of evidence."""
        self.title_bar.left = line((self.perspective.label, "title"), (f"  {library.name(self.issue)}", "apparatus"))
        self.title_bar.right = text_of(position_paragraph(library, answer))
        issue = library.find(self.issue)
        self.list_pane.pane_title = line(issue.question if isinstance(issue, Issue) else self.issue)
        self.list_pane.message = "No statement was found here: neither words, nor deeds, nor what others say."
        self.list_pane.show(EvidenceRows(library, answer.evidence))
        self.show_detail()

    @property
    def _records(self) -> list[str]:
        """The ids of the records of all pieces."""
        return [piece.record for piece in self.answer.evidence] if self.answer else []

    @property
    def at(self) -> str:
        """The record of the piece under the cursor, with its number where it has several."""
        return nth_word(self._records, int(self.key) - 1) if self.key else ""

    def arrive(self, at: str) -> bool:
        """Put the cursor on a piece of a record."""
        return self.list_pane.to_key(str(nth_index(self._records, at) + 1))

    @property
    def piece(self) -> Evidence | None:
        """The piece of evidence under the cursor."""
        return self.answer.evidence[int(self.key) - 1] if self.answer and self.key else None

    @property
    def current(self) -> Record | None:
        """The record that the piece comes from."""
        return self.library.find(self.piece.record) if self.library and self.piece else None

    @property
    def passage(self) -> MarkedSpan | None:
        """The first passage of the piece."""
        passages = self.piece.passages if self.piece else ()
        return MarkedSpan("passages", passages[0].source, passages[0]) if passages else None

    def to_copy(self) -> ToCopy:
        """Return the piece under the cursor."""
        return ToCopy((self.piece,) if self.piece else ())

    def detail_title(self) -> Text:
        """Return the kind of record and its id."""
        record = self.current
        kind = TITLES.get(type(record), "Detail") if record else "Detail"
        return line((kind, "title"), (f" · {record.id}" if record else "", "apparatus"))

    def detail_lines(self) -> list[Text]:
        """Return whose it is and the detail of the record."""
        if self.library is None or self.piece is None or self.current is None:
            return []
        return [text_of(evidence_tail(self.library, self.piece)), Text(), *detail(self.library, self.current)]
