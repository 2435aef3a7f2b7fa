"""Who stands with whom as text; what is left out stands below, with the reason."""

from collections.abc import Iterator

from summittui.exchange.views.pairs import count_words, left_out_words, side_words
from summittui.library.pairs import Pair, Pairs, Relation, SharedIssue

_WORDS = {
    Relation.SAME: "the same side",
    Relation.OPPOSED: "opposite sides",
    Relation.MIXED: "one side mixed",
}


def shown_pairs(pairs: Pairs) -> Iterator[str]:
    """Yield the lines of all pairs, then what is left out of them."""
    yield "n is the number of issues on which both take a firm side by their own words or deeds."
    yield "Same and opposed stand beside each other: issues are not independent, and there is no single rank."
    yield ""
    yield f"Pairs: {len(pairs.pairs)}"
    for pair in pairs.pairs:
        yield f"  {_names(pair)}: {count_words(pair)}"
        yield from (f"    {_issue(shared)}" for shared in pair.shared)
    left_out = list(left_out_words(pairs))
    if left_out:
        yield ""
        yield "Left out:"
        yield from (f"  {reason}" for reason in left_out)


def _names(pair: Pair) -> str:
    return f"{pair.left.label} [{pair.left.id}] and {pair.right.label} [{pair.right.id}]"


def _issue(shared: SharedIssue) -> str:
    sides = (f"{stance} [{ids}]" for stance, ids in (side_words(shared.left), side_words(shared.right)))
    return f"{_WORDS[shared.relation]} on {shared.issue.label}: {' / '.join(sides)}"
