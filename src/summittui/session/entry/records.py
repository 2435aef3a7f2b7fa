"""Records made and changed by entered texts, the same for forms, options and TOML.

Texts become values by `texts.plain_value`; a new record gets an id of its name, and the words of a quote are anchored
in the attached text of its source.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from summittui.library import Library
from summittui.model import Actor, Claim, Declaration, Event, InputError, Issue, Quote, QuoteKind, Record, Source
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.references import type_at
from summittui.model.text import safe
from summittui.session.coding import anchor_words, with_words
from summittui.session.entry.texts import plain_value
from summittui.session.naming import NO_ID, with_new_id

R = TypeVar("R", bound=Record)

TEXT = "text"
"""The entry of a quote's content: of an indirect quote the gist, of any other the words."""
_NEEDS: Mapping[type[Record], Mapping[str, str]] = {
    Quote: {TEXT: "a quote needs its words; give them as the text"},
    Actor: {"name": "an actor needs a name"},
    Declaration: {"title": "a declaration needs a title"},
    Issue: {
        "label": "an issue needs a label",
        "question": "an issue needs a question",
        "pole_for": "an issue needs what being for it means",
        "pole_against": "an issue needs what being against it means",
    },
    Source: {"outlet": "a source needs its outlet"},
    Claim: {"gist": "a claim needs what it asserts, in your own words; give it as the gist"},
    Event: {"name": "an event needs a name"},
}


def new_record(
    library: Library, type_: type[R], entered: Mapping[str, str], *, at: Sequence[int] = (), **parts: tuple[Any, ...]
) -> R:
    """Return a new record with an id of its own.

    Args:
        library: The records that ids, names and aliases mean.
        type_: The kind of record.
        entered: Name of each field and its value as text, as for `with_fields`; a quote's content as `TEXT`.
        at: Offsets in code points that the place of a quote's words must hold, where they stand at several.
        parts: Fields that have parts, such as the `stances` of a quote.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: Something that the record needs is missing, or a value is not of its field's type.
    """
    for name, complaint in _NEEDS.get(type_, {}).items():
        if not entered.get(name, "").strip():
            raise InputError(complaint)
    plain = {"id": NO_ID, **_defaults(type_, entered)}
    _enter(library, type_, plain, {name: text for name, text in entered.items() if text.strip()})
    return finalised(library, replace(_record(type_, plain), **parts), at=at)


def _defaults(type_: type[Record], entered: Mapping[str, str]) -> dict[str, Any]:
    return {"label": entered["title"].strip(), "kind": "declaration"} if type_ is Declaration else {}


def finalised(library: Library, record: R, *, at: Sequence[int] = ()) -> R:
    """Return a record as it is kept: with an id where it has none yet, a quote's words anchored in the attached text.

    Raises:
        InputError: Offsets are given, and the words have not one place that holds them.
    """
    named = with_new_id(library, record) if record.id == NO_ID else record
    if isinstance(named, Quote):
        return anchor_words(library, named, at=at)  # type: ignore[return-value]  # a quote is what R is here
    return named


def settable_fields(type_: type[Record]) -> tuple[str, ...]:
    """Return the fields that `with_fields` can set: those that are no id of the record and have no parts."""
    return tuple(name for name in type_.__struct_fields__ if name != "id" and not _has_parts(type_, name))


def with_fields(library: Library, record: R, settings: Iterable[tuple[str, str]], *, at: Sequence[int] = ()) -> R:
    """Return a record with some fields set.

    The words of a quote are marked in the text of its source anew; where the text has them not exactly once, they
    are kept without a place.

    Args:
        library: The records that ids, names and aliases mean.
        record: The record to change.
        settings: Name of each field and its value as text: a list has its items between commas, an empty text clears.
        at: Offsets in code points that the place of a quote's words must hold, where they stand at several.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: There is no such field, it cannot be set as text, or the value is not of its type.
    """
    plain, texts = record_to_plain(record), dict(settings)
    _enter(library, type(record), plain, texts)
    after = _record(type(record), plain)
    if not isinstance(after, Quote):
        return after
    words = texts.get("words") or ("" if after.kind is QuoteKind.INDIRECT else texts.get(TEXT, ""))
    if words.strip() or at:
        return _reworded(library, after, words if words.strip() else after.exact, at)  # type: ignore[return-value]
    return after


def _reworded(library: Library, quote: Quote, words: str | None, at: Sequence[int]) -> Quote:
    if quote.kind is QuoteKind.INDIRECT:
        raise InputError(f"{quote.id!r} is an indirect quote, which has no words in quotation marks; set its gist")
    if not words:
        raise InputError(f"{quote.id!r} has no quoted words whose place could be chosen; --at is for these")
    return with_words(library, quote, words, at=at)


def _enter(library: Library, type_: type[Record], plain: dict[str, Any], entered: Mapping[str, str]) -> None:
    """Put entered texts into the plain fields of a record; an empty one clears its field."""
    for name, text in entered.items():
        if name == TEXT and type_ is Quote:
            continue
        _refuse_unsettable(type_, name)
        if text.strip():
            plain[name] = plain_value(library, type_, name, text if name == "words" else text.strip())
        else:
            plain.pop(name, None)
    content = entered.get(TEXT, "").strip() if type_ is Quote else ""
    if content and plain.get("kind") == QuoteKind.INDIRECT:
        plain["gist"] = entered.get("gist", "").strip() or content
    elif content and plain["id"] == NO_ID:
        plain["words"] = content


def _record(type_: type[R], plain: Mapping[str, Any]) -> R:
    try:
        return record_from_plain(type_, plain)
    except InvalidRecord as error:
        raise InputError(str(error)) from None


def _refuse_unsettable(type_: type[Record], name: str) -> None:
    if name in settable_fields(type_):
        return
    if name == "id":
        raise InputError("the id cannot be set; rename the record, then everything that names it follows")
    if name in type_.__struct_fields__:
        raise InputError(f"the field {name!r} has parts; change it where the record stands as TOML")
    near = get_close_matches(name, settable_fields(type_), n=1, cutoff=0)
    raise InputError(f"{type_.__name__.lower()}s have no field {safe(name)!r}; did you mean {near[0]}?")


def _has_parts(type_: type[Record], name: str) -> bool:
    core = type_at(type_, name)
    return isinstance(core, type) and issubclass(core, msgspec.Struct)
