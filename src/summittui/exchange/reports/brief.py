"""The brief of a comparison: positions, signatures, words with numbered notes, doubts, and what was not found."""

from collections.abc import Iterator

from summittui.exchange.reports.findings import doubt_blocks, silence_blocks
from summittui.exchange.reports.notes import Notes
from summittui.exchange.reports.report import (
    Block,
    Bullets,
    Cell,
    Grid,
    Heading,
    Paragraph,
    Report,
    Text,
    bullets,
    strong,
    text,
)
from summittui.exchange.reports.signatures import signature_blocks
from summittui.exchange.reports.sources import source_blocks
from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.positions import Position
from summittui.library.answers.side_by_side import Comparison, Row
from summittui.library.answers.verdict import EMPTIED, RowState
from summittui.library.evidence import Evidence, EvidenceKind
from summittui.model.display_names import joined
from summittui.model.text import capitalised, counted
from summittui.present.comparison import not_coded_words, perspective_name
from summittui.present.evidence import cite_evidence
from summittui.present.line import Token
from summittui.present.matrix import cell_sign
from summittui.present.position import SILENCE, counts_words, position_words, side_words
from summittui.present.scope import scope_words

SIGNS = (
    "▲ for, ▼ against, ◆ mixed, ? unclear, · no statement found. Filled: by firm words or deeds of its own. "
    "Hollow (△ ▽ ◇): by weak evidence, or only as others tell. Weak is what is doubtful, of low certainty, or a "
    "reading below high certainty. n counts each utterance, deed or claim once, however often it is reported."
)


def brief(library: Library, comparison: Comparison, *, compiled: str = "", with_memos: bool = True) -> Report:
    """Return the brief of a comparison by issue.

    Args:
        library: The records.
        comparison: The columns, and the issues as its rows.
        compiled: The date of the brief; left out where it is empty.
        with_memos: Whether the user's memos stand in the notes.
    """
    notes = Notes(library, with_memos=with_memos)
    blocks = (
        *_opening(library, comparison, compiled),
        *_positions(library, comparison, notes),
        *signature_blocks(library, comparison.columns, notes),
        *_evidence(library, comparison, notes),
        *doubt_blocks(library, comparison, notes),
        *silence_blocks(library, comparison),
        *source_blocks(library, notes.sources),
        *((Heading(2, text("Notes")),) if notes.lines else ()),
    )
    names = joined([column.label for column in comparison.columns])
    return Report(title=f"Who stands where: {names}", blocks=blocks, notes=notes.lines)


def _opening(library: Library, comparison: Comparison, compiled: str) -> Iterator[Block]:
    rows = comparison.rows
    sources = {source for row in rows for cell in row.cells for piece in cell.evidence for source in piece.sources}
    counts = ((sum(row.state is state for row in rows), state.value) for state in RowState)
    states = " · ".join(f"{state} {count}" for count, state in counts if count)
    when = f", compiled on {compiled}" if compiled else ""
    by = f"by what {_reported(len(sources))}" if sources else "none with a reported position"
    yield Paragraph(text(f"{counted(len(rows), 'issue')}, {by}{when}: {states}."))
    limits = scope_words(library)
    if limits:
        yield Paragraph(text(f"{capitalised(limits)}; what lies outside of that was not looked at."))
    columns = (
        text(strong(letter(at)), f" {perspective_name(library, column)}")
        for at, column in enumerate(comparison.columns)
    )
    yield Bullets(tuple(columns))
    if comparison.evidence_filter.description:
        yield Paragraph(text(f"Evidence: {comparison.evidence_filter.description}."))
    if comparison.shared_members:
        yield Paragraph(text(f"In more than one column: {joined(list(map(library.name, comparison.shared_members)))}."))
    if words := not_coded_words(comparison):
        yield Paragraph(text(f"Not coded, so that no position counts it: {words}."))


def _reported(number: int) -> str:
    return f"{counted(number, 'source')} {'reports' if number == 1 else 'report'}"


def _positions(library: Library, comparison: Comparison, notes: Notes) -> Iterator[Block]:
    yield Heading(2, text("Positions"))
    heads = (text(f"{letter(at)} {column.label}") for at, column in enumerate(comparison.columns))
    spoken = [row for row in comparison.rows if row.speaking or any(cell.left_out for cell in row.positions)]
    silent = [row.label for row in comparison.rows if row not in spoken]
    rows = ((_matter(row), *(_position(library, cell, notes) for cell in row.positions)) for row in spoken)
    if spoken:
        yield Grid(
            "Where each stands on each issue, the issues on which they differ most first",
            (text("Issue"), *heads),
            tuple(rows),
        )
        yield Paragraph(text(SIGNS))
    if silent:
        yield Paragraph(text(f"No statement of any of them was found on {joined(silent)}."))


def _matter(row: Row) -> Cell:
    return (text(strong(row.label)), text(row.verdict.words))


def _position(library: Library, cell: Position, notes: Notes) -> Cell:
    """Return sign, side and what it rests on, with n and the notes."""
    if not cell.n:
        return (text(f"{cell_sign(cell)} {position_words(library, cell)}"),)
    left_out = f", {cell.left_out} left out" if cell.left_out else ""
    return (
        text(f"{cell_sign(cell)} {side_words(library, cell)}"),
        text(f"n {cell.n}: {counts_words(cell)}{left_out} ", *notes.on(cell.evidence)),
    )


def _evidence(library: Library, comparison: Comparison, notes: Notes) -> Iterator[Block]:
    spoken = [row for row in comparison.rows if row.speaking]
    if not spoken:
        return
    yield Heading(2, text("Their words and deeds, issue by issue"))
    yield Paragraph(
        text(
            "Words in quotation marks are as printed; reports and summaries are the source's or the coder's wording. "
            "In brackets: what is shown, whether it stands in the words (textual) or is the coder's reading of them "
            "(interpretive), and how certain that is. What makes a piece doubtful is told under “Doubts”."
        )
    )
    for row in spoken:
        yield from _issue(library, comparison, row, notes)


def _issue(library: Library, comparison: Comparison, row: Row, notes: Notes) -> Iterator[Block]:
    issue = library.issue(row.key)
    yield Heading(3, text(issue.label))
    yield Paragraph(text(f"{issue.question} For: {issue.pole_for} Against: {issue.pole_against}"))
    yield Paragraph(text(strong(f"{row.verdict.words}; n {row.n}")))
    for at in row.speaking:
        cell = row.positions[at]
        name = f"{letter(at)} {comparison.columns[at].label}"
        yield Paragraph(text(strong(name), f" {cell_sign(cell)} {side_words(library, cell)}, n {cell.n}"))
        yield from bullets(tuple(_piece(library, piece, notes) for piece in cell.evidence))
    yield from _silent(comparison, row)


def _silent(comparison: Comparison, row: Row) -> Iterator[Block]:
    """Yield who is silent on an issue, and whose evidence a filter left out."""
    names = [f"{letter(at)} {column.label}" for at, column in enumerate(comparison.columns)]
    without = [(name, cell) for name, cell in zip(names, row.positions, strict=True) if not cell.n]
    if silent := [name for name, cell in without if not cell.left_out]:
        yield Paragraph(text(f"{joined(silent)}: {SILENCE}."))
    if emptied := [name for name, cell in without if cell.left_out]:
        yield Paragraph(text(f"{joined(emptied)}: {EMPTIED}."))


def _piece(library: Library, piece: Evidence, notes: Notes) -> Text:
    """Return a piece of evidence with who, source, date and via, its note, and its reading."""
    one, stance = cite_evidence(library, piece), piece.stance
    kind = "" if piece.kind is EvidenceKind.WORDS else f"{'deed' if piece.act else 'said about'}: "
    words = Token(one.words, "words" if piece.exact or not piece.quote_kind else "reported")
    weak = "" if piece.firm else ", doubtful" if piece.doubt else ", weak"
    reading = f" ({stance.stance}, {stance.level}, certainty {stance.certainty}{weak})"
    return text(kind, words, f" — {one.attribution} ", *notes.on([piece]), reading)
