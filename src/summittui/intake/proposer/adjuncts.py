"""Adjuncts behind a trailing cue: *said [on Monday in Paris].*, *told [reporters after the vote],*."""

from typing import Final

from summittui.intake.proposer.content_start import TIME_ADJECTIVES, is_time_near
from summittui.intake.proposer.lexicon.function_words import ADVERBS, OBJECT_PRONOUNS, PREPOSITIONS, TIME_WORDS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrase_starts import starts_noun_phrase
from summittui.intake.proposer.syntax import BRACKET, WORD, Tokens
from summittui.intake.proposer.verbs import is_verb

_SUBORDINATES: Final = words("as after when while before if because since who")
_OPENS_RELATIVE: Final = words("who that where when after as which before")
_OPENS_ADJUNCT: Final = PREPOSITIONS | TIME_WORDS | ADVERBS | TIME_ADJECTIVES | {"to", "so"}


def end_of_adjuncts(tokens: Tokens, first: int, *, takes_addressee: bool) -> int | None:
    """Return the index of the stop that follows a cue's adjuncts; None where other words stand there.

    Args:
        tokens: The sentence.
        first: Index behind the cue.
        takes_addressee: Whether a noun phrase behind the cue is who was told.
    """
    stop = _end_of_words(tokens, first)
    if stop is None or stop == first or tokens[first].kind == BRACKET:
        return stop
    if tokens[first].lower in _SUBORDINATES:
        return stop
    if not _opens_adjunct(tokens, first, stop, takes_addressee=takes_addressee):
        return None
    verb = next((at for at in range(first, stop) if is_verb(tokens, at)), None)
    is_main = verb is not None and not any(token.lower in _OPENS_RELATIVE for token in tokens[first:verb])
    return None if is_main else stop


def _end_of_words(tokens: Tokens, first: int) -> int | None:
    """Return the index of the first token that is no word or bracket; None where *that* opens a clause before it."""
    at = first
    has_participle = False
    while at < len(tokens) and tokens[at].kind in {WORD, BRACKET}:
        if tokens[at].lower == "that":
            is_relative = at + 1 < len(tokens) and is_verb(tokens, at + 1)
            if not is_relative and not has_participle:
                return None
        has_participle = has_participle or tokens[at].lower.endswith("ing")
        at += 1
    return at


def _opens_adjunct(tokens: Tokens, first: int, stop: int, *, takes_addressee: bool) -> bool:
    lower = tokens[first].lower
    if takes_addressee and (lower in OBJECT_PRONOUNS or starts_noun_phrase(tokens, first)):
        return True
    if lower in _OPENS_ADJUNCT or lower.endswith("ly"):
        return True
    return lower == "the" and is_time_near(tokens, first + 1, stop)
