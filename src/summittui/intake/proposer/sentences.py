"""Sentences of a paragraph; a passage in marks ends one only where its own words do."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS, NOUN_LIKE_CUES
from summittui.intake.proposer.lexicon.function_words import PREPOSITIONS, TIME_WORDS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import BRACKET, PASSAGE, PUNCTUATION, WORD, Token, Tokens

MOST_TOKENS: Final = 200
"""A longer sentence is cut: what is done for each cue of a sentence looks at all of its tokens."""
_MAY_END: Final = words("u.s. p.m. a.m. jr. inc. d.c.")
"""Abbreviations that end a sentence where a word follows that begins one."""
_BEGINNERS: Final = words("The He She It They In But And A An This That These His Her We I If When While As On At For")
_FINAL: Final = (".", "?", "!")
_ATTRIBUTION_REACH: Final = 12
_LEAST_BEFORE_DOTS: Final = 3


def split_sentences(tokens: Tokens, text: str) -> list[Tokens]:
    """Return the tokens of each sentence of a paragraph."""
    sentences: list[Tokens] = []
    first = 0
    for at in range(len(tokens)):
        length = at + 1 - first
        if at + 1 == len(tokens) or length == MOST_TOKENS or _ends_sentence(tokens, at, text, length):
            sentences.append(tokens[first : at + 1])
            first = at + 1
    return sentences


def _ends_sentence(tokens: Tokens, at: int, text: str, length: int) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if token.kind == PASSAGE:
        return _passage_ends_sentence(tokens, at, text)
    if token.kind == WORD:
        return token.lower in _MAY_END and after.text in _BEGINNERS
    if token.text in _FINAL:
        return after.capitalised or after.text not in (".", ",", ";", ":", "?", "!")
    return token.text in {"...", "…", ".."} and after.kind == PASSAGE and length > _LEAST_BEFORE_DOTS


def _passage_ends_sentence(tokens: Tokens, at: int, text: str) -> bool:
    token, after = tokens[at], tokens[at + 1]
    last = text[slice(*token.inner)].rstrip()[-1:]
    if last not in _FINAL:
        return False
    if after.kind == PASSAGE:
        return True
    if after.kind == PUNCTUATION:
        return after.text in "([•*"
    begins = after.capitalised or (last == "." and after.lower in {"he", "she", "they", "it"})
    return begins and not _is_attribution(tokens[at + 1 : at + 1 + _ATTRIBUTION_REACH])


def _is_attribution(tokens: Tokens) -> bool:
    """Tell whether tokens read like *Jane Doe, the minister, said* and stop there."""
    for index, token in enumerate(tokens):
        if token.lower in CUE_VERBS and token.lower not in NOUN_LIKE_CUES and not token.lower.endswith("ing"):
            return index + 1 == len(tokens) or _closes_attribution(tokens[index + 1])
        if token.kind == PASSAGE or token.text in {".", "?", "!", ";", ":"}:
            return False
    return False


def _closes_attribution(token: Token) -> bool:
    return token.text in {".", ",", ":"} or token.lower in TIME_WORDS or token.lower in PREPOSITIONS


def is_only_passages(tokens: Tokens) -> bool:
    """Tell whether a sentence has nothing outside its passages in marks."""
    kinds = {token.kind for token in tokens}
    return PASSAGE in kinds and not kinds & {WORD, BRACKET}
