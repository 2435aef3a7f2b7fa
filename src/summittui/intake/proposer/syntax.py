"""Tokens, sentences, noun phrases, cues and attributions: the values that the stages of the proposer hand on.

Those of which a text has many are not tracked by the garbage collector (`gc=False`): they are part of no cycle.
"""

from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

from summittui.intake.proposer.lexicon.cue_verbs import Frame
from summittui.intake.proposer.marks import QUOTATION_MARKS

Range = tuple[int, int]
"""Half-open; of code points of the text or of tokens of a sentence."""

TokenKind = Literal["word", "passage", "bracket", "punctuation"]
WORD: Final = "word"
PASSAGE: Final = "passage"
"""A passage in quotation marks, with its marks."""
BRACKET: Final = "bracket"
PUNCTUATION: Final = "punctuation"


class Token(Struct, frozen=True, gc=False):
    """One unit of a sentence; a passage in quotation marks, or in brackets, is one token."""

    text: str
    lower: str
    """The word in lower case with straight apostrophes; empty for passages and brackets."""
    start: int
    end: int
    kind: TokenKind
    capitalised: bool = False
    inner: Range = (0, 0)
    """Of a passage: what stands between the marks."""


Tokens = list[Token]


class Sentence(Struct, frozen=True, gc=False):
    """The tokens of one sentence."""

    tokens: Tokens
    paragraph: int
    """The index of the sentence's paragraph in the text, from 0."""
    index: int
    """The index of the sentence in the text, from 0."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last code point."""
        return self.tokens[-1].end


class NounPhrase(Struct, frozen=True, gc=False):
    """The tokens `first` to `stop` (half-open) of a sentence that name somebody or something."""

    first: int
    stop: int
    text: str
    start: int
    end: int


def noun_phrase(tokens: Tokens, first: int, stop: int) -> NounPhrase:
    """Return the noun phrase made of the tokens from `first` up to `stop`."""
    text = " ".join([token.text for token in tokens[first:stop]])
    return NounPhrase(first, stop, text, tokens[first].start, tokens[stop - 1].end)


class Order(StrEnum):
    """The side of its cue on which the source of an attribution stands."""

    SUBJECT_VERB = "subject-verb"
    VERB_SUBJECT = "verb-subject"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    ACCORDING = "according"
    NOUN = "noun"


class Cue(Struct, frozen=True, gc=False):
    """A reporting verb or noun, or *according to*, with its source (PARC 3.0)."""

    at: int
    """Index of the verb's token."""
    lemma: str
    frame: Frame
    source: NounPhrase | None
    """None for a participle, which shares the subject of its sentence."""
    order: Order
    after: int
    """Index of the first token behind the cue and, where it is inverted, behind its source."""
    is_relative: bool = False
    """Whether the subject is *who*, *which* or *that*."""
    quoted_by: NounPhrase | None = None
    """The one who quotes the source: *Roe* in *Roe quoted Doe as saying*."""

    @property
    def first(self) -> int:
        """Index of the first token of the cue or its source."""
        parts = (part for part in (self.source, self.quoted_by) if part is not None)
        return min([self.at, *(part.first for part in parts)])


class Attribution(Struct, frozen=True):
    """A cue with its source and its content."""

    cue: Cue
    source: NounPhrase | None
    content: tuple[Range, ...]
    """Ranges of tokens."""
    reason: str
    confidence: float
    via: NounPhrase | None = None
    """The outlet or the addressee."""


def final_stop(tokens: Tokens) -> int:
    """Return the index of the first token of a sentence's final punctuation."""
    stop = len(tokens)
    while stop and tokens[stop - 1].kind == PUNCTUATION:
        stop -= 1
    return stop


def ends_with_comma(passage: Token) -> bool:
    """Tell whether the words of a passage in marks end with a comma, so that its sentence goes on."""
    return passage.text.rstrip(QUOTATION_MARKS + " ")[-1:] == ","
