"""Notices: what is told of a record when it is entered, though nothing forbids it."""

from collections.abc import Collection, Sequence

from summittui.library.answers.contrary_acts import ContraryActs, contrary_acts_on
from summittui.library.answers.equal_quotes import equal_quotes_of, same_words
from summittui.library.answers.shared_names import SharedName, names_shared_with, shared_names_of
from summittui.library.protocol import Library
from summittui.model import Declaration, Quote, Record
from summittui.model.text import safe


def entry_notices(library: Library, record: Record, before: Record | None = None) -> tuple[str, ...]:
    """Return a sentence for each name that a record now shares, for the quotes that it equals, and for contrary acts.

    Args:
        library: The records, with this one.
        record: The record that was entered.
        before: What it was before; what was true of that already is not told again.
    """
    names = [shared_name_notice(each) for each in shared_names_of(library, record, before)]
    return (*names, *_equal(library, record, before), *_contrary(library, record, before))


def arrival_notices(library: Library, records: Collection[Record]) -> tuple[str, ...]:
    """Return a sentence for each name that records which are to come into a library share, and for contrary acts."""
    names = map(shared_name_notice, names_shared_with(library, records))
    return (*names, *(notice for record in records for notice in _contrary(library, record, library.find(record.id))))


def shared_name_notice(shared: SharedName) -> str:
    """Return in a sentence which records share a name."""
    ids = " or ".join(shared.ids)
    return f"{safe(shared.name)!r} can mean {ids}; enter one of these ids to say which."


def equal_quotes_notice(library: Library, ids: Sequence[str]) -> str:
    """Return in a sentence which quotes are equal; those that two collections brought were not entered twice."""
    brought = [library.collections_of(id_) for id_ in ids]
    if all(brought) and len({name for names in brought for name in names}) > 1:
        named = " and ".join(f"{id_} ({', '.join(names)})" for id_, names in zip(ids, brought, strict=True))
        return f"{named} are the same words, brought by two collections; each stays with its own, and nothing is wrong."
    return f"{' and '.join(ids)} are the same words of the same speakers in one source; delete what was entered twice."


def _equal(library: Library, record: Record, before: Record | None) -> tuple[str, ...]:
    if not isinstance(record, Quote) or (isinstance(before, Quote) and same_words(before) == same_words(record)):
        return ()
    ids = equal_quotes_of(library, record)
    return (equal_quotes_notice(library, (record.id, *ids)),) if ids else ()


def contrary_acts_notice(library: Library, found: ContraryActs) -> str:
    """Return in a sentence what one source says of an actor, of which only one can be so."""
    one, other = found.acts
    what = f"{found.source} says of {safe(library.name(found.actor))} both that it {one} and that it {other}"
    return f"{what} ({found.declaration}); correct one of the acts, date them apart, or mark one as doubtful."


def _contrary(library: Library, record: Record, before: Record | None) -> tuple[str, ...]:
    if not isinstance(record, Declaration):
        return ()
    known = contrary_acts_on(before) if isinstance(before, Declaration) else ()
    found = (each for each in contrary_acts_on(record) if each not in known)
    return tuple(contrary_acts_notice(library, each) for each in found)
