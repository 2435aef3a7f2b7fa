"""The names of records, and the records that a typed name means or comes near to."""

from collections.abc import Iterable
from difflib import get_close_matches

from summittui.library.memory.derived import GroupIndex, table_derived
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import SEARCHED_TABLES, Actor, ActorKind, Record
from summittui.model.display_names import names_of
from summittui.model.text import fold_words

_NAMED = ("sources", "actors", "events", "issues", "declarations", "camps", "disagreements", "agreements")
"""The tables whose records have other names than their ids."""
NEAR = 3
"""The number of near records that a refusal names."""


def _folded_names(record: Record) -> list[tuple[str, Record]]:
    return [(folded, record) for folded in dict.fromkeys(map(fold_words, names_of(record))) if folded]


BEARERS: GroupIndex[Record] = GroupIndex(_NAMED, _folded_names, lambda record: record)
"""The records that bear each folded name."""


_ABBREVIATED = frozenset({ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
"""The kinds of actors that are meant by the initials of their names."""
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
"""Words that have no letter in an abbreviation."""


def initials_in(record: Record) -> list[tuple[str, Actor]]:
    """Return the initials of the names of a state, bloc, organisation or government; none of other records."""
    if not isinstance(record, Actor) or record.kind not in _ABBREVIATED:
        return []
    words = (
        [word for word in fold_words(name).split() if word not in _SMALL] for name in (record.name, *record.aliases)
    )
    short = dict.fromkeys("".join(word[0] for word in each) for each in words if len(each) > 1)
    return [(letters, record) for letters in short]


INITIALS: GroupIndex[Actor] = GroupIndex(("actors",), initials_in, lambda record: record)
"""The states, blocs, organisations and governments by the initials of their names of several words, such as "us"."""


def bearers(library: RecordsLibrary, folded: str) -> tuple[Record, ...]:
    """Return the records that bear a folded name, or have it as their id."""
    by_id = library.find(folded)
    bearers = library.derived(BEARERS).get(folded, ())
    return bearers if by_id is None or by_id in bearers else (*bearers, by_id)


def nearest(library: RecordsLibrary, words: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the records with the names nearest to `words`, the nearest first."""
    names = ((fold_words(name), record.id) for record in _candidates(library, tables) for name in names_of(record))
    return nearest_of(words, dict(names))


def nearest_of(words: str, by_name: dict[str, str]) -> tuple[str, ...]:
    """Return the ids whose names are nearest to `words`, the nearest first, out of ids by folded name."""
    wanted = fold_words(words)
    by_word = {word: id_ for name, id_ in reversed(by_name.items()) for word in name.replace("-", " ").split()}
    close = get_close_matches(wanted, by_name, n=NEAR, cutoff=0.5)
    part = [name for name in by_name if wanted and wanted in name]
    alike = get_close_matches(wanted, by_word, n=NEAR, cutoff=0.75)
    found = (*(by_name[name] for name in (*close, *part)), *(by_word[word] for word in alike))
    return tuple(dict.fromkeys(found))[:NEAR]


def _candidates(library: RecordsLibrary, tables: tuple[str, ...]) -> list[Record]:
    return [record for table in tables or SEARCHED_TABLES for record in library.records.table(table)]


def named_like(library: RecordsLibrary, typed: str, tables: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each record with a name that holds every word of `typed`; those that begin so first."""
    return like(typed, library.derived(_sorted_names, tables))


def like(typed: str, names: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of what has a name with every word of `typed`, out of sorted (folded name, name, id)."""
    words = fold_words(typed).split()
    begun: dict[str, str] = {}
    held: dict[str, str] = {}
    for folded, name, id_ in names:
        if all(word in folded for word in words):
            (begun if not words or folded.startswith(words[0]) else held).setdefault(id_, name)
    return (*begun.items(), *((id_, name) for id_, name in held.items() if id_ not in begun))


@table_derived(lambda tables: tables)
def _sorted_names(library: RecordsLibrary, tables: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    records = [record for table in tables for record in library.records.table(table)]
    found = ((fold_words(name), name, record.id) for record in records for name in names_of(record))
    return tuple(sorted(found, key=lambda each: each[0]))
