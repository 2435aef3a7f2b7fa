"""Labels of a transcript: *DOE: Well, …*."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from summittui.intake.proposer.paragraphs import Paragraph
from summittui.intake.proposer.syntax import NounPhrase

_LABEL: Final = re.compile(r"[\"“'‘(\s]*([A-Z][A-Z .'’-]{1,30}[A-Z])( \([^()\n]{1,30}\))?: +(?=\S)")

_NAME_LABEL: Final = re.compile(
    r"([A-Z][\w.'’-]{0,30}(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]{0,30}){0,3})( \([^()\n]{1,30}\))?: +(?=\S)"
)


class Label(Struct, frozen=True):
    """The speaker's name with which a paragraph of a transcript begins."""

    speaker: NounPhrase
    end: int
    """Code point at which the speaker's words begin."""


def transcript_labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the labels by the ordinals of their paragraphs.

    A label in capitals that is the only one counts where the text has its last word as a name: *DOE:* but not
    *CLARIFICATION:*. Names in small letters are labels where two of them or more take turns: *Doe: …*, *Q: …*.
    """
    labels = _labels(_LABEL, text, paragraphs)
    if not labels:
        return _turns(_labels(_NAME_LABEL, text, paragraphs))
    if len({label.speaker.text for label in labels.values()}) > 1:
        return labels
    names = _capitalised_words(paragraphs)
    return {at: label for at, label in labels.items() if label.speaker.text.split()[-1].lower() in names}


def _labels(pattern: re.Pattern[str], text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    found = ((each.index, pattern.match(text, each.start, each.end)) for each in paragraphs)
    return {index: _label(label) for index, label in found if label}


def _label(label: re.Match[str]) -> Label:
    return Label(NounPhrase(0, 0, label[1], label.start(1), label.end(1)), label.end())


def _turns(labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return the labels that stand twice or more; none where that is one alone."""
    count = Counter(label.speaker.text for label in labels.values())
    turns = {at: label for at, label in labels.items() if count[label.speaker.text] > 1}
    return turns if len({label.speaker.text for label in turns.values()}) > 1 else {}


def _capitalised_words(paragraphs: Sequence[Paragraph]) -> set[str]:
    return {
        token.lower
        for paragraph in paragraphs
        for sentence in paragraph.sentences
        for token in sentence.tokens
        if token.capitalised and not token.text.isupper()
    }
