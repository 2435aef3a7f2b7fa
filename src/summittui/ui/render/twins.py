"""The signs of the screen in ASCII."""

from collections.abc import Mapping

TWINS: Mapping[str, str] = {
    "▲": "^",
    "▼": "v",
    "◆": "&",
    "·": ".",
    "“": '"',
    "‹": "<",
    "§": "$",
    "✓": "y",
    "✗": "n",
    "●": "@",
    "◐": "%",
    "×": "x",
    "○": "o",
    "★": "#",
    "≠": "/",
    "≈": "~",
}
"""The letter of one cell that stands for a sign where only ASCII is drawn; any other sign is ASCII itself."""
