"""The forms of records: new ones, and those that are changed."""

from collections.abc import Mapping
from typing import Any

from summittui.library import Library
from summittui.model import (
    TABLES,
    ActorKind,
    ClaimKind,
    DisagreementKind,
    InputError,
    Quote,
    QuoteKind,
    Record,
    Severity,
    SourceKind,
)
from summittui.session.entry.records import TEXT, new_record, with_fields
from summittui.session.entry.texts import entered_offsets, entry_of
from summittui.ui.forms.field import Field, InvalidEntries, Typed, choice, filled, reference, several, text

_AT = "at"
"""The entry of the offset by which one of several places of the words is chosen."""
_DATE = "The year, 2025-02 or 2025-02-11."

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "actors": (
        text("name", "name", "What it is called on screen.", required=True),
        choice("kind", "kind", ActorKind),
        several("aliases", "aliases", "Its other names."),
        reference("speaks_for", "speaks for", ("actors",), "The state or body whose voice its words can be taken for."),
        reference("affiliation", "belongs to", ("actors",)),
    ),
    "quotes": (
        reference("speaker", "speaker", ("actors", "declarations"), "Empty where the source names nobody."),
        several("joint_speakers", "together with", "Who says it with the speaker.", tables=("actors", "declarations")),
        reference("source", "source", ("sources",), required=True),
        choice(
            "kind", "kind", QuoteKind, help_="direct: exact words; indirect: the source's wording; text: a document's."
        ),
        Field(
            name=TEXT,
            label="words",
            required=True,
            help="As printed; of an indirect quote the content in your own words.",
            also=("quoted", "spans", "words"),
        ),
        text("at", "stands at", "The offset of the words; only where the attached text has them more than once."),
        text("gist", "content", "In your own words; a mixed or indirect quote needs it."),
        reference("via", "via", ("actors",), "The outlet or person that the source has it from."),
        text("role", "role", "The speaker's role as worded there."),
        text("occasion", "occasion", "Where it was said."),
        text("date", "said on", _DATE),
    ),
    "declarations": (
        text("title", "title", required=True),
        text("label", "short name", "A few words for a row or a column; empty: the title."),
        text("kind", "kind", "Such as declaration, resolution, action plan."),
        several("aliases", "aliases", "Its other names."),
        text("forum", "forum", "Where it was put forward or adopted."),
        text("date", "date", _DATE),
        text("url", "web address"),
    ),
    "issues": (
        text("label", "short name", "A few words for a row or a column.", required=True),
        text("question", "question", "What one can be for or against.", required=True),
        text("pole_for", "for means", "What being for it means, spelled out.", required=True),
        text("pole_against", "against means", "What being against it means, spelled out.", required=True),
    ),
    "sources": (
        text("outlet", "outlet", "Who published it.", required=True),
        choice("kind", "kind", SourceKind),
        text("title", "title"),
        text("published", "published", _DATE),
        text("url", "web address"),
        text("language", "language", "A tag such as en or fr-CA."),
    ),
    "claims": (
        reference("source", "source", ("sources",), required=True),
        reference("author", "author", ("actors",), "Who asserts it: the outlet, or whoever writes.", required=True),
        choice("kind", "kind", ClaimKind),
        text("gist", "asserts", "What it asserts, in your own words.", required=True),
        text("manner", "manner", "How an evaluation weighs, such as praise or prediction."),
        several("about", "about", "Whom it speaks of.", tables=("actors", "declarations")),
        text("doubt", "doubt", "Why it is doubtful, if it is."),
    ),
    "events": (
        text("name", "name", "What it is called.", required=True),
        several("aliases", "aliases", "Its other names."),
        text("place", "place", "Where it was."),
        text("date", "date", f"Of its end. {_DATE}"),
        reference("part_of", "part of", ("events",), "The event that it belongs to."),
    ),
    "disagreements": (
        text("title", "title", "The matter, in a few words.", required=True),
        choice("kind", "kind", DisagreementKind),
        choice("severity", "severity", Severity),
        text("explanation", "explanation", "How the two differ.", required=True),
    ),
}
"""The fields of a form by table."""


def fields_of(record: Record, table: str, library: Library) -> tuple[Field, ...]:
    """Return the fields of a table's form, filled in from a record."""
    entries = {each.name: entry_of(library, _value(record, each), each.tables) for each in FIELDS[table]}
    return filled(FIELDS[table], entries)


def _value(record: Record, field: Field) -> Any:
    if isinstance(record, Quote) and field.name == TEXT:
        return record.gist if record.kind is QuoteKind.INDIRECT else record.exact
    return getattr(record, field.name, None)


def new_record_of(table: str, library: Library, typed: Typed) -> Record:
    """Return the new record that a filled-in form describes.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: Something that it needs is missing.
    """
    return new_record(library, TABLES[table], _entered(typed), at=_offsets(typed))


def _entered(typed: Typed) -> Typed:
    return {name: text for name, text in typed.items() if name != _AT}


def _offsets(typed: Typed) -> tuple[int, ...]:
    """Return the offsets that were entered.

    Raises:
        InvalidEntries: One of them is no number.
    """
    try:
        return entered_offsets(typed.get(_AT, ""))
    except InputError as error:
        raise InvalidEntries({_AT: str(error)}) from None


def changed(record: Record, library: Library, typed: Typed) -> Record:
    """Return a record with what was entered in place of what stood there.

    Args:
        record: The record as it was.
        library: The records that can be named.
        typed: The entries that were changed; whatever else stands in the record stays as it is, to the letter.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: A value is not of its field's type.
    """
    return with_fields(library, record, _entered(typed).items(), at=_offsets(typed))
