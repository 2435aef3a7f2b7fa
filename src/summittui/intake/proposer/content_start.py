"""The start of the content behind a cue: past particles, the addressee, times and places."""

from typing import Final

from msgspec import Struct

from summittui.intake.proposer.lexicon.cue_verbs import ADDRESSEE_VERBS, Frame
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    TIME_WORDS,
)
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase, starts_noun_phrase
from summittui.intake.proposer.syntax import BRACKET, PASSAGE, PUNCTUATION, WORD, Cue, NounPhrase, Order, Tokens
from summittui.intake.proposer.syntax import noun_phrase as phrase_of
from summittui.intake.proposer.verbs import has_verb, is_verb, opens_relative_clause
from summittui.intake.proposer.via import via_of

OPENS_CLAUSE: Final = words("he she they it there we i you this that these those his her its their")
TIME_ADJECTIVES: Final = words("last this late early earlier")
_TAKES_INFINITIVE: Final = words(
    """
    pledge promise vow threaten urge ask offer propose claim refuse tell warn agree encourage advise instruct swear
    admit
    """
)
_PARTICLES: Final = {
    "point": words("out to on about"),
    "refer": words("to"),
    "comment": words("on about"),
    "warn": words("of about against"),
    "speak": words("out of about"),
    "plead": words("to"),
}
"""The particle behind a verb, which is no part of the content."""
_ANONYMITY: Final = words("named identified quoted anonymity anonymous")
_ANONYMITY_REACH: Final = 5
_THAT_REACH: Final = 22
_PLACE_REACH: Final = 25
_TIME_REACH: Final = 9
_ACCUSED_REACH: Final = 10
_CLAUSE_SUBJECTS: Final = words("he she they there we if whether how it")


class ContentStart(Struct, frozen=True):
    """The start of the content behind a cue."""

    at: int | None
    """Index of the first token of the content; None where nothing was said."""
    form: str = ""
    """The word or sign that leads the content in: *that*, *colon*, *about* or nothing."""
    via: NounPhrase | None = None
    """The addressee or the outlet that was passed over."""


def content_start(tokens: Tokens, cue: Cue, stop: int) -> ContentStart:
    """Return where the content behind `cue` begins; it ends before `stop`."""
    at = cue.after
    fixed = _after_particle(tokens, cue, stop)
    if fixed is not None:
        return fixed
    if tokens[at].lower in _PARTICLES.get(cue.lemma, ()):
        at += 1
    at, addressee = _past_addressee(tokens, cue, at, stop)
    if cue.lemma == "ask" and at + 1 < stop and tokens[at].lower == "about":
        return ContentStart(at + 1, "about", addressee)
    is_infinitive = at < stop and tokens[at].lower == "to" and cue.lemma in _TAKES_INFINITIVE
    that = None if is_infinitive else _conjunction_that(tokens, at, stop)
    if that is not None:
        return ContentStart(that, "that", addressee or via_of(tokens, cue))
    at = _past_times(tokens, at, stop)
    return _at_first_word(tokens, cue, at, stop, addressee) if at < stop else ContentStart(None)


def _at_first_word(tokens: Tokens, cue: Cue, at: int, stop: int, via: NounPhrase | None) -> ContentStart:
    token = tokens[at]
    if token.text == ":":
        return ContentStart(at + 1, "colon", via)
    if token.text == ",":
        return ContentStart(_past_comma(tokens, cue, at, stop), "", via)
    if token.lower == "to" and cue.lemma in _TAKES_INFINITIVE:
        return ContentStart(at, "", via)
    is_circumstance = cue.frame is Frame.CLAUSE and token.lower in {"as", "when", "after", "before", "while", "with"}
    if is_circumstance or (token.lower in PREPOSITIONS and token.lower not in {"like", "than", "as", "with"}):
        past = _past_place(tokens, cue, at, stop)
        return ContentStart(past.at, past.form, via or (via_of(tokens, cue) if past.at != at else None))
    return ContentStart(at, "", via)


def _after_particle(tokens: Tokens, cue: Cue, stop: int) -> ContentStart | None:
    """Return the start behind a verb with a fixed particle: *called for …*, *accused her of …*, *pointed to …*."""
    at, lower = cue.after, tokens[cue.after].lower
    if cue.lemma == "ask":
        return _behind_ask(tokens, at, stop)
    if cue.lemma in {"describe", "characterize", "characterise"} and lower == "as":
        return ContentStart(at + 1)
    if cue.lemma == "call":
        return _behind_call(tokens, at, stop)
    if cue.lemma == "accuse":
        return _behind_accused(tokens, at, stop)
    if cue.lemma in {"point", "refer", "comment", "warn"} and lower in _PARTICLES[cue.lemma]:
        that_follows = at + 1 < stop and tokens[at + 1].lower == "that"
        return ContentStart(at + 1, "that" if that_follows else "about")
    return None


def _behind_ask(tokens: Tokens, at: int, stop: int) -> ContentStart | None:
    """Return the start of *asked for …*; none where a source asks for anonymity, which is not what it says."""
    if any(token.lower in _ANONYMITY for token in tokens[at : at + _ANONYMITY_REACH]):
        return ContentStart(None)
    if tokens[at].lower not in {"for", "about", "of"}:
        return None
    says_nothing = tokens[at].lower == "for" and tokens[min(at + 1, stop - 1)].lower in {"or", "and", "it"}
    return ContentStart(None if says_nothing else at)


def _behind_call(tokens: Tokens, at: int, stop: int) -> ContentStart:
    """Return the start behind *for* in *called (on Monday) for …*, else behind *called*."""
    particle = _past_times(tokens, at, stop)
    if (
        particle < stop
        and tokens[particle].lower == "on"
        and particle + 1 < stop
        and tokens[particle + 1].lower in TIME_WORDS
    ):
        particle += 2
    if particle < stop and tokens[particle].lower in {"for", "on", "out", "upon"}:
        return ContentStart(particle + 1)
    return ContentStart(at)


def _behind_accused(tokens: Tokens, at: int, stop: int) -> ContentStart | None:
    """Return the start behind *of* in *accused her of …*; only where a pronoun or marks show what was said."""
    is_pronoun = tokens[at].lower in OBJECT_PRONOUNS or tokens[at].lower == "it"
    if not is_pronoun and not any(token.kind == PASSAGE for token in tokens[at:stop]):
        return None
    upto = min(at + _ACCUSED_REACH, stop)
    of = next((index for index in range(at, upto) if tokens[index].lower == "of"), None)
    return ContentStart(None if of is None else of + 1)


def _past_addressee(tokens: Tokens, cue: Cue, at: int, stop: int) -> tuple[int, NounPhrase | None]:
    """Return the index behind *reporters* in *told reporters …*, and the addressee."""
    if cue.lemma not in ADDRESSEE_VERBS or at >= stop or tokens[at].lower == "that":
        return at, None
    end = _end_of_addressee(tokens, cue, at, stop)
    if at < end < stop - 1 and tokens[end].kind == PASSAGE and tokens[end - 1].lower.endswith("'s"):
        end += 1
    return (end, phrase_of(tokens, at, end)) if end > at else (at, None)


def _end_of_addressee(tokens: Tokens, cue: Cue, at: int, stop: int) -> int:
    lower = tokens[at].lower
    if lower in OBJECT_PRONOUNS or lower in {"reporters", "you", "it"}:
        return at + 1
    if lower in {"he", "she", "they", "there"} or not starts_noun_phrase(tokens, at):
        return at
    end = end_of_noun_phrase(tokens, at)
    is_clause = cue.lemma != "tell" and end < stop and is_verb(tokens, end)
    return at if is_clause else end


def _conjunction_that(tokens: Tokens, first: int, stop: int) -> int | None:
    """Return the index of *that*, at once or behind adjuncts only: *said on Monday in Paris that*."""
    for at in range(first, min(stop, first + _THAT_REACH)):
        token = tokens[at]
        if token.kind == PASSAGE or token.text in {":", ";", "—"}:
            return None
        if token.lower == "that" and not _is_relative_that(tokens, at, first, stop):
            is_direct = at == first or _is_adjunct(tokens, first, at)
            return at if is_direct else None
    return None


def _is_relative_that(tokens: Tokens, at: int, first: int, stop: int) -> bool:
    if at == first:
        return False
    before = tokens[at - 1].lower
    opens_relative = at + 1 < stop and opens_relative_clause(tokens, at) and before not in TIME_WORDS
    return before in PREPOSITIONS or opens_relative


def _is_adjunct(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the tokens only say when and where: *on Monday*, *, however,*."""
    token = tokens[first]
    if token.text == ",":
        return True
    opens = token.kind == BRACKET or any(
        token.lower in listed for listed in (PREPOSITIONS, TIME_WORDS, ADVERBS, TIME_ADJECTIVES)
    )
    return opens and not has_verb(tokens, first, stop)


def _past_times(tokens: Tokens, at: int, stop: int) -> int:
    """Return the index behind times and adverbs of manner: *said Monday*, *said flatly,*."""
    while at < stop and _is_time_or_manner(tokens, at, stop):
        at += 1
    return at


def _is_time_or_manner(tokens: Tokens, at: int, stop: int) -> bool:
    token = tokens[at]
    if token.kind == BRACKET or token.lower in TIME_WORDS:
        return True
    if token.lower in TIME_ADJECTIVES and is_time_near(tokens, at + 1, min(at + 3, stop)):
        return True
    if token.lower in {"also", "again", "later", "simply", "instead", "only"}:
        return True
    if not token.lower.endswith("ly") or token.capitalised or at + 1 >= stop:
        return False
    after = tokens[at + 1]
    return after.kind == PUNCTUATION or after.lower in OPENS_CLAUSE or after.lower in PREPOSITIONS


def is_time_near(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether there is a word for a time among the tokens from `first` up to `stop`."""
    return any(token.lower in TIME_WORDS or token.lower in {"day", "time"} for token in tokens[first:stop])


def _past_comma(tokens: Tokens, cue: Cue, comma: int, stop: int) -> int | None:
    """Return the start behind a comma: *said, "…"*, or *said, however, "…"*."""
    if comma + 1 >= stop:
        return None
    if tokens[comma + 1].kind == PASSAGE:
        return comma + 1
    second = comma + 1
    while second < stop and tokens[second].text != ",":
        if tokens[second].kind == PASSAGE:
            return None
        second += 1
    if second + 1 < stop and (tokens[second + 1].kind == PASSAGE or tokens[second + 1].lower in OPENS_CLAUSE):
        return second + 1
    is_clause = cue.order is Order.SUBJECT_VERB and tokens[comma + 1].lower in OPENS_CLAUSE
    return comma + 1 if is_clause else None


def _past_place(tokens: Tokens, cue: Cue, first: int, stop: int) -> ContentStart:
    """Return the start behind a place or time: at a passage in marks, a colon, or a new clause."""
    for at in range(first + 1, min(stop, first + _PLACE_REACH)):
        token, before = tokens[at], tokens[at - 1]
        if token.kind == PASSAGE:
            if before.text in {",", ":"} or before.lower not in PREPOSITIONS | DETERMINERS:
                return ContentStart(at)
            break
        if token.text == ":":
            return ContentStart(at + 1, "colon")
        if token.text == ",":
            if cue.frame is Frame.CLAUSE and at + 1 < stop and _opens_content(tokens, at + 1):
                return ContentStart(at + 1)
            break
        is_subject = token.lower in _CLAUSE_SUBJECTS and before.lower not in PREPOSITIONS
        if is_subject and at + 1 < stop and tokens[at + 1].kind == WORD:
            return ContentStart(at)
    return ContentStart(_past_bare_time(tokens, cue, first, stop))


def _opens_content(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    is_marked = token.kind == PASSAGE or token.capitalised
    return is_marked or token.lower in OPENS_CLAUSE or token.lower in DETERMINERS


def _past_bare_time(tokens: Tokens, cue: Cue, first: int, stop: int) -> int:
    """Return the index behind a time that a subject follows at once: *said in May the plan was dead*."""
    if cue.lemma in {"say", "tell", "add", "write"}:
        for at in range(first + 1, min(first + _TIME_REACH, stop - 1)):
            if tokens[at].lower in TIME_WORDS and starts_noun_phrase(tokens, at + 1):
                return at + 1
    return first
