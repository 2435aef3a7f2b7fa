"""Counts in words."""

from collections.abc import Mapping


def counts(by_state: Mapping[str, int]) -> str:
    """Return the counts that are not zero, such as "verbatim 12, drifted 1"; "none" where all are."""
    return ", ".join(f"{state} {count}" for state, count in by_state.items() if count) or "none"
