"""Answers to questions about the records, pure, each computed from what a library says."""
