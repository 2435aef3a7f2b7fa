"""Who stands with whom as rows: on how many issues two are on the same and on opposite sides, and which."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library.answers.pairs import Pair, Pairs, Relation
from summittui.present.pairs import left_out_words, side_words
from summittui.present.signs import brief
from summittui.ui.render.line import line, sides

GROUPS = (
    (Relation.SAME, "=", "same side", "agree"),
    (Relation.OPPOSED, "≠", "opposed", "differ"),
    (Relation.MIXED, "≈", "one side mixed", "mixed"),
)
"""Sign, words and token of each way in which two can stand on an issue."""

NO_PAIRS = "No two actors take a firm side on two issues that they share."


class PairRows:
    """Pairs, one line each, then what is left out and why."""

    height = 1

    def __init__(self, found: Pairs) -> None:
        self._entries = _entries(found)

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the key of the pair in row `i`, '' for what is left out."""
        entry = self._entries[i]
        return pair_key(entry) if isinstance(entry, Pair) else ""

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        entry = self._entries[i]
        return (sides(names(entry), counts(entry), width) if isinstance(entry, Pair) else entry,)


def pair_key(pair: Pair) -> str:
    """Return the key of a pair."""
    return f"{pair.left.id} {pair.right.id}"


def names(pair: Pair) -> Text:
    """Return the names of both."""
    return line(pair.left.label, (" – ", "apparatus"), pair.right.label)


def counts(pair: Pair) -> Text:
    """Return on how many of n issues they are on the same side, opposed, and one of them is mixed."""
    text = Text(end="")
    for relation, sign, words, token in GROUPS:
        number = len(pair.on(relation))
        text.append_text(line((f"{brief(sign, words)} {number}/{pair.n}  ", token if number else "silent")))
    return text


def pair_detail(pair: Pair) -> list[Text]:
    """Return the issues that two share, with the firm side of each of them and what it rests on."""
    told = f"Both take a firm side on {pair.n} issues; only their own words and deeds count."
    lines = [names(pair), line((told, "apparatus"))]
    for relation, sign, words, token in GROUPS:
        shared = [each for each in pair.shared if each.relation is relation]
        if shared:
            lines += [Text(), line((f"{brief(sign + ' ', '')}{words} {len(shared)}", token))]
        for each in shared:
            lines.append(line("  ", (each.issue.label, "heading"), (f"  {each.issue.question}", "apparatus")))
            for label, side in ((pair.left.label, each.left), (pair.right.label, each.right)):
                stance, ids = side_words(side)
                lines.append(line("    ", f"{label}: {stance}", (f"  {ids}", "source")))
    return lines


def _entries(found: Pairs) -> Sequence[Pair | Text]:
    reasons = [line((f"  {reason}", "apparatus")) for reason in left_out_words(found)]
    pairs: Sequence[Pair | Text] = found.pairs or ([line((NO_PAIRS, "silent"))] if reasons else [])
    return [*pairs, *([line(("Left out", "heading")), *reasons] if reasons else [])]
