"""Speakers of quotes: a pronoun, a name or a noun phrase as the one for whom it stands, or as worded where unsure."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from summittui.intake.proposer.lexicon.function_words import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from summittui.intake.proposer.lexicon.gendered_nouns import FEMININE_NOUNS, MASCULINE_NOUNS
from summittui.intake.proposer.lexicon.name_words import ORGANISATIONS
from summittui.intake.proposer.lexicon.text_nouns import TEXT_NOUNS
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.names import is_headed_by_name, names_several, person_alone
from summittui.intake.proposer.pronouns import Pronouns, is_pronoun
from summittui.intake.proposer.roster import Entity, Roster
from summittui.intake.proposer.speech import QuoteDraft
from summittui.intake.proposer.syntax import NounPhrase
from summittui.model import Gender

_PLURALS: Final = words("people men women children police others")
_BRACKET: Final = re.compile(r"\s*\([^()]*\)")

Speaker = tuple[str, Entity | None]
"""A speaker's name, and who it is where that is known."""


class Speakers:
    """The speakers of quotes, resolved in the order of their cues.

    Args:
        roster: Everyone named in the text.
    """

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
        entity = self._entity(source, name, draft.sentence) or unnamed_entity(name)
        if entity is None:
            return name, None
        self._pronouns.note_speaker(entity, draft.sentence)
        return entity.name, entity

    def _entity(self, source: NounPhrase, name: str, sentence: int) -> Entity | None:
        if is_pronoun(source.text):
            return self._pronouns.resolve(source.text, source.start, sentence)
        if self._roster.is_whole_name(name) or (is_headed_by_name(name) and not names_several(name)):
            return self._roster.named_in(name)
        return None


def unnamed_entity(phrase: str) -> Entity | None:
    """Return the person or body that a noun phrase without a name stands for: *a spokesman for Jane Doe*.

    None where it stands for several, or for nobody.
    """
    nouns = list(takewhile(lambda word: word not in PREPOSITIONS and word != ",", phrase.split()))
    head = nouns[-1].lower() if nouns else ""
    is_plural = head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))
    if is_plural or not head.isalpha() or head in SUBJECT_PRONOUNS | DETERMINERS or names_several(phrase):
        return None
    gender = Gender.MALE if head in MASCULINE_NOUNS else Gender.FEMALE if head in FEMININE_NOUNS else None
    return Entity(phrase, (), is_body=head in ORGANISATIONS or head in TEXT_NOUNS, gender=gender)


def _reading_order(draft: QuoteDraft) -> tuple[int, int, int]:
    return draft.paragraph, draft.sentence, draft.cue[0] if draft.cue else draft.spans[0][0]


def name_of_source(source: NounPhrase) -> str:
    """Return a source without its apposition and brackets; of *the chairman, Jane Doe* the name."""
    parts = [_BRACKET.sub("", part).strip() for part in source.text.split(" , ")]
    if len(parts) > 1 and _is_list(parts):
        return ", ".join(parts)
    is_apposed = len(parts) == 2 and not is_headed_by_name(parts[0]) and " and " not in parts[0]
    if is_apposed and is_headed_by_name(parts[1]) and parts[1][:1].isupper():
        return parts[1]
    return person_alone(parts[0]) or source.text


def _is_list(parts: Sequence[str]) -> bool:
    """Tell whether commas part names that *and* joins: *the ministers of Norway, Chile and Ghana*."""
    return names_several(parts[-1]) and all(part[:1].isupper() for part in parts[1:])
