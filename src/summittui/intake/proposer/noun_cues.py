"""Nouns that report: *rejected Doe's claim that …*, *in her promise to …*."""

from typing import Final

from summittui.intake.proposer.content_end import content_end
from summittui.intake.proposer.lexicon.cue_verbs import Frame
from summittui.intake.proposer.lexicon.function_words import POSSESSIVES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrases import nearest_part, noun_phrase_ending_at
from summittui.intake.proposer.syntax import Attribution, Cue, NounPhrase, Order, Tokens, final_stop
from summittui.intake.proposer.verbs import has_verb, opens_relative_clause

_REPORTING_NOUNS: Final = words(
    """
    claim claims assertion assertions allegation allegations accusation accusations suggestion suggestions contention
    argument arguments statement statements remark remarks comment comments warning warnings announcement insistence
    prediction admission acknowledgment complaint complaints declaration
    """
)
_MOST_ADJECTIVES: Final = 2


def noun_attributions(tokens: Tokens, cues: list[Cue]) -> list[Attribution]:
    """Return the attributions by a noun with an owner and a clause with *that*, where the noun is no subject."""
    found = []
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower in _REPORTING_NOUNS and tokens[at + 1].lower == "that":
            owner = _owner(tokens, at)
            if owner and has_verb(tokens, 0, owner.first) and not opens_relative_clause(tokens, at + 1):
                found.append(_attribution(tokens, at, owner, cues))
    return found


def _owner(tokens: Tokens, noun: int) -> NounPhrase | None:
    """Return *Doe* of *Doe's repeated claim*, *his* of *his claim*."""
    for at in range(noun - 1, max(noun - 2 - _MOST_ADJECTIVES, -1), -1):
        token = tokens[at]
        if token.lower in POSSESSIVES:
            return NounPhrase(at, at + 1, token.text, token.start, token.end)
        if token.lower.endswith(("'s", "s'")):
            whole = noun_phrase_ending_at(tokens, at)
            return _without_possessive(nearest_part(tokens, whole)) if whole else None
    return None


def _without_possessive(owner: NounPhrase) -> NounPhrase:
    text = owner.text.removesuffix("'s").removesuffix("’s")
    return NounPhrase(owner.first, owner.stop, text, owner.start, owner.end - len(owner.text) + len(text))


def _attribution(tokens: Tokens, noun: int, owner: NounPhrase, cues: list[Cue]) -> Attribution:
    cue = Cue(noun, tokens[noun].lower, Frame.CLAUSE, owner, Order.NOUN, noun + 1)
    stop = content_end(tokens, noun + 1, final_stop(tokens), cues, cue)
    return Attribution(cue, owner, ((noun + 1, stop),), "noun of saying", 0.65)
