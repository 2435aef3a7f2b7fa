"""Queries as values: one frozen value for each view; no library, no I/O, no screen."""
