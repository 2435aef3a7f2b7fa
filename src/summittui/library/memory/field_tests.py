"""Tests of the query language's fields that look at a record itself, not at couples in the record."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from summittui.library.answers.camps import members_of
from summittui.library.answers.perspective import perspective
from summittui.library.answers.proof import ProofState, prove_quote
from summittui.library.memory.couples import COUPLES
from summittui.library.memory.delta import Delta
from summittui.library.memory.derived import per_id
from summittui.library.memory.indexes import QUOTES_BY_SPEAKER
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.memory.state_tests import HAS_TESTS, IS_TESTS, Holds
from summittui.model import Actor, Camp, Claim, Declaration, Event, Quote, Record, Source
from summittui.model.text import fold_words
from summittui.queries.language.fields import OWN
from summittui.queries.language.states import HAS, IS, State

Test = Callable[[Record], bool]
Makes = Callable[[RecordsLibrary, str, frozenset[str]], Test | None]
"""A function that returns the test of a table's records for some values; None where no record can pass."""

_EARLIEST, LATEST = "!", "~"
"""Sort before and behind every sign of a date."""
PROOF_WORD = {
    ProofState.VERBATIM: "verbatim",
    ProofState.NORMALISED: "normalised",
    ProofState.DRIFTED: "drifted",
    ProofState.NOT_FOUND: "not-found",
    ProofState.NOT_ATTACHED: "not-attached",
    ProofState.UNPROVEN: "unproven",
    ProofState.NO_PLACE: "no-place",
}


def test_of(library: RecordsLibrary, table: str, field: str, wanted: frozenset[str]) -> Test | None:
    """Return the test for what a field says of the records of a table; None where it says nothing of any."""
    return MEANINGS[field](library, table, wanted) if field in MEANINGS else None


def members(library: RecordsLibrary, field: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return the ids of those whose words and deeds count: for `actor:` also those who speak for an actor."""
    if field != "actor":
        return wanted
    return frozenset(member for id_ in wanted for member in perspective(library, id_).members)


def proof_word(library: RecordsLibrary, quote: Quote) -> str:
    """Return the state of a quote's proof as `proof:` names it, looked up in the text that is attached."""
    return library.derived(_proof_word, quote.id)


def _proved_anew(delta: Delta) -> Iterator[str]:
    """Yield the quotes that have changed, or the text of whose source has."""
    yield from delta.ids
    yield from (quote.id for source in delta.texts for quote in delta.after.quotes_in(source))


@per_id(_proved_anew)
def _proof_word(library: RecordsLibrary, id_: str) -> str:
    return PROOF_WORD[prove_quote(library, library.get_as(Quote, id_)).state]


def _of_actor(field: str, library: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    own = members(library, field, wanted)
    if table == "sources":
        return _gives_words_of(library, own)
    tests: Mapping[str, Test] = {
        "quotes": lambda record: _is_said_by(record, own),
        "claims": lambda record: getattr(record, "author", None) in own,
        "actors": lambda record: record.id in own,
        "issues": lambda record: _takes_side(library, own, record.id),
        "camps": lambda record: isinstance(record, Camp) and not own.isdisjoint(members_of(library, record)),
    }
    return tests.get(table)


def _is_said_by(record: Record, parties: frozenset[str]) -> bool:
    """Tell whether one of the parties says a quote, alone or together with others."""
    joint = getattr(record, "joint_speakers", ())
    return getattr(record, "speaker", None) in parties or not parties.isdisjoint(joint)


def _gives_words_of(library: RecordsLibrary, actors: frozenset[str]) -> Test:
    quoted = frozenset[str]().union(*(library.derived(_sources_quoting, actor) for actor in actors))
    return lambda record: isinstance(record, Source) and (record.id in quoted or record.author in actors)


@per_id(QUOTES_BY_SPEAKER.keys)
def _sources_quoting(library: RecordsLibrary, actor: str) -> frozenset[str]:
    return frozenset(quote.source for quote in library.quotes_by(actor))


def _takes_side(library: RecordsLibrary, actors: frozenset[str], issue: str) -> bool:
    (stances, _) = COUPLES["actors"]
    records = (library.find(actor) for actor in actors)
    return any(issue == of for record in records if record for of, _ in stances.shown(library, record))


def _about(_: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    if table not in {"quotes", "claims"}:
        return None
    return lambda record: not wanted.isdisjoint(getattr(record, "about", ()))


def _issue(_: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    return (lambda record: record.id in wanted) if table == "issues" else None


def _kind(_: RecordsLibrary, _table: str, wanted: frozenset[str]) -> Test | None:
    return lambda record: getattr(record, "kind", None) in wanted


def _source(_: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    if table == "sources":
        return lambda record: record.id in wanted
    if table in {"quotes", "claims"}:
        return lambda record: getattr(record, "source", None) in wanted
    return lambda record: not wanted.isdisjoint(sources_named(record))


def sources_named(record: Record) -> set[str]:
    """Return the sources that a record itself names."""
    found = {str(side.source) for side in getattr(record, "sides", ())}
    if isinstance(record, Actor | Declaration | Event):
        found |= {mention.source for mention in record.mentions}
    if isinstance(record, Declaration):
        found |= {source for act in record.acts for source in act.sources}
        found |= {tally.source for tally in record.tallies}
    return found


def _via(_: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    return (lambda record: getattr(record, "via", None) in wanted) if table == "quotes" else None


def _declaration(_: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    match table:
        case "quotes" | "claims":
            return lambda record: _is_said_by(record, wanted) or not wanted.isdisjoint(getattr(record, "about", ()))
        case "declarations":
            return lambda record: record.id in wanted
    return None


def _proof(library: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    if table != "quotes":
        return None
    return lambda record: isinstance(record, Quote) and proof_word(library, record) in wanted


def _after(library: RecordsLibrary, _: str, wanted: frozenset[str]) -> Test | None:
    first = min(map(first_day, wanted))
    return lambda record: (date_of(library, record) or _EARLIEST).ljust(len(first), LATEST) >= first


def _before(library: RecordsLibrary, _: str, wanted: frozenset[str]) -> Test | None:
    first = max(map(first_day, wanted))
    return lambda record: first_day(date_of(library, record) or LATEST) < first


def first_day(date: str) -> str:
    """Return the first day of a partial date."""
    return date + "-01-01"[len(date) - 4 :]


def date_of(library: RecordsLibrary, record: Record) -> str | None:
    """Return the partial date of a record: its own, else that of its source."""
    match record:
        case Source():
            return record.published
        case Quote():
            return record.date or library.source(record.source).published
        case Claim():
            return library.source(record.source).published
        case Declaration() | Event():
            return record.date
    return None


def _event(library: RecordsLibrary, table: str, wanted: frozenset[str]) -> Test | None:
    events = wanted | {each.id for each in library.records.events if each.part_of in wanted}
    found = [each for each in library.records.events if each.id in events]
    texts = {each.id for each in library.records.declarations if each.event in events}
    sources = {mention.source for each in found for mention in each.mentions}
    called = {fold_words(name) for each in found for name in (each.name, *each.aliases)}

    def is_told(record: Record) -> bool:
        """Tell whether a quote or a claim stands in a source on the event, or concerns a text of it."""
        about = {*getattr(record, "about", ()), *getattr(record, "speakers", ())}
        return getattr(record, "source", None) in sources or not about.isdisjoint(texts)

    tests: Mapping[str, Test] = {
        "events": lambda record: record.id in events,
        "declarations": lambda record: record.id in texts,
        "sources": lambda record: record.id in sources,
        "claims": is_told,
        "quotes": lambda record: is_told(record) or fold_words(getattr(record, "occasion", None) or "") in called,
    }
    return tests.get(table)


def _collection(library: RecordsLibrary, _: str, wanted: frozenset[str]) -> Test | None:
    return lambda record: not wanted.isdisjoint(library.collections_of(record.id) or (OWN,))


def _state(
    states: Mapping[str, State], tests: Mapping[str, Holds], library: RecordsLibrary, table: str, wanted: frozenset[str]
) -> Test | None:
    holds = [tests[word] for word in wanted if table in states[word].tables]
    return (lambda record: any(each(library, record) for each in holds)) if holds else None


MEANINGS: Mapping[str, Makes] = {
    "actor": partial(_of_actor, "actor"),
    "by": partial(_of_actor, "by"),
    "about": _about,
    "issue": _issue,
    "kind": _kind,
    "source": _source,
    "via": _via,
    "declaration": _declaration,
    "proof": _proof,
    "after": _after,
    "before": _before,
    "event": _event,
    "collection": _collection,
    "has": partial(_state, HAS, HAS_TESTS),
    "is": partial(_state, IS, IS_TESTS),
}
"""The maker of the test of each field that looks at a record itself."""
