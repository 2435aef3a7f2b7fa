"""The library over SQLite: records stay in a file until they are looked at, questions are answered by its indexes."""
