"""The terms of a record: what it can be found by, each a field with a value or with the two sides of a couple.

They are read out of the record by the functions of the library in memory, so that both mean the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from summittui.library.memory.couples import acts_shown, camp_acts, camp_stances, sides_shown, stances_shown
from summittui.library.memory.field_tests import sources_named
from summittui.library.memory.names import initials_in
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.memory.state_tests import HAS_TESTS, IS_TESTS
from summittui.model import TABLE_OF, TABLES, Actor, Camp, Claim, Declaration, Event, Note, Proposal, Quote, Record
from summittui.model.references import named_ids
from summittui.model.text import fold_words
from summittui.queries.language.states import HAS, IS

Term = tuple[str, str, str]
"""A field, a value, and the other side of a couple, empty where there is none."""

ELSEWHERE = frozenset({"memo", "starred", "text", "variants"})
"""The words of `has:` and `is:` for what stands in other records or in texts."""
CALLED_BY: Mapping[str, tuple[str, ...]] = {
    "quotes": ("by", "via", "source", "utterance"),
    "claims": ("source", "about"),
    "notes": ("note",),
}
"""The fields of each table whose values have their names among its words."""
CALLED = "called"
"""The field of the keys of names: the rows that have a name among their words have its key."""


def terms_of(library: RecordsLibrary, record: Record) -> set[Term]:
    """Return the terms of a record, but for its proof and the collections that brought it."""
    found = {("ref", id_, "") for id_ in named_ids(record)}
    kind = getattr(record, "kind", None)
    if kind is not None:
        found.add(("kind", str(kind), ""))
    if not isinstance(record, Quote | Claim | Proposal):
        found.update(("source", source, "") for source in sources_named(record))
    found.update(
        (field, str(value), "") for field, value in _OWN.get(TABLE_OF[type(record)], _nothing)(record) if value
    )
    found.update(_couples(library, record))
    found.update(_states(library, record))
    return found


def _nothing(_: Record) -> Iterator[tuple[str, str | None]]:
    return iter(())


def _each(field: str, values: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    return ((field, value) for value in values)


def _quote(quote: Quote) -> Iterator[tuple[str, str | None]]:
    yield from _each("by", quote.speakers)
    yield from _each("about", quote.about)
    yield from (("via", quote.via), ("source", quote.source), ("utterance", quote.utterance))
    yield "occasion", fold_words(quote.occasion or "")


def _claim(claim: Claim) -> Iterator[tuple[str, str | None]]:
    yield from _each("about", claim.about)
    yield from (("by", claim.author), ("source", claim.source))


def _note(note: Note) -> Iterator[tuple[str, str | None]]:
    yield "note", note.about
    yield "memo", note.about if note.memo else None
    yield "starred", note.about if note.starred else None


def _actor(actor: Actor) -> Iterator[tuple[str, str | None]]:
    yield "speaks_for", actor.speaks_for
    yield from _each("initials", (letters for letters, _ in initials_in(actor)))


_OWN: Mapping[str, Callable[..., Iterator[tuple[str, str | None]]]] = {
    "quotes": _quote,
    "claims": _claim,
    "notes": _note,
    "actors": _actor,
    "sources": lambda source: _each("by", filter(None, (source.author,))),
    "events": lambda event: _each("part_of", filter(None, (event.part_of,))),
    "declarations": lambda declaration: _each("event", filter(None, (declaration.event,))),
    "proposals": lambda proposal: _each("proposed", (proposal.source,)),
}
"""The fields of each table, with their values."""


def _couples(library: RecordsLibrary, record: Record) -> Iterator[Term]:
    shown = {
        Quote: (("stances", stances_shown),),
        Claim: (("stances", stances_shown),),
        Declaration: (("stances", sides_shown), ("acts", acts_shown)),
        Camp: (("stances", camp_stances), ("deeds", camp_acts)),
    }
    for field, couples in shown.get(type(record), ()):
        yield from ((field, str(one), str(other)) for one, other in couples(library, record))


def _states(library: RecordsLibrary, record: Record) -> Iterator[Term]:
    for field, word, is_so in _STATES[TABLE_OF[type(record)]]:
        if is_so(library, record):
            yield field, word, ""


_STATES = {
    table: tuple(
        (field, word, tests[word])
        for field, states, tests in (("has", HAS, HAS_TESTS), ("is", IS, IS_TESTS))
        for word, state in states.items()
        if table in state.tables and word not in ELSEWHERE
    )
    for table in TABLES
}
"""The words of `has:` and `is:` that are asked of each table, with the test for each."""


def is_dated_by_source(record: Record) -> bool:
    """Tell whether a record is dated by the publication of its source."""
    return isinstance(record, Claim) or (isinstance(record, Quote) and not record.date)


def own_date(record: Record) -> str | None:
    """Return the partial date of a record itself; None where it has none, or its source's counts."""
    if isinstance(record, Quote | Declaration | Event):
        return record.date
    return getattr(record, "published", None)
