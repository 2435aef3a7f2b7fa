"""Text as data: made harmless to show, and folded to compare.

Words from a document, a store or a file name are never changed where they are kept; they pass
through `safe` on their way to a screen or a terminal.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from summittui.model.joiners import JOINERS, SUPPLEMENT, without_strays

_ESCAPE = (
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"  # CSI, seven and eight bit
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
)
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_INVISIBLE = f"[{_UNSEEN}]"
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILED_MARKS = f"([{_MARK}]{{3}})[{_MARK}]+"
"""Patterns that are compiled at first use, for few texts need one."""
_UNSAFE = re.compile(f"[\t{_UNSEEN}{JOINERS}\ufe00-\ufe0f{SUPPLEMENT}]|[{_MARK}]{{4}}")
"""A text without any match of this pattern is safe as it stands."""
_STRAY = "\ufdd0"
"""A noncharacter, in the place of what is left out."""


def safe_lines(text: str) -> str:
    """Return `text` without anything that could drive a terminal or reorder a line; line breaks stay.

    Escape sequences, control and format characters, bidi overrides and lone surrogates go, and so do joiners and
    variation selectors that are out of place; more than three combining marks on one base are cut.
    """
    return _without_piles(without_strays(_without_unseen(text))) if _UNSAFE.search(text) else text


def safe(text: str) -> str:
    """Return `text` as one harmless line: as `safe_lines`, with white space run together."""
    return " ".join(safe_lines(text).split())


def safe_parts(parts: Sequence[str]) -> list[str]:
    """Return parts of one line, each as `safe` makes it, with the joiners at its ends that the parts beside it need."""
    if not _UNSAFE.search("".join(parts)):
        return [" ".join(part.split()) for part in parts]
    seen = [_without_unseen(part) for part in parts]
    whole = without_strays("".join(seen), _STRAY)
    edges = pairwise(accumulate(map(len, seen), initial=0))
    own = (whole[start:end].replace(_STRAY, "") for start, end in edges)
    return [" ".join(_without_piles(part).split()) for part in own]


def _without_unseen(text: str) -> str:
    """Return `text` without what is not seen, but with all joiners and variation selectors."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub(_INVISIBLE, "", re.sub(_ESCAPE, "", text))


def _without_piles(text: str) -> str:
    return re.sub(_PILED_MARKS, r"\1", text)


def has_words(text: str) -> bool:
    """Tell whether a text has a letter, a digit or a symbol, not punctuation, blanks and what is invisible alone."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in text)


def fold(text: str) -> str:
    """Return `text` for comparison, the one way in which names and words are compared, sought and sorted.

    Case, accents, strokes of letters, compatibility forms, and kinds of quotation marks, apostrophes and hyphens do
    not count; what is invisible is left out. Each code point is folded by itself, whatever stands around it.
    """
    return text.lower() if text.isascii() else re.sub(_BEYOND_ASCII, _folded_run, text).lower()


def fold_words(text: str) -> str:
    """Return `text` as `fold` does, with white space run together and none at the ends."""
    return " ".join(fold(text).split())


_BEYOND_ASCII = "[^\x00-\x7f]+"


def _folded_run(run: "re.Match[str]") -> str:
    return run[0].translate(_FOLDED)


class _FoldedPoints(dict[int, str]):
    """The folded text of each code point, computed when first asked for."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _folded(chr(point))
        return folded


_FOLDED = _FoldedPoints()

_ALIKE: Mapping[str, str] = {
    **dict.fromkeys("‘’‚‛‹›ʹʻʼʽʾʿˈ′‵´`՚׳ꞌ", "'"),
    **dict.fromkeys("“”„‟«»″‶〝〞〟״", '"'),
    **dict.fromkeys("‐‑‒–—―⁃−⸺⸻־᠆", "-"),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ı": "i",
    "ȷ": "j",
    "ŋ": "n",
    "ĸ": "q",
    "ə": "e",
    "ɛ": "e",
    "ɔ": "o",
    "ـ": "",
}
"""Signs that Unicode does not decompose, and what is typed for each."""
_IGNORABLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
_IGNORABLE += "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
"""The default-ignorable code points of Unicode: joiners, variation selectors, marks of direction and the like."""
_WITH_STROKE = r"LATIN SMALL LETTER ([A-Z]) WITH .*"


def _folded(sign: str) -> str:
    """Return what one code point is folded to."""
    if re.match(f"[{_IGNORABLE}]", sign):
        return ""
    decomposed = _ALIKE.get(sign) or unicodedata.normalize("NFKD", sign.casefold())
    bases = (base for base in decomposed if not unicodedata.combining(base))
    return "".join(_ALIKE.get(base, _without_stroke(base)) for base in "".join(bases).casefold())


def _without_stroke(letter: str) -> str:
    """Return a letter that Unicode does not decompose, such as ł, without its stroke, hook or tail."""
    found = None if letter.isascii() else re.fullmatch(_WITH_STROKE, unicodedata.name(letter, ""))
    return found[1].lower() if found else letter


def shows(text: str) -> bool:
    """Tell whether anything of `text` can be seen: not of white space, control characters and what is invisible."""
    return bool(fold_words(safe(text)))


def clip(text: str, length: int) -> str:
    """Return `text` shortened to at most `length` code points, ending in an ellipsis where it was cut."""
    return text if len(text) <= length else text[: max(0, length - 1)].rstrip() + "…"


def capitalised(words: str) -> str:
    """Return words with their first letter as a capital; all others stay as they are."""
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as `1 issue` and `2,000 issues`; the plural takes an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
