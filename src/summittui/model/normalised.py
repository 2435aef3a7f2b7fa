"""Normalised texts: texts without what print and typing do differently, each part with the offsets it comes from.

The normal form is Unicode's NFKD (UAX 15) with quotation marks, apostrophes, primes and dashes as they are typed, each
run of white space as one blank, and without soft hyphens, joiners, variation selectors and other code points that are
not seen. Case stays. Offsets count code points; ranges are half-open.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

Range = tuple[int, int]
"""Start and end of a part of a text."""

_DOUBLE = "“”„‟«»″‶〝〞〟＂"
_SINGLE = "‘’‚‛‹›′‵`´ʼ＇"
_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_TYPED = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DASHES, "-")})
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNSEEN = f"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff{_SELECTORS}"
_PIECES = re.compile(
    rf"(?P<unseen>\u00ad[ \t]*\n\s*|[{_UNSEEN}]+)"  # a soft hyphen at the end of a line takes the line break with it
    rf"|(?P<blank>\s[\s{_UNSEEN}]*)"
    rf"|(?P<dash>[-{_DASHES}][-{_DASHES}{_UNSEEN}]*)"
    rf"|(?P<mark>[{_DOUBLE}{_SINGLE}])"
    rf"|(?P<words>(?:[^\s{_UNSEEN}{_DASHES}{_DOUBLE}{_SINGLE}-]| (?![\s{_UNSEEN}]))+)"
)
_TYPED_AS = {"unseen": "", "blank": " ", "dash": "-"}
_AT_END = re.compile(f"[{_SELECTORS}]*")
_JOINER = "\u200d"
_JAMO = range(0x1160, 0x1200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_MOST_MARKS = 30
"""The number of marks behind one letter that are put in order, as in Unicode's stream-safe format."""
_WORK = 8_000_000
"""About how many code points are compared at most where words stand in many places."""


class NormalisedText:
    """A text in normal form, and the ranges of the text that its parts come from."""

    def __init__(self, text: str) -> None:
        """Normalise `text`, in time linear in the length of `text`."""
        parts: list[str] = []
        self._normal_starts, self._starts = array("q"), array("q")
        length = 0
        for part, start in _parts(text):
            self._normal_starts.append(length)
            self._starts.append(start)
            parts.append(part)
            length += len(part)
        self._normal_starts.append(length)
        self._starts.append(len(text))
        self._text = text
        self.normal = "".join(parts)
        """The text in normal form."""

    def ranges(self, words: str) -> Iterator[Range]:
        """Yield every range of the text that has the normal form of `words`, overlapping ones too."""
        wanted = normalised(words)
        for start in _occurrences(wanted, self.normal):
            found = self.range_of(start, start + len(wanted))
            if found is not None:
                yield found

    def range_of(self, start: int, end: int) -> Range | None:
        """Return the range of the text that `normal[start:end]` comes from; None where an end of it splits a sign."""
        first, last = self._start_of(start), self._end_of(end)
        if first is None or last is None or splits_sign(self._text, first):
            return None
        selectors = _AT_END.match(self._text, last)
        last = selectors.end() if selectors else last
        return None if splits_sign(self._text, last) else (first, last)

    def _start_of(self, at: int) -> int | None:
        """Return the offset in the text of the part that begins at `at`; None inside what became several."""
        index = bisect_right(self._normal_starts, at) - 1
        inside = at - self._normal_starts[index]
        return self._starts[index] + inside if not inside or self._is_unchanged(index) else None

    def _end_of(self, at: int) -> int | None:
        """Return the offset in the text behind the part that ends at `at`; None inside what became several."""
        index = bisect_left(self._normal_starts, at) - 1
        if at == self._normal_starts[index + 1]:
            return self._starts[index + 1]
        return self._starts[index] + at - self._normal_starts[index] if self._is_unchanged(index) else None

    def _is_unchanged(self, index: int) -> bool:
        normal = self._normal_starts[index + 1] - self._normal_starts[index]
        return normal == self._starts[index + 1] - self._starts[index]


def normalised(text: str) -> str:
    """Return `text` in normal form, without blanks at either end."""
    return "".join(part for part, _ in _parts(text)).strip(" ")


def exact_ranges(text: str, words: str) -> Iterator[Range]:
    """Yield every range of `text` that is `words` to the letter and splits no sign, overlapping ones too."""
    for start in _occurrences(words, text):
        if not splits_sign(text, start) and not splits_sign(text, start + len(words)):
            yield start, start + len(words)


def splits_sign(text: str, at: int) -> bool:
    """Tell whether a cut at an offset would part a letter from its accents, or what else is seen as one sign."""
    if not 0 < at < len(text) or text[at].isascii():
        return False
    before, after = text[at - 1], text[at]
    if after == _JOINER:
        return at + 1 < len(text) and _is_symbol(text[at + 1])
    if before == _JOINER and _is_symbol(after):
        return True
    code = ord(after)
    is_selector = code in _SKIN_TONES or _AT_END.fullmatch(after) is not None
    return bool(unicodedata.combining(after)) or code in _JAMO or is_selector


def _is_symbol(sign: str) -> bool:
    return unicodedata.category(sign) == "So"


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Yield the offset of each occurrence of `words`, overlaps included, up to a limit that bounds the time."""
    start = text.find(words) if words else -1
    for _ in range(max(1_000, _WORK // (len(words) or 1))):
        if start < 0:
            return
        yield start
        start = text.find(words, start + 1)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield each part of the normal form with the offset in `text` that it comes from."""
    for piece in _PIECES.finditer(text):
        kind, start = piece.lastgroup or "", piece.start()
        if kind == "words":
            yield from _parts_of_words(piece.group(), start)
        else:
            yield _TYPED_AS[kind] if kind in _TYPED_AS else piece.group().translate(_TYPED), start


def _parts_of_words(words: str, at: int) -> Iterator[tuple[str, int]]:
    if words.isascii() or unicodedata.is_normalized("NFKD", words):
        yield words, at
        return
    for cluster in _clusters().finditer(words):
        part = cluster.group()
        yield part if part.isascii() else _normal_cluster(part), at + cluster.start()


@lru_cache(maxsize=4_096)
def _normal_cluster(cluster: str) -> str:
    return unicodedata.normalize("NFKD", cluster).translate(_TYPED)


@cache
def _clusters() -> re.Pattern[str]:
    """Return the pattern of a run of ASCII, or of one letter with the marks on it."""
    marks = "".join(map(chr, (code for code in range(0x300, 0x1E950) if unicodedata.combining(chr(code)))))
    return re.compile(rf"[\x00-\x7f]+(?![^\x00-\x7f])|[\s\S][{re.escape(marks)}]{{0,{_MOST_MARKS}}}")
