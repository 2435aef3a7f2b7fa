"""The part of a brief on declarations: who signed, who declined, blocs beside their members, the numbers as stated."""

from collections.abc import Iterable, Iterator, Sequence

from summittui.exchange.citing.words import joined
from summittui.exchange.reports.notes import Notes
from summittui.exchange.reports.report import (
    Block,
    Cell,
    Grid,
    Heading,
    Inline,
    NoteRef,
    Paragraph,
    Text,
    bullets,
    strong,
    text,
)
from summittui.library import Library
from summittui.library.answers.acts import ActCell, ActsComparison, ActsRow, acts_of
from summittui.library.answers.letters import letter
from summittui.library.answers.perspective import Perspective
from summittui.model import Act, Declaration
from summittui.model.deed import Deed
from summittui.model.display_names import joined as names_joined
from summittui.present.acts import ABSENCE, NO_ACTS, members_words
from summittui.present.declaration import (
    absence_words,
    act_time,
    certainty_words,
    declaration_date,
    list_words,
    tally_words,
)
from summittui.present.ledger import APART
from summittui.present.passages import tally_stated_by
from summittui.present.signs import ACTS, DOUBTFUL, STANCES

_Told = tuple[NoteRef, bool]
"""The note on an act, and whether that is doubtful."""
CAPTION = "What each did with each declaration, by date"


def signature_blocks(library: Library, columns: Sequence[Perspective], notes: Notes) -> Iterator[Block]:
    """Yield a table of the acts of each column, then each declaration with the acts of others, and its tallies."""
    yield Heading(2, text("Who signed and who declined"))
    comparison = acts_of(library, columns)
    own = [each for column in columns if isinstance(each := library.find(column.id), Declaration)]
    if comparison.rows:
        yield from _table(library, comparison, notes)
    elif not own:
        yield Paragraph(text(NO_ACTS))
    for row in comparison.rows:
        shown = {member for column in columns for member in column.members}
        shown |= {beside.bloc.id for cell in row.cells for beside in cell.beside}
        yield from _declaration(library, row.declaration, shown, notes)
    in_table = [row.declaration for row in comparison.rows]
    for declaration in (each for each in own if each not in in_table):
        yield from _declaration(library, declaration, set(), notes)


def _table(library: Library, comparison: ActsComparison, notes: Notes) -> Iterator[Block]:
    columns = comparison.columns
    has_blocs = any(cell.beside or cell.members for row in comparison.rows for cell in row.cells)
    yield Paragraph(text(joined(ABSENCE, APART if has_blocs else "")))
    heads = (text(f"{letter(at)} {column.label}") for at, column in enumerate(columns))
    rows = tuple(_row(library, comparison, row, notes) for row in comparison.rows)
    yield Grid(CAPTION, (text("Declaration"), *heads), rows)


def _row(library: Library, comparison: ActsComparison, row: ActsRow, notes: Notes) -> tuple[Cell, ...]:
    declaration = row.declaration
    name = (text(strong(declaration.label)), text(declaration.date or "no date"))
    pairs = zip(comparison.columns, row.cells, strict=True)
    return (name, *(tuple(_cell(library, column, declaration, cell, notes)) for column, cell in pairs))


def _cell(
    library: Library, column: Perspective, declaration: Declaration, cell: ActCell, notes: Notes
) -> Iterator[Text]:
    """Yield what a column did itself, or that nothing is recorded; then what its blocs and its members did."""
    yield from _acts(library, declaration, cell.acts, notes, own=column.id)
    if not cell.acts:
        yield text(f"{STANCES[None].glyph} {absence_words(declaration)}")
    for beside in cell.beside:
        yield from _acts(library, declaration, beside.acts, notes, before="beside it, ")
    if cell.members:
        yield text(members_words(cell))


def _acts(
    library: Library, declaration: Declaration, acts: Iterable[Act], notes: Notes, *, own: str = "", before: str = ""
) -> Iterator[Text]:
    """Yield what was done and when, with the notes on all that tell it; a coarser date joins the finer one."""
    told: list[tuple[str, list[Act]]] = []
    for act in sorted(acts, key=lambda act: not act.date):
        who = before + library.name(act.actor) if act.actor != own else ""
        same = next((found for name, found in told if name == who and _tells_same(found[0], act)), None)
        if same is None:
            told.append((who, [act]))
        else:
            same.append(act)
    for who, found in told:
        act, references = found[0], dict.fromkeys(notes.of(Deed(declaration, each)) for each in found)
        doubt = f" ({DOUBTFUL})" if act.doubt else ""
        named = f"{who}: " if who else ""
        when = f"{act_time(act)}{certainty_words(act.certainty)}"
        yield text(f"{named}{ACTS[act.act].glyph} {act.act}{when}{doubt} ", *references)


def _tells_same(act: Act, other: Act) -> bool:
    """Tell whether another act is the same told again, on the same date or on a coarser one, and as sure."""
    as_sure = (act.act, act.certainty, bool(act.doubt)) == (other.act, other.certainty, bool(other.doubt))
    is_coarser = not other.date and not other.not_after and (act.date or act.as_of or "").startswith(other.as_of or "")
    return as_sure and (is_coarser or act_time(act) == act_time(other))


def _declaration(library: Library, declaration: Declaration, shown: set[str], notes: Notes) -> Iterator[Block]:
    yield Heading(3, text(declaration.title))
    dated = declaration_date(declaration) or "no date"
    about = ", ".join(filter(None, (declaration.kind, declaration.forum, dated)))
    called = f"Here called {declaration.label}" if declaration.label != declaration.title else ""
    listed = f"Signatories: {list_words(declaration)}" if declaration.list_status else ""
    yield Paragraph(text(joined(about, called, listed, declaration.note or "")))
    yield from bullets((*_others(library, declaration, shown, notes), *_tallies(library, declaration)))


def _others(library: Library, declaration: Declaration, shown: set[str], notes: Notes) -> Iterator[Text]:
    """Yield who else did each kind of act, each actor once, with the notes on all that tell it."""
    others = [act for act in declaration.acts if act.actor not in shown]
    for kind in dict.fromkeys(act.act for act in others):
        told = _told(library, declaration, [act for act in others if act.act is kind], notes)
        groups: dict[tuple[_Told, ...], list[str]] = {}
        for actor, tellings in told.items():
            groups.setdefault(tuple(tellings), []).append(library.name(actor))
        parts: list[Inline | str] = [f"Also {kind}: " if shown else f"{kind.value.capitalize()}: "]
        for number, (same, names) in enumerate(groups.items()):
            parts += ["; " if number else "", names_joined(names), *_noted(same)]
        yield text(*parts)


def _told(library: Library, declaration: Declaration, acts: Sequence[Act], notes: Notes) -> dict[str, list[_Told]]:
    """Return the notes on the acts of each actor; those of whom the same sources tell the same share a note."""
    alike: dict[object, list[Act]] = {}
    for act in acts:
        same = (act.evidence, act.sources, act.certainty, act.date, act.as_of, act.not_after, act.doubt, act.note)
        alike.setdefault(same, []).append(act)
    told: dict[str, list[_Told]] = {}
    for each in alike.values():
        names = names_joined([library.name(act.actor) for act in each])
        note = notes.of(Deed(declaration, each[0]), names if each[1:] else "")
        for act in each:
            told.setdefault(act.actor, []).append((note, bool(act.doubt)))
    return told


def _noted(tellings: Sequence[_Told]) -> Iterator[Inline | str]:
    """Yield notes, the doubtful ones apart from those that are not."""
    firm = [note for note, is_doubtful in tellings if not is_doubtful]
    doubtful = [note for note, is_doubtful in tellings if is_doubtful]
    if not firm:
        yield f" ({DOUBTFUL})"
    yield " "
    yield from firm or doubtful
    if firm and doubtful:
        yield f" ({DOUBTFUL} "
        yield from doubtful
        yield ")"


def _tallies(library: Library, declaration: Declaration) -> Iterator[Text]:
    """Yield each number as its source states it; a doubt that several share is told once."""
    told: set[str] = set()
    for tally in declaration.tallies:
        doubt = tally.doubt if tally.doubt not in told else "for the same reason"
        told.add(tally.doubt or "")
        stated = f"{tally_words(tally)}, as stated by {tally_stated_by(library, tally)}"
        yield text(joined(f"{stated}. Doubtful: {doubt}" if doubt else stated, tally.note or ""))
