"""The roster of a text: the people and bodies that the text names, and the one whom a short name stands for."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from summittui.intake.proposer.lexicon.cue_verbs import CUE_VERBS
from summittui.intake.proposer.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    WH_WORDS,
)
from summittui.intake.proposer.lexicon.name_words import NOT_NAMES, ORGANISATIONS, PLACES
from summittui.intake.proposer.lexicon.word_list import words
from summittui.intake.proposer.names import PARTICLES, bare_name, gender_of, name_runs
from summittui.intake.proposer.syntax import WORD, Sentence, Token
from summittui.intake.proposer.verbs import is_verb
from summittui.model import Gender, KnownActor

_MOST_NAMESAKES: Final = 8
"""People of one name among whom a short name chooses at most."""
_LONGEST_NAME: Final = 5
_BEFORE_PLACES: Final = words("in at near")
_BEHIND_A_NAME: Final = (
    PREPOSITIONS | COORDINATORS | SUBORDINATORS | ADVERBS | WH_WORDS | AUXILIARIES | CUE_VERBS.keys()
) | {"that", "to", "himself", "herself"}


class Entity(Struct, eq=False):
    """A person or body that a text names."""

    name: str
    words: tuple[str, ...]
    """The name in lower case."""
    is_body: bool = False
    """Whether it is a state, an organisation or another body, for which *it* stands."""
    gender: Gender | None = None
    known: str | None = None
    """The id of the known actor that it is."""
    named_at: int | None = None
    """The offset at which the text first has the whole name; None where the text has none or a part alone."""


class Mention(Struct, frozen=True):
    """A place where a text names an entity."""

    start: int
    sentence: int
    entity: Entity
    is_subject: bool


class _Run(Struct, frozen=True):
    """A run of capitalised words that is a name."""

    sentence: Sentence
    first: int
    stop: int
    name: list[str]
    gender: Gender | None
    is_body: bool


class Roster:
    """Everyone named in a text outside quotation marks, and the actors known beforehand.

    Args:
        sentences: The sentences of the text.
        known: Actors that may be named in it.
    """

    def __init__(self, sentences: Sequence[Sentence], known: Sequence[KnownActor] = ()) -> None:
        self._by_name: dict[str, Entity] = {}
        self._by_part: dict[str, list[Entity]] = {}
        self._first_part: dict[str, int] = {}
        """The offset at which the text first has a name of one word alone, by the word."""
        self._ambiguous: dict[str, Entity] = {}
        for actor in known:
            self._add_known(actor)
        runs = _name_runs(sentences)
        for run in runs:
            if run.sentence.paragraph and len(run.name) <= _LONGEST_NAME:
                self._introduce(run)
        self.mentions = sorted(chain.from_iterable(map(self._mentions, runs)), key=lambda mention: mention.start)
        """The mentions of all entries, in the order of the text."""

    def find(self, name: list[str], gender: Gender | None = None) -> Entity | None:
        """Return the entity that a whole name, or a part of it, stands for; one of its own where that is not clear.

        Args:
            name: The words of the name.
            gender: The gender that a title before it shows.
        """
        key = " ".join(name).lower()
        if len(name) > 1:
            return self._by_name.get(key) or self._by_surname(key)
        part = key.rstrip(".")
        bearers = self._bearers(part, gender)
        if len(bearers) > 1:
            return self._ambiguous.setdefault(part, Entity(name[0], (part,)))
        return bearers[0] if bearers else self._by_name.get(key)

    def _by_surname(self, key: str) -> Entity | None:
        """Return the only entity whose surname has several words: *Le Goff*."""
        first, last = key.split(maxsplit=1)[0], key.rsplit(maxsplit=1)[-1]
        if first not in PARTICLES:
            return None
        found = [each for each in self._by_part.get(last, ()) if each.name.lower().endswith(f" {key}")]
        return found[0] if len(found) == 1 else None

    def _bearers(self, part: str, gender: Gender | None) -> list[Entity]:
        """Return those for whom a surname, else a first name, can stand.

        Those whom the text names in full go before actors who are only known, those named before the first use of the
        part before others.
        """
        fitting = [each for each in self._by_part.get(part, ()) if len(each.words) > 1 and _agree(each.gender, gender)]
        named = [each for each in fitting if each.named_at is not None]
        by_surname = [each for each in named or fitting if each.words[-1] == part]
        bearers = by_surname if gender else by_surname or named
        first = self._first_part.get(part, 0)
        return [each for each in bearers if each.named_at is not None and each.named_at < first] or bearers

    def is_whole_name(self, phrase: str) -> bool:
        """Tell whether a noun phrase is a name, with or without its article."""
        return _key(phrase) in self._by_name

    def named_in(self, phrase: str) -> Entity | None:
        """Return the entity that a noun phrase names as a whole, else the one with whose name it ends."""
        key = _key(phrase)
        whole = self._by_name.get(key)
        if whole is not None and " " in key:
            return whole
        name, gender = bare_name(_last_run(phrase))
        return (self.find(name, gender) if name else None) or whole

    def _add_known(self, actor: KnownActor) -> None:
        name = actor.names[0]
        parts = name.split()
        entity = Entity(name, tuple(part.lower() for part in parts), actor.is_body, actor.gender, actor.id)
        if not actor.is_body and entity.gender is None and len(parts) > 1:
            entity.gender = gender_of(parts[0])
        for alias in actor.names:
            self._by_name.setdefault(_key(alias), entity)
        if not actor.is_body and parts:
            self._index_parts(entity)

    def _introduce(self, run: _Run) -> None:
        """Add whomever a run names in full, and note where parts of names stand alone."""
        at = run.sentence.tokens[run.first].start
        if len(run.name) == 1:
            self._first_part.setdefault(run.name[0].lower().rstrip("."), at)
            return
        entity = self._add(run)
        _learn(entity, run)
        if entity.named_at is None:
            entity.named_at = at

    def _add(self, run: _Run) -> Entity:
        key = " ".join(run.name).lower()
        entity = self._by_name.get(key) or self._by_surname(key)
        if entity is None:
            entity = self._by_name[key] = _entity_of(run)
            if not entity.is_body:
                self._index_parts(entity)
        return entity

    def _index_parts(self, entity: Entity) -> None:
        for part in dict.fromkeys((entity.words[-1], entity.words[0])):
            namesakes = self._by_part.setdefault(part, [])
            if len(namesakes) < _MOST_NAMESAKES:
                namesakes.append(entity)

    def _mentions(self, run: _Run) -> list[Mention]:
        """Return the mention that a run is; none of what describes or is a place: *the Doe plan*, *in Doe*."""
        entity = self.find(run.name, run.gender) or self._add(run)
        _learn(entity, run)
        tokens = run.sentence.tokens
        is_owner = tokens[run.stop - 1].lower.endswith("'s")
        if not is_owner and run.stop < len(tokens) and _is_described_noun(tokens, run.stop):
            return []
        if entity.gender is None and len(run.name) == 1 and run.first and tokens[run.first - 1].lower in _BEFORE_PLACES:
            return []
        is_subject = _is_subject(tokens, run.first, run.stop)
        return [Mention(tokens[run.first].start, run.sentence.index, entity, is_subject)]


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one is other


def _key(name: str) -> str:
    """Return a name in lower case, without its article."""
    return " ".join(name.lower().split()).removeprefix("the ")


def _is_subject(tokens: list[Token], first: int, stop: int) -> bool:
    """Tell whether a name can be a subject, or opens the sentence: *Doe's speech …*; and is no object of a verb."""
    if not first:
        return True
    before = tokens[first - 1]
    governs = before.lower in PREPOSITIONS or before.lower.endswith("ing") or is_verb(tokens, first - 1)
    return not governs and not tokens[stop - 1].lower.endswith("'s")


def _learn(entity: Entity, run: _Run) -> None:
    """Add what a mention shows of an entity: its gender by title or first name; by an article that it is a body.

    Of a name in capitals it shows the usual spelling.
    """
    name = " ".join(run.name)
    if entity.known is None and entity.name.isupper() and name.upper() == entity.name:
        entity.name = name
    if entity.gender is not None or entity.is_body:
        return
    if run.is_body:
        entity.is_body = entity.known is None
    else:
        entity.gender = run.gender or (gender_of(run.name[0]) if len(run.name) == 1 else None)


def _is_described_noun(tokens: list[Token], at: int) -> bool:
    """Tell whether the word behind a name is a noun that the name describes: *the Doe administration*."""
    token = tokens[at]
    if token.kind != WORD or token.capitalised or token.lower in _BEHIND_A_NAME:
        return False
    return not token.lower.endswith(("ly", "s", "ed")) and not is_verb(tokens, at)


def _entity_of(run: _Run) -> Entity:
    lower = tuple(word.lower().rstrip(".") for word in run.name)
    is_acronym = len(run.name) == 1 and len(run.name[0]) > 1 and run.name[0].isupper()
    names_body = any(word in ORGANISATIONS for word in lower) or lower[-1] in PLACES or is_acronym
    is_body = run.gender is None and (run.is_body or names_body)
    gender = run.gender
    if gender is None and not is_body and len(run.name) > 1:
        gender = gender_of(run.name[0])
    return Entity(" ".join(run.name), lower, is_body, gender)


def _name_runs(sentences: Sequence[Sentence]) -> list[_Run]:
    """Return the names of a text; a lone capitalised word at the start of a sentence only where it shows to be one."""
    inside = {
        token.lower.removesuffix("'s") for sentence in sentences for token in sentence.tokens[1:] if token.capitalised
    }
    runs = []
    for sentence in sentences:
        tokens = sentence.tokens
        is_headline = sentence.paragraph == 0 and sum(token.capitalised for token in tokens) * 2 > len(tokens)
        for first, stop in name_runs(tokens):
            name, gender = bare_name([token.text for token in tokens[first:stop]])
            is_lone_opener = first == 0 and stop == 1 and not _shows_name(tokens, name[0], inside)
            if is_lone_opener or (is_headline and len(name) > 2):
                continue
            has_article = first > 0 and tokens[first - 1].lower in {"the", "a", "an"} and len(name) == stop - first
            runs.append(_Run(sentence, first, stop, name, gender, gender is None and has_article))
    return runs


def _shows_name(tokens: list[Token], name: str, inside: set[str]) -> bool:
    if tokens[0].lower.removesuffix("'s") in inside or gender_of(name):
        return True
    return len(tokens) > 1 and tokens[1].lower in CUE_VERBS


def _last_run(phrase: str) -> list[str]:
    """Return the run of capitalised words with which a noun phrase ends."""
    run: list[str] = []
    for word in reversed(phrase.split()):
        if not (_is_capitalised_name(word) or (run and word.lower() in PARTICLES)):
            break
        run.insert(0, word.rstrip(","))
    while run and not run[0][0].isupper():
        run.pop(0)
    return run


def _is_capitalised_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in NOT_NAMES and not word.endswith(("'s", "’s"))
