"""The outlet or addressee that a statement went through: *told CNN*, *said in an interview with CNN*."""

from typing import Final

from summittui.intake.proposer.lexicon.name_words import MEDIA
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase
from summittui.intake.proposer.syntax import WORD, Cue, NounPhrase, Tokens, noun_phrase

_REACH: Final = 12
_LEAST_BEFORE_CUE: Final = 3


def via_of(tokens: Tokens, cue: Cue) -> NounPhrase | None:
    """Return the outlet or the addressee of a statement; None where the sentence names none."""
    if cue.quoted_by is not None:
        return cue.quoted_by
    if tokens[0].lower == "according" and cue.at > _LEAST_BEFORE_CUE:
        return _phrase_at(tokens, 2, is_any_word=True)
    if cue.lemma == "tell":
        return _phrase_at(tokens, cue.after)
    for at in range(cue.after, min(cue.after + _REACH, len(tokens) - 1)):
        if tokens[at].kind != WORD:
            break
        after = tokens[at + 1]
        if tokens[at].lower in {"on", "with", "by", "to"} and (
            after.capitalised or after.lower in {"the", "reporters"}
        ):
            phrase = _phrase_at(tokens, at + 1)
            if phrase and any(token.lower in MEDIA for token in tokens[phrase.first : phrase.stop]):
                return phrase
    return None


def _phrase_at(tokens: Tokens, first: int, *, is_any_word: bool = False) -> NounPhrase | None:
    stop = end_of_noun_phrase(tokens, first, is_any_word=is_any_word)
    return noun_phrase(tokens, first, stop) if stop > first else None
