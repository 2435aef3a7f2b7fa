"""The names of keys: as a user writes them in the settings, and as Textual knows them."""

import unicodedata

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from summittui.ui.keys.lookup import key_label

_MODIFIERS = ("ctrl", "alt", "shift")
_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys for which a terminal sends the same byte."""
NAMED = frozenset(each.value for each in Keys if each.value.isalnum() and each is not Keys.Return)
"""The keys that have a name instead of a letter."""


def textual_key(written: str) -> str | None:
    """Return Textual's name of a key such as `c`, `?`, `F5`, `ctrl+k`, `PgDn`; None if there is no such key."""
    *modifiers, base = [written] if len(written) == 1 else _parts(written)
    if len(base) == 1:
        base = _letter(base) if base.isprintable() else ""
    elif base not in NAMED and not _is_letter_name(base):
        base = ""
    if not base or any(each not in _MODIFIERS for each in modifiers) or len({*modifiers}) < len(modifiers):
        return None
    if "shift" in modifiers and base not in NAMED:  # a terminal sends the other letter instead
        return None
    return "+".join((*(each for each in _MODIFIERS if each in modifiers), base))


def alternate_key(key: str) -> str | None:
    """Return the key that a terminal cannot tell from this one, under the name to write; None if there is none."""
    return _SAME_BYTE.get(key)


def written_key(key: str) -> str:
    """Return how a key of Textual's name is written in the settings; `textual_key` gives the name back."""
    *modifiers, base = key.split("+")
    label = key_label(base)
    return "+".join((*modifiers, label if len(label) == 1 and textual_key(label) == base else base))


def _parts(written: str) -> list[str]:
    """Return modifiers and key; `ctrl++` is the plus."""
    words = written.strip()
    if words.endswith("++"):
        return [*words[:-2].lower().split("+"), "+"]
    *modifiers, base = words.split("+")
    base = base if len(base) == 1 and not modifiers else base.lower()
    return [*(each.strip().lower() for each in modifiers), _OTHER_NAMES.get(base.strip(), base.strip())]


def _letter(character: str) -> str:
    if character in _OTHER_NAMES:
        return _OTHER_NAMES[character]
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _is_letter_name(base: str) -> bool:
    """Return whether it is Textual's name of a sign, such as `question_mark`."""
    label = key_label(base)
    return len(label) == 1 and _letter(label) == base
