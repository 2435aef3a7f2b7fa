"""Text as data: made harmless to show, and folded to compare.

Words from a document, a store or a file name are never changed where they are kept; they pass
through `safe` on their way to a screen or a terminal.
"""

import re
import unicodedata

_ESCAPE = (
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"  # CSI, seven and eight bit
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
)
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff"
)
_INVISIBLE = f"[{_UNSEEN}]"
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILED_MARKS = f"([{_MARK}]{{3}})[{_MARK}]+"
"""These are compiled when they are needed, which is seldom."""
_UNSAFE = re.compile(f"[\t{_UNSEEN}]|[{_MARK}]{{4}}")
"""Where any of these is missing, nothing has to be changed."""


def safe_lines(text: str) -> str:
    """Return `text` without anything that could drive a terminal or reorder a line; line breaks stay.

    Escape sequences, control and format characters, bidi overrides and lone surrogates go; more than
    three combining marks on one base are cut.
    """
    if not _UNSAFE.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub(_PILED_MARKS, r"\1", re.sub(_INVISIBLE, "", re.sub(_ESCAPE, "", text)))


def safe(text: str) -> str:
    """Return `text` as one harmless line: as `safe_lines`, with white space run together."""
    return " ".join(safe_lines(text).split())


def fold(text: str) -> str:
    """Return `text` for comparison: case folded, without accents, compatibility forms unified."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def clip(text: str, length: int) -> str:
    """Return `text` shortened to at most `length` code points, ending in an ellipsis where it was cut."""
    return text if len(text) <= length else text[: max(0, length - 1)].rstrip() + "…"
