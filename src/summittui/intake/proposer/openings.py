"""Attributions without a reporting verb: *Doe: …*, *Doe continued:*, *"…" — Jane Doe*."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
)
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase
from summittui.intake.proposer.subjects import subject_before
from summittui.intake.proposer.syntax import (
    BRACKET,
    PASSAGE,
    WORD,
    NounPhrase,
    Range,
    Token,
    Tokens,
    final_stop,
    noun_phrase,
)
from summittui.intake.proposer.verbs import is_verb

_REPORT_REACH: Final = 6
_LONGEST_SIGNATURE: Final = 16
_LONGEST_BARE_SIGNATURE: Final = 12
_LONGEST_LABEL: Final = 10
_LONGEST_HEADLINE_LABEL: Final = 3
_BEHIND_SIGNATURE: Final = PREPOSITIONS | ADVERBS | DETERMINERS | COORDINATORS


def signature(tokens: Tokens) -> NounPhrase | None:
    """Return the name behind the dash of *"We won." — Jane Doe, mayor*, where only passages stand before it."""
    dash = 0
    while dash < len(tokens) and tokens[dash].kind == PASSAGE:
        dash += 1
    first = dash + 1
    if first >= len(tokens) or tokens[dash].text not in (*DASHES, "~") or not tokens[first].capitalised:
        return None
    if len(tokens) - dash > _LONGEST_SIGNATURE or (dash == 0 and not _is_short_signature(tokens)):
        return None
    stop = end_of_noun_phrase(tokens, first)
    is_whole = stop == len(tokens) or tokens[stop].kind != WORD or tokens[stop].lower in _BEHIND_SIGNATURE
    return noun_phrase(tokens, first, stop) if is_whole and stop > first else None


def _is_short_signature(tokens: Tokens) -> bool:
    return len(tokens) <= _LONGEST_BARE_SIGNATURE and not any(token.lower in AUXILIARIES for token in tokens)


def introduced_speaker(tokens: Tokens) -> NounPhrase | None:
    """Return the subject of a sentence that ends in a colon: *Doe continued:*."""
    if len(tokens) < 2 or tokens[-1].text != ":":
        return None
    for at in range(len(tokens) - 2, 0, -1):
        subject = subject_before(tokens, at) if tokens[at].lower in CUE_VERBS or is_verb(tokens, at) else None
        if subject:
            return subject
    return None


def ends_in_report(tokens: Tokens) -> bool:
    """Tell whether a reporting verb stands right before the colon at the end: *Doe said in full:*."""
    return any(token.lower in CUE_VERBS for token in tokens[-_REPORT_REACH:-1])


def named_before_colon(tokens: Tokens, *, is_headline: bool) -> tuple[NounPhrase, Range] | None:
    """Return name and content of *Doe: We won* in a headline, or of a name and a colon before a passage in marks."""
    colon = next((at for at, token in enumerate(tokens[:_LONGEST_LABEL]) if token.kind not in {WORD, BRACKET}), 0)
    end = final_stop(tokens)
    if not colon or tokens[colon].text != ":" or end <= colon + 1:
        return None
    is_label = is_headline and tokens[0].lower != "the" and colon <= _LONGEST_HEADLINE_LABEL
    if not all(map(_is_name_part, tokens[:colon])) or not (is_label or tokens[colon + 1].kind == PASSAGE):
        return None
    return noun_phrase(tokens, 0, colon), (colon + 1, end)


def _is_name_part(token: Token) -> bool:
    if token.capitalised or token.kind == BRACKET:
        return True
    return token.lower in DETERMINERS or token.lower in {"of", "and"}
