"""Acts and tallies around declarations: *declined to sign the accord*, *endorsed by about 60 countries*."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from summittui.intake.proposer.counts import count_before
from summittui.intake.proposer.factuality import is_announced, is_negated, is_unsettled
from summittui.intake.proposer.lexicon.deeds import (
    ACT_VERBS,
    DECLINING,
    PUT_FORWARD,
    WITH_NOT,
)
from summittui.intake.proposer.lexicon.function_words import BE, DETERMINERS, MODALS
from summittui.intake.proposer.lexicon.text_nouns import TEXT_NOUNS
from summittui.intake.proposer.noun_phrase_starts import end_of_noun_phrase
from summittui.intake.proposer.pronouns import is_pronoun
from summittui.intake.proposer.subjects import main_subject, shared_subject, subject_before
from summittui.intake.proposer.syntax import PASSAGE, PUNCTUATION, WORD, NounPhrase, Range, Tokens, noun_phrase
from summittui.intake.proposer.verbs import is_verb
from summittui.model import ActKind, ActProposal, Known, MentionProposal, Selector, TallyProposal

_KNOWN: Final = 0.8
_UNKNOWN: Final = 0.6
_OBJECT_REACH: Final = 12
_BEFORE_REACH: Final = 30
_NEGATION_REACH: Final = 4
_NOT: Final = ("not", "never")


class _TextReference(Struct, frozen=True):
    """The tokens that name a declaration."""

    first: int
    stop: int
    record: str | None


class _Deed(Struct, frozen=True):
    """A verb with whoever acts and the declaration."""

    act: ActKind
    actors: NounPhrase
    text: _TextReference


class DeedReader:
    """Acts and tallies of one text.

    Args:
        text: The text.
        mentions: Where it names known records.
        known: The records, by which those of declarations are told.
    """

    def __init__(self, text: str, mentions: Sequence[MentionProposal], known: Known) -> None:
        declarations = {declaration.id for declaration in known.declarations}
        self._text = text
        self._known = {each.at.start: each for each in mentions if each.record in declarations}
        self._actors = {each.at.start: each.record for each in mentions if each.record not in declarations}

    def read(self, tokens: Tokens) -> tuple[list[ActProposal], list[TallyProposal]]:
        """Return the acts and the tallies of a sentence."""
        texts = list(self._texts(tokens))
        if not texts:
            return [], []
        acts: list[ActProposal] = []
        for at, token in enumerate(tokens):
            deed = _deed(tokens, at, texts) if token.kind == WORD and at else None
            acts += self._acts(tokens, deed) if deed else []
        return acts, list(self._tallies(tokens, texts))

    def _texts(self, tokens: Tokens) -> Iterator[_TextReference]:
        """Yield the declarations that a sentence names, by a known name or by a noun for documents."""
        at = 0
        while at < len(tokens):
            mention = self._known.get(tokens[at].start)
            stop = at + 1
            if mention:
                while stop < len(tokens) and tokens[stop].start < mention.at.end:
                    stop += 1
                yield _TextReference(_with_determiner(tokens, at), stop, mention.record)
            elif tokens[at].lower in TEXT_NOUNS:
                yield _TextReference(_start_of_text(tokens, at), stop, None)
            at = stop

    def _acts(self, tokens: Tokens, deed: _Deed) -> Iterator[ActProposal]:
        declaration = self._selector(tokens, (deed.text.first, deed.text.stop))
        parts = list(_single_actors(tokens, deed.actors))
        first = min([deed.text.first, *(part[0] for part in parts)])
        stop = max([deed.text.stop, *(part[1] for part in parts)])
        for part in parts:
            if not (_is_counted(tokens, part) or is_pronoun(tokens[part[0]].lower)):
                actor = self._selector(tokens, part)
                yield ActProposal(
                    act=deed.act,
                    actor=actor,
                    actor_id=self._actor_id(tokens, part),
                    declaration=declaration,
                    declaration_id=deed.text.record,
                    evidence=self._selector(tokens, (first, stop)),
                    confidence=_KNOWN if deed.text.record else _UNKNOWN,
                    reason=f"{deed.act.value} a text",
                )

    def _actor_id(self, tokens: Tokens, part: Range) -> str | None:
        found = (self._actors.get(tokens[at].start) for at in range(*part))
        return next((record for record in found if record), None)

    def _tallies(self, tokens: Tokens, texts: Sequence[_TextReference]) -> Iterator[TallyProposal]:
        named = next((text for text in texts if text.record), texts[0])
        for at in range(1, len(tokens)):
            count = count_before(tokens, at)
            if count and count.qualifier:
                yield TallyProposal(
                    number=count.number,
                    qualifier=count.qualifier,
                    counts=self._selector(tokens, (at, at + 1)),
                    declaration=self._selector(tokens, (named.first, named.stop)),
                    declaration_id=named.record,
                    span=self._selector(tokens, (count.first, at + 1)),
                    confidence=_KNOWN if named.record else _UNKNOWN,
                    reason="counted beside a text",
                )

    def _selector(self, tokens: Tokens, part: Range) -> Selector:
        start, end = tokens[part[0]].start, tokens[part[1] - 1].end
        return Selector(start, end, exact=self._text[start:end])


def _with_determiner(tokens: Tokens, at: int) -> int:
    return at - 1 if at and tokens[at - 1].lower in DETERMINERS else at


def _start_of_text(tokens: Tokens, noun: int) -> int:
    """Return the index at which *the international declaration* begins."""
    first = noun
    while first and noun - first < 4 and tokens[first - 1].kind == WORD and tokens[first - 1].lower not in DETERMINERS:
        if is_verb(tokens, first - 1) or tokens[first - 1].lower in ACT_VERBS:
            return first
        first -= 1
    return _with_determiner(tokens, first)


def _act(tokens: Tokens, verb: int) -> ActKind | None:
    """Return the act that a verb, or *put forward* by its last word, tells of."""
    if tokens[verb].lower == "forward" and tokens[verb - 1].lower in PUT_FORWARD:
        return ActKind.PROPOSED
    return ACT_VERBS.get(tokens[verb].lower)


def _deed(tokens: Tokens, verb: int, texts: Sequence[_TextReference]) -> _Deed | None:
    act = _act(tokens, verb)
    if act is None:
        return None
    if verb + 1 < len(tokens) and tokens[verb + 1].lower == "by":
        return _passive(tokens, verb, act, texts)
    text = next((text for text in texts if verb < text.first <= verb + _OBJECT_REACH), None)
    text = text or next((text for text in texts if text.first == verb + 1), None)
    if text is None or _is_interrupted(tokens, verb, text.first):
        return None
    return _active(tokens, verb, act, text)


def _active(tokens: Tokens, verb: int, act: ActKind, text: _TextReference) -> _Deed | None:
    """Return the deed of *Norway signed the accord*, *declined to sign it*, *did not sign it*; None if it is open."""
    head = _head_of_refusal(tokens, verb)
    if tokens[verb - 1].lower == "to" and head is None:
        return None
    actors = _actors(tokens, verb if head is None else head)
    if actors is None:
        return None
    if head is not None:
        return _Deed(ActKind.DECLINED, actors, text)
    done = _not_done(tokens, verb) if _is_negated(tokens, verb) else act
    is_open = done is act and is_announced(tokens, actors.stop - 1, verb)
    return None if is_open or is_unsettled(tokens, actors, verb) else _Deed(done, actors, text)


def _not_done(tokens: Tokens, verb: int) -> ActKind:
    """Return the act of who did not act: *will not sign* refuses, while of *did not sign* no refusal is stated."""
    is_refused = is_announced(tokens, max(0, verb - _NEGATION_REACH), verb)
    return ActKind.DECLINED if is_refused else ActKind.STAYED_OUT


def _actors(tokens: Tokens, verb: int) -> NounPhrase | None:
    """Return the subject of a verb; a participle (*by proposing a pact*) shares that of its sentence."""
    if tokens[verb].lower == "forward":
        verb -= 1
    if tokens[verb].lower.endswith("ing"):
        return main_subject(tokens, verb)
    return subject_before(tokens, verb) or shared_subject(tokens, verb)


def _passive(tokens: Tokens, verb: int, act: ActKind, texts: Sequence[_TextReference]) -> _Deed | None:
    """Return the deed of *the accord, endorsed by 60 countries*; None where no text stands before the verb."""
    first = verb + 2
    stop = _end_of_list(tokens, end_of_noun_phrase(tokens, first))
    before = [text for text in texts if verb - _BEFORE_REACH < text.stop <= verb]
    if stop == first or not before or _is_negated(tokens, verb):
        return None
    if MODALS.intersection(token.lower for token in tokens[max(0, verb - _NEGATION_REACH) : verb]):
        return None
    is_bare = tokens[verb - 1].lower in BE or tokens[verb - 1].kind == PUNCTUATION or before[-1].stop == verb
    return _Deed(act, noun_phrase(tokens, first, stop), before[-1]) if is_bare else None


def _end_of_list(tokens: Tokens, stop: int) -> int:
    """Return the index behind *Norway, Peru and Chile*, whose first name ends at `stop`; `stop` without an *and*."""
    at = stop
    while at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].lower == "and"):
        is_last = tokens[at].lower == "and" or tokens[at + 1].lower == "and"
        first = at + 2 if is_last and tokens[at].text == "," else at + 1
        at = end_of_noun_phrase(tokens, first) if first < len(tokens) and tokens[first].capitalised else first
        if at == first:
            return stop
        if is_last or "and" in (token.lower for token in tokens[first:at]):
            return at
    return stop


def _is_interrupted(tokens: Tokens, verb: int, text: int) -> bool:
    """Tell whether a stop or another verb stands between a verb and the text."""
    between = range(verb + 1, text)
    return any(tokens[at].kind in {PASSAGE, PUNCTUATION} or is_verb(tokens, at) for at in between)


def _head_of_refusal(tokens: Tokens, verb: int) -> int | None:
    """Return the index of *refused* in *refused to sign*, of *opted* in *opted not to sign*."""
    if verb < 2 or tokens[verb - 1].lower != "to":
        return None
    is_negated = tokens[verb - 2].lower in _NOT
    head = verb - 3 if is_negated else verb - 2
    if head < 0 or tokens[head].lower not in DECLINING:
        return None
    return head if is_negated == (tokens[head].lower in WITH_NOT) else None


def _is_negated(tokens: Tokens, verb: int) -> bool:
    return is_negated(tokens, max(0, verb - _NEGATION_REACH), verb)


def _single_actors(tokens: Tokens, actors: NounPhrase) -> Iterator[Range]:
    """Yield each actor of a list, and those behind *including*."""
    yield from _split(tokens, actors.first, actors.stop)
    at = actors.stop + (actors.stop < len(tokens) and tokens[actors.stop].text == ",")
    if at < len(tokens) and tokens[at].lower == "including":
        stop = at + 1
        while stop < len(tokens) and (tokens[stop].capitalised or tokens[stop].lower in {"the", "and", "of", ","}):
            stop += 1
        yield from _split(tokens, at + 1, stop)


def _split(tokens: Tokens, first: int, stop: int) -> Iterator[Range]:
    begin = first
    for at in range(first, stop + 1):
        if at == stop or tokens[at].text == "," or tokens[at].lower == "and":
            if at > begin and any(tokens[index].kind == WORD for index in range(begin, at)):
                yield begin, at
            begin = at + 1


def _is_counted(tokens: Tokens, part: Range) -> bool:
    last = part[1] - 1
    return tokens[last].lower[:1].isdigit() or count_before(tokens, last) is not None
