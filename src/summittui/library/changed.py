"""What differs between two libraries of one store."""

from summittui.library.library import Library


def changed_ids(before: Library, after: Library) -> frozenset[str]:
    """Return the ids of the records that were added, changed or removed, and of the sources whose text was."""
    old = {record.id: record for record in before.records}
    found: set[str] = set(before.texts.keys() ^ after.texts.keys())
    found |= {id_ for id_, text in after.texts.items() if before.texts.get(id_, text) != text}
    for record in after.records:
        other = old.pop(record.id, None)
        if other is not record and other != record:
            found.add(record.id)
    return frozenset((*found, *old))
