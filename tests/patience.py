"""How long a test waits for a state: until it is there, or nobody believes in it any more."""

PATIENCE = 300.0
"""Seconds; no test measures it. A busy machine takes its time, and a dead program never answers."""
