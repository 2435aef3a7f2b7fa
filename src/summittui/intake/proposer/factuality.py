"""Factuality: whether a clause tells of what somebody did or said, or of what may be, is asked, denied or refused.

The term is that of Saurí and Pustejovsky, *FactBank: a corpus annotated with event factuality* (2009).
"""

from typing import Final

from summittui.intake.proposer.lexicon.function_words import MODALS, NEGATIONS, WH_WORDS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.syntax import NounPhrase, Tokens

REFUSING: Final = words("will would won't wouldn't won’t wouldn’t")
"""Modal verbs with which *not* refuses: *will not sign*."""
_POSSIBLE: Final = MODALS - REFUSING
_NOT_QUITE: Final = words("almost nearly")
_CONDITIONS: Final = words("if unless whether until")
_CONDITION_REACH: Final = 3
_HELPER_REACH: Final = 4
_NOBODY: Final = words("nor neither no nobody none")
_NOT_BEFORE: Final = _NOBODY | {"not"}
_QUESTIONS: Final = words("did do does has have had is are was were will would could should can may might must")
_KEPT: Final = words("refused refuses refuse refusing declined declines decline declining failed fails fail failing")
_WITHOUT: Final = words("without denied denies deny denying avoided avoids avoiding stopped")
_WITHOUT_OF: Final = words("accused accuses accuse accusing suspected short instead")
_CONTRACTED_NOT: Final = ("n't", "n’t")


def is_negated(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a negation stands among the tokens from `first` to `stop`."""
    return any(token.lower in NEGATIONS or token.lower.endswith(_CONTRACTED_NOT) for token in tokens[first:stop])


def is_unsettled(tokens: Tokens, subject: NounPhrase, verb: int) -> bool:
    """Tell whether a clause asks or supposes, or tells it of nobody: *did it sign?*, *if it signs*, *none signed*."""
    before = [token.lower for token in tokens[max(0, subject.first - _CONDITION_REACH) : subject.first]]
    is_of_nobody = not _NOBODY.isdisjoint((*before[-1:], tokens[subject.first].lower))
    is_asked = tokens[-1].text == "?" and not _QUESTIONS.isdisjoint(before)
    return is_of_nobody or is_asked or not _CONDITIONS.isdisjoint(before) or _is_possible(tokens, subject, verb)


def _is_possible(tokens: Tokens, subject: NounPhrase, verb: int) -> bool:
    """Tell whether something may be, or nearly was: *may sign*, *should not sign*, *almost signed*."""
    helpers = {token.lower for token in tokens[max(subject.stop - 1, verb - _HELPER_REACH) : verb]}
    return not (_POSSIBLE | _NOT_QUITE).isdisjoint(helpers)


def is_announced(tokens: Tokens, first: int, verb: int) -> bool:
    """Tell whether *will*, *would* or *'ll* stands among the tokens from `first` to the verb."""
    helpers = [token.lower for token in tokens[first:verb]]
    return any(helper in REFUSING or helper.endswith(("'ll", "’ll")) for helper in helpers)


def is_unsaid(tokens: Tokens, verb: int, helpers: int, subject: NounPhrase) -> bool:
    """Tell whether a reporting verb reports nothing: *did not say it was over*, *refused to say so*, *denied saying*.

    But *would not say who won* and *declined to say whether …* tell of a silence, whose matter is named.

    Args:
        tokens: The sentence.
        verb: Index of the verb.
        helpers: Index of the first of its auxiliaries.
        subject: Whoever does not speak.
    """
    around = tokens[max(0, subject.first - 1) : subject.first + 1]
    is_of_another = any(token.lower in _NOT_BEFORE for token in around)
    denies_saying = tokens[verb].lower in _WITHOUT and tokens[min(verb + 1, len(tokens) - 1)].lower.endswith("ing")
    if is_of_another or denies_saying:
        return True
    is_silence = verb + 1 < len(tokens) and tokens[verb + 1].lower in WH_WORDS
    is_kept = any(token.lower in _KEPT for token in tokens[helpers:verb])
    return not is_silence and (is_negated(tokens, helpers, verb) or is_kept or is_unsettled(tokens, subject, verb))


def is_unsaid_participle(tokens: Tokens, at: int) -> bool:
    """Tell whether a participle reports nothing: *without saying*, *denied saying*, *was accused of saying*."""
    before = tokens[at - 1].lower if at else ""
    return before in _WITHOUT or (before == "of" and at > 1 and tokens[at - 2].lower in _WITHOUT_OF)
