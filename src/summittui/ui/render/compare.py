"""A comparison as the texts of a grid: a label for each issue, and in each cell words, deeds and what others say."""

from collections.abc import Callable, Mapping

from rich.text import Text

from summittui.library import Comparison, Evidence, EvidenceKind, Library, Perspective, Position, Row, RowState
from summittui.model import ActorId
from summittui.ui.commands import key_of
from summittui.ui.render.actor import evidence_counts
from summittui.ui.render.line import line
from summittui.ui.render.quote import places
from summittui.ui.render.signs import ACTS, DOUBTFUL, KINDS, ROW_STATES, STANCES
from summittui.ui.widgets.grid import GridRow, Heading

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The letter of each column."""
SHOWN_SPEAKERS = 2
"""How many of those folded into a column its heading names."""


def heading(library: Library, column: Perspective, index: int) -> Heading:
    """Return the heading of a column: its letter, its name and who is folded into it."""
    short = line((f"{_letter(index)}  ", "key"), (column.label, "title"))
    text = short.copy()
    if column.speakers:
        names = ", ".join(library.name(speaker) for speaker in column.speakers[:SHOWN_SPEAKERS])
        more = len(column.speakers) - SHOWN_SPEAKERS
        text.append_text(line((f"  ⊃ {names}", "apparatus"), (f" and {more} more" if more > 0 else "", "apparatus")))
    elif library.speakers_for.get(ActorId(column.id)) and not column.folded:
        text.append_text(line((f"  alone, {key_of('fold')} folds its speakers in", "apparatus")))
    return Heading(short, text)


def _letter(index: int) -> str:
    return LETTERS[index % len(LETTERS)]


def summary(comparison: Comparison) -> Text:
    """Return how many rows are in each state."""
    counts = [(state, comparison.count(state)) for state in RowState]
    words = " · ".join(f"{state} {count}" for state, count in counts if count)
    return line((f"{len(comparison.rows)} issues · {words}", "count"))


def state_words(row: Row) -> str:
    """Return the state of a row in words; which column it is where only one speaks."""
    words = f"only {_letter(row.speaking[0])} speaks" if row.state is RowState.ONE_SPEAKS else str(row.state)
    told = ", ".join(_letter(index) for index in row.speaking if not row.cells[index].own)
    return f"{words}; {told} as others tell" if told else words


def grid_row(library: Library, comparison: Comparison, row: Row) -> GridRow:
    """Return one row of a comparison as texts."""
    sign = ROW_STATES[row.state]
    label = Text("\n").join(
        [
            line((row.issue.label, "heading")),
            line((f"{sign.glyph} {state_words(row)}", sign.token)),
            line((f"n {row.n}", "count")),
        ]
    )
    cells = tuple(
        cell_entries(library, column, cell) for column, cell in zip(comparison.columns, row.cells, strict=True)
    )
    return GridRow(label=label, cells=cells)


def cell_entries(library: Library, column: Perspective, cell: Position) -> tuple[Text, ...]:
    """Return the entries of a cell: its stance, then one for each piece of evidence."""
    sign = STANCES[cell.stance]
    head = line((f"{sign.glyph} {sign.word}", sign.token))
    if not cell.n:
        return (head,)
    if not cell.own:
        head.append_text(line((" as others tell it", "doubt")))
    head.append_text(line((f"  n {cell.n} ({evidence_counts(cell)})", "count")))
    if cell.doubtful:
        head.append_text(line((f" · {DOUBTFUL}", "doubt")))
    if not cell.words:
        head.append_text(line((" · no words of its own", "silent")))
    return (head, *(entry(library, column, piece) for piece in cell.evidence))


def entry(library: Library, column: Perspective, piece: Evidence) -> Text:
    """Return one piece of evidence: what, and under it who, via whom, where."""
    head = _HEADS[piece.kind](library, column, piece)
    where = places(library, piece.passages, piece.sources)
    via = f"via {library.name(piece.via)} · " if piece.via else ""
    who = f"{library.name(piece.holder)} · " if piece.kind is EvidenceKind.WORDS else ""
    doubt = f" · {DOUBTFUL}: {piece.doubt}" if piece.doubt else ""
    tail = line("  ", (who, "heading"), (via, "apparatus"), (where, "source"), (doubt, "doubt"))
    return Text.assemble(head, "\n", tail, end="")


def _words_head(_library: Library, _column: Perspective, piece: Evidence) -> Text:
    glyph, token = _kind_sign(piece)
    return line((f"{glyph} ", token), (_words(piece), _token(piece)))


def _deed_head(library: Library, column: Perspective, piece: Evidence) -> Text:
    sign = ACTS[piece.act] if piece.act else STANCES[piece.stance.stance]
    actor = f"{library.name(piece.holder)} " if piece.holder != column.id else ""
    return line((f"{sign.glyph} ", sign.token), (f"{actor}{piece.text}", "deed"))


def _said_about_head(library: Library, column: Perspective, piece: Evidence) -> Text:
    teller = library.name(piece.teller) if piece.teller else "others"
    told = f" on {library.name(piece.holder)}" if piece.holder != column.id else ""
    return line((f"  {teller}{told}: ", "apparatus"), (_words(piece), _token(piece)))


_HEADS: Mapping[EvidenceKind, Callable[[Library, Perspective, Evidence], Text]] = {
    EvidenceKind.WORDS: _words_head,
    EvidenceKind.DEEDS: _deed_head,
    EvidenceKind.SAID_ABOUT: _said_about_head,
}


def _kind_sign(piece: Evidence) -> tuple[str, str]:
    if piece.quote_kind is None:
        return "¶", "reported"
    sign = KINDS[piece.quote_kind]
    return sign.glyph, sign.token


def _words(piece: Evidence) -> str:
    return f"“{piece.text}”" if piece.exact else piece.text


def _token(piece: Evidence) -> str:
    return "words" if piece.exact else "reported"
