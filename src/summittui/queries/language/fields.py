"""The fields of the query language: what each asks for, of which tables, with which values."""

import re
from collections.abc import Mapping

from msgspec import Struct

from summittui.model import COLLECTION_TABLES, ActKind, StanceValue
from summittui.model.dates import is_partial_date
from summittui.model.text import safe
from summittui.queries.language.errors import QueryError, did_you_mean
from summittui.queries.language.parts import Field
from summittui.queries.language.states import HAS, IS
from summittui.queries.language.tokens import Token

_UNFINISHED_DATE = re.compile(r"[0-9]{0,4}|[0-9]{4}-[0-9]?|[0-9]{4}-[0-9]{2}-[0-9]?")
OWN = "own"
"""The value of `collection:` for records that no collection brought."""
OWN_WORDS = "added by users of this store"
"""Says in words that no collection brought a record."""
PROOFS = ("verbatim", "normalised", "drifted", "not-found", "not-attached", "unproven", "no-place")
"""The states of a proof as `proof:` names them."""


class FieldInfo(Struct, frozen=True, kw_only=True):
    """The description of one field of the query language."""

    means: str
    """The sentence that tells a reader which records the field keeps."""
    tables: tuple[str, ...]
    """The tables of which it says something; elsewhere it keeps no record."""
    named: tuple[str, ...] = ()
    """The tables whose ids, names and aliases are the values; an earlier table goes before a later one."""
    words: tuple[str, ...] = ()
    """The words that are the values."""
    date: bool = False
    """Whether the values are partial dates."""


FIELDS: Mapping[str, FieldInfo] = {
    "actor": FieldInfo(
        means="quotes and claims by an actor or by who speaks for it; declarations on which it acted; "
        "issues on which it takes a side; sources that quote it; camps that it belongs to",
        tables=("quotes", "claims", "actors", "declarations", "issues", "sources", "camps"),
        named=("actors", "declarations", "camps"),
    ),
    "by": FieldInfo(
        means="the same for the actor in person, without those who speak for it",
        tables=("quotes", "claims", "actors", "declarations", "issues", "sources", "camps"),
        named=("actors", "declarations"),
    ),
    "about": FieldInfo(
        means="quotes and claims about an actor or a declaration",
        tables=("quotes", "claims"),
        named=("actors", "declarations"),
    ),
    "issue": FieldInfo(
        means="what shows a stance on an issue; actors who take one in words or deeds; declarations that speak of it",
        tables=("quotes", "claims", "actors", "declarations", "issues", "camps"),
        named=("issues",),
    ),
    "stance": FieldInfo(
        means="what shows this stance; beside `issue:`, on that issue",
        tables=("quotes", "claims", "actors", "declarations", "camps"),
        words=tuple(StanceValue),
    ),
    "kind": FieldInfo(
        means="records of one kind: direct quotes, states, facts and so on",
        tables=("quotes", "claims", "actors", "declarations", "sources", "disagreements"),
    ),
    "source": FieldInfo(
        means="what stands in a source; actors, events and declarations that it mentions",
        tables=("quotes", "claims", "actors", "declarations", "events", "disagreements", "agreements", "sources"),
        named=("sources",),
    ),
    "via": FieldInfo(
        means="quotes that the source has from this outlet or person", tables=("quotes",), named=("actors",)
    ),
    "declaration": FieldInfo(
        means="quotes of and about a declaration, claims about it, actors who acted on it; beside `act:`, in that way",
        tables=("quotes", "claims", "actors", "declarations", "camps"),
        named=("declarations",),
    ),
    "act": FieldInfo(
        means="actors who did this with a declaration; declarations with which it was done; "
        "beside `actor:` or `by:`, by that actor",
        tables=("actors", "declarations", "camps"),
        words=tuple(ActKind),
    ),
    "proof": FieldInfo(
        means="quotes by what the attached text says of them, looked up anew each time",
        tables=("quotes",),
        words=PROOFS,
    ),
    "after": FieldInfo(
        means="what can be dated on this day, in this month or year, or later; a quote without a date of its own is "
        "dated by its source",
        tables=("quotes", "claims", "declarations", "sources", "events"),
        date=True,
    ),
    "before": FieldInfo(
        means="what can be dated before this day, month or year begins",
        tables=("quotes", "claims", "declarations", "sources", "events"),
        date=True,
    ),
    "event": FieldInfo(
        means="declarations of an event; quotes said at it, of or about one of these, or in a source that tells of it; "
        "claims and sources that tell of it",
        tables=("quotes", "claims", "declarations", "sources", "events"),
        named=("events",),
    ),
    "collection": FieldInfo(
        means="what a collection brought; `collection:own` keeps what users of this store added",
        tables=(*COLLECTION_TABLES, "camps"),
    ),
    "has": FieldInfo(
        means="records that have something",
        tables=tuple(dict.fromkeys(table for state in HAS.values() for table in state.tables)),
        words=tuple(HAS),
    ),
    "is": FieldInfo(
        means="records that are something",
        tables=tuple(dict.fromkeys(table for state in IS.values() for table in state.tables)),
        words=tuple(IS),
    ),
}
"""Every field by its name, in the order in which they are shown."""


def begun(value: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the word equal to `value`, else the words that begin with it, ignoring case."""
    wanted = value.casefold()
    exact = tuple(word for word in words if word.casefold() == wanted)
    return exact or tuple(word for word in words if word.casefold().startswith(wanted))


def checked_field(token: Token, *, ends: bool) -> Field:
    """Return the field of a token; `ends` tells that the query's text ends with it.

    Raises:
        QueryError: There is no such field, or it has no such value, whatever a library holds.
    """
    info = FIELDS.get(token.name)
    if info is None:
        near = did_you_mean(token.name, tuple(FIELDS), ":")
        what = f"there is no field {safe(token.name)!r}; {near} Words with a colon are put in quotation marks"
        raise QueryError(what, token.column)
    if not token.text:
        raise QueryError(f"{token.name}: has no value; write one right behind it", token.value_column, unfinished=ends)
    if info.words and not begun(token.text, info.words):
        near = did_you_mean(token.text, info.words)
        raise QueryError(f"{token.name}: cannot be {safe(token.text)!r}; {near}", token.value_column)
    if info.date and not is_partial_date(token.text):
        what = f"{safe(token.text)!r} is no date; write 2025, 2025-02 or 2025-02-10"
        unfinished = ends and _UNFINISHED_DATE.fullmatch(token.text) is not None
        raise QueryError(what, token.value_column, unfinished=unfinished)
    return Field(token.name, token.text)
