"""Content before a cue, or on both sides of a cue: *"…," said Doe*, *…, Doe said, …*, *… according to Doe*."""

from typing import Final

from msgspec import Struct

from summittui.intake.proposer.adjuncts import end_of_adjuncts
from summittui.intake.proposer.content_end import content_end
from summittui.intake.proposer.lexicon.cue_verbs import ADDRESSEE_VERBS, Frame
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    COORDINATORS,
    DASHES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from summittui.intake.proposer.lexicon.text_nouns import NAMING
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.subjects import over_apposition
from summittui.intake.proposer.syntax import (
    PASSAGE,
    PUNCTUATION,
    WORD,
    Attribution,
    Cue,
    NounPhrase,
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
_ONLY_GLUE: Final = ADVERBS | COORDINATORS | SUBORDINATORS | {"as"}
_LONGEST_TITLE: Final = 6
_SHORTEST_CLAUSE: Final = 3
_LONGEST_FRONTED: Final = 12
_LONGEST_FRONTED_ASIDE: Final = 6
_CLOSING_MARKS: Final = "\"”'’` "


class Preceding(Struct, frozen=True):
    """The tokens before an attribution, `first` to `stop` (half-open)."""

    first: int
    stop: int
    has_passages: bool
    ends_in_passage: bool
    is_only_passages: bool
    has_verb: bool
    words: int
    is_only_glue: bool
    """Whether it only joins what follows to the text before: *Yet, as*."""
    is_fronted: bool
    """Whether it opens like a fronted phrase or clause: *In May*."""
    is_title: bool
    """Whether it ends with a title in marks: *The film, titled "Dawn," Doe said …*."""

    @property
    def content(self) -> Range:
        """The range of tokens of the content, half-open."""
        return self.first, self.stop

    @property
    def is_too_short(self) -> bool:
        """Whether it is a fragment or a fronted phrase, and not what was said."""
        if self.has_verb or self.ends_in_passage:
            return False
        return self.words < _SHORTEST_CLAUSE or (self.is_fronted and self.words < _LONGEST_FRONTED)


def preceding(tokens: Tokens, stop: int) -> Preceding | None:
    """Return what stands in a sentence before `stop`; None where that is nothing."""
    first = first_of_preceding(tokens, stop)
    part = tokens[first:stop]
    if not part:
        return None
    kinds = [token.kind for token in tokens[:stop]]
    ends_in_passage = kinds[-1] == PASSAGE
    verb = has_verb(tokens, first, stop)
    return Preceding(
        first=first,
        stop=stop,
        has_passages=PASSAGE in kinds,
        ends_in_passage=ends_in_passage,
        is_only_passages=kinds.count(PASSAGE) + kinds.count(PUNCTUATION) == len(kinds),
        has_verb=verb,
        words=kinds[first:].count(WORD),
        is_only_glue=all(token.lower in _ONLY_GLUE for token in part),
        is_fronted=_is_fronted(part) and not ends_in_passage,
        is_title=ends_in_passage and not verb and _is_titled(part),
    )


def first_of_preceding(tokens: Tokens, stop: int) -> int:
    """Return the index at which what stands before `stop` begins: past list marks, and past *Doe scolded him:*."""
    first = 0
    while first < stop and tokens[first].kind == PUNCTUATION:
        first += 1
    for at in range(first, stop - 1):
        if tokens[at].text == ":" and tokens[at + 1].kind == PASSAGE:
            return at + 1
    return first


def _is_fronted(part: Tokens) -> bool:
    first, second = part[0].lower, part[1].lower if len(part) > 1 else ""
    if first in PREPOSITIONS or first in SUBORDINATORS or first.endswith("ing"):
        return True
    return first in COORDINATORS and (second in SUBORDINATORS or second in PREPOSITIONS)


def _is_titled(part: Tokens) -> bool:
    is_short = part[0].kind == WORD and len(part[-1].text.split()) < _LONGEST_TITLE
    return is_short and (part[0].lower in PREPOSITIONS or (len(part) > 1 and part[-2].lower in NAMING))


def attribution_before(tokens: Tokens, cue: Cue, cues: list[Cue]) -> Attribution | None:
    """Return the attribution whose content stands before `cue`, or on both sides of it; None where there is none."""
    if cue.source is None or cue.is_relative:
        return None
    if cue.order is Order.ACCORDING:
        return _according(tokens, cue, cue.source, cues)
    stop = _stop_of_preceding(tokens, min(cue.source.first, cue.at))
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
    passage = tokens[min(cue.source.first, cue.at) - 1]
    is_closed = passage.kind == PASSAGE and passage.text.rstrip(_CLOSING_MARKS)[-1:] in {",", "?", "!"}
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
    return passage.text.lstrip("\"“”'‘’` ")[:1].islower()


def _according(tokens: Tokens, cue: Cue, source: NounPhrase, cues: list[Cue]) -> Attribution | None:
    """Return the attribution of *according to Doe*, before or behind its clause."""
    end = final_stop(tokens)
    stop = _end_of_according(tokens, cue)
    has_comma = stop < len(tokens) and tokens[stop].text == ","
    is_first = (cue.at <= 1 and tokens[0].kind == WORD) or (cue.at > 0 and tokens[cue.at - 1].text in {"and", "but"})
    if is_first:
        if not has_comma or stop + 1 >= end or _other_speaks(stop, cues):
            return None
        begin = _behind_apposition(tokens, stop, end)
        return Attribution(cue, source, ((begin, end),), "according to, first", 0.85)
    first, last = first_of_preceding(tokens, cue.at), cue.at
    while last > first and tokens[last - 1].kind == PUNCTUATION:
        last -= 1
    if last <= first:
        return None
    content: list[Range] = [(first, last)]
    if has_comma and stop + 1 < end and not has_verb(tokens, first, last):
        content.append((stop + 1, end))
    return Attribution(cue, source, tuple(content), "according to", 0.85)


def _behind_apposition(tokens: Tokens, comma: int, end: int) -> int:
    """Return the index behind *, a researcher at the institute,* that begins at a comma; else behind the comma."""
    closes = next((at for at in range(comma + 1, end) if tokens[at].kind in {PASSAGE, PUNCTUATION}), end)
    is_closed = closes < end and tokens[closes].text == ","
    if is_closed and over_apposition(tokens, closes) == comma - 1 and not has_verb(tokens, comma + 1, closes):
        return closes + 1
    return comma + 1


def _end_of_according(tokens: Tokens, cue: Cue) -> int:
    """Return the index of the stop behind *according to a poll released on Friday by Doe*."""
    at = cue.after
    while at < min(len(tokens), cue.at + 30) and tokens[at].kind not in {PASSAGE, PUNCTUATION}:
        is_participle = tokens[at].lower.endswith(("ed", "ing"))
        if at > cue.after + 1 and not is_participle and has_verb(tokens, at, at + 1):
            break
        at += 1
    return at


def _other_speaks(comma: int, cues: list[Cue]) -> bool:
    """Tell whether *according to* only names the outlet: *According to The Guardian, Doe said …*."""
    return any(
        cue.at > comma
        and cue.order is Order.SUBJECT_VERB
        and cue.frame in {Frame.CLAUSE, Frame.THAT}
        and cue.source is not None
        and cue.source.first <= comma + 2
        for cue in cues
    )


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
