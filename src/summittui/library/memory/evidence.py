"""The evidence of each holder, derived from all records."""

from summittui.library.evidence import LazyEvidence
from summittui.library.memory.delta import Delta
from summittui.library.memory.derived import DerivedValue, Values
from summittui.library.memory.indexes import STATED
from summittui.library.memory.records_library import RecordsLibrary


def _evidence_of(library: RecordsLibrary, holder: str) -> LazyEvidence:
    return LazyEvidence(holder, library.derived(STATED).get(holder, ()), {})


class _EvidenceOf(DerivedValue[[str], LazyEvidence]):
    """The evidence of each holder; an update keeps the pieces that no changed record shows."""

    def updated(self, values: Values[LazyEvidence], delta: Delta) -> Values[LazyEvidence]:
        """Return the values with the evidence of the holders whose records changed made anew."""
        found = dict(values)
        for holder in STATED.keys(delta):
            if (before := values.get((holder,))) is not None:
                found[(holder,)] = LazyEvidence(holder, delta.after.derived(STATED).get(holder, ()), before.made)
        return found


EVIDENCE = _EvidenceOf(_evidence_of)
