"""Who stands with whom as text; pairs with too little to go by are told apart, in words and in no order."""

from collections.abc import Iterator

from summittui.exchange.views.pairs import side_words
from summittui.library.pairs import RANKED_FROM, Pair, Pairs, Relation, SharedIssue

_WORDS = {
    Relation.SAME: "on the same side",
    Relation.OPPOSED: "on opposite sides",
    Relation.PARTLY: "partly, one of them mixed",
}


def shown_pairs(pairs: Pairs) -> Iterator[str]:
    """Yield the lines of all pairs that share an issue."""
    yield "n is the number of issues on which both take a side by their own words or deeds, doubtful ones left out."
    yield ""
    yield f"Ranked, most agreement first (n {RANKED_FROM} or more): {len(pairs.ranked)}"
    for pair in pairs.ranked:
        counts = ((relation, len(pair.on(relation))) for relation in Relation)
        parts = ", ".join(f"{relation} {count}" for relation, count in counts if count)
        yield f"  {_names(pair)}: n {pair.n} ({parts})"
        yield from (f"    {_issue(shared)}" for shared in pair.shared)
    if pairs.unranked:
        yield ""
        yield f"Not ranked: one shared issue says too little to tell who stands with whom: {len(pairs.unranked)}"
        for pair in pairs.unranked:
            yield from (f"  {_names(pair)}: n {pair.n}; {_issue(shared)}" for shared in pair.shared)
    if pairs.overlapping:
        yield ""
        yield "No pairs, for they share members: " + "; ".join(f"{a.label} and {b.label}" for a, b in pairs.overlapping)


def _names(pair: Pair) -> str:
    return f"{pair.left.label} [{pair.left.id}] and {pair.right.label} [{pair.right.id}]"


def _issue(shared: SharedIssue) -> str:
    sides = (f"{stance} [{ids}]" for stance, ids in (side_words(shared.left), side_words(shared.right)))
    return f"{_WORDS[shared.relation]} on {shared.issue.label}: {' / '.join(sides)}"
