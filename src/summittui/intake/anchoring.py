"""Anchoring: words that somebody gives, tied to the one place in a text at which they stand.

The tiers are those of W3C Web Annotation clients (Hypothesis), without guessing: the words to the letter, then in
normal form; words that are nowhere have no place, but the nearest passage is named. Offsets count code points,
half-open.
"""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from summittui.model.normalised import Range
from summittui.model.occurrences import Occurrence, find_words
from summittui.model.quotation import unmarked

_TOKEN = re.compile(r"[a-zA-Z0-9À-\u1fff]+|\w")
"""A word; a letter where words have no blanks between them."""
_ALIKE = 0.5
"""Share of the words that a passage must have more than to be called near."""
_MOST_TOKENS = 500_000


class Anchoring(Struct, frozen=True, kw_only=True):
    """The outcome of anchoring words in a text."""

    words: str
    """The words that were looked for, without quotation marks around them."""
    occurrences: tuple[Occurrence, ...] = ()
    is_exact: bool = False
    """Whether the text has them to the letter as they were given."""
    nearest: Range | None = None
    """The passage with which words that stand nowhere have most in common."""

    @property
    def place(self) -> Occurrence | None:
        """The one place at which the words stand; None where there is none or there are several."""
        return self.occurrences[0] if len(self.occurrences) == 1 else None


def anchor(words: str, text: str, *, at: Sequence[int] = ()) -> Anchoring:
    """Anchor `words` in `text`.

    Args:
        words: The words, in one piece or in several with an ellipsis between them.
        text: The text.
        at: Offsets that the place must hold, by which one of several is chosen.
    """
    bare = unmarked(words)
    found = find_words(text, bare, at=at)
    nearest = None if found.found else nearest_passage(bare, text)
    return Anchoring(words=bare, occurrences=found.found, is_exact=found.is_exact, nearest=nearest)


def nearest_passage(words: str, text: str) -> Range | None:
    """Return the range of `text`, no longer than `words`, that has most of them; None where none has half of them."""
    sought = [token.group().casefold() for token in _TOKEN.finditer(words)]
    wanted, length = set(sought), len(sought)
    tokens = list(islice(_TOKEN.finditer(text), _MOST_TOKENS))
    hits = [token.group().casefold() in wanted for token in tokens]
    best, first, count = 0, 0, 0
    for last, hit in enumerate(hits):
        count += hit - (last >= length and hits[last - length])
        if count > best:
            best, first = count, max(0, last - length + 1)
    if best <= length * _ALIKE:
        return None
    alike = [token for token, hit in zip(tokens[first:][:length], hits[first:], strict=False) if hit]
    return alike[0].start(), alike[-1].end()
