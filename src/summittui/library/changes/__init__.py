"""The changes of records that an edit makes, computed before anything is written."""
