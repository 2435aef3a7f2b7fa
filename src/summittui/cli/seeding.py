"""The report on a collection that was brought in, as lines."""

from collections.abc import Iterator

from summittui.store.reports import SeedReport

_OUTCOMES = ("added", "updated", "joined", "kept", "conflicts", "withdrawn")


def seeded_lines(report: SeedReport) -> Iterator[str]:
    """Yield the collection, then how many records met with each outcome, with their ids."""
    yield f"collection: {report.collection} {report.version}"
    for name in _OUTCOMES:
        ids = getattr(report, name)
        if ids or name != "joined":
            yield f"{name}: {len(ids)} {', '.join(ids)}"
    yield f"unchanged: {report.unchanged}"
