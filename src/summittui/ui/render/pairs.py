"""Pairs as rows: the number of issues on which two are on the same and on opposite sides, and which."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library.answers.pairs import Pair, Pairs
from summittui.present.pairs import left_out_words, pair_counts, pair_names
from summittui.ui.render.line import line, sides, text_of

NO_PAIRS = "No two actors take a firm side on two issues that they share."


class PairRows:
    """Pairs, one line each, then what is left out and why."""

    height = 1

    def __init__(self, pairs: Pairs) -> None:
        self._entries = _entries(pairs)

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the key of the pair in row `i`, '' for what is left out."""
        entry = self._entries[i]
        return pair_key(entry) if isinstance(entry, Pair) else ""

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        entry = self._entries[i]
        if not isinstance(entry, Pair):
            return (entry,)
        return (sides(text_of(pair_names(entry)), text_of(pair_counts(entry)), width),)


def pair_key(pair: Pair) -> str:
    """Return the key of a pair."""
    return f"{pair.left.id} {pair.right.id}"


def _entries(found: Pairs) -> Sequence[Pair | Text]:
    reasons = [line((f"  {reason}", "apparatus")) for reason in left_out_words(found)]
    pairs: Sequence[Pair | Text] = found.pairs or ([line((NO_PAIRS, "silent"))] if reasons else [])
    return [*pairs, *([line(("Left out", "heading")), *reasons] if reasons else [])]
