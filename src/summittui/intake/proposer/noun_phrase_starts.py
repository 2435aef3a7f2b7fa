"""The starts of noun phrases, and their extent to the right."""

from typing import Final

from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_MODIFIERS,
    TIME_WORDS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import ROLES
from summittui.intake.proposer.lexicon.verbs import FINITE_VERBS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import (
    BRACKET,
    WORD,
    Token,
    Tokens,
)
from summittui.intake.proposer.verbs import has_verb, is_verb

_ADJECTIVES_IN_LY: Final = words("family early elderly daily")
_LONGEST_RIGHT: Final = 18
_NO_NOUN: Final = PREPOSITIONS | SUBORDINATORS | COORDINATORS | WH_WORDS
_STOPS_RIGHT: Final = ADVERBS | (PERSONAL_PRONOUNS - {"you"}) | {"that", "to"}
_OPENS_NOUN_PHRASE: Final = DETERMINERS | SUBJECT_PRONOUNS | ROLES | POSSESSIVES


def starts_noun_phrase(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun phrase can begin at the token."""
    if at >= len(tokens) or tokens[at].kind != WORD:
        return False
    token = tokens[at]
    if token.capitalised or token.text[0].isdigit() or token.lower in _OPENS_NOUN_PHRASE:
        return True
    return _is_bare_plural(token.lower)


def _is_bare_plural(lower: str) -> bool:
    is_plural = lower.endswith("s") and not lower.endswith("ss") and len(lower) > len("ones")
    return is_plural and lower not in PREPOSITIONS and lower not in FINITE_VERBS


def end_of_noun_phrase(tokens: Tokens, first: int, *, is_any_word: bool = False) -> int:
    """Return the index behind the noun phrase that begins at `first`; `first` itself where there is none.

    Args:
        tokens: The sentence.
        first: Index of its first token.
        is_any_word: Whether any word may begin it, as behind *according to*.
    """
    if not starts_noun_phrase(tokens, first):
        if not is_any_word or first >= len(tokens) or tokens[first].kind != WORD:
            return first
    elif tokens[first].lower in PERSONAL_PRONOUNS or tokens[first].lower in OBJECT_PRONOUNS:
        return first + 1
    if is_no_noun(tokens[first]):
        return first
    stop = first + 1
    while stop < min(len(tokens), first + _LONGEST_RIGHT) and not _ends_before(tokens, stop):
        stop += 1
    while tokens[stop - 1].lower in {"of", "for", "and", "the"} and stop > first:
        stop -= 1
    return stop


def is_no_noun(token: Token) -> bool:
    """Tell whether a token can be no part of a noun phrase but its edge: a function word or punctuation."""
    return token.kind not in {WORD, BRACKET} or token.lower in _NO_NOUN


def _ends_before(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun phrase ends before a token that is not its first."""
    token = tokens[at]
    if token.kind != WORD:
        return token.kind != BRACKET
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower in {"of", "for"}:
        return after is None or after.kind != WORD
    if token.lower == "and":
        joins = after is not None and after.capitalised and tokens[at - 1].capitalised
        return not joins or has_verb(tokens, at + 2, min(at + 4, len(tokens)))
    return _is_time(tokens, at) or is_no_noun(token) or token.lower in _STOPS_RIGHT or _is_predicate(tokens, at)


def _is_time(tokens: Tokens, at: int) -> bool:
    lower = tokens[at].lower
    if lower in TIME_WORDS:
        return True
    leads = lower in TIME_MODIFIERS and lower != "on"
    return leads and any(token.lower in TIME_WORDS for token in tokens[at : at + 3])


def _is_predicate(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    is_adverb = token.lower.endswith("ly") and not token.capitalised and token.lower not in _ADJECTIVES_IN_LY
    return is_adverb or is_verb(tokens, at)
