"""Quotation marks around words: taken off what is typed, put around what is shown, never doubled."""

import re

_PAIRS = ("“”", "„“", "„”", "””", "«»", "»«", '""', "‘’", "‚‘", "‹›", "''", "「」", "『』")


def unmarked(words: str) -> str:
    """Return `words` without blanks at the ends and without one pair of quotation marks around all of them."""
    words = words.strip()
    return words[1:-1].strip() if is_marked(words) else words


def is_marked(words: str) -> bool:
    """Tell whether one pair of quotation marks encloses all of `words`; `“A,” he said, “B”` is two pairs."""
    if len(words) < 3 or words[0] + words[-1] not in _PAIRS:
        return False
    opening, closing, inside = words[0], words[-1], words[1:-1]
    # an apostrophe is a mark too: ’s within a word closes nothing
    within = re.sub(rf"(?<=\w){re.escape(closing)}(?=\w)", "", inside)
    if opening == closing:
        return closing not in within
    depth = 1
    for sign in within:
        depth += (sign == opening) - (sign == closing)
        if not depth:
            return False
    return depth == 1


def in_marks(words: str) -> str:
    """Return `words` in quotation marks; those that have a pair around them keep it alone."""
    return words if is_marked(words) else f"“{words}”"
