"""The rows of a comparison with their texts, and the evidence behind each entry."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.copies import acts_copy, aligned_copy, comparison_copy
from summittui.exchange.exports import Export
from summittui.exchange.view_exports import comparison_export, view_export
from summittui.exchange.views.acts import plain_acts
from summittui.exchange.views.aligned import plain_aligned
from summittui.library import Library
from summittui.library.answers.acts import ActsComparison, ActsRow, compared_by
from summittui.library.answers.side_by_side import Comparison, Row
from summittui.library.answers.uncoded import Uncoded
from summittui.library.evidence import Evidence
from summittui.model import Passage
from summittui.present.acts import acts_table
from summittui.present.aligned import aligned_table
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.ui.render.acts import acts_row, collapsed_acts, told_acts
from summittui.ui.render.compare import aligned_row, collapsed, grid_row, heading
from summittui.ui.widgets.grid import EntryCoordinate, GridRow, Heading

AnyRow = Row | ActsRow
Compared = Comparison | ActsComparison


class ComparedRows(Struct, frozen=True):
    """A comparison with the texts of its rows."""

    compared: Compared
    headings: tuple[Heading, ...]
    rows: Sequence[AnyRow]
    texts: Sequence[GridRow]
    """A text for each row."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of each row: the id of its issue, source or declaration, or its date."""
        return tuple(map(_key, self.rows))

    @property
    def differing(self) -> list[int]:
        """The indexes of the rows on which the columns differ; by date or source, of those with several cells."""
        return [at for at, row in enumerate(self.rows) if _differs(self.compared, row)]

    @property
    def differences(self) -> "ComparedRows":
        """The differing rows alone."""
        kept = self.differing
        return replace(self, rows=[self.rows[at] for at in kept], texts=[self.texts[at] for at in kept])

    def laid_out(self, query: ComparisonQuery) -> "ComparedRows":
        """Return the rows with the collapsed ones as one line for each column."""
        pairs = zip(self.keys, self.rows, self.texts, strict=True)
        texts = [text if query.stands_in_full(key) else _collapsed(row, text) for key, row, text in pairs]
        return replace(self, texts=texts)

    def question(self, row: int) -> str:
        """Return the subject of a row: the question of its issue, its declaration's title, else its date or source."""
        found = self.rows[row]
        if isinstance(found, ActsRow):
            return found.declaration.title
        return found.note if found.positions else found.label

    def evidence(self, cursor: EntryCoordinate) -> Evidence | None:
        """Return the piece of evidence of an entry; a cell's heading stands for its first piece."""
        row = self.rows[cursor.row]
        if isinstance(row, ActsRow):
            return None
        pieces = row.cells[cursor.column].evidence
        headings = 1 if row.positions else 0
        return pieces[max(0, cursor.entry - headings)] if pieces else None

    def passages(self, cursor: EntryCoordinate) -> Sequence[Passage] | None:
        """Return the passages behind an entry; None where there is no evidence."""
        row = self.rows[cursor.row]
        if not isinstance(row, ActsRow):
            piece = self.evidence(cursor)
            return piece.passages if piece else None
        acts = told_acts(row.cells[cursor.column])
        return acts[cursor.entry].evidence if cursor.entry < len(acts) else None

    def copied(self, library: Library, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""
        shown = self._with(self.rows if row is None else (self.rows[row],))
        if isinstance(shown, ActsComparison):
            return acts_copy(library, shown)
        return (comparison_copy if shown.by is Alignment.ISSUE else aligned_copy)(library, shown)

    def export(self, library: Library, description: str) -> Export:
        """Return the export of the rows; `description` says which filters hold."""
        shown = self._with(self.rows)
        if isinstance(shown, Comparison) and shown.by is Alignment.ISSUE:
            return comparison_export(library, shown, description)
        what = f"{' and '.join(column.label for column in shown.columns)} {description}"
        if isinstance(shown, ActsComparison):
            acts = partial(plain_acts, shown)
            return view_export("comparison", what, plain=acts, table=partial(acts_table, library, shown))
        plain, table = partial(plain_aligned, library, shown), partial(aligned_table, library, shown)
        return view_export("comparison", what, plain=plain, table=table)

    def _with(self, rows: Sequence[AnyRow]) -> Compared:
        """Return the comparison with some of its rows."""
        made: Compared = replace(self.compared, rows=tuple(rows))
        return made


def _key(row: AnyRow) -> str:
    return row.declaration.id if isinstance(row, ActsRow) else row.key


def _differs(compared: Compared, row: AnyRow) -> bool:
    return row.differs if isinstance(row, ActsRow) else isinstance(compared, Comparison) and compared.differs(row)


def _collapsed(row: AnyRow, text: GridRow) -> GridRow:
    return collapsed_acts(row) if isinstance(row, ActsRow) else collapsed(row, text)


def compared_rows(library: Library, query: ComparisonQuery) -> ComparedRows:
    """Return the rows of the comparison that a query asks for; may be called in any thread.

    Raises:
        SummitError: The library has no such perspectives.
    """
    compared = compared_by(library, query)
    not_coded = compared.uncoded if isinstance(compared, Comparison) else (Uncoded(),) * len(compared.columns)
    columns = enumerate(zip(compared.columns, not_coded, strict=True))
    headings = tuple(heading(library, column, index, found) for index, (column, found) in columns)
    if isinstance(compared, ActsComparison):
        texts = [acts_row(library, compared, row) for row in compared.rows]
    else:
        make_text = grid_row if compared.by is Alignment.ISSUE else aligned_row
        texts = [make_text(library, compared, row) for row in compared.rows]
    return ComparedRows(compared, headings, compared.rows, texts)
