"""Perspectives by declarations as the texts of a grid: acts, those of blocs beside them, members each for itself."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.acts import ActCell, ActsComparison, ActsRow
from summittui.library.answers.perspective import Perspective
from summittui.model import Act, counted_acts
from summittui.present.acts import cell_brief, members_words, row_words
from summittui.present.declaration import absence_words, act_entry
from summittui.present.line import Line
from summittui.present.signs import ACTS, STANCES, brief
from summittui.ui.render.line import block_of, line
from summittui.ui.widgets.grid import GridRow


def acts_row(library: Library, comparison: ActsComparison, row: ActsRow) -> GridRow:
    """Return one declaration as texts."""
    declaration = row.declaration
    parts = [
        line((declaration.label, "heading")),
        line((declaration.date or "no date", "apparatus")),
        line((row_words(row), "differ" if row.differs else "only")),
    ]
    pairs = zip(comparison.columns, row.cells, strict=True)
    return GridRow(Text("\n").join(parts), tuple(_entries(library, row, column, cell) for column, cell in pairs))


def collapsed_acts(row: ActsRow) -> GridRow:
    """Return one declaration as one line."""
    name = line((row.declaration.label, "heading"))
    label = name + line((f"  {row.declaration.date or 'no date'}", "apparatus"))
    cells = tuple([_done(cell_brief(cell), counted_acts(cell.acts)[:1])] for cell in row.cells)
    return GridRow(label, cells, is_collapsed=True, label_cells=name.cell_len)


def told_acts(cell: ActCell) -> tuple[Act, ...]:
    """Return the acts that the first entries of a cell stand for: its own, then those of its blocs."""
    return (*cell.acts, *(act for beside in cell.beside for act in beside.acts))


def _entries(library: Library, row: ActsRow, column: Perspective, cell: ActCell) -> list[Text]:
    beside = {id(act): each.bloc.name for each in cell.beside for act in each.acts}
    entries = []
    for act in told_acts(cell):
        head, tail = act_entry(library, act)
        bloc = beside.get(id(act))
        whose = f"beside it, {bloc}: " if bloc else "" if act.actor == column.id else f"{library.name(act.actor)}: "
        sign, *words = head
        entries.append(block_of((Line(sign, (whose, "apparatus"), *words), tail)))
    if not cell.acts:
        entries.append(_done(absence_words(row.declaration)))
    if cell.members:
        entries.append(line(("  ", ""), (members_words(cell), "count")))
    return entries


def _done(words: str, acts: Sequence[Act] = ()) -> Text:
    """Return what was done on one line, behind the sign of the first of the acts; of none that of silence."""
    if not acts:
        return line((f"{brief(STANCES[None].glyph, ' ')} {words}", "silent"))
    sign = ACTS[acts[0].act]
    return line((brief(f"{sign.glyph} ", "  "), sign.role), (words, "deed"))
