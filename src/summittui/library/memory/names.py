"""From what a person types to the record that is meant."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.library.memory.derived import GroupIndex
from summittui.model import SEARCHED_TABLES, TABLE_OF, Actor, ActorKind, Record, UnknownId
from summittui.model.text import fold_words, safe

if TYPE_CHECKING:
    from summittui.library.memory.library import Library

_CALLED = ("actors", "events", "issues", "declarations", "camps")
"""The tables whose records are meant by their names, so that no two should bear the same."""
_NAMED = ("sources", *_CALLED, "disagreements", "agreements")
"""The tables whose records have other names than their ids."""
NEAR = 3
"""How many near names a refusal offers."""


def _folded_names(record: Record) -> list[tuple[str, Record]]:
    return [(folded, record) for folded in dict.fromkeys(map(fold_words, names(record))) if folded]


BEARERS: GroupIndex[Record] = GroupIndex(_NAMED, _folded_names, lambda record: record)
"""The records that bear each folded name."""


_ABBREVIATED = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
"""The kinds of actors that are meant by the initials of their names."""
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
"""Words that have no letter in an abbreviation."""


def _initials(record: Record) -> list[tuple[str, Record]]:
    if not isinstance(record, Actor) or record.kind not in _ABBREVIATED:
        return []
    words = (
        [word for word in fold_words(name).split() if word not in _SMALL] for name in (record.name, *record.aliases)
    )
    short = dict.fromkeys("".join(word[0] for word in each) for each in words if len(each) > 1)
    return [(letters, record) for letters in short]


INITIALS: GroupIndex[Record] = GroupIndex(("actors",), _initials, lambda record: record)
"""The states, blocs, organisations and governments by the initials of their names of several words, such as "us"."""


def resolve(library: "Library", words: str, tables: tuple[str, ...]) -> str:
    """Return the id that `words` mean in `tables` (all tables where empty); see `Library.resolve`.

    An id, written exactly, always means its record, whoever else is called so; a name means the one that bears it.
    Where nothing is called so, the initials of one state, bloc, organisation or government mean it.
    """
    record = library.find(words)
    if record is not None and _is_in(record, tables):
        return record.id
    folded = fold_words(words)
    called = _bearers(library, folded) or library.derived(INITIALS).get(folded, ())
    found = [record.id for record in called if _is_in(record, tables)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"{safe(words)!r} can mean {' or '.join(sorted(found))}; give one of these ids")
    raise UnknownId(unknown(library, words, tables))


def _is_in(record: Record, tables: tuple[str, ...]) -> bool:
    return not tables or TABLE_OF[type(record)] in tables


def _bearers(library: "Library", folded: str) -> tuple[Record, ...]:
    """Return the records that bear a folded name, or have it as their id."""
    by_id = library.find(folded)
    bearers = library.derived(BEARERS).get(folded, ())
    return bearers if by_id is None or by_id in bearers else (*bearers, by_id)


class SharedName(Struct, frozen=True):
    """A name that several records bear, or that is the id of another one."""

    name: str
    ids: tuple[str, ...]


def shared_names_of(library: "Library", record: Record, before: Record | None = None) -> tuple[SharedName, ...]:
    """Return the names of a record that may mean another one too, without those that `before` bore already."""
    if TABLE_OF[type(record)] not in _CALLED:
        return ()
    own = {fold_words(name): name for name in reversed(names(record))}
    known = {fold_words(name) for name in names(before)} if before else set()
    found = (_shared(library, folded, name) for folded, name in own.items() if folded not in known)
    return tuple(shared for shared in found if shared)


def shared_names(library: "Library") -> tuple[SharedName, ...]:
    """Return every name that several records bear."""
    found = (_shared(library, folded, _as_written(records[0], folded)) for folded, records in _called(library))
    return tuple(shared for shared in found if shared)


def _called(library: "Library") -> Iterator[tuple[str, tuple[Record, ...]]]:
    for folded, bearers in library.derived(BEARERS).items():
        records = tuple(record for record in bearers if TABLE_OF[type(record)] in _CALLED)
        if records:
            yield folded, records


def _shared(library: "Library", folded: str, name: str) -> SharedName | None:
    by_id = library.find(folded)
    ids = {record.id for record in library.derived(BEARERS).get(folded, ()) if TABLE_OF[type(record)] in _CALLED}
    ids |= {by_id.id} if by_id else set()
    return SharedName(name, tuple(sorted(ids))) if len(ids) > 1 else None


def _as_written(record: Record, folded: str) -> str:
    return next(name for name in reversed(names(record)) if fold_words(name) == folded)


def names(record: Record) -> tuple[str, ...]:
    """Return everything that a record may be called: its id, name or title, label and aliases."""
    own = [record.id] + [getattr(record, field, None) for field in ("name", "title", "label", "outlet")]
    return tuple(name for name in (*own, *getattr(record, "aliases", ())) if name)


def unknown(library: "Library", words: str, tables: tuple[str, ...]) -> str:
    """Return the sentence that refuses `words`, with the nearest ids."""
    by_name = {fold_words(name): record.id for record in _candidates(library, tables) for name in names(record)}
    wanted = fold_words(words)
    by_word = {word: id_ for name, id_ in reversed(by_name.items()) for word in name.replace("-", " ").split()}
    close = get_close_matches(wanted, by_name, n=NEAR, cutoff=0.5)
    part = [name for name in by_name if wanted and wanted in name]
    alike = get_close_matches(wanted, by_word, n=NEAR, cutoff=0.75)
    found = (*(by_name[name] for name in (*close, *part)), *(by_word[word] for word in alike))
    near = list(dict.fromkeys(found))[:NEAR]
    kind = " or ".join(tables) if tables else "records"
    hint = f"did you mean {' or '.join(near)}?" if near else "see the ids with `summittui list`"
    return f"nothing among the {kind} is called {safe(words)!r}; {hint}"


def _candidates(library: "Library", tables: tuple[str, ...]) -> list[Record]:
    return [record for table in tables or SEARCHED_TABLES for record in library.records.table(table)]
