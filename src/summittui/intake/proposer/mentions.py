"""Mentions of known actors, issues and declarations in a text."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from summittui.model import Known, KnownActor, KnownRecord, MentionProposal, Selector

_WORD: Final = re.compile(r"\w+(?:[.'’-]\w+)*")
_POSSESSIVES: Final = ("'s", "’s")
_LONGEST_GAP: Final = 3
"""Code points between two words of one name."""

_Word = tuple[str, int, int]
"""A word without its possessive, with its range."""


class _Name(Struct, frozen=True):
    """A name of a known record."""

    words: tuple[str, ...]
    record: str
    has_case: bool
    """Whether capitals count: in proper names, but not in the label of an issue."""


def known_mentions(text: str, known: Known) -> tuple[MentionProposal, ...]:
    """Return the places where `text` names a known record: the longest name at each place, none inside another."""
    index = _index(known)
    if not index:
        return ()
    words = list(_words(text))
    found = []
    at = 0
    while at < len(words):
        name = next((name for name in index.get(words[at][0].casefold(), ()) if _stands_at(words, at, name)), None)
        if name is None:
            at += 1
            continue
        start, end = words[at][1], words[at + len(name.words) - 1][2]
        found.append(MentionProposal(record=name.record, at=Selector(start, end, exact=text[start:end])))
        at += len(name.words)
    return tuple(found)


def _index(known: Known) -> dict[str, list[_Name]]:
    """Return the names by their first words, the longest first."""
    index: dict[str, list[_Name]] = {}
    issues = {issue.id for issue in known.issues}
    records: tuple[KnownActor | KnownRecord, ...] = (*known.actors, *known.declarations, *known.issues)
    for record in records:
        for name in record.names:
            words = tuple(word for word, _, _ in _words(name))
            if words:
                entry = _Name(words, record.id, has_case=record.id not in issues and name != name.lower())
                index.setdefault(words[0].casefold(), []).append(entry)
    for entries in index.values():
        entries.sort(key=lambda name: -len(name.words))
    return index


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        word = match.group()
        bare = word[:-2] if word.endswith(_POSSESSIVES) else word
        yield bare, match.start(), match.start() + len(bare)


def _stands_at(words: list[_Word], at: int, name: _Name) -> bool:
    found = words[at : at + len(name.words)]
    if len(found) < len(name.words):
        return False
    for (word, start, _), wanted, before in zip(found, name.words, [None, *found], strict=False):
        if before is not None and start - before[2] > _LONGEST_GAP:
            return False
        if word != wanted and (name.has_case or word.casefold() != wanted.casefold()):
            return False
    return True
