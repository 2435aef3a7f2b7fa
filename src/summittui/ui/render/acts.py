"""Perspectives by declarations as the texts of a grid: acts, those of blocs beside them, members each for itself."""

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.acts import ActCell, ActsComparison, ActsRow
from summittui.library.answers.perspective import Perspective
from summittui.model import Act
from summittui.present.acts import done_words, members_words, row_words
from summittui.present.declaration import absence_words, act_entry
from summittui.present.line import Line
from summittui.present.signs import STANCES, brief
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
    label = line((row.declaration.label, "heading"), (f"  {row.declaration.date or 'no date'}", "apparatus"))
    cells = tuple([_done(done_words(cell.own), is_act=bool(cell.acts))] for cell in row.cells)
    return GridRow(label, cells, is_collapsed=True)


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
        entries.append(_done(absence_words(row.declaration), is_act=False))
    if cell.members:
        entries.append(line(("  ", ""), (members_words(cell), "count")))
    return entries


def _done(words: str, *, is_act: bool) -> Text:
    return line((f"  {words}", "deed")) if is_act else line((f"{brief(STANCES[None].glyph, ' ')} {words}", "silent"))
