"""The legend: the signs that the panes of a screen show now, with what each means."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rich.segment import Segment
from rich.text import Text

from summittui.ui.command_screen import CommandScreen
from summittui.ui.keys.lookup import commands_for
from summittui.ui.widgets.pane import LinePane

Sign = tuple[str, str, str]
"""A sign, the token that it is drawn in, and its meaning."""

ROWS_OF_A_COMPARISON = "Rows of a comparison"
SIGNS: tuple[tuple[str, tuple[Sign, ...]], ...] = (
    (
        "Stance",
        (
            ("▲", "for", "for the question's first answer"),
            ("▼", "against", "against it"),
            ("◆", "mixed", "mixed: partly for, partly against"),
            ("△", "for", "hollow, as ▽ and ◇: weak evidence, or only as others tell (docs/positions.md)"),
            ("?", "unclear", "unclear: it speaks to the matter, but not to one side"),
            ("·", "silent", "no statement found: that is not neutral"),
        ),
    ),
    (
        "Words",
        (
            ("“", "words", "direct: the exact words"),
            ("‹", "words", "mixed: some exact words inside a report"),
            ("~", "reported", "reported: in the words of whoever reports it"),
            ("§", "words", "text of a document"),
        ),
    ),
    (
        "Deeds",
        (("✓", "deed", "signed"), ("✗", "deed", "declined"), ("+", "deed", "proposed")),
    ),
    (
        ROWS_OF_A_COMPARISON,
        (
            ("≠", "differ", "they differ: one is for, another against"),
            ("≈", "mixed", "one side mixed, nobody opposed"),
            ("=", "agree", "they agree, at least two firmly and by themselves"),
            ("-", "unclear", "the same side, but no two firmly and by themselves"),
            ("/", "unclear", "not set against each other: a set and its member"),
            ("?", "unclear", "they cannot be compared"),
            ("1", "only", "only one speaks"),
            ("·", "silent", "nobody speaks"),
        ),
    ),
    (
        "Proof",
        (
            ("●", "proof", "the passage is unchanged in the attached text"),
            ("◐", "proof", "unchanged but for marks and blanks"),
            ("!", "problem", "drifted: the text now differs"),
            ("×", "problem", "not found in the attached text"),
            ("○", "apparatus", "no text attached to check against"),
            ("□", "doubt", "unproven: neither words nor a digest were recorded"),
            ("◦", "apparatus", "no place marked"),
        ),
    ),
    ("Yours", (("*", "mark", "marked for comparing"), ("★", "mark", "starred: kept in the store"))),
)
"""The signs in groups."""


def signs_in_view(screen: CommandScreen[Any]) -> list[Sign]:
    """Return the signs that stand in the panes of a screen, each once, in the order of `SIGNS`.

    A sign stands by itself or before a number, in its own colour: many are also typed, or part things from each other.
    """
    seen = [found for pane in screen.query(LinePane) if pane.display for found in _shown(pane)]
    compares = any(each.id == "next-difference" for each in commands_for(*screen.scopes))
    every = [sign for title, group in SIGNS if compares or title != ROWS_OF_A_COMPARISON for sign in group]
    return [each for each in every if any(_is_shown(each, pane, segment) for pane, segment in seen)]


def legend_line(signs: Sequence[Sign]) -> Text:
    """Return signs with the first words of what each means, on one line."""
    shown = Text(end="")
    for letter, token, meaning in signs:
        shown.append(letter, token).append(f" {re.split('[:;,]', meaning)[0]}   ")
    shown.rstrip()
    return shown


def _shown(pane: LinePane) -> Iterator[tuple[LinePane, Segment]]:
    for y in range(pane.size.height):
        yield from ((pane, segment) for segment in pane.render_line(y) if segment.text.strip())


def _is_shown(sign: Sign, pane: LinePane, segment: Segment) -> bool:
    letter, token, _ = sign
    if letter not in segment.text or not re.search(rf"(?<!\S){re.escape(letter)}\d*(?!\S)", segment.text):
        return False
    style = segment.style
    return style is not None and style.color == pane.painter.style(token).color
