"""A comparison as the texts of a grid: a label for each issue, and in each cell words, deeds and what others say."""

from collections.abc import Callable, Sequence
from typing import overload

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.acts import ActsComparison
from summittui.library.answers.letters import letter
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.library.answers.side_by_side import Comparison, Row
from summittui.library.answers.uncoded import Uncoded
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model import ActorId
from summittui.model.text import counted
from summittui.present.aligned import gathered_words, no_evidence, when_words
from summittui.present.columns import see_also_words, uncoded_words
from summittui.present.comparison import state_counts
from summittui.present.evidence import evidence_entry
from summittui.present.line import Line
from summittui.present.position import position_paragraph
from summittui.present.signs import ROW_STATES, STANCES, brief
from summittui.queries.comparison import Alignment
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import block_of, line, text_of
from summittui.ui.widgets.grid import GridRow, Heading

SHOWN_SPEAKERS = 2
"""The number of speakers folded into a column that the heading names."""


def heading(library: Library, column: Perspective, index: int, not_coded: Uncoded) -> Heading:
    """Return the heading of a column: its letter, its name, who is folded into it, what of it is not coded."""
    short = line((f"{letter(index)}  ", "key"), (column.label, "title"))
    text = short.copy()
    if column.speakers:
        names = ", ".join(library.name(speaker) for speaker in column.speakers[:SHOWN_SPEAKERS])
        more = len(column.speakers) - SHOWN_SPEAKERS
        folded = f"  {brief('⊃', 'with')} {names}" + (f" and {more} more" if more > 0 else "")
        text.append_text(line((folded, "apparatus")))
    elif library.speakers_for(ActorId(column.id)) and not column.folded:
        text.append_text(line((f"  alone, {key_of('fold')} folds its speakers in", "apparatus")))
    if close := see_also_words(library, column):
        does = "leaves them out" if column.merged else "merges them"
        text.append_text(line((f"  {close}; {key_of('see-also')} {does}", "apparatus")))
    if not_coded:
        text.append_text(line((f"  {uncoded_words(not_coded)}", "apparatus")))
    return Heading(short, text)


class Entries(Sequence[Text]):
    """The entries of a cell: its head, then a text for each piece of evidence, made when it is asked for."""

    def __init__(self, head: Text | None, pieces: Sequence[Evidence], make: Callable[[Evidence], Text]) -> None:
        self._heads = (head,) if head is not None else ()
        self._pieces, self._make = pieces, make

    def __len__(self) -> int:
        return len(self._heads) + len(self._pieces)

    @overload
    def __getitem__(self, at: int) -> Text: ...
    @overload
    def __getitem__(self, at: slice) -> list[Text]: ...
    def __getitem__(self, at: int | slice) -> Text | list[Text]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        heads = len(self._heads)
        return self._heads[at] if at < heads else self._make(self._pieces[at - heads])


def summary(compared: Comparison | ActsComparison) -> Text:
    """Return how many rows are in each state."""
    if isinstance(compared, ActsComparison):
        differing = len(compared.differing.rows)
        return line((f"{counted(len(compared.rows), 'declaration')} · they differ on {differing}", "count"))
    if compared.by is not Alignment.ISSUE:
        shared = sum(row.is_shared for row in compared.rows)
        return line((f"{counted(len(compared.rows), compared.by)} · more than one column in {shared}", "count"))
    counts = state_counts(compared).items()
    states = " · ".join(f"{word} {count}" for word, count in counts if count)
    return line((f"{counted(len(compared.rows), 'issue')} · {states}", "count"))


def grid_row(library: Library, comparison: Comparison, row: Row) -> GridRow:
    """Return one row of a comparison as texts."""
    sign = ROW_STATES[row.state]
    label = Text("\n").join(
        [
            line((row.label, "heading")),
            line((brief(f"{sign.glyph} ", "") + row.verdict.words, sign.role)),
            line((f"n {row.n}", "count")),
        ]
    )
    cells = tuple(
        cell_entries(library, column, cell) for column, cell in zip(comparison.columns, row.positions, strict=True)
    )
    return GridRow(label=label, cells=cells)


def collapsed(row: Row, text: GridRow) -> GridRow:
    """Return a row that is one line: its label, and in each cell the position, or how much evidence there is."""
    name, *rest = text.label.split("\n")[:2]
    if row.positions:
        sign = ROW_STATES[row.state]
        name = line((f"{sign.brief} ", sign.role), (row.label, "heading"))
        rest = [line((row.verdict.words, sign.role))]
        cells = [entries[:1] for entries in text.cells]
    else:
        counted = [line((f"  {gathered_words(cell)}", "count")) if cell.n else None for cell in row.cells]
        cells = [[found] if found else entries[:1] for found, entries in zip(counted, text.cells, strict=True)]
    return GridRow(Text("  ").join([name, *rest]), tuple(cells), is_collapsed=True, label_cells=name.cell_len)


def cell_entries(library: Library, column: Perspective, cell: Position) -> Entries:
    """Return the entries of a cell: its stance, then one for each piece of evidence."""
    head = text_of(position_paragraph(library, cell))
    return Entries(head, cell.evidence, lambda piece: block_of(evidence_entry(library, column, piece)))


def aligned_row(library: Library, aligned: Comparison, row: Row) -> GridRow:
    """Return one date or one source as texts; it says who has something there, never who agrees."""
    names = [letter(index) for index in range(len(aligned.columns))]
    left_out = f"; {row.left_out} left out" if row.left_out else ""
    parts = [
        line((row.label, "heading")),
        line((row.note, "apparatus")),
        line((row.speakers(names) + left_out, "agree" if row.is_shared else "only")),
        line((f"n {row.n}", "count")),
    ]
    label = Text("\n").join(part for part in parts if part.plain)
    cells = tuple(_gathered(library, column, at, row) for at, column in enumerate(aligned.columns))
    return GridRow(label=label, cells=cells)


def _gathered(library: Library, column: Perspective, at: int, row: Row) -> Entries:
    cell = row.cells[at]
    head = None if cell.n else line((f"· {no_evidence(cell.left_out)}", "silent"))
    return Entries(head, cell.evidence, lambda piece: dated_entry(library, column, piece))


def dated_entry(library: Library, column: Perspective, piece: Evidence) -> Text:
    """Return one piece of evidence with its issue, its stance, and when it was said or done."""
    sign = STANCES[piece.stance.stance]
    issue = library.issue(piece.stance.issue).label
    when = when_words(library, piece)
    told = "" if piece.kind is not EvidenceKind.SAID_ABOUT else ", as others tell it"
    tail = Line("  ", (f"{sign.full}{told}: ", sign.role), issue, (f" · {when}", "apparatus"))
    return block_of((*evidence_entry(library, column, piece), tail))
