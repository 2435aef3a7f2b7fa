"""The query language once more, as plainly as can be: one record at a time, nothing kept, nothing shared.

Values are looked up by walking over plain objects; what it says is compared with what the program answers.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from summittui.library.answers.proof import prove_quote
from summittui.library.answers.words import plain_words
from summittui.library.memory.library import MemoryLibrary
from summittui.model import TABLE_OF, Quote, Record
from summittui.model.text import fold_words
from summittui.queries.language import AllOf, AnyOf, Field, Not, Part, Query, Words

SIDES = {
    "quotes": [("issue", "stance")],
    "claims": [("issue", "stance")],
    "actors": [("issue", "stance"), ("declaration", "act")],
    "declarations": [("issue", "stance"), ("actor by", "act")],
    "camps": [("issue", "stance"), ("declaration", "act")],
}

PROOFS = {"verbatim-after-normalisation": "normalised", "no-place-marked": "no-place"}
"""The words of `proof:` that are not the names of the states."""


def scanned(library: MemoryLibrary, table: str, query: Query) -> list[str]:
    """Return the ids of the records of a table that a query keeps."""
    return [record.id for record in library.records.table(table) if keeps(library, record, list(query.parts))]


def keeps(library: MemoryLibrary, record: Record, parts: list[Part]) -> bool:
    """Tell whether all parts hold of a record, those about the two sides of one thing of the same thing."""
    if not all(holds(library, record, part) for part in parts):
        return False
    for left, right in SIDES.get(TABLE_OF[type(record)], []):
        firsts = [values for part in parts if (values := alternatives(part, left))]
        seconds = [values for part in parts if (values := alternatives(part, right))]
        things = list(couples(library, record, left))
        for one in firsts:
            for other in seconds:
                if not any(
                    any(meets(library, f, first) for f in one) and any(meets(library, f, second) for f in other)
                    for first, second in things
                ):
                    return False
    return True


def alternatives(part: Part, names: str) -> list[Field]:
    fields = list(part.parts) if isinstance(part, AnyOf) else [part]
    known = [field for field in fields if isinstance(field, Field) and field.name in names.split()]
    return known if len(known) == len(fields) and len({field.name for field in known}) == 1 else []


def meets(library: MemoryLibrary, field: Field, value: str) -> bool:
    return value in values_of(library, field)


def holds(library: MemoryLibrary, record: Record, part: Part) -> bool:
    match part:
        case Words(text):
            return any(fold_words(text) in fold_words(words) for words in plain_words(library, record))
        case Not(inner):
            return not keeps(library, record, [inner])
        case AnyOf(parts):
            return any(keeps(library, record, [each]) for each in parts)
        case AllOf(parts):
            return keeps(library, record, list(parts))
        case Field():
            return field_holds(library, record, part)


TABLES_OF = {
    "actor": ("actors", "declarations", "camps"),
    "by": ("actors", "declarations"),
    "about": ("actors", "declarations"),
    "issue": ("issues",),
    "source": ("sources",),
    "via": ("actors",),
    "declaration": ("declarations",),
    "event": ("events",),
}


def values_of(library: MemoryLibrary, field: Field) -> set[str]:
    """Return the ids or words that a value means; names are compared word by word."""
    if field.name == "stance":
        return {word for word in ("for", "against", "mixed", "unclear") if word.startswith(field.value)}
    if field.name not in TABLES_OF:
        return {field.value}
    found = ids_named(library, field.value, TABLES_OF[field.name])
    if field.name == "actor":
        actors = {actor.id: actor.speaks_for for actor in library.records.actors}
        for _ in actors:
            found |= {id_ for id_, speaks_for in actors.items() if speaks_for in found}
    return found


def ids_named(library: MemoryLibrary, value: str, tables: tuple[str, ...]) -> set[str]:
    wanted, begins = fold_words(value), f" {fold_words(value).replace('-', ' ')}"
    names = [[(each, record.id) for record in library.records.table(t) for each in called(record)] for t in tables]
    by_id = ({id_ for _, id_ in table if id_ == value} for table in names)
    exact = ({id_ for name, id_ in table if name == wanted} for table in names)
    part = ({id_ for name, id_ in table if begins in f" {name.replace('-', ' ')}"} for table in names)
    return next((found for found in (*by_id, *exact, *part) if found), set())


def called(record: Record) -> list[str]:
    fields = ("id", "name", "title", "label", "outlet")
    own = [getattr(record, field, None) for field in fields]
    return [fold_words(name) for name in (*own, *getattr(record, "aliases", ())) if name]


def couples(library: MemoryLibrary, record: Record, names: str) -> Iterator[tuple[str, str]]:
    """Yield the couples of a record whose first side the named fields look at."""
    table, plainly = TABLE_OF[type(record)], msgspec.to_builtins(record)
    if table == "actors":
        yield from sides_taken(library, record.id) if names == "issue" else deeds(library, record.id)
    elif table == "declarations" and names == "issue":
        yield from ((clause["issue"], "") for clause in plainly.get("clauses", ()) if "issue" in clause)
        for act in plainly.get("acts", ()):
            yield from ((stance["issue"], stance["stance"]) for stance in act.get("stances", ()))
    elif table == "declarations":
        yield from ((act["actor"], act["act"]) for act in plainly.get("acts", ()))
    else:
        yield from ((stance["issue"], stance["stance"]) for stance in plainly.get("stances", ()))


def spoken_by(quote: Quote) -> list[str]:
    """Return who says a quote, alone or together."""
    return [str(who) for who in (quote.speaker, *quote.joint_speakers) if who]


def sides_taken(library: MemoryLibrary, id_: str) -> Iterator[tuple[str, str]]:
    """Yield (issue, side) of what one party says, asserts or does itself."""
    acts = [act for declaration in library.records.declarations for act in declaration.acts]
    own: list[tuple[Any, str | None]] = [
        *((quote, speaker) for quote in library.records.quotes for speaker in spoken_by(quote)),
        *((claim, claim.author) for claim in library.records.claims),
        *((act, act.actor) for act in acts),
    ]
    for said, by in own:
        yield from ((s.issue, s.stance) for s in said.stances if by == id_ and s.holder in {None, id_})


def deeds(library: MemoryLibrary, id_: str) -> Iterator[tuple[str, str]]:
    for declaration in library.records.declarations:
        yield from ((declaration.id, act.act) for act in declaration.acts if act.actor == id_)


def field_holds(library: MemoryLibrary, record: Record, field: Field) -> bool:
    table, wanted = TABLE_OF[type(record)], values_of(library, field)
    for sides in SIDES.get(table, []):
        for at, names in enumerate(sides):
            if field.name in names.split():
                return any(couple[at] in wanted for couple in couples(library, record, sides[0]))
    return direct(library, record, field, wanted)


def direct(library: MemoryLibrary, record: Record, field: Field, wanted: set[str]) -> bool:
    """Tell what a field says of a record that has no couples for it."""
    table, plainly = TABLE_OF[type(record)], msgspec.to_builtins(record)
    own: dict[tuple[str, str], set[Any]] = {
        ("actor", "quotes"): {plainly.get("speaker"), *plainly.get("joint_speakers", ())},
        ("actor", "claims"): {plainly.get("author")},
        ("actor", "actors"): {record.id},
        ("actor", "sources"): {
            plainly.get("author"),
            *(who for quote in library.records.quotes if quote.source == record.id for who in spoken_by(quote)),
        },
        ("actor", "issues"): {id_ for id_ in wanted if record.id in [issue for issue, _ in sides_taken(library, id_)]},
        ("about", "quotes"): set(plainly.get("about", ())),
        ("about", "claims"): set(plainly.get("about", ())),
        ("issue", "issues"): {record.id},
        ("via", "quotes"): {plainly.get("via")},
        ("source", "quotes"): {plainly.get("source")},
        ("source", "claims"): {plainly.get("source")},
        ("source", "sources"): {record.id},
        ("declaration", "quotes"): {
            *(plainly.get("speaker"), *plainly.get("joint_speakers", ())),
            *plainly.get("about", ()),
        },
        ("declaration", "claims"): {*plainly.get("about", ())},
        ("declaration", "declarations"): {record.id},
    }
    name = "actor" if field.name == "by" else field.name
    if (name, table) in own:
        return bool(own[name, table] & wanted)
    tests: dict[str, Callable[[], bool]] = {
        "kind": lambda: plainly.get("kind") in wanted,
        "event": lambda: at_event(library, record, wanted),
        "collection": lambda: wanted == {"own"} and table not in {"notes", "proposals"},
    }
    if name in tests:
        return tests[name]()
    if name == "source":
        return any(f"'source': '{source}'" in str(plainly) for source in wanted)
    if name == "proof":
        state_of = prove_quote(library, record).state.replace(" ", "-") if isinstance(record, Quote) else ""
        return PROOFS.get(state_of, state_of) in wanted
    if name in {"after", "before"}:
        return dated(library, record, name, field.value)
    return name in {"has", "is"} and state(library, record, field)


def at_event(library: MemoryLibrary, record: Record, wanted: set[str]) -> bool:
    table, plainly = TABLE_OF[type(record)], msgspec.to_builtins(record)
    events = [event for event in library.records.events if event.id in wanted or event.part_of in wanted]
    if table in {"events", "declarations"}:
        return (record.id if table == "events" else plainly.get("event")) in {event.id for event in events}
    mentioned = {mention.source for event in events for mention in event.mentions}
    if table == "sources":
        return record.id in mentioned
    names = {fold_words(name) for event in events for name in (event.name, *event.aliases)}
    texts = {each.id for each in library.records.declarations if each.event in {event.id for event in events}}
    parties = {plainly.get("speaker"), *plainly.get("joint_speakers", ()), *plainly.get("about", ())}
    at = fold_words(plainly.get("occasion", "")) in names
    return table in {"quotes", "claims"} and (plainly["source"] in mentioned or bool(parties & texts) or at)


def dated(library: MemoryLibrary, record: Record, name: str, wanted: str) -> bool:
    plainly = msgspec.to_builtins(record)
    date = plainly.get("date") or plainly.get("published")
    if not date and TABLE_OF[type(record)] in {"quotes", "claims"}:
        date = library.source(plainly["source"]).published
    if not date:
        return False
    begins, ends, limit = first_day(date), last_day(date), first_day(wanted)
    return ends >= limit if name == "after" else begins < limit


def first_day(date: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return year, month, day


def last_day(date: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, date.split("-")), *((12, 31) if len(date) == 4 else (31,)))[:3]
    return year, month, day


def state(library: MemoryLibrary, record: Record, field: Field) -> bool:
    table, plainly = TABLE_OF[type(record)], msgspec.to_builtins(record)
    notes = [note for note in library.records.notes if note.about == record.id]
    quotes, told = table == "quotes", table in {"quotes", "claims"}
    states: dict[str, bool] = {
        "role": quotes and "role" in plainly,
        "cue": quotes and "cue" in plainly,
        "stance": told and "stances" in plainly,
        "gist": told and bool(plainly.get("gist")),
        "via": quotes and bool(plainly.get("via")),
        "variants": quotes
        and bool(plainly.get("utterance"))
        and sum(quote.utterance == plainly["utterance"] for quote in library.records.quotes) > 1,
        "text": plainly.get("source", record.id) in library.texts and (told or table == "sources"),
        "memo": any(note.memo for note in notes),
        "alias": bool(plainly.get("aliases")),
        "starred": any(note.starred for note in notes),
        "doubtful": "doubt" in plainly
        or any("doubt" in part for key in ("acts", "tallies") for part in plainly.get(key, ())),
        "optional": bool(plainly.get("optional")),
        "nested": quotes and "nested_in" in plainly,
    }
    return states[field.value]
