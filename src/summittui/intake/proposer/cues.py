"""Cues of a sentence, each with its source: *Doe said*, *said Doe*, *adding*, *according to Doe*, *was told by Doe*."""

from typing import Final

from summittui.intake.proposer.factuality import is_unsaid, is_unsaid_participle
from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS, NOUN_LIKE_CUES, Frame
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    NEGATIONS,
    PERSONAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import NOT_NAMES
from summittui.intake.proposer.lexicon.text_nouns import TEXT_NOUNS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase, starts_noun_phrase
from summittui.intake.proposer.reporting_verbs import can_speak, is_clearly_verb, is_no_report
from summittui.intake.proposer.subjects import (
    helpers_before,
    over_apposition,
    shared_subject,
    subject_before,
)
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    Cue,
    NounPhrase,
    Order,
    Token,
    Tokens,
    noun_phrase,
)
from summittui.intake.proposer.verbs import is_verb

_INVERTING: Final = words(
    """
    said says say wrote writes asked asks added adds replied responded tweeted explained noted recalled continued
    insisted warned argued declared quipped joked observed concluded announced reported reports agreed stated
    acknowledged notes argues adds insists
    """
)
_NOT_BEFORE_A_VERB: Final = PREPOSITIONS - words("before after by in without for as of like on to from")
_PRONOMINAL: Final = words(
    """
    all both many some most few others this that one two three four five six seven eight nine ten everyone dozens
    hundreds thousands another more
    """
)
"""Determiners that can be a subject by themselves."""
_AUTHORED: Final = TEXT_NOUNS | words("report study poll survey analysis letter article book paper review")
"""Nouns for texts that have an author: *according to a report by Doe*."""
_SILENT_PARTICIPLES: Final = words("thinking believing speculating")
_RELATIVES: Final = words("who which that")
_STOPS_SOURCE: Final = words("last this earlier and") | PREPOSITIONS | TIME_WORDS | WH_WORDS | SUBORDINATORS
_QUOTING: Final = words("quoted quotes quoting cited cites citing")
_QUOTED_REACH: Final = 12
_HEADLINE_SHARE: Final = 0.6
_PUT_IT: Final = 2
"""Tokens of the cue *put it*."""


def find_cues(tokens: Tokens) -> list[Cue]:
    """Return the cues of a sentence that have a source, and its reporting participles."""
    is_headline = _is_headline(tokens)
    cues = []
    for at, token in enumerate(tokens):
        if token.kind != WORD:
            continue
        if token.lower == "according":
            cue = _according(tokens, at)
        elif token.lower in CUE_VERBS and not _is_capitalised_noun(token, at, is_headline=is_headline):
            cue = _verbal_cue(tokens, at)
        else:
            continue
        if cue:
            cues.append(cue)
    return cues


def _is_headline(tokens: Tokens) -> bool:
    capitalised = [token.capitalised for token in tokens if token.kind == WORD]
    return len(capitalised) > 3 and sum(capitalised) > _HEADLINE_SHARE * len(capitalised)


def _is_capitalised_noun(token: Token, at: int, *, is_headline: bool) -> bool:
    """Tell whether a capital letter inside a sentence makes a form a part of a name."""
    is_noun = token.capitalised and at > 0 and not is_headline
    return is_noun and token.lower not in {"said", "says"} and not token.text.isupper()


def _according(tokens: Tokens, at: int) -> Cue | None:
    if at + 1 >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    first = at + 2
    stop = end_of_noun_phrase(tokens, first, is_any_word=True)
    if stop == first:
        return None
    if stop < len(tokens) and tokens[stop].lower in {"by", "from"} and tokens[stop - 1].lower in _AUTHORED:
        stop = max(stop, end_of_noun_phrase(tokens, stop + 1))
    return Cue(at, "according to", Frame.ACCORDING, noun_phrase(tokens, first, stop), Order.ACCORDING, stop)


def _verbal_cue(tokens: Tokens, at: int) -> Cue | None:
    if (at and tokens[at - 1].kind == WORD and _is_modifier(tokens, at)) or _quotes_another(tokens, at):
        return None
    inverted = _inverted(tokens, at)
    if inverted:
        return inverted
    helper = _helper_of(tokens, at)
    lower = tokens[at].lower
    if lower.endswith("ing"):
        return _finite(tokens, at) if at and _makes_progressive(helper) else _participle(tokens, at)
    if _makes_passive(helper) and lower not in {"read", "put"}:
        return _passive(tokens, at)
    return _finite(tokens, at) if at else None


def _helper_of(tokens: Tokens, at: int) -> str:
    """Return the word before a verb and its adverbs; empty where there is none."""
    before = at - 1
    while before >= 0 and tokens[before].kind == WORD and _is_verb_adverb(tokens[before]):
        before -= 1
    return tokens[before].lower if before >= 0 and tokens[before].kind == WORD else ""


def _is_verb_adverb(token: Token) -> bool:
    return token.lower in ADVERBS or token.lower in NEGATIONS or token.lower.endswith("ly")


def _makes_passive(helper: str) -> bool:
    return helper in BE or helper in {"gets", "got"}


def _makes_progressive(helper: str) -> bool:
    if _makes_passive(helper):
        return True
    is_contracted = helper.endswith(("'s", "'re", "'m"))
    return is_contracted and helper.split("'", 1)[0] in PERSONAL_PRONOUNS | {"who", "that", "there"}


def _is_modifier(tokens: Tokens, at: int) -> bool:
    """Tell whether a form is no verb: *the alleged …*, *Doe's repeated …*, *his claim*."""
    lower, before = tokens[at].lower, tokens[at - 1].lower
    if before.endswith("'s"):
        is_contraction = before.split("'", 1)[0] in {"he", "she", "it", "who", "that", "there"}
        if lower in NOUN_LIKE_CUES or (lower.endswith("ed") and not is_contraction):
            return True
    return (before in DETERMINERS and before not in _PRONOMINAL) or before in _NOT_BEFORE_A_VERB


def _inverted(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of *"…," said Jane Doe*."""
    if tokens[at].lower not in _INVERTING or not at or at + 1 >= len(tokens):
        return None
    before, first = tokens[at - 1], at + 1
    if before.kind != PASSAGE and before.text not in {",", "—", "–", "--"}:
        return None
    lower = tokens[first].lower
    if lower in PERSONAL_PRONOUNS or lower in TIME_WORDS or not starts_noun_phrase(tokens, first):
        return _inverted_pronoun(tokens, at)
    stop = end_of_noun_phrase(tokens, first)
    if stop == first or not _stops_source(tokens, stop) or _is_plain_order(tokens, at, stop):
        return None
    lemma, frame = CUE_VERBS[tokens[at].lower]
    return Cue(at, lemma, frame, noun_phrase(tokens, first, stop), Order.VERB_SUBJECT, stop)


def _inverted_pronoun(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of *"…," said she*, where nothing makes it *said she would*."""
    first = at + 1
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    is_alone = after is None or after.kind in {PASSAGE, PUNCTUATION} or after.lower in PREPOSITIONS
    if tokens[first].lower not in {"he", "she", "they"} or not is_alone:
        return None
    lemma, frame = CUE_VERBS[tokens[at].lower]
    return Cue(at, lemma, frame, noun_phrase(tokens, first, first + 1), Order.VERB_SUBJECT, first + 1)


def _stops_source(tokens: Tokens, stop: int) -> bool:
    if stop >= len(tokens):
        return True
    return tokens[stop].kind in {PASSAGE, PUNCTUATION} or tokens[stop].lower in _STOPS_SOURCE


def _is_plain_order(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell whether what follows the verb is no source: a clause of its own, or the subject stands before the comma."""
    before = tokens[at - 1]
    verb_follows = any(is_verb(tokens, index) for index in range(stop, min(stop + 3, len(tokens))))
    if verb_follows and before.kind != PASSAGE and not tokens[at + 1].capitalised:
        return True
    return before.text == "," and _has_apposition_before(tokens, at)


def _has_apposition_before(tokens: Tokens, at: int) -> bool:
    """Tell whether a subject stands before the comma: *Doe, the mayor, said Paris …*."""
    last = over_apposition(tokens, at - 1)
    return last is not None and tokens[last].capitalised and last < 5


def _participle(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of *…, adding that*; a name right before is its subject: *with Jane Doe stating that*."""
    if tokens[at].lower in _SILENT_PARTICIPLES or is_unsaid_participle(tokens, at):
        return None
    source: NounPhrase | None = None
    if at and tokens[at - 1].kind == WORD:
        before = tokens[at - 1]
        if before.lower in DETERMINERS or before.lower in POSSESSIVES or before.lower.endswith("'s"):
            return None
        if before.capitalised and at > 1 and before.lower not in TIME_WORDS:
            source = _name_before(tokens, at)
        elif before.lower == "as" and (quoted := _quoted(tokens, at)):
            return quoted
    lemma, frame = CUE_VERBS[tokens[at].lower]
    return Cue(at, lemma, frame, source, Order.PARTICIPLE, at + 1)


def _quotes_another(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb of quoting leads to *as saying*, which is then the cue: *Roe quoted Doe as saying …*."""
    reach = range(at + 1, min(at + _QUOTED_REACH, len(tokens) - 1))
    return tokens[at].lower in _QUOTING and any(_is_as_saying(tokens, after) for after in reach)


def _is_as_saying(tokens: Tokens, at: int) -> bool:
    saying = tokens[at + 1].lower
    return tokens[at].lower == "as" and saying in CUE_VERBS and saying.endswith("ing")


def _quoted(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of *Roe quoted Doe as saying* or of *Doe was quoted by Roe as saying*; None for another *as*."""
    stop = at - 1
    reach = range(stop - 1, max(stop - _QUOTED_REACH, -1), -1)
    quoting = next((verb for verb in reach if tokens[verb].lower in _QUOTING), None)
    if quoting is None:
        return None
    lemma, frame = CUE_VERBS[tokens[at].lower]
    first = quoting + 1
    if first == stop or tokens[first].lower == "by":
        by = noun_phrase(tokens, first + 1, stop) if stop > first + 1 else None
        return Cue(at, lemma, frame, None, Order.PARTICIPLE, at + 1, quoted_by=by)
    if end_of_noun_phrase(tokens, first) != stop:
        return None
    source, by = noun_phrase(tokens, first, stop), subject_before(tokens, quoting)
    return Cue(at, lemma, frame, source, Order.SUBJECT_VERB, at + 1, quoted_by=by)


def _name_before(tokens: Tokens, at: int) -> NounPhrase:
    first = at - 1
    while first > 0 and tokens[first - 1].capitalised and tokens[first - 1].lower not in NOT_NAMES:
        first -= 1
    return noun_phrase(tokens, first, at)


def _passive(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of *was told by Doe*; a passive without *by* names no source."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower != "by":
        return None
    first = at + 2
    stop = end_of_noun_phrase(tokens, first)
    lemma, frame = CUE_VERBS[tokens[at].lower]
    return Cue(at, lemma, frame, noun_phrase(tokens, first, stop), Order.PASSIVE, stop) if stop > first else None


def _finite(tokens: Tokens, at: int) -> Cue | None:
    lemma, frame = CUE_VERBS[tokens[at].lower]
    if is_no_report(tokens, at, lemma):
        return None
    source = subject_before(tokens, at) or shared_subject(tokens, at)
    if source is None or not can_speak(tokens, at, source):
        return None
    if tokens[at].lower in NOUN_LIKE_CUES and not is_clearly_verb(tokens, at, source):
        return None
    last = helpers_before(tokens, at)
    if is_unsaid(tokens, at, last + 1, source):
        return None
    is_relative = last >= 0 and tokens[last].lower in _RELATIVES
    return Cue(at, lemma, frame, source, Order.SUBJECT_VERB, at + (_PUT_IT if lemma == "put" else 1), is_relative)
