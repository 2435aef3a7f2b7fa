"""Presentation: records and answers as lines of tokens and tables of texts, for every front end and every format."""
