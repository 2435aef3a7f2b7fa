"""Sparklines: counts in a row of bars (Tufte 2006), and the periods between a first and a last one."""

from collections.abc import Iterator, Mapping, Sequence

BARS = "▁▂▃▅▇"
"""From the smallest count to the largest."""
NONE = "·"
"""A count of nothing, which is not the smallest bar."""


def sparkline(counts: Sequence[int]) -> str:
    """Return a bar for each count, in proportion to the largest; nothing is a dot."""
    most = max(counts, default=0)
    return "".join(BARS[(count * len(BARS) - 1) // most] if count > 0 else NONE for count in counts)


def without_gaps(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts by year (YYYY) or by month (YYYY-MM) with every period between the first and the last one.

    Args:
        counts: Counts by periods, all of them years or all of them months.
    """
    if not counts:
        return {}
    first, last = min(counts), max(counts)
    return {period: counts.get(period, 0) for period in _periods(first, last)}


def _periods(first: str, last: str) -> Iterator[str]:
    if len(first) == len("YYYY"):
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    begin, end = (int(period[:4]) * 12 + int(period[5:7]) - 1 for period in (first, last))
    yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1))
