"""Closed lists of English words by what they do in a sentence, in lower case."""
