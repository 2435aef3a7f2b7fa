"""From a text to its proposals: paragraphs, passages in marks, sentences, attributions, speech, speakers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from summittui.intake.proposer.deeds import DeedReader
from summittui.intake.proposer.marks import quoted_passages
from summittui.intake.proposer.mentions import known_mentions
from summittui.intake.proposer.names import is_name, names_several
from summittui.intake.proposer.new_actors import new_actors
from summittui.intake.proposer.paragraphs import split_paragraphs
from summittui.intake.proposer.pronouns import Pronouns, is_pronoun
from summittui.intake.proposer.roster import Entity, Roster
from summittui.intake.proposer.speech import WORDS, QuoteDraft, SpeechReader
from summittui.intake.proposer.syntax import NounPhrase, Range
from summittui.intake.proposer.texts import is_text
from summittui.intake.proposer.tokens import clean
from summittui.intake.proposer.transcripts import transcript_labels
from summittui.model import Known, Proposals, QuoteKind, QuoteProposal, Selector

_BRACKET: Final = re.compile(r"\s*\([^()]*\)")
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
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    speakers = _Speakers(Roster(sentences, known.actors)).resolve(drafts)
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


Speaker = tuple[str, Entity | None]
"""A speaker's name, and who it is where that is known."""


class _Speakers:
    """The speakers of quotes, resolved in the order of their cues."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._pronouns = Pronouns(roster.mentions)
        self._resolved: dict[int, Speaker] = {}

    def resolve(self, drafts: Sequence[QuoteDraft]) -> dict[int, Speaker]:
        """Return the speaker of each draft by its identity."""
        for draft in sorted(drafts, key=_reading_order):
            earlier = self._resolved.get(id(draft.carried_from))
            self._resolved[id(draft)] = earlier or self._speaker_of(draft)
        return self._resolved

    def _speaker_of(self, draft: QuoteDraft) -> Speaker:
        source = draft.source
        assert source is not None
        name = name_of_source(source)
        entity = self._entity(source, name, draft.sentence)
        if entity is None:
            return name, None
        self._pronouns.note_speaker(entity, draft.sentence)
        if names_several(name) and not self._roster.is_whole_name(name):
            return name, None
        is_entity = is_pronoun(source.text) or is_name(name) or self._roster.is_whole_name(name)
        return (entity.name, entity) if is_entity else (name, None)

    def _entity(self, source: NounPhrase, name: str, sentence: int) -> Entity | None:
        if is_pronoun(source.text):
            return self._pronouns.resolve(source.text, source.start, sentence)
        return self._roster.named_in(name)


def _reading_order(draft: QuoteDraft) -> tuple[int, int, int]:
    return draft.paragraph, draft.sentence, draft.cue[0] if draft.cue else draft.spans[0][0]


def name_of_source(source: NounPhrase) -> str:
    """Return a source without its apposition and brackets; of *the chairman, Jane Doe* the name."""
    parts = [_BRACKET.sub("", part).strip() for part in source.text.split(" , ")]
    is_apposed = len(parts) == 2 and not is_name(parts[0]) and " and " not in parts[0]
    if is_apposed and is_name(parts[1]) and parts[1][:1].isupper():
        return parts[1]
    return parts[0] or source.text


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
