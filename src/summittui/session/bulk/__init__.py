"""Bulk import: thousands of documents, read by several workers and written batch by batch by one process."""
