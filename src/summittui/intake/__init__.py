"""Intake of documents: files into text, text into proposals, words into places."""
