"""The progress of a bulk import as a line, and its report."""

from collections import Counter, deque
from collections.abc import Iterable

from summittui.model.text import counted, safe
from summittui.session.importing import IN, Imported, Outcome

REFUSED = frozenset({Outcome.UNREAD, Outcome.WITHOUT_OUTLET, Outcome.REFUSED})
"""The fates of a document that somebody has to look at."""
NAMED = 10
"""Refused documents that the report names."""
_RECENT = 30.0
"""Seconds of which the rate is told."""


class BulkProgress:
    """The counts of a bulk import, with its rate."""

    def __init__(self, total: int, now: float) -> None:
        """Begin to count.

        Args:
            total: The number of files; archives may turn out to hold more documents.
            now: The present moment in seconds, on any clock that does not jump.
        """
        self._total = total
        self._began = now
        self._moments: deque[tuple[float, int]] = deque([(now, 0)])
        """Moments of the last while, with how many documents were through."""
        self._proposals = 0
        self._refused: list[str] = []
        self.counts: Counter[Outcome] = Counter()
        """The number of documents by their fate."""

    def count(self, imported: Iterable[Imported], now: float) -> None:
        """Count the documents of a batch."""
        for one in imported:
            self.counts[one.outcome] += 1
            self._proposals += one.proposals
            if one.outcome in REFUSED and len(self._refused) < NAMED:
                self._refused.append(one.name)
        self._moments.append((now, self.counts.total()))
        while len(self._moments) > 2 and self._moments[1][0] < now - _RECENT:
            self._moments.popleft()

    def line(self, now: float) -> str:
        """Return how far it is: documents through, their fates, the rate and the time that is left."""
        done = self.counts.total()
        since, before = self._moments[0]
        rate = (done - before) / (now - since) if now > since else 0.0
        parts = [f"{done:,} of {max(done, self._total):,}", _fates(self.counts)]
        if rate > 0:
            parts.append(f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute")
            if done < self._total:
                parts.append(f"{_duration((self._total - done) / rate)} left")
        return " · ".join(filter(None, parts))

    def report(self, now: float) -> str:
        """Return in a sentence what became of all documents, and in how long."""
        if not self.counts:
            return "No document was found there."
        in_all = f"{counted(self.counts.total(), 'document')} in {_duration(now - self._began)}: {_fates(self.counts)}."
        refused = sum(self.counts[each] for each in REFUSED)
        more = f" and {refused - NAMED:,} more" if refused > NAMED else ""
        named = f" Look at {', '.join(map(safe, self._refused))}{more}." if refused else ""
        return in_all + named

    @property
    def proposals(self) -> int:
        """The number of proposals that wait."""
        return self._proposals

    @property
    def has_refused(self) -> bool:
        """Whether somebody has to look at a document."""
        return any(self.counts[each] for each in REFUSED)


def _fates(counts: Counter[Outcome]) -> str:
    """Return the counts of those that came in, of those that were there, and of the refused ones."""
    groups = {
        "in": sum(counts[each] for each in IN),
        "known": counts[Outcome.KNOWN],
        "variants": counts[Outcome.VARIANT],
        "refused": sum(counts[each] for each in REFUSED),
    }
    return ", ".join(f"{number:,} {words}" for words, number in groups.items() if number)


def _duration(seconds: float) -> str:
    """Return a duration in the two largest units that say something."""
    whole = round(seconds)
    if seconds < 10:
        return f"{seconds:.1f} s"
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
