"""Content before a cue, or on both sides of a cue: *"…," said Doe*, *…, Doe said, …*, *… according to Doe*."""

from typing import Final

from summittui.intake.proposer.according import according_attribution
from summittui.intake.proposer.adjuncts import end_of_adjuncts
from summittui.intake.proposer.content_end import content_end
from summittui.intake.proposer.lexicon.cue_verbs import ADDRESSEE_VERBS, Frame
from summittui.intake.proposer.lexicon.function_words import (
    COORDINATORS,
    DASHES,
)
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.marks import QUOTATION_MARKS
from summittui.intake.proposer.preceding import Preceding, preceding
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    Attribution,
    Cue,
    Order,
    Range,
    Token,
    Tokens,
    final_stop,
)
from summittui.intake.proposer.verbs import has_verb
from summittui.intake.proposer.via import via_of

_GLUE: Final = words("while as after when before who which but and though although even in during to")
"""Words behind an attribution with which the writer goes on, and not the speaker."""
_LONGEST_FRONTED_ASIDE: Final = 6
_MARKS: Final = QUOTATION_MARKS + " "


def attribution_before(tokens: Tokens, cue: Cue, cues: list[Cue]) -> Attribution | None:
    """Return the attribution whose content stands before `cue`, or on both sides of it; None where there is none."""
    if cue.source is None or cue.is_relative:
        return None
    if cue.order is Order.ACCORDING:
        return according_attribution(tokens, cue, cue.source, cues)
    stop = _stop_of_preceding(tokens, cue.first)
    if not stop or (cue.frame is Frame.OBJECT and tokens[stop - 1].kind != PASSAGE):
        return None
    left = preceding(tokens, stop)
    if left is None:
        return None
    adjuncts = end_of_adjuncts(tokens, cue.after, takes_addressee=cue.lemma in ADDRESSEE_VERBS)
    if adjuncts is None:
        return _before_anything(tokens, cue, left)
    return _Trailing(tokens, cue, cues, left, adjuncts).attribution()


def _stop_of_preceding(tokens: Tokens, attribution: int) -> int | None:
    """Return the index behind what stands before an attribution: a comma, a dash or marks must be between."""
    if not attribution:
        return None
    before = tokens[attribution - 1]
    if before.kind == PASSAGE:
        return attribution
    if before.text == "," or before.text in DASHES:
        return attribution - 1
    if before.lower == "as" and attribution >= 2:
        if tokens[attribution - 2].text == ",":
            return attribution - 2
        if tokens[attribution - 2].kind == PASSAGE:
            return attribution - 1
    return None


def _before_anything(tokens: Tokens, cue: Cue, left: Preceding) -> Attribution | None:
    """Return the attribution of *"…?" Doe said <anything>*: the passage in marks is Doe's whatever follows."""
    assert cue.source is not None
    passage = tokens[cue.first - 1]
    is_closed = passage.kind == PASSAGE and passage.text.rstrip(_MARKS)[-1:] in {",", "?", "!"}
    if not (left.is_only_passages and is_closed and cue.frame is not Frame.OBJECT):
        return None
    return Attribution(cue, cue.source, (left.content,), "said after", 0.8, via_of(tokens, cue))


class _Trailing:
    """An attribution behind what was said, whose adjuncts end at a stop."""

    def __init__(self, tokens: Tokens, cue: Cue, cues: list[Cue], left: Preceding, stop: int) -> None:
        self._tokens = tokens
        self._cue = cue
        self._cues = cues
        self._left = left
        self._stop = stop
        self._end = final_stop(tokens)

    def attribution(self) -> Attribution | None:
        left = self._left
        passage_next = self._passage_next()
        is_bare = self._cue.frame is Frame.QUOTE and not left.has_passages and not passage_next
        if left.is_title or (is_bare and self._cue.lemma != "put"):
            return None
        if self._closes_sentence() and not passage_next:
            return None if left.is_too_short else self._said_after(0.9 if left.has_passages else 0.8)
        stop = self._tokens[self._stop]
        if self._cue.order is Order.VERB_SUBJECT and stop.text == ",":
            return self._behind_inverted()
        return self._inside(passage_next=passage_next) if stop.text == "," or passage_next else None

    def _passage_next(self) -> bool:
        """Tell whether a passage in marks follows, at once or behind a comma or a colon."""
        tokens, stop = self._tokens, self._stop
        if stop >= len(tokens):
            return False
        if tokens[stop].kind == PASSAGE:
            return True
        return tokens[stop].text in {",", ":"} and stop + 1 < len(tokens) and tokens[stop + 1].kind == PASSAGE

    def _closes_sentence(self) -> bool:
        if self._stop >= len(self._tokens) or self._stop >= self._end:
            return True
        text = self._tokens[self._stop].text
        return text in {".", ";", "?", "!"} or text in DASHES

    def _said_after(self, confidence: float) -> Attribution:
        return self._of((self._left.content,), "said after", confidence)

    def _of(self, content: tuple[Range, ...], reason: str, confidence: float) -> Attribution:
        return Attribution(self._cue, self._cue.source, content, reason, confidence, via_of(self._tokens, self._cue))

    def _behind_inverted(self) -> Attribution:
        """Return the attribution of *"…," said Doe, the mayor of X, "…"*."""
        tokens = self._tokens
        upto = range(self._stop + 1, self._end)
        passage = next((at for at in upto if tokens[at].kind == PASSAGE), None)
        if passage is None or tokens[passage - 1].text != "," or not self._left.has_passages:
            return self._said_after(0.85)
        end = content_end(tokens, passage, self._end, self._cues, self._cue)
        return self._of((self._left.content, (passage, end)), "said inside", 0.8)

    def _inside(self, *, passage_next: bool) -> Attribution | None:
        """Return the attribution of *The plan, Doe said, is dead*: content on both sides, where both are content."""
        tokens, left = self._tokens, self._left
        is_colon = tokens[self._stop].text == ":"
        right = self._stop + (tokens[self._stop].kind == PUNCTUATION)
        if right >= self._end:
            return None if is_colon and not left.ends_in_passage else self._said_after(0.8)
        if self._left_is_glue():
            return self._only_right(right, passage_next=passage_next)
        if tokens[self._stop].kind == PASSAGE and not left.has_passages:
            return None
        if is_colon and not left.ends_in_passage:
            return None
        if not left.ends_in_passage and not self._goes_on(right, passage_next=passage_next):
            return None
        content: list[Range] = [left.content]
        if not self._writer_goes_on(right):
            end = content_end(tokens, right, self._end, self._cues, self._cue)
            content += [(right, end)] if end > right else []
        return self._of(tuple(content), "said inside", 0.85 if left.has_passages else 0.7)

    def _left_is_glue(self) -> bool:
        """Tell whether nothing before the attribution is content: *Yet, as Doe observed, …*."""
        left = self._left
        return left.is_only_glue and not left.has_passages and left.words <= 2 and not left.has_verb

    def _only_right(self, right: int, *, passage_next: bool) -> Attribution | None:
        end = content_end(self._tokens, right, self._end, self._cues, self._cue)
        is_content = has_verb(self._tokens, right, end) or passage_next
        return self._of(((right, end),), "said inside", 0.7) if is_content else None

    def _goes_on(self, right: int, *, passage_next: bool) -> bool:
        """Tell whether the words on both sides make one statement."""
        tokens, left = self._tokens, self._left
        if passage_next:
            return tokens[right].kind == PASSAGE and _begins_lower(tokens[right])
        is_whole = left.has_verb and not (left.is_fronted and left.words <= _LONGEST_FRONTED_ASIDE)
        return is_whole or has_verb(tokens, right, self._end)

    def _writer_goes_on(self, right: int) -> bool:
        """Tell whether what follows the attribution is the writer's: *"…," Doe said, while …*."""
        tokens, left = self._tokens, self._left
        first = tokens[right]
        is_glue = first.kind == WORD and (
            first.lower in _GLUE or (first.lower.endswith("ing") and first.lower != "including")
        )
        joins_passages = right + 1 < self._end and tokens[right + 1].kind == PASSAGE
        if left.ends_in_passage and first.lower in {"but", "and"} and joins_passages:
            return False
        return is_glue and (left.ends_in_passage or left.has_verb)


def _begins_lower(passage: Token) -> bool:
    return passage.text.lstrip(_MARKS)[:1].islower()


def as_clause(tokens: Tokens, cues: list[Cue]) -> Attribution | None:
    """Return the attribution of *As Jane Doe put it in May, the plan is dead*; None where the sentence is none."""
    first = 1 if tokens[0].lower in COORDINATORS else 0
    cue = cues[0]
    is_as = (
        first < len(tokens) and tokens[first].lower == "as" and cue.order in {Order.SUBJECT_VERB, Order.VERB_SUBJECT}
    )
    if not is_as or cue.source is None or cue.source.first > first + 3:
        return None
    at = cue.after
    while at < min(len(tokens), cue.after + 20) and tokens[at].kind not in {PASSAGE, PUNCTUATION}:
        at += 1
    end = final_stop(tokens)
    if at + 1 >= end or tokens[at].text not in {",", ":"} or tokens[at + 1].lower == "and":
        return None
    return Attribution(cue, cue.source, ((at + 1, end),), "as X said", 0.75, via_of(tokens, cue))
