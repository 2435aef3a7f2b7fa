"""Verification of what an external proposer claims: proven by the text, moved to where it stands, or invented."""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from summittui.intake.external.protocol import Answer, AnsweredQuote, AnsweredSpan
from summittui.model import Known, Proposals, QuoteProposal, Selector
from summittui.model.normalised import NormalisedText, Range, exact_ranges
from summittui.model.quotation import in_marks
from summittui.model.text import clip, safe

_LONGEST_SHOWN = 60
_MOST_OCCURRENCES = 300


class Rejection(Struct, frozen=True, kw_only=True):
    """A claimed quote that does not enter."""

    speaker: str
    words: str
    """The words that the proposer claimed, harmless to show and shortened."""
    why: str

    def __str__(self) -> str:
        return f"{in_marks(self.words)} ({self.speaker}): {self.why}"


class Verification(Struct, frozen=True, kw_only=True):
    """The part of an answer that the text proves."""

    proposals: Proposals
    """Each quote with its printed words at their place; `note` tells what had to be corrected."""
    rejected: tuple[Rejection, ...] = ()
    """Inventions, and what is harmful."""


class _Invention(Exception):  # it never leaves this module
    """Words that the text does not have; the message says which."""


def verify_answer(answer: Answer, text: str, known: Known) -> Verification:
    """Return the quotes of `answer` whose words stand in `text`, and list those whose words do not."""
    ids = {name: actor.id for actor in known.actors for name in reversed(actor.names)}
    finder = _Finder(text)
    quotes, rejected = [], []
    for quote in answer.quotes:
        try:
            quotes.append(_proven(quote, finder, ids.get(quote.speaker)))
        except _Invention as invention:
            words = " … ".join(span.exact for span in quote.spans)
            rejected.append(Rejection(speaker=_shown(quote.speaker), words=_shown(words), why=str(invention)))
    quotes.sort(key=lambda quote: quote.spans[0].start)
    return Verification(proposals=Proposals(quotes=tuple(quotes)), rejected=tuple(rejected))


class _Finder:
    """The search for claimed words in one text: to the letter, then in normal form."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._normal: NormalisedText | None = None
        self._found: dict[str, list[Range]] = {}

    def ranges(self, words: str) -> list[Range]:
        """Return where words stand, at most `_MOST_OCCURRENCES` ranges; none where that is nowhere."""
        if words not in self._found:
            self._found[words] = self._search(words)
        return self._found[words]

    def _search(self, words: str) -> list[Range]:
        found = list(islice(exact_ranges(self.text, words), _MOST_OCCURRENCES))
        if not found:
            self._normal = self._normal or NormalisedText(self.text)
            found = list(islice(self._normal.ranges(words), _MOST_OCCURRENCES))
        return [each for each in found if each[1] > each[0]]


def _proven(quote: AnsweredQuote, finder: _Finder, actor: str | None) -> QuoteProposal:
    if safe(quote.speaker) != quote.speaker:
        raise _Invention("its speaker has control characters, or blanks that no name has")
    notes: list[str] = []
    spans = tuple(_placed_in_order(quote.spans, finder, notes))
    near = spans[0].start
    mention = _placed(quote.mention, finder, near, notes) if quote.mention else None
    if mention is None and finder.ranges(quote.speaker):
        mention = _placed(AnsweredSpan(exact=quote.speaker), finder, near, [])
    elif mention is None and actor is None:
        raise _Invention("its speaker stands nowhere in the text")
    return QuoteProposal(
        kind=quote.kind,
        spans=spans,
        speaker=quote.speaker,
        mention=mention,
        cue=_placed(quote.cue, finder, near, notes) if quote.cue else None,
        via=_placed(quote.via, finder, near, notes) if quote.via else None,
        actor=actor,
        confidence=quote.confidence,
        reason=safe(quote.reason),
        note="; ".join(notes) or None,
    )


def _placed_in_order(spans: Sequence[AnsweredSpan], finder: _Finder, notes: list[str]) -> Iterator[Selector]:
    """Yield the place of each span, in the order of the text and without overlap."""
    reached = 0
    for placed in sorted((_placed(span, finder, None, notes) for span in spans), key=lambda span: span.start):
        if placed.start < reached:
            raise _Invention("its spans overlap")
        reached = placed.end
        yield placed


def _placed(span: AnsweredSpan, finder: _Finder, near: int | None, notes: list[str]) -> Selector:
    """Return where the words of a span stand: as claimed, else at the nearest place; what differs is noted.

    Raises:
        _Invention: They stand nowhere.
    """
    text = finder.text
    if span.start is not None and text.startswith(span.exact, span.start):
        return Selector(span.start, span.start + len(span.exact), exact=span.exact)
    ranges = finder.ranges(span.exact)
    shown = in_marks(_shown(span.exact))
    if not ranges:
        raise _Invention(f"{shown} stands nowhere in the text")
    claimed = near if span.start is None else span.start
    start, end = ranges[0] if claimed is None else min(ranges, key=lambda each: abs(each[0] - claimed))
    printed = text[start:end]
    if span.start is not None and span.start != start:
        notes.append(f"{shown} was moved from {span.start} to {start}")
    elif len(ranges) > 1 and claimed is None:
        notes.append(f"{shown} stands {len(ranges)} times; the first is taken")
    if printed != span.exact:
        notes.append(f"{shown} is printed {in_marks(_shown(printed))}")
    return Selector(start, end, exact=printed)


def _shown(words: str) -> str:
    """Return words harmless to show, and shortened."""
    return clip(safe(words), _LONGEST_SHOWN)
