"""Noun phrases: how far one reaches to the right, and to the left, of a token."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import NOUN_LIKE_CUES
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    NOUN_PREPOSITIONS,
    OBJECT_PRONOUNS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import ROLES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrase_starts import is_no_noun
from summittui.intake.proposer.syntax import (
    BRACKET,
    PASSAGE,
    PUNCTUATION,
    WORD,
    NounPhrase,
    Token,
    Tokens,
    noun_phrase,
)
from summittui.intake.proposer.verbs import is_noun_like, is_verb

_LONGEST_LEFT: Final = 40
_CONTRACTED: Final = words("they've i've we've they're we're i'm he'd she'd they'd he'll she'll")
_NOUNS_IN_ING: Final = words("polling running leading marketing meeting ruling")
_STOPS_LEFT: Final = words("he she they we i it to then")
_SUBJECTS_OF_CLAUSES: Final = words("he she they it him her them")
_BESIDE_A_PRONOUN: Final = words("to with around of near")
_NAME_PARTICLES: Final = words("of de van von")


def noun_phrase_ending_at(tokens: Tokens, last: int) -> NounPhrase | None:
    """Return the noun phrase whose last token is `last`; of *who*, *which* and *that* what they stand for."""
    token = tokens[last]
    if token.kind != WORD:
        return None
    base = token.lower.removesuffix("'s")
    if base in PERSONAL_PRONOUNS or token.lower in _CONTRACTED:
        length = len(token.lower.split("'")[0])
        return NounPhrase(last, last + 1, token.text[:length], token.start, token.start + length)
    if token.lower in {"who", "which", "that"}:
        return antecedent(tokens, last)
    if _is_object(tokens, last) or is_no_noun(token) or (is_verb(tokens, last) and token.lower not in NOUN_LIKE_CUES):
        return None
    return _grown_left(tokens, last)


def _is_object(tokens: Tokens, at: int) -> bool:
    """Tell whether a pronoun is no subject: *him*, *its*; but *those close to him say*."""
    lower = tokens[at].lower
    if lower not in OBJECT_PRONOUNS and lower not in POSSESSIVES:
        return False
    after_preposition = at > 1 and tokens[at - 1].lower in _BESIDE_A_PRONOUN and tokens[at - 2].kind == WORD
    return not (after_preposition and lower in {"him", "her", "them"})


def _grown_left(tokens: Tokens, last: int) -> NounPhrase | None:
    first = last
    while first > 0 and last - first < _LONGEST_LEFT:
        step = _step_left(tokens, first)
        if not step:
            relative = _relative_pronoun_before(tokens, first)
            if relative is not None:
                return antecedent(tokens, relative)
            break
        first -= step
    return _trimmed(tokens, first, last + 1)


def _relative_pronoun_before(tokens: Tokens, first: int) -> int | None:
    """Return the index of *who* in *those who sent the letter said*, where `first` is *the*."""
    if is_verb(tokens, first - 1):
        for at in range(first - 2, max(first - 5, 0), -1):
            if tokens[at].lower in {"who", "that"} and tokens[at - 1].kind == WORD:
                return at
    return None


def _step_left(tokens: Tokens, first: int) -> int:
    """Return the number of tokens before `first` that belong to the same noun phrase."""
    token = tokens[first - 1]
    if token.kind == BRACKET or (token.text == "," and _is_listed(tokens, first)):
        return 1
    if token.kind != WORD:
        return 0
    before = tokens[first - 2] if first > 1 else None
    if (
        token.lower in PREPOSITIONS
        and first > 2
        and tokens[first - 2].lower == "and"
        and tokens[first - 3].kind == WORD
    ):
        return 2
    if token.lower in {"and", "or"}:
        return int(_is_coordinated(tokens, first - 1))
    if token.lower in NOUN_PREPOSITIONS and before and is_noun_like(before) and not is_verb(tokens, first - 2):
        return int(before.lower not in TIME_WORDS or before.lower in {"week", "month", "year"})
    return int(not _bars_left(tokens, first, before))


def _bars_left(tokens: Tokens, first: int, before: Token | None) -> bool:
    """Tell whether the token before `first` cannot belong to its noun phrase."""
    token = tokens[first - 1]
    lower = token.lower
    if is_no_noun(token) or (lower == "that" and first > 1) or lower in _STOPS_LEFT:
        return True
    determined = before is not None and before.lower in DETERMINERS
    if lower in ADVERBS and lower not in {"both", "all", "even", "first", "once"} and not determined:
        return True
    if is_verb(tokens, first - 1):
        return True
    is_participle = lower.endswith("ing") and not token.capitalised and lower not in _NOUNS_IN_ING
    return is_participle and before is not None and not determined


def _is_listed(tokens: Tokens, at: int) -> bool:
    """Tell whether the comma before `at` stands inside *A, B and C*, all of them names."""
    if at < 2 or not tokens[at].capitalised or not (tokens[at - 2].capitalised or tokens[at - 2].kind == BRACKET):
        return False
    for index in range(at, min(at + 8, len(tokens))):
        token = tokens[index]
        if token.lower == "and":
            return index + 1 < len(tokens) and tokens[index + 1].capitalised
        if not (token.capitalised or token.text == "," or token.kind == BRACKET):
            return False
    return False


def _is_coordinated(tokens: Tokens, conjunction: int) -> bool:
    """Tell whether *and* joins two nouns of a subject, and not two clauses."""
    if conjunction == 0 or tokens[conjunction - 1].kind not in {WORD, BRACKET}:
        return False
    at = conjunction - 1
    while at >= 0 and conjunction - at < 12:
        if tokens[at].kind in {PUNCTUATION, PASSAGE} and not _joins_names(tokens, at):
            break
        if _shows_clause(tokens, at):
            return False
        at -= 1
    left, right = tokens[conjunction - 1], tokens[conjunction + 1]
    if tokens[at + 1].lower in PREPOSITIONS:
        return False
    alike = left.capitalised == right.capitalised or not left.capitalised
    return at < 0 or alike or right.lower in DETERMINERS or left.lower.endswith("s")


def _joins_names(tokens: Tokens, at: int) -> bool:
    return tokens[at].text == "," and at > 0 and tokens[at - 1].capitalised and tokens[at + 1].capitalised


def _shows_clause(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.kind == PUNCTUATION:
        return False
    is_participle = token.lower.endswith("ing") and not token.capitalised
    return is_participle or token.lower == "to" or token.lower in _SUBJECTS_OF_CLAUSES or is_verb(tokens, at)


def _trimmed(tokens: Tokens, first: int, stop: int) -> NounPhrase | None:
    """Return the noun phrase without what only leads in: conjunctions, adverbs, times, a fronted phrase."""
    while first < stop and _leads_in(tokens, first, stop):
        first += 1
    if first >= stop:
        return None
    lower = tokens[first].lower
    if lower in PREPOSITIONS or lower in SUBORDINATORS:
        return _behind_fronted_phrase(tokens, first, stop)
    if first and tokens[first - 1].lower in PREPOSITIONS and tokens[stop - 1].capitalised:
        return _behind_adjunct(tokens, first, stop)
    is_alone = stop - first == 1
    if is_alone and (lower in TIME_WORDS or lower in ADVERBS or lower in NEGATIONS):
        return None
    return noun_phrase(tokens, first, stop)


def _behind_fronted_phrase(tokens: Tokens, first: int, stop: int) -> NounPhrase | None:
    """Return the name, or what begins with the last determiner, in *In an interview Roe*."""
    at = stop - 1
    if tokens[at].capitalised:
        while at - 1 > first and _belongs_to_name(tokens, at - 1):
            at -= 1
    else:
        while at > first and tokens[at].lower not in DETERMINERS:
            at -= 1
    return noun_phrase(tokens, at, stop) if at > first else None


def _behind_adjunct(tokens: Tokens, first: int, stop: int) -> NounPhrase:
    """Return *Roe* of *an interview Roe*, which stands behind *in*: a common noun that is no role ends the adjunct."""
    for at in range(stop - 1, first, -1):
        before = tokens[at - 1]
        is_noun = before.kind == WORD and not before.capitalised and is_noun_like(before) and before.lower not in ROLES
        if is_noun and tokens[at].capitalised and before.lower not in _NAME_PARTICLES:
            return noun_phrase(tokens, at, stop)
        if not _belongs_to_name(tokens, at):
            break
    return noun_phrase(tokens, first, stop)


def _belongs_to_name(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    is_particle = token.lower in _NAME_PARTICLES and tokens[at - 1].capitalised
    return token.capitalised or token.lower in ROLES or is_particle


def _leads_in(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether a token stands before the noun phrase proper."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < stop else None
    lower = token.lower
    if lower in {"this", "last"} and at + 2 >= stop:
        return False
    if token.kind != WORD or lower in COORDINATORS or (lower in ADVERBS and lower not in {"all", "both"}):
        return True
    if after is None:
        return False
    if lower in {"last", "this", "next", "on", "earlier"} and after.lower in TIME_WORDS:
        return True
    if lower in TIME_WORDS and not token.text[0].isdigit():
        return after.kind != WORD or after.capitalised or after.lower in TIME_WORDS or after.lower in DETERMINERS
    return lower.endswith("ly") and token.capitalised and after.lower in DETERMINERS


def antecedent(tokens: Tokens, relative: int) -> NounPhrase | None:
    """Return the noun phrase that *who*, *which* or *that* stands for."""
    at = relative - 1
    if at >= 0 and tokens[at].text == ",":
        at -= 1
    if at >= 0 and tokens[at].kind == BRACKET:
        at -= 1
    if at < 0 or tokens[at].kind != WORD or tokens[at].lower in PREPOSITIONS or is_verb(tokens, at):
        return None
    if tokens[at].lower in {"those", "people", "someone", "anyone"}:
        return noun_phrase(tokens, at, at + 1)
    found = noun_phrase_ending_at(tokens, at)
    return nearest_part(tokens, found) if found and found.stop - found.first > 1 else found


def nearest_part(tokens: Tokens, whole: NounPhrase) -> NounPhrase:
    """Return what stands behind the last preposition of a noun phrase that is not *of* or *for*."""
    for at in range(whole.stop - 2, whole.first, -1):
        if tokens[at].lower in NOUN_PREPOSITIONS and tokens[at].lower not in {"of", "for"}:
            return noun_phrase(tokens, at + 1, whole.stop)
    return whole
