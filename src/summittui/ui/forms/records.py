"""The forms of records: new ones, and those that are changed."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import ActorKind, Quote, QuoteKind, Record, SourceKind
from summittui.session import drafts
from summittui.session.coding import with_words
from summittui.session.entering import entry_of, with_fields
from summittui.ui.forms.field import Field, Typed, WrongFields, choice, filled, reference, several, text

_WORDS = "text"
"""What the form calls the words of a quote, wherever the record keeps them."""
_AT = "at"
"""What the form calls the offset by which one of several places of the words is chosen."""
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
            name=_WORDS,
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
}
"""The fields of a form by table."""


def fields_of(record: Record, table: str, library: Library) -> tuple[Field, ...]:
    """Return the fields of a table's form, filled in from a record."""
    entries = {each.name: entry_of(library, _value(record, each), each.tables) for each in FIELDS[table]}
    return filled(FIELDS[table], entries)


def _value(record: Record, field: Field) -> Any:
    if isinstance(record, Quote) and field.name == _WORDS:
        return record.gist if record.kind is QuoteKind.INDIRECT else record.exact
    return getattr(record, field.name, None)


def drafted(table: str, library: Library, typed: Typed) -> Record:
    """Return the new record that a filled-in form describes.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: Something that it needs is missing.
    """
    values = {each.name: typed.get(each.name, "").strip() for each in FIELDS[table]}
    draft = _DRAFTS[table](library, values)
    return with_fields(library, draft, [(name, values[name]) for name in _LATER if values.get(name)])


_LATER = ("aliases", "url", "joint_speakers")
"""Fields that are put into a draft once it is made."""


def _quote(library: Library, values: Typed) -> Record:
    return drafts.draft_quote(
        library,
        speaker=values["speaker"],
        source=values["source"],
        kind=QuoteKind(values["kind"]),
        text=values["text"],
        gist=values["gist"] or None,
        via=values["via"] or None,
        role=values["role"] or None,
        occasion=values["occasion"] or None,
        date=values["date"] or None,
        at=_offsets(values["at"]),
    )


def _offsets(entry: str) -> tuple[int, ...]:
    """Return the offsets that were entered, with blanks or commas between them.

    Raises:
        WrongFields: One of them is no number.
    """
    parts = entry.replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise WrongFields({"at": "write the offset as a number, such as 914"})
    return tuple(map(int, parts))


def _actor(library: Library, values: Typed) -> Record:
    return drafts.draft_actor(
        library,
        name=values["name"],
        kind=ActorKind(values["kind"]),
        speaks_for=values["speaks_for"] or None,
        affiliation=values["affiliation"] or None,
    )


def _declaration(library: Library, values: Typed) -> Record:
    return drafts.draft_declaration(
        library,
        title=values["title"],
        label=values["label"] or None,
        kind=values["kind"] or "declaration",
        forum=values["forum"] or None,
        date=values["date"] or None,
    )


def _issue(library: Library, values: Typed) -> Record:
    return drafts.draft_issue(library, **values)


def _source(library: Library, values: Typed) -> Record:
    return drafts.draft_source(
        library,
        outlet=values["outlet"],
        kind=SourceKind(values["kind"]),
        **{name: values[name] or None for name in ("title", "published", "url", "language")},
    )


_DRAFTS: Mapping[str, Callable[[Library, Typed], Record]] = {
    "actors": _actor,
    "quotes": _quote,
    "declarations": _declaration,
    "issues": _issue,
    "sources": _source,
}


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
    texts = {name: text for name, text in typed.items() if name not in {_WORDS, _AT}}
    after = with_fields(library, record, texts.items())
    words, at = typed.get(_WORDS, "").strip(), _offsets(typed.get(_AT, ""))
    if not isinstance(after, Quote) or not (words or at):
        return after
    return reworded(after, words or after.exact or "", library, at)


def reworded(quote: Quote, words: str, library: Library, at: tuple[int, ...] = ()) -> Quote:
    """Return a quote with other words, marked anew where the text of its source is attached.

    Raises:
        InputError: Offsets are given, and the words have not one place that holds them.
    """
    if quote.kind is QuoteKind.INDIRECT:
        return replace(quote, gist=words)
    return with_words(library, quote, words, at=at)
