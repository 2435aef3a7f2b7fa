"""The next library after an edit, which shares with the one before all that did not change."""

from collections.abc import Collection, Mapping

from summittui.library.memory.delta import delta_between
from summittui.library.memory.derived import DerivedValue
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Records, SourceId


def library_after(
    before: MemoryLibrary,
    records: Records,
    texts: Mapping[SourceId, str],
    *,
    changed: Collection[str],
    attached: Collection[SourceId] = (),
) -> MemoryLibrary:
    """Return the library of `records` and `texts`, equal to a fresh one; what `before` had built is taken over.

    Args:
        before: The library that it follows.
        records: All records; those that are not named as changed are equal to those before, in the same order.
        texts: All attached texts.
        changed: Ids of all records that were added, changed or removed.
        attached: Sources whose text was attached, replaced or removed.
    """
    after = MemoryLibrary(records, texts if attached else before.texts, before.brought_by)
    delta = delta_between(before, after, changed, attached)
    values = before.derived_values()
    makers = [make for make in values if isinstance(make, DerivedValue)]
    for make in sorted(makers, key=lambda make: not make.is_index):
        after.adopt(make, make.updated(values[make], delta))
    return after
