"""Reports that run over several plain sentences, of which one alone names the speaker (free indirect speech)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.paragraphs import Paragraph
from summittui.intake.proposer.speech import QuoteDraft
from summittui.intake.proposer.syntax import PASSAGE, Sentence
from summittui.intake.proposer.verbs import has_verb, is_auxiliary

_MOST_SENTENCES: Final = 3
_CONFIDENCE: Final = 0.4
_GOES_ON: Final = words("and but nor it they he she")
"""The words that begin a sentence which continues the report of the sentence before."""
_BACKSHIFTED: Final = words("would wouldn't")
"""The first auxiliary of a sentence that reports what was said of the future."""

Drafts = Mapping[int, Sequence[QuoteDraft]]
"""The quotes of a text by the ordinals of their sentences."""


def running_reports(paragraphs: Sequence[Paragraph], drafts: Sequence[QuoteDraft]) -> list[QuoteDraft]:
    """Return the plain sentences that may belong to the report beside them, each a quote of the same speaker.

    They are those that open a paragraph before *…, Doe said*, and those behind a report in which it *would* go on.
    Nothing shows for certain that they are not the writer's: their confidence is low.
    """
    by_sentence: dict[int, list[QuoteDraft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    found: list[QuoteDraft] = []
    for paragraph in paragraphs[1:]:
        found += _before_report(paragraph.sentences, by_sentence)
        found += _behind_report(paragraph.sentences, by_sentence)
    return found


def _before_report(sentences: Sequence[Sentence], drafts: Drafts) -> Iterator[QuoteDraft]:
    """Yield the plain sentences from the start of a paragraph up to one that names the speaker at its end."""
    plain = list(takewhile(lambda sentence: _is_plain(sentence, drafts), sentences))
    if not 0 < len(plain) < min(len(sentences), _MOST_SENTENCES + 1):
        return
    report = _report_in(sentences[len(plain)], drafts)
    if report is not None and report.reason == "said after":
        yield from (_running(sentence, report) for sentence in plain if _is_statement(sentence))


def _behind_report(sentences: Sequence[Sentence], drafts: Drafts) -> Iterator[QuoteDraft]:
    """Yield the sentences that go on with a report: *Doe said it would rain. But it would not last*."""
    report: QuoteDraft | None = None
    for sentence in sentences:
        if not _is_plain(sentence, drafts):
            report = _report_in(sentence, drafts)
        elif report is not None and _is_reported_future(sentence):
            yield _running(sentence, report)
        else:
            report = None


def _is_plain(sentence: Sentence, drafts: Drafts) -> bool:
    """Tell whether nothing in a sentence is anybody's words yet."""
    return sentence.index not in drafts and not _has_passage(sentence)


def _has_passage(sentence: Sentence) -> bool:
    return any(token.kind == PASSAGE for token in sentence.tokens)


def _report_in(sentence: Sentence, drafts: Drafts) -> QuoteDraft | None:
    """Return the only quote of a sentence, where it has a reporting verb and no words in marks."""
    found = drafts.get(sentence.index, ())
    is_report = len(found) == 1 and found[0].reason.startswith("said") and not _has_passage(sentence)
    return found[0] if is_report else None


def _is_statement(sentence: Sentence) -> bool:
    return sentence.tokens[-1].text == "." and has_verb(sentence.tokens, 0, len(sentence.tokens))


def _is_reported_future(sentence: Sentence) -> bool:
    auxiliary = next((token.lower for token in sentence.tokens if is_auxiliary(token)), "")
    return sentence.tokens[0].lower in _GOES_ON and auxiliary in _BACKSHIFTED


def _running(sentence: Sentence, report: QuoteDraft) -> QuoteDraft:
    span = sentence.start, sentence.end
    draft = QuoteDraft([span], report.source, "may run on", _CONFIDENCE, report.sentence, report.paragraph)
    draft.carried_from, draft.cue = report, report.cue
    return draft
