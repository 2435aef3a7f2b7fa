"""Equal quotes: the same words of the same speakers in the same source, entered more than once."""

import re

from summittui.library.protocol import Library
from summittui.model import Quote, Source
from summittui.model.text import fold, fold_words

SameWords = tuple[str, frozenset[str], str]


def same_words(quote: Quote) -> SameWords | None:
    """Return what equal quotes have in common: source, speakers, and words that are folded, without punctuation.

    The words are those in quotation marks, else the content in our own words; None where there are none.
    """
    folded = folded_words(quote.exact or quote.gist or "")
    return (quote.source, frozenset(quote.speakers), folded) if folded else None


def folded_words(words: str) -> str:
    """Return `words` as equal quotes share these: folded, without punctuation unless nothing else is left."""
    return " ".join(re.findall(r"\w+", fold(words))) or fold_words(words)


def equal_quotes_of(library: Library, quote: Quote) -> tuple[str, ...]:
    """Return the ids of the other quotes that are equal to one."""
    wanted = same_words(quote)
    alike = (
        other
        for other in library.quotes_in(quote.source)
        if other.id != quote.id and set(other.speakers) == set(quote.speakers)
    )
    return tuple(other.id for other in alike if wanted and same_words(other) == wanted)


def equal_quotes(library: Library) -> tuple[tuple[str, ...], ...]:
    """Return the ids of equal quotes, those that are equal to each other together.

    They share a source, so that only the quotes of one source are held at once.
    """
    found = (ids for source in library.every(Source) for ids in _equal_in(library, source.id))
    return tuple(sorted(found, key=lambda ids: library.rank(ids[0])))


def _equal_in(library: Library, source: str) -> list[tuple[str, ...]]:
    groups: dict[SameWords, list[str]] = {}
    for quote in library.quotes_in(source):
        if (key := same_words(quote)) is not None:
            groups.setdefault(key, []).append(quote.id)
    return [tuple(ids) for ids in groups.values() if len(ids) > 1]
