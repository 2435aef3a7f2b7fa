"""The signs that we draw with, each with its ASCII twin, and what a terminal can show of them and of other letters.

This module imports no Textual: it is asked before the screens are opened.
"""

import codecs
import locale
from collections.abc import Mapping

from msgspec import Struct

UTF_8 = "utf-8"

TWINS: Mapping[str, str] = {
    "─": "-", "│": "|", "╭": "+", "╮": "+", "╯": "+", "╰": "+",
    "▸": ">", "↑": "^", "↓": "v", "←": "<", "→": ">", "↔": "<",
    "▲": "^", "▼": "v", "◆": "x", "△": "/", "▽": "\\", "◇": "*",
    "●": "@", "◐": "%", "○": "o", "□": "?", "◦": "-", "▫": ":",
    "✓": "Y", "✗": "N", "★": "#", "×": "x",
    "≠": "#", "≈": "%", "⊃": ">", "±": "+",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‹": "<", "›": ">", "«": '"', "»": '"',
    "§": "S", "¶": "P", "·": ".", "…": "~", "⋯": "~", "–": "-", "—": "-", "‐": "-", "‑": "-", "⌫": "<",
    "▁": ".", "▂": ":", "▃": "-", "▅": "=", "▇": "#",
}  # fmt: skip
"""Every sign beyond ASCII that the program draws, and the marks around words, with what stands for it."""

_FRAMES: Mapping[str, str] = {"╭": "┌", "╮": "┐", "╯": "┘", "╰": "└", "“": '"', "”": '"', "—": "-", "–": "-", "…": "~"}
_CONSOLE = frozenset("─│┌┐└┘▲▼↑↓←→↔≈±§¶·○")
"""The signs beyond ASCII in the fonts of the Linux console: the letters and signs of code page 437."""

_TEXTUAL: Mapping[str, str] = {
    "▔": "-", "▁": "_", "▎": "|", "▌": "|", "▐": "|", "▊": "|", "█": " ", "┌": "+", "┐": "+", "└": "+", "┘": "+",
}  # fmt: skip
"""Stand-ins for the signs of Textual's own borders and bars."""


_PLAIN: Mapping[str, str] = {
    **dict.fromkeys("─│╭╮╯╰┌┐└┘▔▎▌▐▊", " "),
    "▲": "f",
    "▼": "a",
    "◆": "m",
    "△": "f",
    "▽": "a",
    "◇": "m",
    "✓": "y",
    "✗": "n",
    "●": "v",
    "◐": "w",
    "○": "-",
    "□": "u",
    "◦": " ",
    "≠": "d",
    "≈": "p",
}
"""Stand-ins for reading aloud: no frames, and for a sign the first letter of its word."""


class Alphabet(Struct, frozen=True):
    """The characters that a terminal can show."""

    encoding: str = UTF_8
    """Of what is written to it."""
    is_ascii: bool = False
    """Whether our signs are drawn in ASCII."""
    is_console: bool = False
    """Whether it is the Linux console, whose font has few signs."""

    is_plain: bool = False
    """Whether the screen is read aloud: without frames, the first letter of its word for a sign."""

    @property
    def is_full(self) -> bool:
        """Whether everything can be shown."""
        return self.encoding == UTF_8 and not (self.is_ascii or self.is_console or self.is_plain)

    @property
    def notice(self) -> str | None:
        """A notice about letters that the terminal lacks; None where no letter of a document is lost."""
        if self.encoding == UTF_8:
            return None
        return f"The locale is not UTF-8 but {self.encoding.upper()}: letters that it does not have are shown as ?."

    def shown(self, letter: str, cells: int) -> str:
        """Return what stands for a letter of so many cells: itself, its twin, or question marks."""
        if self.is_plain and letter in _PLAIN:
            return _PLAIN[letter]
        if self.is_ascii or not self._has(letter):
            twin = TWINS.get(letter) or _TEXTUAL.get(letter)
            if self.is_console and not self.is_ascii:
                twin = _FRAMES.get(letter, twin)
            if twin is not None:
                return twin
        return letter if self._writes(letter) else "?" * cells

    def _has(self, letter: str) -> bool:
        return self._writes(letter) and (not self.is_console or letter in _CONSOLE)

    def _writes(self, letter: str) -> bool:
        try:
            letter.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


FULL = Alphabet()


def alphabet(environment: Mapping[str, str], *, asked_ascii: bool = False, is_plain: bool = False) -> Alphabet:
    """Return what the terminal that the environment describes can show.

    Args:
        environment: The variables; TERM and the locale's count.
        asked_ascii: Whether the user asked for ASCII.
        is_plain: Whether the screen is read aloud; its signs are ASCII then.
    """
    encoding = encoding_of(environment)
    is_console = environment.get("TERM", "").startswith("linux")
    return Alphabet(encoding, asked_ascii or is_plain or encoding == "ascii", is_console, is_plain)


def encoding_of(environment: Mapping[str, str]) -> str:
    """Return the encoding of the locale that the environment names; UTF-8 where it names none, as most terminals have.

    Python itself puts `C.UTF-8` into LC_CTYPE where the locale is C (PEP 538); that is taken for the C that it was.
    """
    all_, letters, language = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if not all_ and letters == "C.UTF-8" and language in {"C", "POSIX"}:
        return "ascii"
    name = all_ or letters or language
    if name in {"C", "POSIX"}:
        return "ascii"
    if not name:
        return UTF_8
    charset = (name if "." in name else locale.normalize(name)).partition("@")[0].rpartition(".")[2]
    try:
        return codecs.lookup(charset).name
    except LookupError:
        return UTF_8
