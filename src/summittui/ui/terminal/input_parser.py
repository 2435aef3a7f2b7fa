"""The parser of what a terminal sends: keys, mouse and pastes; replies and unfinished sequences never act as keys.

Textual 8.2.8 takes every sequence that it does not know for keys that were typed, so that a late reply of the terminal
(its colours, its clipboard, its name) would run commands; here it gets whole sequences alone, and only keys and mouse.

The sequences are those of ECMA-48 (CSI, OSC, DCS, APC), of xterm, and of the keyboard protocol of kitty.
"""

import codecs
import re
from collections.abc import Callable, Generator, Iterator
from time import monotonic
from typing import Any

from textual import events
from textual.constants import ESCAPE_DELAY
from textual.drivers import linux_driver
from textual.message import Message

ESC = "\x1b"
PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"
STALL_SECONDS = 5.0
"""The seconds after which an unfinished sequence is dropped."""
PASTE_STALL_SECONDS = 2.0
"""The seconds after which an unfinished paste is passed on, and a key may follow."""
_LONGEST = 32
"""Characters of a sequence that Textual looks at before it takes it for keys."""
_PASTED_LENGTH = 16
"""The length above which input that comes at once after a stalled paste belongs to the paste."""
_UNMARKED_LENGTH, _HELD_LENGTH = 256, 1_024
"""So many characters at once are a paste though the terminal does not mark it; of a key held down more may come."""
_HELD_KEYS = 3
"""So many different characters may be keys held down."""
UNMARKED_SECONDS = 0.25
"""The seconds for which an unmarked paste may pause."""
_C1 = {0x90: "\x1bP", 0x9B: "\x1b[", 0x9C: "\x1b\\", 0x9D: "\x1b]", 0x9F: "\x1b_"}

_PLAIN = re.compile(r"[^\x1b]+")
_CSI = re.compile(r"\x1b\[(?:\[.|M[^\x1b]{3}|\d{1,2}\$(?!y)|[0-?]*[ -/]*[@-Z\\-~])", re.DOTALL)
_CSI_BEGUN = re.compile(r"\x1b\[\[?[0-?]*[ -/]*")
_SS3 = re.compile(r"\x1bO[0-9;]*[@-~]")
_SS3_BEGUN = re.compile(r"\x1bO[0-9;]*\Z")
_STRING = re.compile(r"\x1b(?:\][0-9lL]|P[0-9;<=>?!$+]|_G)")
"""The beginning of a control string from a terminal: OSC, DCS or APC."""
_STRING_BEGUN = re.compile(r"\x1b[\]P_]\Z")
_STRING_END = re.compile(r"\x07|\x1b\\|(?=\x1b[^\\])|(?=[\x00-\x06\x08-\x1a\x1c-\x1f])", re.DOTALL)
"""The end of a control string: BEL, ST, or whatever cannot stand inside the string."""
_TAIL = re.compile(r"\][0-9lL].|P[0-9>!$+].|_G.|\[[=?>0-9].", re.DOTALL)
"""The rest of a reply whose ESC came too long before; nobody types that in one go."""
_REPLY = re.compile(r"\x1b\[(?:\d+;\d+R|[=>?](?!.*\$y).*|<(?!.*[Mm]\Z).*)", re.DOTALL)
"""Reports of the terminal that Textual would answer, or take for something else."""
_IN_BAND = re.compile(r"\x1b\[48;[0-9;:]*t")
_IN_BAND_KNOWN = re.compile(r"\x1b\[\?2048;[1-4]\$y")
_KITTY_KEY = re.compile(r"\x1b\[(\d+)(?::[\d:]*)?(?:;(\d*)(?::(\d+))?)?(?:;([\d:]*))?u")
_KEYPAD = {57399 + digit: ord("0") + digit for digit in range(10)} | {
    57409 + at: ord(sign) for at, sign in enumerate("./*-+\r=,")
}
"""The keys of the keypad that stand for a character, as kitty numbers them; Textual knows the others."""
_RELEASED = "3"


Reading = Generator[Message, None, int]
"""Yields what was read, and returns the place behind it."""


class TerminalInput:
    """A parser with the methods that Textual's driver calls, `feed` and `tick`."""

    def __init__(self, debug: bool = False) -> None:  # as Textual's driver calls it
        self._debug = debug
        self._xterm = _xterm_parser(debug)
        self._begun = ""
        """A sequence of which the rest has not come."""
        self._is_in_string = False
        self._pasted: list[str] | None = None
        self._unmarked: list[str] = []
        """The pieces so far of a paste that the terminal does not mark."""
        self._paste_stalled = self._escape_came = self._has_in_band = False
        self._last = 0.0

    def feed(self, data: str) -> Iterator[Message]:
        """Yield what was meant by what was read; an empty text is the end."""
        if not data:
            yield from self._unmarked_paste()
            yield from self._xterm.feed("")
            return
        goes_on, self._last = monotonic() - self._last < UNMARKED_SECONDS, monotonic()
        if self._takes_unmarked(data, goes_on=goes_on):
            self._unmarked.append(data)
            return
        yield from self._unmarked_paste()
        text = self._begun + (data if self._pasted is not None else data.translate(_C1))
        if self._escape_came and _TAIL.match(text):
            text = ESC + text
        self._escape_came, self._begun = False, ""
        if self._paste_stalled and PASTE_END not in text and len(text) <= _PASTED_LENGTH:
            self._pasted = None
        self._paste_stalled = False
        at = 0
        while at < len(text):
            at = yield from self._read(text, at)

    def tick(self) -> Iterator[Message]:
        """Yield what was meant by what has not gone on for a while; called again and again."""
        waited = monotonic() - self._last
        if waited >= UNMARKED_SECONDS:
            yield from self._unmarked_paste()
        if self._begun == ESC and not self._is_in_string and self._pasted is None and waited >= ESCAPE_DELAY:
            self._begun, self._escape_came = "", True
            yield events.Key("escape", ESC)
        elif self._begun == "\x1bO" and waited >= ESCAPE_DELAY:
            self._begun = ""
            yield from self._alt("O")
        elif self._pasted and waited >= PASTE_STALL_SECONDS:
            yield self._paste()
            self._pasted, self._paste_stalled = [], True
        elif waited >= STALL_SECONDS and (self._begun or self._is_in_string):
            self._begun, self._is_in_string = "", False

    def _takes_unmarked(self, data: str, *, goes_on: bool) -> bool:
        """Tell whether a read belongs to a paste that is not marked; as keys its letters would run commands."""
        if self._pasted is not None or self._is_in_string or self._begun or ESC in data:
            return False
        is_held = len(set(data)) <= _HELD_KEYS
        return len(data) >= (_HELD_LENGTH if is_held else _UNMARKED_LENGTH) or (goes_on and bool(self._unmarked))

    def _unmarked_paste(self) -> Iterator[Message]:
        pasted, self._unmarked = "".join(self._unmarked), []
        if pasted:
            yield events.Paste(pasted.replace("\x00", ""))

    def _read(self, text: str, at: int) -> Reading:
        """Yield what is meant from a place on; return the next place."""
        if self._pasted is not None:
            return (yield from self._read_paste(self._pasted, text, at))
        if self._is_in_string:
            return self._skip_string(text, at)
        if plain := _PLAIN.match(text, at):
            yield from self._xterm.feed(plain[0])
            return plain.end()
        return (yield from self._read_sequence(text, at))

    def _read_paste(self, pasted: list[str], text: str, at: int) -> Reading:
        end = text.find(PASTE_END, at)
        if end >= 0:
            pasted.append(text[at:end])
            yield self._paste()
            return end + len(PASTE_END)
        cut = _begins_at(text, PASTE_END)
        pasted.append(text[at : max(cut, at)])
        self._begun = text[max(cut, at) :]
        return len(text)

    def _paste(self) -> events.Paste:
        pasted, self._pasted = self._pasted or [], None
        return events.Paste("".join(pasted).replace("\x00", ""))

    def _skip_string(self, text: str, at: int) -> int:
        """Return where a control string ends: its end, or the end of what has come of it."""
        if end := _STRING_END.search(text, at):
            self._is_in_string = False
            return end.end()
        if text.endswith(ESC):
            self._begun = ESC
        return len(text)

    def _read_sequence(self, text: str, at: int) -> Reading:
        """Yield what a sequence means that begins at a place; return where it ends."""
        whole = _CSI.match(text, at) or _SS3.match(text, at)
        if whole and not (whole[0] == "\x1b[M" and len(text) < at + 6):
            yield from self._meant(whole[0])
            return whole.end()
        if whole or _is_begun(text, at):
            self._begun = text[at:]
            return len(text)
        if _STRING.match(text, at):
            self._is_in_string = True
            return at + 3
        return (yield from self._read_other(text, at))

    def _read_other(self, text: str, at: int) -> Reading:
        """Yield what an ESC means that begins no sequence; return where that ends."""
        kind = text[at + 1]
        if kind == ESC:
            yield events.Key("escape", ESC)
            return at + 1
        if malformed := _CSI_BEGUN.match(text, at):
            return malformed.end()
        is_broken_off = kind in "]P_" and text.startswith(ESC, at + 2)
        if kind != "\\" and not is_broken_off:  # the end of a string alone is nothing
            yield from self._alt(kind)
        return at + 2

    def _meant(self, sequence: str) -> Iterator[Message]:
        """Yield what a whole sequence means; nothing for a reply."""
        if sequence == PASTE_BEGIN:
            self._pasted = []
        elif _IN_BAND_KNOWN.fullmatch(sequence):
            self._has_in_band = True
            yield from self._known(sequence)
        elif not (_REPLY.fullmatch(sequence) or (_IN_BAND.fullmatch(sequence) and not self._has_in_band)):
            key = _KITTY_KEY.fullmatch(sequence)
            yield from self._known(_plain_key(*key.groups("")) if key else sequence)

    def _alt(self, letter: str) -> Iterator[Message]:
        """Yield a key that was pressed together with alt, as a terminal without the protocol of kitty sends it."""
        found = list(self._known(ESC + letter))
        if not found and (letter.isprintable() or letter == "\r"):
            found = list(self._known(f"\x1b[{ord(letter.lower()[0])};{4 if letter.isupper() else 3}u"))
        yield from found

    def _known(self, sequence: str) -> Iterator[Message]:
        """Yield what a sequence means to Textual, which would wait for more of one that it does not know."""
        found: list[Message] = []
        if 0 < len(sequence) <= _LONGEST:
            try:
                found = list(self._xterm.feed(sequence))
            except (ValueError, OverflowError):  # numbers that Textual does not expect
                found = []
        if not found:
            self._begin_anew()
        yield from found

    def _begin_anew(self) -> None:
        """Let Textual's parser forget an unfinished sequence, and remember where the mouse is."""
        before, self._xterm = self._xterm, _xterm_parser(self._debug)
        for name in ("last_x", "last_y", "mouse_pixels", "terminal_size", "terminal_pixel_size"):
            setattr(self._xterm, name, getattr(before, name))


_xterm_parser: Callable[[bool], Any] = linux_driver.XTermParser  # type: ignore[attr-defined]


def read_input(encoding: str) -> None:
    """Let Textual's driver read bytes in an encoding, whatever they are, with `TerminalInput`.

    Textual 8.2.8 decodes as strict UTF-8: one stray byte ends its reading thread, and no key is heard any more.
    """

    def decoder(_name: str) -> Callable[[], codecs.IncrementalDecoder]:
        return lambda: codecs.getincrementaldecoder(encoding)("replace")

    linux_driver.getincrementaldecoder = decoder  # type: ignore[attr-defined, assignment]
    linux_driver.XTermParser = TerminalInput  # type: ignore[attr-defined, assignment]


def _is_begun(text: str, at: int) -> bool:
    """Return whether a text ends before it is known what a sequence is."""
    csi = _CSI_BEGUN.match(text, at)
    is_csi = csi is not None and csi.end() == len(text)
    return text[at:] == ESC or is_csi or bool(_SS3_BEGUN.match(text, at) or _STRING_BEGUN.match(text, at))


def _begins_at(text: str, wanted: str) -> int:
    """Return where at the end of a text a wanted one may have begun; its length where it has not."""
    lengths = range(min(len(wanted) - 1, len(text)), 0, -1)
    return next((len(text) - length for length in lengths if text.endswith(wanted[:length])), len(text))


def _plain_key(code: str, modifiers: str, event: str, typed: str) -> str:
    """Return the sequence of a key as Textual understands it; empty for one that is no key.

    Keys of the keypad become the plain ones, and a letter that comes without the text that it types gets it.
    """
    number = _KEYPAD.get(int(code), int(code))
    pressed = max(int(modifiers or "1") - 1, 0)
    letters = [int(each) for each in typed.split(":") if each]
    if event == _RELEASED or not all(map(_is_character, (number, *letters))):
        return ""
    is_text = chr(number).isprintable() and not 0xE000 <= number <= 0xF8FF
    if not letters and is_text and not pressed & 0b111110 and (not pressed & 1 or chr(number).isalpha()):
        letters = [ord(chr(number).upper()[0]) if pressed & 1 else number]
    written = ":".join(map(str, letters))
    return f"\x1b[{number};{modifiers};{written}u" if letters else f"\x1b[{number};{modifiers}u"


def _is_character(number: int) -> bool:
    return number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
