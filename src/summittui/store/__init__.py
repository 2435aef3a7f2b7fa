"""The store: the only place that knows TinyDB, JSON files and locks."""
