"""Likeness of texts: whether one is another version of the other (shingles, resemblance and sketches, Broder 1997)."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from zlib import crc32

from summittui.model.text import fold

WORDS = 6
"""Words of a shingle."""
SAMPLED = 4
"""One shingle of so many is looked at, by its checksum, so that the same are looked at in every text."""
SAME = 0.7
"""Share of shingles, of those in either, that two versions of one text have in common at least."""
SKETCH = 16
"""Shingles of a sketch: those of a text with the smallest checksums."""
SKETCH_SHARED = 0.25
"""Share of its sketch that a text has in common with any version of it, all but surely, for `SAME` is much more."""
COUNTED = 2_000
"""Texts with a shingle of a sketch that are counted at most, those with its rarest shingles first."""
COMPARED = 20
"""Texts, those that have most of a sketch in common with a text, that are compared with it at most."""


class TextVersions:
    """A collection of texts by name, compared by their shingles.

    The sketch of each text is kept, some 2 kB, and no text but those that were added: how long a comparison takes does
    not grow with their number.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Sketch all texts.

        Args:
            texts: The texts by name; each is read once, and again when it is compared.
        """
        self._texts = texts
        self._added: dict[str, str] = {}
        self._names: list[str] = []
        self._lengths: list[int] = []
        self._by_digest: dict[bytes, str] = {}
        self._by_shingle: dict[int, int | list[int]] = {}
        """The numbers of the texts whose sketch has a shingle, by it; a list only where there are several."""
        self._last: tuple[str, frozenset[int]] = "", _shingles("")
        """The text that was looked at last, which is often the one that is added next, and its shingles."""
        for name in texts:
            self._sketch(name, texts[name])

    def add(self, name: str, text: str) -> None:
        """Add a text that later ones are compared with."""
        self._added[name] = text
        self._sketch(name, text)

    def remove(self, name: str, text: str) -> None:
        """Forget a text that was added."""
        del self._added[name]
        self._by_digest.pop(_digest(text), None)

    def release_added(self) -> None:
        """Let go of the texts that were added: the mapping has them by now."""
        self._added.clear()

    def most_alike(self, text: str) -> tuple[str, float] | None:
        """Return the name of the text of which `text` is a version, and the share that both have, else None.

        The share is 1 for the same text alone. Texts of very different length are not compared.
        """
        same = self._by_digest.get(_digest(text))
        if same is not None:
            return same, 1.0
        own = self._shingles_of(text)
        best: tuple[str, float] | None = None
        for name in self._candidates(own, len(text)):
            other = self._added.get(name) or self._texts.get(name)
            theirs = _shingles(other) if other is not None else frozenset()
            share = min(0.99, len(own & theirs) / (len(own | theirs) or 1))
            if share >= SAME and (best is None or share > best[1]):
                best = name, share
        return best

    def _sketch(self, name: str, text: str) -> None:
        number = len(self._names)
        self._names.append(name)
        self._lengths.append(len(text))
        self._by_digest.setdefault(_digest(text), name)
        for shingle in _sketch(self._shingles_of(text)):
            before = self._by_shingle.setdefault(shingle, number)
            if isinstance(before, list):
                before.append(number)
            elif before != number:
                self._by_shingle[shingle] = [before, number]

    def _shingles_of(self, text: str) -> frozenset[int]:
        if self._last[0] is not text:
            self._last = text, _shingles(text)
        return self._last[1]

    def _numbers_with(self, shingle: int) -> Sequence[int]:
        """Return the numbers of the texts whose sketch has a shingle."""
        found = self._by_shingle.get(shingle, ())
        return (found,) if isinstance(found, int) else found

    def _candidates(self, shingles: frozenset[int], length: int) -> list[str]:
        """Return the names of the texts that may be versions of one with these shingles, in the order of all."""
        shared: Counter[int] = Counter()
        looked_at = 0
        for numbers in sorted(map(self._numbers_with, _sketch(shingles)), key=len):
            if looked_at and shared.total() + len(numbers) > COUNTED:
                break
            shared.update(numbers)
            looked_at += 1
        least = looked_at * SKETCH_SHARED
        fitting = [
            (-count, number)
            for number, count in shared.items()
            if count >= least and SAME <= (length + 1) / (self._lengths[number] + 1) <= 1 / SAME
        ]
        return [self._names[number] for number in sorted(number for _, number in nsmallest(COMPARED, fitting))]


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _sketch(shingles: frozenset[int]) -> list[int]:
    return nsmallest(SKETCH, shingles)


def _shingles(text: str) -> frozenset[int]:
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in fold(text).split()]
    runs = zip(*(words[at:] for at in range(WORDS)), strict=False) if len(words) >= WORDS else [tuple(words)]
    modulus = 1 if len(words) < 100 else SAMPLED
    return frozenset(shingle for run in runs if (shingle := hash(run)) % modulus == 0)
