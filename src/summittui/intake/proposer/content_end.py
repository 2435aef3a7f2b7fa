"""The end of a cue's content: that of the sentence, unless another attribution or the main clause takes over."""

from typing import Final

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS, TAKES_OBJECT, Frame
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    LONG_DASHES,
    PREPOSITIONS,
)
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.noun_phrase_starts import starts_noun_phrase
from summittui.intake.proposer.syntax import PASSAGE, WORD, Cue, Order, Token, Tokens, ends_with_comma
from summittui.intake.proposer.verbs import has_verb, is_verb

_FRONTED: Final = words("while though although if when after as because since whenever even before")
_NO_PARTICIPLES: Final = words(
    "including during according nothing anything something everything king spring morning evening being"
)
_REPORTING_PARTICIPLES: Final = words(
    """
    saying adding noting arguing claiming calling citing warning insisting telling suggesting pointing accusing urging
    referring promising vowing pledging declaring asking writing tweeting explaining concluding emphasizing stressing
    acknowledging describing criticizing blasting slamming denouncing alleging asserting contending announcing
    predicting joking complaining quoting comparing
    """
)
_OPENS_ASIDE: Final = words("which who when while but as")


class ContentEnd:
    """The search for the end of one cue's content.

    Args:
        tokens: The sentence.
        first: Index of the first token of the content.
        stop: Index at which it ends at the latest.
        cues: All cues of the sentence.
        cue: The cue whose content it is.
    """

    def __init__(self, tokens: Tokens, first: int, stop: int, cues: list[Cue], cue: Cue) -> None:
        self._tokens = tokens
        self._first = first
        self._stop = stop
        self._cue = cue
        self._is_subordinate = _is_in_subordinate_clause(tokens, cue)
        self._cue_starts: dict[int, Cue] = {}
        for other in cues:
            if other.at > first and other.at != cue.at:
                self._cue_starts[_start_of(other)] = other
                self._cue_starts.setdefault(other.at, other)

    def find(self) -> int:
        """Return the index behind the last token of the content."""
        return next((at for at in range(self._first, self._stop) if self._ends_at(at)), self._stop)

    def _ends_at(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind == PASSAGE:
            return False
        if at > self._first and self._ends_behind_passage(at):
            return True
        if token.kind == WORD:
            return at > self._first + 1 and self._ends_at_conjunction(at)
        if token.text == ",":
            return self._ends_at_comma(at)
        if token.text == "(":
            return self._is_closing_bracket(at)
        return token.text in LONG_DASHES and self._ends_at_dash(at)

    def _ends_behind_passage(self, at: int) -> bool:
        """Tell whether the content ends behind a passage in marks that has a comma at its end."""
        before = self._tokens[at - 1]
        if before.kind != PASSAGE or not ends_with_comma(before):
            return False
        lower = self._tokens[at].lower
        cue = self._cue_starts.get(at)
        if cue is None and lower in {"and", "but", "before", "while", "then"}:
            cue = self._cue_starts.get(at + 1)
        if cue is not None and (cue.order is Order.PARTICIPLE or lower in {"and", "but"}):
            return True
        if lower in {"though", "although", "when", "after", "while"} or (lower == "but" and self._opens_clause(at + 1)):
            return True
        return self._is_subordinate and starts_noun_phrase(self._tokens, at)

    def _is_closing_bracket(self, at: int) -> bool:
        """Tell whether a bracket that opens here closes with the content."""
        upto = min(self._stop + 1, len(self._tokens))
        close = next((index for index in range(at, upto) if self._tokens[index].text == ")"), None)
        return close is not None and close >= self._stop - 1

    def _ends_at_comma(self, at: int) -> bool:
        if at + 1 >= self._stop:
            return False
        return (
            self._main_clause_follows(at)
            or self._aside_follows(at)
            or self._other_speaker_follows(at)
            or self._cue_follows(at)
        )

    def _main_clause_follows(self, at: int) -> bool:
        after = self._tokens[at + 1]
        if at > self._first:
            if self._cue.is_relative:
                return True
            if self._is_subordinate and (after.kind == PASSAGE or starts_noun_phrase(self._tokens, at + 1)):
                return True
        return after.lower == "but" and at + 2 < self._stop and self._opens_clause(at + 2)

    def _aside_follows(self, at: int) -> bool:
        """Tell whether the writer goes on behind a comma: *, which …*, *, though …*, *, leaving …*."""
        tokens, cue = self._tokens, self._cue
        lower = tokens[at + 1].lower
        is_participle = tokens[at + 1].kind == WORD and lower.endswith("ing")
        is_noun = cue.lemma in TAKES_OBJECT and tokens[self._first].lower != "that"
        if lower in {"which", "who"} and is_noun and not has_verb(tokens, self._first, at):
            return True
        takes_noun = cue.frame in {Frame.OBJECT, Frame.QUOTE} and cue.order is Order.SUBJECT_VERB
        if takes_noun and (is_participle or lower in _OPENS_ASIDE):
            return True
        in_series = at > 0 and tokens[at - 1].lower.endswith("ing")
        is_part_of_clause = in_series or tokens[self._first].lower == "that"
        return lower in {"though", "although"} or (
            is_participle and lower not in _NO_PARTICIPLES and not is_part_of_clause
        )

    def _other_speaker_follows(self, at: int) -> bool:
        """Tell whether another attribution follows a clause of circumstance: *, and when asked, Roe said*."""
        tokens = self._tokens
        if tokens[at + 1].lower not in {"and", "but"} or at + 2 >= self._stop:
            return False
        return tokens[at + 2].lower in {"when", "as", "after", "while", "asked"} and any(
            cue.order is Order.SUBJECT_VERB for start, cue in self._cue_starts.items() if start > at + 2
        )

    def _cue_follows(self, at: int) -> bool:
        lower = self._tokens[at + 1].lower
        start = at + 2 if lower in {"and", "but", "even", "while", "also", "or", "yet"} else at + 1
        if start >= self._stop:
            return False
        cue = self._cue_starts.get(start)
        if cue is None and _is_adverb(self._tokens[start]):
            cue = self._cue_starts.get(start + 1)
        if cue is None:
            return False
        if cue.order is Order.PARTICIPLE:
            return self._tokens[cue.at].lower in _REPORTING_PARTICIPLES
        joined = cue.order is Order.SUBJECT_VERB and lower in {"and", "but", "while", "yet"}
        return joined or cue.order is Order.ACCORDING

    def _ends_at_dash(self, at: int) -> bool:
        tokens, dash = self._tokens, self._tokens[at].text
        after = tokens[at + 1] if at + 1 < self._stop else None
        between_passages = tokens[at - 1].kind == PASSAGE and after is not None and after.kind == PASSAGE
        if at <= self._first + 1 or between_passages:
            return False
        if self._is_subordinate:
            return True
        if dash == "—":
            return self._cue_behind_dash(at)
        return not any(tokens[index].text == dash for index in range(self._first, self._stop) if index != at)

    def _cue_behind_dash(self, at: int) -> bool:
        """Tell whether another attribution follows a long dash, which more often stands inside what was said."""
        joined = at + 1 < len(self._tokens) and self._tokens[at + 1].lower in {"and", "but", "though", "although"}
        cue = self._cue_starts.get(at + 2 if joined else at + 1)
        return cue is not None and cue.order in {Order.SUBJECT_VERB, Order.VERB_SUBJECT, Order.PARTICIPLE}

    def _ends_at_conjunction(self, at: int) -> bool:
        lower = self._tokens[at].lower
        if lower == "according":
            return at in self._cue_starts
        if lower in {"and", "but"} and self._other_report_follows(at + 1):
            return True
        cue = self._cue_starts.get(at + 1) if lower in {"and", "but", "while", "before", "after"} else None
        return cue is not None and cue.order is Order.PARTICIPLE and lower in {"before", "after", "while"}

    def _other_report_follows(self, at: int) -> bool:
        """Tell whether the source reports again by another verb: *said X and called Y …*."""
        while at < self._stop and (_is_adverb(self._tokens[at]) or self._tokens[at].lower in AUXILIARIES):
            at += 1
        return at < self._stop and self._tokens[at].lower in CUE_VERBS and self._shares_subject(self._tokens[at].lower)

    def _shares_subject(self, other: str) -> bool:
        """Tell whether the cue and another verb can have one subject, by their forms."""
        own, form = _tense(self._tokens[self._cue.at].lower), _tense(other)
        if self._cue.order is Order.SUBJECT_VERB and form == "present":
            return True
        if self._cue.lemma == "say" and own != "participle" and form in {"past", "present"}:
            return True
        return own == form

    def _opens_clause(self, at: int) -> bool:
        """Tell whether a clause with its own subject, or a verb, follows *but*."""
        while at < self._stop and (self._tokens[at].lower in ADVERBS or self._tokens[at].lower in AUXILIARIES):
            at += 1
        if at >= self._stop:
            return False
        return is_verb(self._tokens, at) or self._tokens[at].lower in {"he", "she", "they", "it"}


def content_end(tokens: Tokens, first: int, stop: int, cues: list[Cue], cue: Cue) -> int:
    """Return the index behind the content of `cue` that begins at `first` and ends at `stop` at the latest."""
    return ContentEnd(tokens, first, stop, cues, cue).find()


def _start_of(cue: Cue) -> int:
    """Return the index at which a cue with its source begins."""
    if cue.source is not None and cue.order in {Order.SUBJECT_VERB, Order.VERB_SUBJECT}:
        return min(cue.source.first, cue.at)
    return cue.at


def _is_in_subordinate_clause(tokens: Tokens, cue: Cue) -> bool:
    """Tell whether the content ends at the comma before the main clause: *Though she called it X, Doe …*."""
    if cue.order is Order.ACCORDING:
        return False
    before = {token.text for token in tokens[: cue.at]}
    has_comma = "," in before
    if cue.order is Order.PARTICIPLE and (cue.at <= 1 or (tokens[0].lower in PREPOSITIONS and not has_comma)):
        return True
    lead = tokens[1] if tokens[0].lower in COORDINATORS and len(tokens) > 1 else tokens[0]
    return lead.lower in _FRONTED and not has_comma and not before.intersection(LONG_DASHES)


def _is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS or (token.lower.endswith("ly") and token.kind == WORD)


def _tense(verb: str) -> str:
    """Return *participle*, *past*, *present* (third person) or *base*, by the ending of a verb."""
    if verb.endswith("ing"):
        return "participle"
    if verb in {"said", "told", "wrote"} or verb.endswith("ed"):
        return "past"
    return "present" if verb.endswith("s") else "base"
