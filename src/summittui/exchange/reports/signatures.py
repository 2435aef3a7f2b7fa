"""The part of a brief on declarations: who signed, who declined, and the numbers as stated."""

from collections.abc import Iterator, Sequence

from summittui.exchange.citing.words import joined
from summittui.exchange.reports.notes import Notes
from summittui.exchange.reports.report import Block, Cell, Grid, Heading, Inline, Paragraph, Text, bullets, text
from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.perspective import Perspective
from summittui.model import Act, Declaration
from summittui.model.deed import Deed
from summittui.present.declaration import absence_words, act_dates, tally_words
from summittui.present.passages import tally_stated_by


def signature_blocks(library: Library, columns: Sequence[Perspective], notes: Notes) -> Iterator[Block]:
    """Yield each declaration that one of the columns acted on, with the acts of each and of others, and its tallies."""
    yield Heading(2, text("Who signed and who declined"))
    members = {member for column in columns for member in column.members}
    acted = {deed.declaration.id: deed.declaration for member in members for deed in library.deeds_of(member)}
    chosen = [acted[id_] for id_ in sorted(acted, key=library.rank)]
    if not chosen:
        yield Paragraph(text("No act of any of them on a declaration is recorded."))
        return
    yield Paragraph(text("Where somebody is not listed, or no act is recorded, nothing is known, which is no refusal."))
    for declaration in chosen:
        yield from _declaration(library, columns, declaration, members, notes)


def _declaration(
    library: Library, columns: Sequence[Perspective], declaration: Declaration, members: set[str], notes: Notes
) -> Iterator[Block]:
    yield Heading(3, text(declaration.title))
    dated = " ".join(filter(None, (declaration.date, declaration.date_note and f"({declaration.date_note})")))
    about = ", ".join(filter(None, (declaration.kind, declaration.forum, dated or "no date")))
    yield Paragraph(text(joined(about, declaration.note or "")))
    rows = (_row(library, at, column, declaration, notes) for at, column in enumerate(columns))
    yield Grid(f"What each did with the {declaration.label}", (text("Who"), text("What")), tuple(rows))
    yield from bullets((*_others(library, declaration, members, notes), *_tallies(library, declaration)))


def _row(library: Library, at: int, column: Perspective, declaration: Declaration, notes: Notes) -> tuple[Cell, ...]:
    acts = [act for act in declaration.acts if act.actor in column.members]
    done = tuple(_act(library, column, declaration, act, notes) for act in acts)
    return ((text(f"{letter(at)} {column.label}"),), done or (text(absence_words(declaration)),))


def _act(library: Library, column: Perspective, declaration: Declaration, act: Act, notes: Notes) -> Text:
    who = "" if act.actor == column.id else f" ({library.name(act.actor)})"
    return text(f"{act.act}{who}{act_dates(act)}{_doubtful(act)} ", notes.of(Deed(declaration, act)))


def _doubtful(act: Act) -> str:
    return ", doubtful" if act.doubt else ""


def _others(library: Library, declaration: Declaration, members: set[str], notes: Notes) -> Iterator[Text]:
    """Yield who else did each kind of act."""
    others = [act for act in declaration.acts if act.actor not in members]
    for kind in dict.fromkeys(act.act for act in others):
        parts: list[str | Inline] = [f"Also {kind}: "]
        for act in (each for each in others if each.act is kind):
            comma = ", " if len(parts) > 1 else ""
            parts += [f"{comma}{library.name(act.actor)}{_doubtful(act)} ", notes.of(Deed(declaration, act))]
        yield text(*parts)


def _tallies(library: Library, declaration: Declaration) -> Iterator[Text]:
    """Yield each number as its source states it; a doubt that several share is told once."""
    told: set[str] = set()
    for tally in declaration.tallies:
        doubt = tally.doubt if tally.doubt not in told else "for the same reason"
        told.add(tally.doubt or "")
        stated = f"{tally_words(tally)}, as stated by {tally_stated_by(library, tally)}"
        yield text(joined(f"{stated}. Doubtful: {doubt}" if doubt else stated, tally.note or ""))
