"""The last gate: no code point passes that could drive a terminal or reorder a line."""

from functools import cache
from itertools import chain

_FORBIDDEN = (
    range(0x20),
    range(0x7F, 0xA0),
    (0x061C,),
    range(0x200B, 0x2010),
    range(0x2028, 0x202F),
    range(0x2060, 0x2070),
    (0xFEFF,),
    range(0xFFF9, 0xFFFC),
    range(0xD800, 0xE000),
    range(0xE0000, 0xE1000),
)


@cache
def _replacements() -> dict[int, str]:
    return dict.fromkeys(chain(*_FORBIDDEN), "\ufffd")


def gate(text: str) -> str:
    """Return `text` with every code point that could drive a terminal or reorder a line replaced by U+FFFD."""
    return text if text.isprintable() else text.translate(_replacements())
