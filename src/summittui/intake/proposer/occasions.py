"""Circumstances of speaking at the end of what was said: *… in a statement on Thursday*, *"…" after the vote*."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import Frame
from summittui.intake.proposer.lexicon.function_words import TIME_WORDS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import PASSAGE, WORD, Cue, Tokens
from summittui.intake.proposer.verbs import has_verb

_OCCASIONS: Final = words(
    """
    statement interview speech address tweet post letter email e-mail memo briefing conference testimony op-ed column
    blog podcast video release broadcast filing
    """
)
_LONGEST_DESCRIPTION: Final = 3
_LONGEST_OCCASION: Final = 12
_BEHIND_PASSAGE: Final = words("after during when while until before amid following") | TIME_WORDS
"""Words behind a passage in marks with which the writer tells when it was said."""


def without_occasion(tokens: Tokens, cue: Cue, first: int, stop: int) -> int:
    """Return the index behind the content from `first` to `stop`, without the circumstance of speaking at its end."""
    for at in range(max(first + 1, stop - _LONGEST_OCCASION), stop):
        if _is_occasion(tokens, at, stop):
            return at
    if cue.frame in {Frame.OBJECT, Frame.QUOTE} or tokens[first].kind == PASSAGE:
        return _behind_last_passage(tokens, first, stop)
    return stop


def _is_occasion(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether *in a written statement on Thursday* stands from `at` to the end of the content.

    *in the interview* and *at a hearing* are more often what was said.
    """
    if tokens[at].lower != "in" or at + 2 >= stop or tokens[at + 1].lower not in {"a", "an"}:
        return False
    described = tokens[at + 2 : min(at + 3 + _LONGEST_DESCRIPTION, stop)]
    is_plain = all(token.kind == WORD for token in tokens[at:stop])
    return is_plain and any(token.lower in _OCCASIONS for token in described) and not has_verb(tokens, at, stop)


def _behind_last_passage(tokens: Tokens, first: int, stop: int) -> int:
    """Return the index behind the passage in marks that a time or circumstance follows."""
    for at in range(stop - 1, first, -1):
        if tokens[at - 1].kind == PASSAGE:
            return at if tokens[at].lower in _BEHIND_PASSAGE else stop
    return stop
