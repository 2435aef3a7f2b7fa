"""The last gate: no code point passes that could drive a terminal, reorder a line or hide in it."""

from functools import cache
from itertools import chain

from summittui.model.joiners import without_strays

_FORBIDDEN = (
    range(0x20),
    range(0x7F, 0xA0),
    (0x061C, 0x200B, 0x200E, 0x200F),
    range(0x2028, 0x202F),
    range(0x2061, 0x2070),
    (0xFEFF,),
    range(0xFFF9, 0xFFFC),
    range(0xD800, 0xE000),
    range(0xE0000, 0xE0100),
    range(0xE01F0, 0xE1000),
)
"""Code points that never pass; joiners and variation selectors pass only in the places that need one."""


@cache
def _replacements() -> dict[int, str]:
    return dict.fromkeys(chain(*_FORBIDDEN), REPLACEMENT)


REPLACEMENT = "\ufffd"


def gate(text: str) -> str:
    """Return `text` with every code point that must not pass replaced by U+FFFD, joiners by their context."""
    return text if text.isprintable() else without_strays(text, REPLACEMENT).translate(_replacements())
