"""Content behind a cue: *Doe said (on Monday) (that) …*, *Doe called X "…"*, *…, adding that …*."""

from typing import Final

from summittui.intake.proposer.content_end import content_end
from summittui.intake.proposer.content_start import OPENS_CLAUSE, ContentStart, content_start
from summittui.intake.proposer.lexicon.cue_verbs import (
    BELIEF_VERBS,
    EVIDENTIAL_VERBS,
    SPEECH_NOUNS,
    TAKES_OBJECT,
    Frame,
)
from summittui.intake.proposer.lexicon.function_words import (
    AUXILIARIES,
    COORDINATORS,
    NEGATIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import ROLES
from summittui.intake.proposer.lexicon.text_nouns import TEXT_NOUNS, TITLING
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.occasions import without_occasion
from summittui.intake.proposer.syntax import PASSAGE, Attribution, Cue, Order, Tokens, final_stop
from summittui.intake.proposer.texts import is_text
from summittui.intake.proposer.verbs import has_verb
from summittui.intake.proposer.via import via_of

_CALLED_EVENTS: Final = words("meeting session election elections vote witnesses")
_WANTS_PASSAGE_FIRST: Final = words("begin continue finish sing")
"""Verbs that report only a passage in marks right behind them; what else they take is no speech."""
_NOUN_REACH: Final = 6
"""Tokens among which the noun of a short complement stands."""
_BARE: Final = {Frame.CLAUSE: 0.75, Frame.THAT: 0.6, Frame.OBJECT: 0.6}
"""Confidence in content that nothing leads in, by the construction of the cue."""
_REASONS: Final = {Order.SUBJECT_VERB: "said before", Order.PASSIVE: "said by"}
_LEAST_WORDS_AFTER_SAY: Final = 3
_LEAST_WORDS_OF_CLAUSE: Final = 2


def attribution_after(tokens: Tokens, cue: Cue, cues: list[Cue]) -> Attribution | None:
    """Return the attribution whose content follows `cue`; None where nothing that follows was said."""
    if cue.order in {Order.ACCORDING, Order.VERB_SUBJECT} or cue.after >= len(tokens):
        return None
    end = final_stop(tokens)
    if _is_only_circumstance(tokens, cue, end):
        return None
    stop = content_end(tokens, cue.after, end, cues, cue)
    start = content_start(tokens, cue, stop) if cue.after < stop else ContentStart(None)
    if start.at is None or start.at >= stop:
        return None
    if cue.order is Order.PASSIVE and start.form != "that" and tokens[start.at].kind != PASSAGE:
        return None
    stop = without_occasion(tokens, cue, start.at, stop)
    confidence = _confidence(tokens, cue, start.at, stop, start.form)
    if confidence is None:
        return None
    reason = _REASONS.get(cue.order, "participle")
    return Attribution(cue, cue.source, ((start.at, stop),), reason, confidence, start.via or via_of(tokens, cue))


def _is_only_circumstance(tokens: Tokens, cue: Cue, end: int) -> bool:
    """Tell whether nothing of what was said follows: *as Doe said when she left*."""
    if cue.lemma not in {"say", "tell", "add"} or tokens[cue.at - 1].lower in NEGATIONS:
        return False
    at = cue.after
    while at < len(tokens) - 1 and (tokens[at].lower in TIME_WORDS or tokens[at].lower in {"last", "late", "early"}):
        at += 1
    opens = tokens[at].lower in {"when", "until", "as"}
    if tokens[at].lower in {"after", "before"} and at + 1 < len(tokens):
        after = tokens[at + 1].lower
        opens = after in SUBJECT_PRONOUNS or after.endswith("ing")
    return opens and not any(token.kind == PASSAGE or token.lower == "that" for token in tokens[cue.after : end])


def _confidence(tokens: Tokens, cue: Cue, first: int, stop: int, form: str) -> float | None:
    """Return how sure it is that the tokens from `first` to `stop` were said; None where they were not."""
    opening = tokens[first]
    last = first + 1 if cue.lemma in _WANTS_PASSAGE_FIRST and form != "colon" else stop
    has_marks = any(_is_quoted(tokens, at) for at in range(first, last))
    is_object_relative = _is_object_relative(tokens, cue)
    is_predicate = opening.lower in AUXILIARIES and not opening.capitalised
    if opening.lower in COORDINATORS or (is_predicate and not is_object_relative):
        return None
    if not has_marks and _says_nothing(tokens, cue, first, stop, form):
        return None
    if opening.kind == PASSAGE and first + 1 == stop:
        return 0.9
    if form in {"that", "about"} or opening.lower in {"that", "how", "whether"} or is_predicate:
        return 0.85
    if form == "colon" or cue.frame is Frame.QUOTE:
        return 0.8
    takes_any = has_marks or opening.lower in WH_WORDS or cue.lemma in TAKES_OBJECT
    is_content = takes_any or _is_clause(tokens, cue, first, stop)
    return _BARE[cue.frame] if is_content else None


def _is_quoted(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is a passage in marks, and no title."""
    return tokens[at].kind == PASSAGE and tokens[at - 1].lower not in TITLING


def _is_object_relative(tokens: Tokens, cue: Cue) -> bool:
    """Tell whether the attribution stands inside a relative clause: *which he said were …*."""
    if cue.source is None or not cue.source.first:
        return False
    return tokens[cue.source.first - 1].lower in {"which", "that", "what", "who"}


def _says_nothing(tokens: Tokens, cue: Cue, first: int, stop: int, form: str) -> bool:
    """Tell whether a verb that also means another thing does so here; passages in marks would show speech."""
    if cue.lemma == "call":
        return _is_no_naming(tokens, first, stop)
    if cue.frame is Frame.QUOTE:
        return True
    return _has_other_object(tokens, cue, first, form) or _has_no_clause(tokens, cue, first, stop, form)


def _has_other_object(tokens: Tokens, cue: Cue, first: int, form: str) -> bool:
    """Tell whether the object shows a deed: *proposed a resolution*, *welcomed the guests*."""
    opens = {token.lower for token in tokens[first : first + _NOUN_REACH]}
    if cue.lemma == "propose":
        return bool(opens & TEXT_NOUNS)
    return form != "that" and cue.lemma in SPEECH_NOUNS and not opens & SPEECH_NOUNS[cue.lemma]


def _has_no_clause(tokens: Tokens, cue: Cue, first: int, stop: int, form: str) -> bool:
    """Tell whether a verb that things do too has no statement behind it: *highlighted a gap*, *added two players*."""
    opening = tokens[first]
    is_clause = form == "that" or opening.lower == "that"
    if cue.lemma in EVIDENTIAL_VERBS:
        is_statement = opening.lower in OPENS_CLAUSE and has_verb(tokens, first, stop)
        is_clause = is_clause or opening.lower in WH_WORDS or (is_statement and cue.order is Order.PARTICIPLE)
        return not is_clause and not _is_of_person(tokens, cue)
    if cue.lemma == "add":
        is_said = form or is_clause or opening.capitalised
        return not (is_said or opening.lower in OPENS_CLAUSE or opening.lower in WH_WORDS)
    return False


def _is_no_naming(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether *called* is no speech: *called in sick*, *called a meeting*."""
    if tokens[first].lower in {"in", "into", "back", "up"}:
        return True
    is_event = any(token.lower in _CALLED_EVENTS for token in tokens[first : min(first + 4, stop)])
    return tokens[first].lower in {"a", "an", "the"} and is_event


def _is_of_person(tokens: Tokens, cue: Cue) -> bool:
    source = cue.source
    if source is None or is_text(source):
        return False
    if tokens[source.stop - 1].capitalised or source.text.lower() in {"he", "she", "they"}:
        return True
    return any(token.lower in ROLES for token in tokens[source.first : source.stop])


def _is_clause(tokens: Tokens, cue: Cue, first: int, stop: int) -> bool:
    """Tell whether what follows a cue without *that* or marks is a statement."""
    if cue.frame is not Frame.CLAUSE:
        return _is_question_or_belief(tokens, cue, first, stop)
    length = stop - first
    if tokens[first].lower in OPENS_CLAUSE and length > _LEAST_WORDS_OF_CLAUSE:
        return True
    return (cue.lemma == "say" and length > _LEAST_WORDS_AFTER_SAY) or has_verb(tokens, first, stop)


def _is_question_or_belief(tokens: Tokens, cue: Cue, first: int, stop: int) -> bool:
    lower = tokens[first].lower
    if cue.lemma in {"point", "mention"} or (cue.lemma == "ask" and lower == "to"):
        return True
    takes_clause = lower in OPENS_CLAUSE or cue.lemma in BELIEF_VERBS or cue.lemma == "ask"
    return takes_clause and has_verb(tokens, first, stop)
