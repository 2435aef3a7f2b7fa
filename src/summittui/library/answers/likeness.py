"""Likeness of texts: whether one is another version of the other (shingles and resemblance, Broder 1997)."""

from collections.abc import Mapping
from zlib import crc32

from summittui.model.text import fold

WORDS = 6
"""Words of a shingle."""
SAMPLED = 4
"""One shingle of so many is looked at, by its checksum, so that the same are looked at in every text."""
SAME = 0.7
"""Share of shingles, of those in either, that two versions of one text have in common at least."""


class TextVersions:
    """Texts by name, compared by their shingles, which are computed once for each text."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._shingles: dict[str, frozenset[int]] = {}

    def add(self, name: str, text: str) -> None:
        """Add a text that later ones are compared with."""
        self._texts[name] = text

    def most_alike(self, text: str) -> tuple[str, float] | None:
        """Return the name of the text of which `text` is a version, and the share that both have, else None.

        The share is 1 for the same text alone. Texts of very different length are not compared.
        """
        same = next((name for name, other in self._texts.items() if other == text), None)
        if same is not None:
            return same, 1.0
        own = _shingles(text)
        best: tuple[str, float] | None = None
        for name, other in self._texts.items():
            if not SAME <= (len(text) + 1) / (len(other) + 1) <= 1 / SAME:
                continue
            theirs = self._shingles_of(name)
            share = min(0.99, len(own & theirs) / (len(own | theirs) or 1))
            if share >= SAME and (best is None or share > best[1]):
                best = name, share
        return best

    def _shingles_of(self, name: str) -> frozenset[int]:
        found = self._shingles.get(name)
        if found is None:
            found = self._shingles[name] = _shingles(self._texts[name])
        return found


def _shingles(text: str) -> frozenset[int]:
    words = fold(text).split()
    shingles = {
        crc32(" ".join(words[at : at + WORDS]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - WORDS + 1))
    }
    return frozenset(shingle for shingle in shingles if shingle % SAMPLED == 0 or len(words) < 100)
