"""Speech over sentences and paragraphs: whose a passage in marks is where its own sentence does not say."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from summittui.intake.proposer.attributions import find_attributions
from summittui.intake.proposer.cues import find_cues
from summittui.intake.proposer.openings import ends_in_report, introduced_speaker, named_before_colon, signature
from summittui.intake.proposer.paragraphs import Paragraph
from summittui.intake.proposer.sentences import is_only_passages
from summittui.intake.proposer.subjects import helpers_before, with_apposition
from summittui.intake.proposer.syntax import PASSAGE, Attribution, NounPhrase, Order, Range, Sentence, Token, Tokens
from summittui.intake.proposer.texts import words_of_texts
from summittui.intake.proposer.tokens import tokenize
from summittui.intake.proposer.transcripts import Label

WORDS: Final = re.compile(r"\w+(?:['’.-]\w+)*")
_STAGE_DIRECTION: Final = re.compile(r"[\"“]?\(")
_LEAST_WORDS: Final = 4
"""Words of a passage in marks that stands alone; a shorter one is a title or an aside."""
_CARRIED: Final = "carried over"
_UNSIGNED: Final = "unsigned"
_SIGNED: Final = "signed with a dash"


class QuoteDraft(Struct, eq=False):
    """A quote whose speaker is not resolved yet; ranges are code points of the text."""

    spans: list[Range]
    source: NounPhrase | None
    reason: str
    confidence: float
    sentence: int
    paragraph: int
    cue: Range | None = None
    via: NounPhrase | None = None
    mention: Range | None = None
    """The relative pronoun, where `source` is its antecedent."""
    is_verbatim: bool = False
    """Whether the words are the speaker's own, though no marks stand around them."""
    carried_from: "QuoteDraft | None" = None
    """The earlier quote whose speaker goes on speaking."""


class SpeechReader:
    """A reading of a text, paragraph by paragraph, that collects what is said in it.

    Args:
        text: The cleaned text.
        labels: Labels of a transcript, by paragraph.
    """

    def __init__(self, text: str, labels: Mapping[int, Label]) -> None:
        self._text = text
        self._labels = labels
        self._drafts: list[QuoteDraft] = []
        self._latest: QuoteDraft | None = None
        """The latest speech, whose speaker a passage that stands alone takes over."""
        self._in_paragraph: QuoteDraft | None = None
        """The latest speech of this paragraph, which such a passage continues."""
        self._introduced: NounPhrase | None = None
        """The speaker whom a sentence that ended in a colon announced."""
        self._announced: NounPhrase | None = None
        """The speaker whom the paragraph before announced by a reporting verb and a colon."""
        self._transcript: QuoteDraft | None = None
        self._is_open = False
        """Whether the paragraph before ended inside marks."""

    def read(self, paragraphs: Sequence[Paragraph]) -> list[QuoteDraft]:
        """Return the quotes of all paragraphs that have a source."""
        for paragraph in paragraphs:
            if not self._read_transcript(paragraph) and not self._read_block(paragraph):
                self._in_paragraph = None
                for sentence in paragraph.sentences:
                    self._read_sentence(sentence, is_first=sentence is paragraph.sentences[0])
                self._is_open = paragraph.is_open_at_end
        return [draft for draft in self._drafts if draft.spans and draft.source is not None]

    def _read_transcript(self, paragraph: Paragraph) -> bool:
        """Read a paragraph of a transcript; tell whether it is one."""
        label = self._labels.get(paragraph.index)
        first = paragraph.sentences[0].index
        if label:
            span = label.end, paragraph.end
            draft = QuoteDraft([span], label.speaker, "transcript", 0.9, first, paragraph.index, is_verbatim=True)
            self._drafts.append(draft)
            self._latest = self._transcript = draft
            return True
        goes_on = self._is_open or self._text[paragraph.start] in '"“'
        if self._transcript and goes_on and not _STAGE_DIRECTION.match(self._text, paragraph.start):
            self._transcript.spans.append((paragraph.start, paragraph.end))
            return True
        self._transcript = None
        return False

    def _read_block(self, paragraph: Paragraph) -> bool:
        """Read a block quote: a paragraph without marks behind *Doe said:*; tell whether it is one."""
        source, self._announced = self._announced, None
        if source is None or any(token.kind == PASSAGE for each in paragraph.sentences for token in each.tokens):
            return False
        span, first = (paragraph.start, paragraph.end), paragraph.sentences[0].index
        self._drafts.append(QuoteDraft([span], source, "block quote", 0.7, first, paragraph.index, is_verbatim=True))
        return True

    def _read_sentence(self, sentence: Sentence, *, is_first: bool) -> None:
        tokens = sentence.tokens
        self._announced = None
        signed = signature(tokens)
        if signed:
            self._sign(sentence, signed)
            return
        introduced, self._introduced = self._introduced if is_first else None, None
        if is_only_passages(tokens):
            self._read_passages(sentence, introduced)
            return
        is_headline = sentence.paragraph == 0
        named = named_before_colon(tokens, is_headline=is_headline)
        attributions = [] if named and is_headline else find_attributions(tokens)
        for attribution in attributions:
            self._add_attribution(sentence, attribution)
        self._add_words_of_texts(sentence, attributions)
        if attributions:
            self._introduced = introduced_speaker(tokens)
        elif named:
            source, content = named
            self._add(sentence, [_code_points(tokens, content)], source, "colon", 0.7)
        else:
            self._announce(sentence)

    def _announce(self, sentence: Sentence) -> None:
        """Remember whom *Doe continued:* announces."""
        self._introduced = introduced_speaker(sentence.tokens)
        if self._introduced:
            if ends_in_report(sentence.tokens):
                self._announced = self._introduced
            self._latest = QuoteDraft([], self._introduced, "introduced", 0.5, sentence.index, sentence.paragraph)

    def _add_attribution(self, sentence: Sentence, attribution: Attribution) -> None:
        tokens, cue, source = sentence.tokens, attribution.cue, attribution.source
        assert source is not None
        draft = QuoteDraft(
            [_code_points(tokens, part) for part in attribution.content],
            source,
            attribution.reason,
            attribution.confidence,
            sentence.index,
            sentence.paragraph,
            (tokens[cue.at].start, tokens[cue.after - 1 if cue.order is Order.ACCORDING else cue.at].end),
            attribution.via,
        )
        if cue.is_relative:
            pronoun = tokens[helpers_before(tokens, cue.at)]
            draft.mention = pronoun.start, pronoun.end
        elif cue.order in {Order.SUBJECT_VERB, Order.VERB_SUBJECT, Order.PARTICIPLE}:
            draft.source = with_apposition(tokens, source, cue.at)
        self._drafts.append(draft)
        if cue.order is not Order.ACCORDING:
            self._in_paragraph = self._latest = draft

    def _add_words_of_texts(self, sentence: Sentence, attributions: Sequence[Attribution]) -> None:
        """Add what a document says, where no attribution claims it."""
        tokens = sentence.tokens
        for found in words_of_texts(tokens):
            claimed = (part for attribution in attributions for part in attribution.content)
            if not any(first <= found.passage < stop for first, stop in claimed):
                passage, cue = tokens[found.passage], tokens[found.cue]
                span, place = (passage.start, passage.end), (sentence.index, sentence.paragraph)
                self._drafts.append(
                    QuoteDraft([span], found.source, "words of a text", 0.7, *place, cue=(cue.start, cue.end))
                )

    def _add(
        self, sentence: Sentence, spans: list[Range], source: NounPhrase | None, reason: str, confidence: float
    ) -> QuoteDraft:
        draft = QuoteDraft(spans, source, reason, confidence, sentence.index, sentence.paragraph)
        self._drafts.append(draft)
        self._in_paragraph = draft
        if source is not None:
            self._latest = draft
        return draft

    def _read_passages(self, sentence: Sentence, introduced: NounPhrase | None) -> None:
        """Read a sentence of nothing but passages in marks."""
        spans = _passages(sentence.tokens)
        if any(self._has_speaker_inside(token) for token in sentence.tokens):
            return
        if introduced:
            self._add(sentence, spans, introduced, "introduced by a colon", 0.85)
            return
        if self._in_paragraph is not None:
            self._in_paragraph.spans += spans
            return
        is_long = sum(len(WORDS.findall(self._text, *span)) for span in spans) >= _LEAST_WORDS
        if self._latest is not None and (is_long or self._is_open):
            before = self._latest
            draft = self._add(sentence, spans, before.source, _CARRIED, 0.8 if self._is_open else 0.6)
            draft.carried_from, draft.cue = before, before.cue
        elif is_long:
            self._add(sentence, spans, None, _UNSIGNED, 0.6)

    def _has_speaker_inside(self, passage: Token) -> bool:
        """Tell whether an attribution stands inside the marks, as in French print: *«We leave, said Doe. Now.»*."""
        if not passage.text.startswith("«"):
            return False
        return any(cue.order is Order.VERB_SUBJECT for cue in find_cues(tokenize(self._text, *passage.inner, ())))

    def _sign(self, sentence: Sentence, source: NounPhrase) -> None:
        """Attribute a passage in marks to whoever signs it, in its sentence or in the one after it."""
        spans = _passages(sentence.tokens)
        if spans:
            self._add(sentence, spans, source, _SIGNED, 0.85)
        elif self._drafts:
            draft = self._drafts[-1]
            if _waits_for_signature(draft, sentence.paragraph):
                draft.source, draft.carried_from, draft.reason, draft.cue = source, None, _SIGNED, None
            self._in_paragraph = self._latest = draft


def _waits_for_signature(draft: QuoteDraft, paragraph: int) -> bool:
    if draft.paragraph == paragraph:
        return draft.carried_from is not None
    return draft.paragraph == paragraph - 1 and draft.reason in {_CARRIED, _UNSIGNED}


def _passages(tokens: Tokens) -> list[Range]:
    return [(token.start, token.end) for token in tokens if token.kind == PASSAGE]


def _code_points(tokens: Tokens, part: Range) -> Range:
    return tokens[part[0]].start, tokens[part[1] - 1].end
