"""The parts of a brief on what is doubtful, what is weak, and what was not found."""

from collections.abc import Iterator

from summittui.exchange.reports.notes import Notes
from summittui.exchange.reports.report import Block, Heading, Paragraph, Text, bullets, strong, text
from summittui.library import Library
from summittui.library.answers.acts import acts_of
from summittui.library.answers.letters import letter
from summittui.library.answers.poles import unspoken_poles
from summittui.library.answers.side_by_side import Comparison, Row
from summittui.library.evidence import Evidence
from summittui.model import Declaration, StanceValue
from summittui.model.deed import Deed
from summittui.model.display_names import joined
from summittui.present.evidence import cite_evidence
from summittui.present.matrix import cell_sign
from summittui.present.position import side_words
from summittui.present.scope import scope_words


def doubt_blocks(library: Library, comparison: Comparison, notes: Notes) -> Iterator[Block]:
    """Yield every doubt with its evidence or its act, then the positions that rest on nothing firm."""
    yield Heading(2, text("Doubts"))
    doubts = (*_doubts(library, comparison, notes), *_doubtful_acts(library, comparison, notes))
    if not doubts:
        yield Paragraph(text("No piece of evidence of a position and no act of any of them is marked as doubtful."))
    yield from bullets(doubts)
    if hollow := tuple(_hollow(library, comparison)):
        yield Paragraph(text("Positions without firm words or deeds of their own:"))
        yield from bullets(hollow)


def _doubts(library: Library, comparison: Comparison, notes: Notes) -> Iterator[Text]:
    pieces = (piece for row in comparison.rows for piece in _pieces(row) if piece.doubt)
    by_record = {(piece.record, piece.holder, piece.act): piece for piece in pieces}
    for piece in by_record.values():
        one = cite_evidence(library, piece)
        yield text(f"{one.words} — {one.attribution} ", *notes.on([piece]), f": {one.doubt}")


def _doubtful_acts(library: Library, comparison: Comparison, notes: Notes) -> Iterator[Text]:
    """Yield the doubtful acts that show no position."""
    told = {(piece.record, piece.holder, piece.act) for row in comparison.rows for piece in _pieces(row) if piece.doubt}
    for deed in dict.fromkeys(_deeds(library, comparison)):
        declaration, act = deed
        if act.doubt and (declaration.id, act.actor, act.act) not in told:
            what = f"{act.act.phrase(declaration.label)} — {library.name(act.actor)} "
            yield text(what, notes.of(deed), f": {act.doubt}")


def _deeds(library: Library, comparison: Comparison) -> Iterator[Deed]:
    """Yield the acts of the columns and of the blocs beside them, and all those on a declaration that is a column."""
    for row in acts_of(library, comparison.columns).rows:
        for cell in row.cells:
            yield from (Deed(row.declaration, act) for act in cell.acts)
            yield from (Deed(row.declaration, act) for beside in cell.beside for act in beside.acts)
    for column in comparison.columns:
        declaration = library.find(column.id)
        if isinstance(declaration, Declaration):
            yield from (Deed(declaration, act) for act in declaration.acts)


def _pieces(row: Row) -> Iterator[Evidence]:
    return (piece for cell in row.cells for piece in cell.evidence)


def _hollow(library: Library, comparison: Comparison) -> Iterator[Text]:
    for row in comparison.rows:
        for at, (column, cell) in enumerate(zip(comparison.columns, row.positions, strict=True)):
            if cell.hollow:
                who = strong(f"{letter(at)} {column.label}")
                yield text(who, f" on {row.label}: {cell_sign(cell)} {side_words(library, cell)}")


def silence_blocks(library: Library, comparison: Comparison) -> Iterator[Block]:
    """Yield on which issues each column is silent, the poles that nobody takes, and the texts that are not there."""
    where = "within these limits" if scope_words(library) else "in the whole library"
    yield Heading(2, text("What was not found"))
    yield Paragraph(text("Silence is no position: it says that these sources have nothing, not that nothing was said."))
    untaken = _untaken(library, comparison, where)
    yield from bullets((*_silences(comparison), *untaken, *_unchecked(library, comparison)))


def _silences(comparison: Comparison) -> Iterator[Text]:
    for at, column in enumerate(comparison.columns):
        cells = [(row.label, row.positions[at]) for row in comparison.rows]
        silent = [label for label, cell in cells if not cell.n and not cell.left_out]
        emptied = [label for label, cell in cells if not cell.n and cell.left_out]
        who = strong(f"{letter(at)} {column.label}")
        if silent:
            yield text(who, f": no statement on {joined(silent)}.")
        if emptied:
            yield text(who, f": everything on {joined(emptied)} is left out by the filter.")


def _untaken(library: Library, comparison: Comparison, where: str) -> Iterator[Text]:
    poles = [(row, tuple(unspoken_poles(library, row.key))) for row in comparison.rows]
    if unspoken := [row.label for row, untaken in poles if untaken[1:]]:
        yield text(f"Nobody {where} takes a side on {joined(unspoken)}.")
    for row, untaken in poles:
        if len(untaken) == 1:
            issue = library.issue(row.key)
            meaning = issue.pole_for if untaken[0] is StanceValue.FOR else issue.pole_against
            yield text(f"On {row.label} nobody {where} is {untaken[0]}, that is: {meaning}")


def _unchecked(library: Library, comparison: Comparison) -> Iterator[Text]:
    pieces = (piece for row in comparison.rows for piece in _pieces(row))
    sources = dict.fromkeys(source for piece in pieces for source in piece.sources)
    missing = [library.name(source) for source in sources if not library.has_text(source)]
    if missing:
        yield text(f"The text of {joined(missing)} is not attached; its passages were not checked for this brief.")
