"""Documents on their way in: files into text, text into proposals, words into places."""
