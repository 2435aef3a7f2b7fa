"""Joiners and variation selectors in their places, where they are part of the spelling, and strays, which are not.

ZERO WIDTH JOINER and NON-JOINER shape letters of Arabic, Indic and related scripts, and a joiner makes one emoji of
several. The rule for letters is that of RFC 5892, appendix A, with UAX 31, section 2.3.1; the one for emoji is that of
UTS 51. Everywhere else they are unseen, and serve to hide or to tell apart what looks alike.
"""

import re
import unicodedata
from collections.abc import Callable

JOINERS = "\u200c\u200d"
"""ZERO WIDTH NON-JOINER and ZERO WIDTH JOINER."""
COUNTED = "\u2060"
"""WORD JOINER, the stand-in of a joiner between letters in a line that is laid out; see `as_counted`."""
SUPPLEMENT = "\U000e0100-\U000e01ef"
"""Range of the selectors of ideographic variants."""
_SELECTORS = f"\ufe00-\ufe0f{SUPPLEMENT}"
_MAY_BE_STRAY = re.compile(f"[{JOINERS}{COUNTED}{_SELECTORS}]")
_PICTOGRAPH = (
    "[\u203c\u2049\u2122\u2190-\u21ff\u2300-\u23ff\u25aa-\u27bf\u2934\u2935\u2b00-\u2bff\U0001f000-\U0001faff]"
)
_EMOJI = f"{_PICTOGRAPH}[\ufe0f\U0001f3fb-\U0001f3ff]?"
_MOST_JOINED = 3
"""The number of joiners in the longest emoji of Unicode."""
_RUNS = (
    rf"(?P<emoji>{_EMOJI}(?:\u200d{_EMOJI}){{1,{_MOST_JOINED}}})"
    rf"|(?P<joiners>[{JOINERS}{COUNTED}]+)"
    rf"|(?P<selectors>[{_SELECTORS}]+)"
)
_SCRIPTS = (
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010ac0-\U00010aff\U00010b80-\U00010bff\U00010d00-\U00010d3f\U00010f00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Blocks of the scripts whose letters join: Arabic and its relatives, Mongolian, N'Ko, Adlam, and the Indic ones."""
_VIRAMA = 9
"""Canonical combining class of the signs that take the vowel from a consonant."""
_IDEOGRAPHS = "\u2e80"


def without_strays(text: str, instead: str = "") -> str:
    """Return `text` with each joiner and selector that is out of place replaced by `instead`."""
    return strays_replaced(text, lambda _: instead)


def strays_replaced(text: str, replacement: Callable[[str], str]) -> str:
    """Return `text` with each joiner and selector that is out of place replaced by what `replacement` makes of it.

    Joiners are in place between letters that join, behind a virama, and one by one in an emoji; a selector is behind
    one visible sign. Of several in a row none is.
    """
    if text.isascii() or not _MAY_BE_STRAY.search(text):
        return text
    return re.sub(_RUNS, lambda run: run[0] if _is_in_place(text, run) else "".join(map(replacement, run[0])), text)


def as_counted(text: str) -> str:
    """Return `text` with a stand-in for each ZERO WIDTH JOINER that stands in its place behind a letter.

    Rich counts the cells of the sign behind such a joiner as none, which is right for emoji alone. The stand-in takes
    no cell and leaves the sign behind alone. It is in no harmless text, so that `as_written` puts the joiners back.
    """
    return re.sub(f"(?<={_SCRIPTS})\u200d", COUNTED, text) if "\u200d" in text else text


def as_written(text: str) -> str:
    """Return a text that `as_counted` made, with its joiners."""
    return text.replace(COUNTED, "\u200d")


def _is_in_place(text: str, run: "re.Match[str]") -> bool:
    if run.lastgroup == "emoji":
        return True
    before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
    if len(run[0]) > 1 or not before:
        return False
    if run.lastgroup == "selectors":
        return _takes_selector(before, run[0])
    return unicodedata.combining(before) == _VIRAMA or (_joins(before) and _joins(after))


def _takes_selector(base: str, selector: str) -> bool:
    is_ideograph = base >= _IDEOGRAPHS and unicodedata.category(base) == "Lo"
    return is_ideograph if re.match(f"[{SUPPLEMENT}]", selector) else unicodedata.category(base)[0] not in "ZC"


def _joins(sign: str) -> bool:
    """Tell whether a sign is a letter, or a mark on one, of a script whose letters join."""
    return bool(sign) and unicodedata.category(sign)[0] in "LM" and re.match(_SCRIPTS, sign) is not None
