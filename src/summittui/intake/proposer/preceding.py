"""The clause or the passage before an attribution, without what leads in to it."""

from typing import Final

from msgspec import Struct

from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from summittui.intake.proposer.lexicon.text_nouns import NAMING
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    Range,
    Tokens,
)
from summittui.intake.proposer.verbs import has_verb

_ONLY_GLUE: Final = ADVERBS | COORDINATORS | SUBORDINATORS | {"as"}
_LONGEST_TITLE: Final = 6
_SHORTEST_CLAUSE: Final = 3
_LONGEST_FRONTED: Final = 12


class Preceding(Struct, frozen=True):
    """The tokens before an attribution, `first` to `stop` (half-open)."""

    first: int
    stop: int
    has_passages: bool
    ends_in_passage: bool
    is_only_passages: bool
    has_verb: bool
    words: int
    is_only_glue: bool
    """Whether these tokens only join what follows to the text before: *Yet, as*."""
    is_fronted: bool
    """Whether the tokens open like a fronted phrase or clause: *In May*."""
    is_title: bool
    """Whether the tokens end with a title in marks: *The film, titled "Dawn," Doe said …*."""

    @property
    def content(self) -> Range:
        """The range of tokens of the content, half-open."""
        return self.first, self.stop

    @property
    def is_too_short(self) -> bool:
        """Whether it is a fragment or a fronted phrase, and not what was said."""
        if self.has_verb or self.ends_in_passage:
            return False
        return self.words < _SHORTEST_CLAUSE or (self.is_fronted and self.words < _LONGEST_FRONTED)


def preceding(tokens: Tokens, stop: int) -> Preceding | None:
    """Return what stands in a sentence before `stop`; None where that is nothing."""
    first = first_of_preceding(tokens, stop)
    part = tokens[first:stop]
    if not part:
        return None
    kinds = [token.kind for token in tokens[:stop]]
    ends_in_passage = kinds[-1] == PASSAGE
    verb = has_verb(tokens, first, stop)
    return Preceding(
        first=first,
        stop=stop,
        has_passages=PASSAGE in kinds,
        ends_in_passage=ends_in_passage,
        is_only_passages=kinds.count(PASSAGE) + kinds.count(PUNCTUATION) == len(kinds),
        has_verb=verb,
        words=kinds[first:].count(WORD),
        is_only_glue=all(token.lower in _ONLY_GLUE for token in part),
        is_fronted=_is_fronted(part) and not ends_in_passage,
        is_title=ends_in_passage and not verb and _is_titled(part),
    )


def first_of_preceding(tokens: Tokens, stop: int) -> int:
    """Return the index at which what stands before `stop` begins: past list marks, and past *Doe scolded him:*."""
    first = 0
    while first < stop and tokens[first].kind == PUNCTUATION:
        first += 1
    for at in range(first, stop - 1):
        if tokens[at].text == ":" and tokens[at + 1].kind == PASSAGE:
            return at + 1
    return first


def _is_fronted(part: Tokens) -> bool:
    first, second = part[0].lower, part[1].lower if len(part) > 1 else ""
    if first in PREPOSITIONS or first in SUBORDINATORS or first.endswith("ing"):
        return True
    return first in COORDINATORS and (second in SUBORDINATORS or second in PREPOSITIONS)


def _is_titled(part: Tokens) -> bool:
    is_short = part[0].kind == WORD and len(part[-1].text.split()) < _LONGEST_TITLE
    return is_short and (part[0].lower in PREPOSITIONS or (len(part) > 1 and part[-2].lower in NAMING))
