"""Labels of a transcript: *DOE: Well, …*."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from summittui.intake.proposer.paragraphs import Paragraph
from summittui.intake.proposer.syntax import NounPhrase

_LABEL: Final = re.compile(r"[\"“'‘(\s]*([A-Z][A-Z .'’-]{1,30}[A-Z])( \([^()\n]{1,30}\))?: +(?=\S)")


class Label(Struct, frozen=True):
    """The speaker's name in capitals with which a paragraph of a transcript begins."""

    speaker: NounPhrase
    end: int
    """Code point at which the speaker's words begin."""


def transcript_labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the labels by the ordinals of their paragraphs.

    A label that is the only one counts where the text has its last word as a name: *DOE:* but not *CLARIFICATION:*.
    """
    labels: dict[int, Label] = {}
    for paragraph in paragraphs:
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        if label:
            speaker = NounPhrase(0, 0, label[1], label.start(1), label.end(1))
            labels[paragraph.index] = Label(speaker, label.end())
    if len({label.speaker.text for label in labels.values()}) > 1:
        return labels
    names = _capitalised_words(paragraphs) if labels else set()
    return {at: label for at, label in labels.items() if label.speaker.text.split()[-1].lower() in names}


def _capitalised_words(paragraphs: Sequence[Paragraph]) -> set[str]:
    return {
        token.lower
        for paragraph in paragraphs
        for sentence in paragraph.sentences
        for token in sentence.tokens
        if token.capitalised and not token.text.isupper()
    }
