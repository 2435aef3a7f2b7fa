"""The forms of what is no record of its own: a stance, an act, a tally, a memo; and of two records that are one."""

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import (
    SEARCHED_TABLES,
    ActKind,
    Certainty,
    Declaration,
    InputError,
    Level,
    Qualifier,
    Quote,
    StanceValue,
)
from summittui.session.editing import with_stance
from summittui.session.entry.numbers import entered_number
from summittui.session.entry.parts import new_act, new_stance, new_tally
from summittui.ui.forms.field import Field, FieldKind, Typed, choice, filled, reference, text

MERGED = tuple(name for name in SEARCHED_TABLES if name != "notes")
"""The tables whose records can be renamed and merged."""

STANCE = (
    reference("issue", "issue", ("issues",), required=True),
    choice("stance", "side", StanceValue),
    choice(
        "level", "shows", Level, value=Level.INTERPRETIVE, help_="textual: in the words; interpretive: your reading."
    ),
    choice("certainty", "certainty", Certainty, value=Certainty.MEDIUM, help_="How sure you are."),
)
ACT = (
    reference("actor", "actor", ("actors",), required=True),
    choice("act", "act", ActKind),
    reference("source", "source", ("sources",), "The source that states it.", required=True),
)
TALLY = (
    reference("source", "source", ("sources",), "The source that states it.", required=True),
    choice("qualifier", "qualifier", Qualifier, help_="As stated."),
    text("number", "number", "In digits, as 60000 or 60,000; empty where the source gives none."),
    text("counts", "what counts", "What is counted, such as signatories.", required=True),
)
MEMO = (text("memo", "memo", "Yours, on this record; empty takes it off."),)


def stance_fields(library: Library, quote: Quote) -> tuple[Field, ...]:
    """Return the fields of a stance, filled in from the quote's only one."""
    if len(quote.stances) != 1:
        return STANCE
    one = quote.stances[0]
    values = {"issue": library.name(one.issue), "stance": one.stance, "level": one.level, "certainty": one.certainty}
    return filled(STANCE, values)


def stanced(quote: Quote, library: Library, typed: Typed) -> Quote:
    """Return a quote with the stance that was entered."""
    stance = new_stance(
        library,
        typed["issue"],
        typed["stance"],
        level=typed["level"],
        certainty=typed["certainty"],
    )
    after = with_stance(quote, stance)
    return replace(quote, stances=after.stances) if isinstance(after, Quote) else quote


def with_act(declaration: Declaration, library: Library, typed: Typed) -> Declaration:
    """Return a declaration with one more act."""
    act = new_act(library, typed["actor"], typed["act"], typed["source"])
    return replace(declaration, acts=(*declaration.acts, act))


def with_tally(declaration: Declaration, library: Library, typed: Typed) -> Declaration:
    """Return a declaration with one more number.

    Raises:
        InputError: The number is no whole one, or is written otherwise than in digits.
    """
    try:
        number = entered_number(typed["number"])
    except InputError as error:
        raise InputError(f"tallies, number: {error}") from None
    tally = new_tally(library, typed["counts"], typed["qualifier"], number, typed["source"])
    return replace(declaration, tallies=(*declaration.tallies, tally))


def merge_fields(record: str) -> tuple[Field, ...]:
    """Return the fields that name two records of which one is made."""
    return (
        reference("record", "record", MERGED, "The one that goes.", required=True).filled(record),
        reference("into", "into", MERGED, "The one that stays; what named the other names it.", required=True),
    )


def rename_fields(record: str) -> tuple[Field, ...]:
    """Return the fields that name a record and its new id."""
    return (
        reference("record", "record", MERGED, required=True).filled(record),
        text(
            "id", "new id", "Small letters and digits in words with hyphens; all that names it follows.", required=True
        ),
    )


IMPORT = (
    Field(
        name="path",
        label="file",
        kind=FieldKind.PATH,
        required=True,
        help="A file, a folder, an archive, an address, several with commas, or articles/*.pdf. Tab completes.",
    ),
    text("outlet", "outlet", "Who publishes it; empty where the file states it."),
    text("title", "title", "Empty where the file states it."),
    text("published", "published", "The year, 2025-02 or 2025-02-11; empty where the file states it."),
)
"""The fields of a document that is brought in."""
