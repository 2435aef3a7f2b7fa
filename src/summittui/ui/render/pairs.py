"""Who stands with whom as rows: how many issues two share, on how many they agree, and which."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.pairs import RANKED_FROM, Pair, Pairs
from summittui.library.positions import positions
from summittui.model import Issue
from summittui.ui.render.line import line, sides
from summittui.ui.render.matrix import position_words
from summittui.ui.render.signs import brief

GROUPS = (
    ("=", "same side", "agree", "same"),
    ("≠", "opposed", "differ", "opposed"),
    ("≈", "partly", "mixed", "partly"),
)
"""Sign, words, token and field of each way in which two can stand on an issue."""


class PairRows:
    """Pairs, the ranked ones first, then those that share too few issues to be ranked; both under a heading."""

    height = 1

    def __init__(self, found: Pairs) -> None:
        self._entries = _entries(found)

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the key of the pair in row `i`, '' for a heading."""
        entry = self._entries[i]
        return "" if isinstance(entry, str) else pair_key(entry)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        entry = self._entries[i]
        if isinstance(entry, str):
            return (line((entry, "heading")),)
        return (sides(names(entry), counts(entry), width),)


def pair_key(pair: Pair) -> str:
    """Return the key of a pair."""
    return f"{pair.left.id} {pair.right.id}"


def names(pair: Pair) -> Text:
    """Return the names of both."""
    return line(pair.left.label, (" – ", "apparatus"), pair.right.label)


def counts(pair: Pair) -> Text:
    """Return on how many issues they agree, are opposed and agree partly, and n."""
    text = Text(end="")
    for sign, words, token, field in GROUPS:
        number = len(_issues(pair, field))
        text.append_text(line((f"{brief(sign, words)} {number}  ", token if number else "silent")))
    return text.append_text(line((f"n {pair.n}", "count")))


def pair_detail(library: Library, pair: Pair) -> list[Text]:
    """Return the issues that two share, with where each of them stands."""
    lines = [names(pair), line((_weight(pair), "apparatus" if pair.ranked else "doubt"))]
    left, right = positions(library, pair.left), positions(library, pair.right)
    for sign, words, token, field in GROUPS:
        issues = _issues(pair, field)
        if issues:
            lines += [Text(), line((f"{brief(sign + ' ', '')}{words} {len(issues)}", token))]
        for issue in issues:
            lines.append(line("  ", (issue.label, "heading"), (f"  {issue.question}", "apparatus")))
            for label, found in ((pair.left.label, left), (pair.right.label, right)):
                if issue.id in found:
                    lines.append(Text.assemble(line("    ", f"{label}: "), position_words(found[issue.id])))
    return lines


def _weight(pair: Pair) -> str:
    if pair.ranked:
        return f"Both take a side themselves on n {pair.n} issues; only their own words and deeds count."
    return f"Both take a side themselves on n {pair.n} issue only: too little to say who stands with whom."


def _issues(pair: Pair, field: str) -> Sequence[Issue]:
    return {"same": pair.same, "opposed": pair.opposed, "partly": pair.partly}[field]


def _entries(found: Pairs) -> list[str | Pair]:
    entries: list[str | Pair] = []
    if found.ranked:
        entries += [f"Ranked: on {RANKED_FROM} issues or more, most agreement first", *found.ranked]
    if found.unranked:
        entries += [f"Not ranked: fewer than {RANKED_FROM} shared issues say too little", *found.unranked]
    return entries
