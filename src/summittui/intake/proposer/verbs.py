"""Finite verbs among the tokens of a sentence, told by form and neighbours: no part-of-speech tagger."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import NOUN_LIKE_CUES
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import TITLES
from summittui.intake.proposer.lexicon.verbs import FINITE_VERBS, IRREGULAR_FORMS, NOUN_LIKE_VERBS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import PUNCTUATION, WORD, Token, Tokens

_NEGATED: Final = ("n't", "n’t")
_SHORTEST_PAST: Final = 5
_PRONOMINAL_DETERMINERS: Final = words("all many some few most both that")
_NEVER_NOUNS: Final = PREPOSITIONS | AUXILIARIES | COORDINATORS | SUBORDINATORS | WH_WORDS | DETERMINERS
_CONTRACTED_BE: Final = words("he's she's it's who's that's")


def is_auxiliary(token: Token) -> bool:
    """Tell whether a token is an auxiliary verb, contracted with *not* or plain."""
    return token.lower in AUXILIARIES or token.lower.endswith(_NEGATED)


def is_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is a finite verb."""
    token = tokens[at]
    if token.kind != WORD:
        return False
    if is_auxiliary(token):
        return True
    before = tokens[at - 1] if at else None
    if (token.capitalised and before) or (before and _takes_a_noun(before)):
        return False
    return _has_verb_form(tokens, at, before)


def opens_relative_clause(tokens: Tokens, that: int) -> bool:
    """Tell whether *that* stands for the noun before it: a verb follows, which is no noun behind a determiner."""
    if that + 1 >= len(tokens):
        return False
    after = tokens[that + 1]
    return is_auxiliary(after) or (not after.capitalised and _has_verb_form(tokens, that + 1, None))


def _takes_a_noun(before: Token) -> bool:
    return before.lower in DETERMINERS or (before.lower in PREPOSITIONS and before.lower != "like")


def _has_verb_form(tokens: Tokens, at: int, before: Token | None) -> bool:
    lower = tokens[at].lower
    if lower in FINITE_VERBS or lower in IRREGULAR_FORMS:
        return not lower.endswith("ing") and not (lower.endswith("ed") and _is_adjectival(tokens, at))
    is_past = lower.endswith("ed") and (len(lower) >= _SHORTEST_PAST or lower.endswith("ied"))
    if is_past and lower not in NOUN_LIKE_VERBS:
        return not _is_adjectival(tokens, at)
    if before and (lower in NOUN_LIKE_CUES or lower in NOUN_LIKE_VERBS):
        name = before.capitalised and before.lower.rstrip(".") not in TITLES
        return before.lower in SUBJECT_PRONOUNS or (name and lower.endswith("s"))
    return False


def _is_adjectival(tokens: Tokens, at: int) -> bool:
    """Tell whether a form in *-ed* describes a noun: *the newly elected president*, *elected officials say*."""
    before = at - 1
    if before > 0 and (tokens[before].lower.endswith("ly") or tokens[before].lower in ADVERBS):
        before -= 1
    if before < 0 or tokens[before].kind == PUNCTUATION:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return after is not None and after.lower.endswith("s") and is_noun_like(after) and not after.capitalised
    lower = tokens[before].lower
    if lower.endswith("'s"):
        return lower not in _CONTRACTED_BE
    return lower in DETERMINERS and lower not in _PRONOMINAL_DETERMINERS


def is_noun_like(token: Token) -> bool:
    """Tell whether a word can be a noun: any that is no function word."""
    return token.kind == WORD and token.lower not in _NEVER_NOUNS


def has_verb(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether there is a finite verb among the tokens from `first` up to `stop`."""
    return any(is_verb(tokens, at) for at in range(first, stop))
