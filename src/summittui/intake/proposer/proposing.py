"""From a text to its proposals: paragraphs, passages in marks, sentences, attributions, speech, speakers."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from summittui.intake.proposer.deeds import DeedReader
from summittui.intake.proposer.marks import quoted_passages
from summittui.intake.proposer.mentions import known_mentions
from summittui.intake.proposer.new_actors import new_actors
from summittui.intake.proposer.paragraphs import split_paragraphs
from summittui.intake.proposer.roster import Entity, Roster
from summittui.intake.proposer.running_reports import running_reports
from summittui.intake.proposer.speakers import Speaker, Speakers
from summittui.intake.proposer.speech import WORDS, QuoteDraft, SpeechReader
from summittui.intake.proposer.syntax import Range
from summittui.intake.proposer.texts import is_text
from summittui.intake.proposer.tokens import clean
from summittui.intake.proposer.transcripts import transcript_labels
from summittui.model import Known, Proposals, QuoteKind, QuoteProposal, Selector

_DIRECT_SHARE: Final = 0.9
"""Share of the words in marks over which a quote is direct."""


NOTHING_KNOWN: Final = Known()


def propose(text: str, known: Known = NOTHING_KNOWN) -> Proposals:
    """Return what rules read out of `text`.

    Args:
        text: Any text.
        known: The records that it may name; their names tell speakers, and the gender of actors tells pronouns.
    """
    cleaned = clean(text)
    paragraphs = split_paragraphs(cleaned)
    drafts = SpeechReader(cleaned, transcript_labels(cleaned, paragraphs)).read(paragraphs)
    drafts += running_reports(paragraphs, drafts)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    speakers = Speakers(Roster(sentences, known.actors)).resolve(drafts)
    quotes = tuple(_proposals(text, drafts, speakers))
    mentions = known_mentions(text, known)
    deeds = DeedReader(text, mentions, known)
    read = [deeds.read(sentence.tokens) for sentence in sentences]
    return Proposals(
        quotes=quotes,
        acts=tuple(act for acts, _ in read for act in acts),
        tallies=tuple(tally for _, tallies in read for tally in tallies),
        actors=new_actors(quotes),
        mentions=mentions,
    )


def _proposals(text: str, drafts: Sequence[QuoteDraft], speakers: Mapping[int, Speaker]) -> Iterator[QuoteProposal]:
    """Yield the drafts as proposals, in the order of the text."""
    for draft in sorted(drafts, key=lambda draft: draft.spans[0]):
        proposal = _proposal(text, draft, *speakers[id(draft)])
        if proposal:
            yield proposal


def _proposal(text: str, draft: QuoteDraft, name: str, entity: Entity | None) -> QuoteProposal | None:
    spans = [span for span in (_without_edges(text, *span) for span in sorted(draft.spans)) if span]
    if not spans or draft.source is None:
        return None
    return QuoteProposal(
        kind=QuoteKind.DIRECT if draft.is_verbatim else _kind(text, spans, is_text=is_text(draft.source)),
        spans=tuple(_selector(text, span) for span in spans),
        speaker=name,
        mention=_selector(text, draft.mention or (draft.source.start, draft.source.end)),
        cue=_selector(text, draft.cue) if draft.cue else None,
        via=_selector(text, (draft.via.start, draft.via.end)) if draft.via else None,
        actor=entity.known if entity else None,
        confidence=draft.confidence,
        reason=draft.reason,
    )


def _selector(text: str, span: Range) -> Selector:
    return Selector(*span, exact=text[slice(*span)])


def _without_edges(text: str, start: int, end: int) -> Range | None:
    """Return a span without blanks, commas and dashes at its edges; None where no word is left."""
    while start < end and text[start] in " \t,;:—–―-":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:—–―":
        end -= 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return (start, end) if WORDS.search(text, start, end) else None


def _kind(text: str, spans: Sequence[Range], *, is_text: bool) -> QuoteKind:
    """Return the kind of a quote by the share of its words that stand in marks, and by whose words they are."""
    total = in_marks = 0
    for start, end in spans:
        total += len(WORDS.findall(text, start, end))
        for passage in quoted_passages(text, start, end, next_opens=False).passages:
            in_marks += len(WORDS.findall(text, passage.inner_start, passage.inner_end))
    if in_marks and is_text:
        return QuoteKind.TEXT
    if in_marks > _DIRECT_SHARE * total:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if in_marks else QuoteKind.INDIRECT
