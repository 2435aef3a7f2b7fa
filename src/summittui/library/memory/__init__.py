"""The library of records in memory: indexes, derived values, their update after an edit, matching."""
