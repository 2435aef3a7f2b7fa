"""The only place that knows TinyDB, JSON files, locks and paths."""
