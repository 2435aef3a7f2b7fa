"""The rows of a comparison with their texts, and what stands behind each entry."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.copies import aligned_copy, comparison_copy
from summittui.exchange.exports import Export, comparison_export, view_export
from summittui.exchange.views.aligned import plain_aligned
from summittui.library import Library
from summittui.library.answers.alignment import Aligned, AlignedRow
from summittui.library.answers.comparison import DIFFERING, Comparison, Row
from summittui.library.evidence import Evidence
from summittui.present.aligned import aligned_table
from summittui.ui.comparing import Comparing
from summittui.ui.render.compare import aligned_row, collapsed, grid_row, heading
from summittui.ui.widgets.grid import GridRow, Heading, Place


class ComparedRows(Struct, frozen=True):
    """A comparison, and the texts that show it."""

    compared: Comparison | Aligned
    headings: tuple[Heading, ...]
    rows: Sequence[Row | AlignedRow]
    texts: Sequence[GridRow]
    """A text for each row."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What each row is known by: the id of its issue or source, or its date."""
        return tuple(row.issue.id if isinstance(row, Row) else row.key for row in self.rows)

    @property
    def differing(self) -> list[int]:
        """The rows on which the columns differ; by date or source, for which more than one has something."""
        return [
            at for at, row in enumerate(self.rows) if (row.state in DIFFERING if isinstance(row, Row) else row.shared)
        ]

    @property
    def differences(self) -> "ComparedRows":
        """The differing rows alone."""
        kept = self.differing
        return replace(self, rows=[self.rows[at] for at in kept], texts=[self.texts[at] for at in kept])

    def laid_out(self, comparing: Comparing) -> "ComparedRows":
        """Return the same rows, those that are collapsed as one line for each column."""
        pairs = zip(self.keys, self.rows, self.texts, strict=True)
        texts = [text if comparing.stands_in_full(key) else collapsed(row, text) for key, row, text in pairs]
        return replace(self, texts=texts)

    def question(self, row: int) -> str:
        """Return what a row is about: the question of its issue, else its date or source."""
        found = self.rows[row]
        return found.issue.question if isinstance(found, Row) else found.label

    def evidence(self, place: Place) -> Evidence | None:
        """Return the piece of evidence of an entry; a cell's heading stands for its first piece."""
        row = self.rows[place.row]
        pieces = row.cells[place.column].evidence
        headings = 1 if isinstance(row, Row) else 0
        return pieces[max(0, place.entry - headings)] if pieces else None

    def copied(self, library: Library, row: int | None) -> str:
        """Return a row, or all of them, as Markdown."""
        rows = tuple(self.rows) if row is None else (self.rows[row],)
        compared = replace(self.compared, rows=rows)
        copy = comparison_copy if isinstance(compared, Comparison) else aligned_copy
        return copy(library, compared)  # type: ignore[arg-type]  # the function for the kind of it

    def export(self, library: Library, description: str) -> Export:
        """Return these rows, as what can be written into a file; `description` says what is left out."""
        shown = replace(self.compared, rows=tuple(self.rows))
        if isinstance(shown, Comparison):
            return comparison_export(library, shown, description)
        what = f"{' and '.join(column.label for column in shown.columns)} {description}"
        plain, table = partial(plain_aligned, library, shown), partial(aligned_table, library, shown)
        return view_export("comparison", what, plain=plain, table=table)


def compared_rows(library: Library, comparing: Comparing) -> ComparedRows:
    """Return the rows of a comparison as it is asked for; may be called in any thread.

    Raises:
        SummitError: The library has no such perspectives.
    """
    compared = comparing.computed(library)
    headings = tuple(heading(library, column, index) for index, column in enumerate(compared.columns))
    if isinstance(compared, Comparison):
        texts = [grid_row(library, compared, row) for row in compared.rows]
    else:
        texts = [aligned_row(library, compared, row) for row in compared.rows]
    return ComparedRows(compared, headings, compared.rows, texts)
