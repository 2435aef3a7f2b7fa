"""Resolution of pronouns: by recency, subject position, earlier speech and gender."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from summittui.intake.proposer.lexicon.function_words import FEMININE, MASCULINE
from summittui.intake.proposer.roster import Entity, Mention
from summittui.model import Gender

_PRONOUN: Final = re.compile(r"(?i)(?:he|she|they|it|we|i|you|who|his|her|him|their|its|them)$")
_REACH: Final = 8
"""Sentences that a pronoun looks back over."""
_MOST_MENTIONS: Final = 60
_MOST_SPEAKERS: Final = 6
_SAME_SENTENCE: Final = 0.8
_SUBJECT: Final = 1.2
_SPOKE: Final = 1.5
_KNOWN_GENDER: Final = 1.0
_SINGLE_NAME: Final = -0.5
_PER_MENTION: Final = 0.01
_UNSURE: Final = 0.05
"""The lead over another by which nobody is chosen."""


def is_pronoun(phrase: str) -> bool:
    """Tell whether a noun phrase is a pronoun."""
    return bool(_PRONOUN.match(phrase))


class Pronouns:
    """The pronouns of a text, resolved in its order.

    Args:
        mentions: Where the text names whom, in its order.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._spoke: list[tuple[int, Entity]] = []

    def note_speaker(self, entity: Entity, sentence: int) -> None:
        """Remember that somebody spoke in a sentence."""
        self._spoke.append((sentence, entity))

    def resolve(self, pronoun: str, at: int, sentence: int) -> Entity | None:
        """Return the actor of *he*, *she* or *it* at code point `at`; None for others, and where nobody or two fit."""
        lower = pronoun.lower()
        if lower in {"it", "its"}:
            gender = None
        elif lower in MASCULINE or lower in FEMININE:
            gender = Gender.MALE if lower in MASCULINE else Gender.FEMALE
        else:
            return None
        scored = self._scored_mentions(at, sentence, gender) + self._scored_speakers(sentence, gender)
        if not scored:
            return None
        best, entity = max(scored, key=lambda each: each[0])
        return None if any(other is not entity and best - score < _UNSURE for score, other in scored) else entity

    def _scored_mentions(self, at: int, sentence: int, gender: Gender | None) -> list[tuple[float, Entity]]:
        scored = []
        stop = bisect_left(self._starts, at)
        for back, mention in enumerate(reversed(self._mentions[max(0, stop - _MOST_MENTIONS) : stop])):
            distance = sentence - mention.sentence
            if distance > _REACH:
                break
            if _fits(mention.entity, gender):
                score = _gender_score(mention.entity, gender) - distance - _PER_MENTION * (back + 1)
                score += (_SUBJECT if mention.is_subject else 0) + (0 if distance else _SAME_SENTENCE)
                scored.append((score, mention.entity))
        return scored

    def _scored_speakers(self, sentence: int, gender: Gender | None) -> list[tuple[float, Entity]]:
        return [
            (_SPOKE - (sentence - spoke) + _gender_score(entity, gender), entity)
            for spoke, entity in self._spoke[-_MOST_SPEAKERS:]
            if _fits(entity, gender)
        ]


def _fits(entity: Entity, gender: Gender | None) -> bool:
    if gender is None:
        return entity.is_body
    return not entity.is_body and entity.gender in {gender, None}


def _gender_score(entity: Entity, gender: Gender | None) -> float:
    """Return how well an entity that fits a gender does: one of a single name, who may be a place, less than others."""
    if gender is None or entity.gender is gender:
        return _KNOWN_GENDER
    return 0.0 if len(entity.words) > 1 else _SINGLE_NAME
