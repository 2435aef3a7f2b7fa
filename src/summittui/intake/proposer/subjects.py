"""Subjects of cues: the noun phrase before a verb, past its auxiliaries and over appositions; shared subjects."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS, NOUN_LIKE_CUES
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import ROLES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrases import noun_phrase_ending_at
from summittui.intake.proposer.syntax import BRACKET, PASSAGE, PUNCTUATION, WORD, NounPhrase, Token, Tokens, noun_phrase
from summittui.intake.proposer.verbs import has_verb, is_auxiliary, is_noun_like, is_verb

CATENATIVES: Final = words(
    """
    on continued continues appeared appears seemed seems refused refuses declined declines began begins started starts
    tried tries used wants wanted want failed fails had has have going likes like went liked seeking sought hoped moved
    needs need proceeded was is were are be forced able about
    """
)
"""Words that govern *to say*, whose subject is the speaker."""
_MOST_HELPERS: Final = 9
_LONGEST_APPOSITION: Final = 40
_LONGEST_ASIDE: Final = 25
_MOST_APPOSITIONS: Final = 4
_SHORT_APPOSITION: Final = 6
_DASHES: Final = ("—", "–", "―", "-", "--")
_OPENS_APPOSITION: Final = (
    DETERMINERS
    | PREPOSITIONS
    | POSSESSIVES
    | words(
        """
    who which whose then now former speaking in during at on himself herself too however meanwhile asked when while as
    after with for citing like along by once
    """
    )
)
_OPENS_KNOWN_APPOSITION: Final = DETERMINERS | ROLES | POSSESSIVES | words("who whose former director senior of")
_OPENS_CHAIN: Final = words("a an the who whose which former then")
_OPENS_CIRCUMSTANCE: Final = TIME_WORDS | words("in on at during after before when while as speaking following amid")
"""Words behind a comma that tell when or where was spoken, which is nobody's role."""
_NO_SHARED_SUBJECT: Final = words("that which it")


def helpers_before(tokens: Tokens, verb: int) -> int:
    """Return the index of the token before a verb and its auxiliaries, adverbs and times; -1 where there is none."""
    at = verb - 1
    for step in range(_MOST_HELPERS):
        length = _helper_length(tokens, at, verb, step) if at >= 0 else 0
        if not length:
            break
        at -= length
    return at


def _helper_length(tokens: Tokens, at: int, verb: int, step: int) -> int:
    """Return how many tokens up to `at` only help the verb: *has also*, *on Monday*, *went on to*."""
    token = tokens[at]
    if token.kind != WORD:
        return int(token.kind == BRACKET)
    if is_auxiliary(token) or token.lower in NEGATIONS or _is_adverb(token):
        return 1
    before = tokens[at - 1].lower if at else ""
    if token.lower in TIME_WORDS and at and (before not in DETERMINERS or before in {"last", "this"}):
        return _time_length(tokens, at)
    if token.lower == "to" and before in CATENATIVES:
        return 3 if at > 1 and tokens[at - 2].lower in {"went", "goes", "go", "going"} else 2
    if token.lower in {"began", "started", "kept", "keeps", "begins"} and verb - at == 1:
        return 1
    return 2 if token.lower in {"and", "or"} and before in CUE_VERBS and step < 3 else 0


def _is_adverb(token: Token) -> bool:
    if token.lower in ADVERBS:
        return token.lower not in {"all", "both", "here", "there"}
    return token.lower.endswith("ly") and not token.capitalised and token.lower not in {"family", "daily"}


def _time_length(tokens: Tokens, at: int) -> int:
    before = at - 1
    while before > 0 and tokens[before].lower in {"last", "this", "on", "late", "early", "next"}:
        before -= 1
    return at - before


def subject_before(tokens: Tokens, verb: int) -> NounPhrase | None:
    """Return the subject of the verb, which stands before it."""
    at: int | None = helpers_before(tokens, verb)
    if at is not None and at >= 0 and tokens[at].kind == PUNCTUATION:
        at = _over_aside(tokens, at)
    if at is None or at < 0:
        return None
    if tokens[at].kind == BRACKET:
        at -= 1
    return noun_phrase_ending_at(tokens, at) if at >= 0 else None


def _over_aside(tokens: Tokens, at: int) -> int | None:
    """Return the index of the last token of the subject, before the aside that ends with the comma or dash at `at`."""
    if tokens[at].text == ",":
        return over_apposition(tokens, at)
    if tokens[at].text not in _DASHES:
        return None
    for before in range(at - 1, max(at - _LONGEST_ASIDE, 0), -1):
        if tokens[before].text in _DASHES:
            return before - 1
    return None


def over_apposition(tokens: Tokens, comma: int) -> int | None:
    """Return the index of the last token of the noun phrase whose apposition ends with the comma."""
    end = comma
    for _ in range(_MOST_APPOSITIONS):
        opens = _stop_before(tokens, end)
        if not _encloses_apposition(tokens, opens, end):
            return None
        earlier = _stop_before(tokens, opens)
        chained = earlier > 0 and tokens[earlier].text == "," and tokens[earlier - 1].capitalised
        if not (chained and _continues_chain(tokens[earlier + 1 : opens])):
            return opens - 1
        end = opens
    return None


def _encloses_apposition(tokens: Tokens, opens: int, end: int) -> bool:
    if opens <= 0 or tokens[opens].text != "," or not 1 < end - opens < _LONGEST_APPOSITION:
        return False
    before = tokens[opens - 1]
    names = before.capitalised or before.kind == BRACKET or before.lower in SUBJECT_PRONOUNS or is_noun_like(before)
    return names and _is_apposition(tokens[opens + 1 : end])


def _stop_before(tokens: Tokens, end: int) -> int:
    at = end - 1
    while at >= 0 and end - at < _LONGEST_APPOSITION:
        if tokens[at].text in {",", ";", ":", "."} or tokens[at].kind == PASSAGE:
            break
        at -= 1
    return at


def _is_apposition(segment: Tokens) -> bool:
    first = segment[0]
    if len(segment) <= _SHORT_APPOSITION or first.kind == BRACKET or first.capitalised or first.text[0].isdigit():
        return True
    if first.lower in _OPENS_APPOSITION or first.lower.endswith(("ing", "ed")):
        return True
    return any(token.lower in ROLES for token in segment)


def _continues_chain(segment: Tokens) -> bool:
    """Tell whether what stands between two commas is an apposition too: *Doe, 52, the mayor, said*."""
    if not segment:
        return False
    first = segment[0]
    is_lone_word = len(segment) == 1 and not first.capitalised
    return first.text[0].isdigit() or is_lone_word or first.lower in _OPENS_CHAIN


def shared_subject(tokens: Tokens, verb: int) -> NounPhrase | None:
    """Return the subject of the verb that `verb` is joined to by *and*, *but* or *then*: *Doe went home and said*."""
    joint = helpers_before(tokens, verb)
    if joint < 1 or (tokens[joint].lower not in COORDINATORS and tokens[joint].lower != "then"):
        return None
    lower = tokens[verb].lower
    for at in range(joint - 1, 0, -1):
        token = tokens[at]
        if token.text in {";", ":"}:
            return None
        if _can_share(tokens, at, lower) and not (lower.endswith("s") and token.lower.endswith("ed")):
            found = subject_before(tokens, at)
            if found is not None and found.text.lower() not in _NO_SHARED_SUBJECT:
                return found
    first_verb = next((at for at in range(1, joint) if is_verb(tokens, at)), None)
    return None if first_verb is None else subject_before(tokens, first_verb)


def _can_share(tokens: Tokens, at: int, verb: str) -> bool:
    lower = tokens[at].lower
    if is_verb(tokens, at) and (lower not in AUXILIARIES or verb.endswith("ing")):
        return True
    return lower in CUE_VERBS and lower not in NOUN_LIKE_CUES and not lower.endswith("ing")


def with_apposition(tokens: Tokens, source: NounPhrase, cue: int) -> NounPhrase:
    """Return a source with its bracket and apposition: *Jane Doe (D-Ohio), the mayor of X*.

    They reach to the cue, or behind an inverted source to the next stop.
    """
    stop = source.stop
    if stop < len(tokens) and tokens[stop].kind == BRACKET and stop != cue:
        stop += 1
    if stop + 1 < len(tokens) and tokens[stop].text == ",":
        end = _apposition_before_cue(tokens, stop, cue) if stop <= cue else _apposition_before_stop(tokens, stop)
        is_short_name = end is not None and tokens[stop + 1].capitalised and end - stop < _SHORT_APPOSITION
        if end is not None and (tokens[source.stop - 1].capitalised or is_short_name):
            stop = end
    return noun_phrase(tokens, source.first, stop) if stop > source.stop else source


def _apposition_before_cue(tokens: Tokens, comma: int, cue: int) -> int | None:
    stop = cue
    while stop > comma and tokens[stop - 1].kind == WORD:
        stop -= 1
    if stop <= comma + 1 or tokens[stop - 1].text != ",":
        return None
    if not tokens[cue].lower.endswith("ing"):
        return _end_of_role(tokens, comma, stop - 1)
    first = tokens[comma + 1].lower
    if first not in DETERMINERS and first not in ROLES and first not in {"former", "who"}:
        return None
    return next(at for at in range(comma + 1, stop) if tokens[at].text == ",")


def _end_of_role(tokens: Tokens, comma: int, end: int) -> int | None:
    """Return the end of the role in an apposition that goes on with when and where; None where that is all of it."""
    opens = next(
        (at for at in range(comma, end) if tokens[at].text == "," and _opens_circumstance(tokens, at + 1)), end
    )
    return opens if opens > comma else None


def _opens_circumstance(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind == WORD and tokens[at].lower in _OPENS_CIRCUMSTANCE


def _apposition_before_stop(tokens: Tokens, comma: int) -> int | None:
    end = comma + 1
    while end < len(tokens) and end - comma < 30 and tokens[end].kind != PASSAGE:
        if tokens[end].text in {".", ";", ":", "—", "--"}:
            break
        end += 1
    while tokens[end - 1].kind == PUNCTUATION:
        end -= 1
    if end <= comma + 1:
        return None
    first = tokens[comma + 1].lower
    if first in _OPENS_KNOWN_APPOSITION:
        return _end_of_role(tokens, comma, end)
    opens = not first.endswith("ing") and first not in PREPOSITIONS and first not in COORDINATORS
    is_role = opens and end - comma < 16 and not has_verb(tokens, comma + 1, end)
    return _end_of_role(tokens, comma, end) if is_role else None


def main_subject(tokens: Tokens, upto: int) -> NounPhrase | None:
    """Return the subject of the first verb before the token `upto` that has one, which a participle there shares."""
    for at in range(upto):
        subject = subject_before(tokens, at) if is_verb(tokens, at) else None
        if subject and subject.stop <= at:
            return subject
    return None
