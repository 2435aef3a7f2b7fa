"""Who stands with whom, issue by issue with the evidence of both."""

from typing import Any

from summittui.exchange.plain import full
from summittui.exchange.standing import referenced
from summittui.exchange.tables import Table
from summittui.exchange.views.matrix import plain_pieces
from summittui.library.pairs import Pair, Pairs, SharedIssue
from summittui.library.positions import Position
from summittui.library.stances import firm, firm_stance

HEADINGS = (
    "left",
    "left name",
    "right",
    "right name",
    "n",
    "ranked",
    "issue",
    "relation",
    "left stance",
    "left evidence",
    "right stance",
    "right evidence",
)


def pairs_table(pairs: Pairs) -> Table:
    """Return a row for each shared issue of each pair; the ranked pairs first, the others marked as unranked."""
    rows = [_row(pair, shared) for pair in (*pairs.ranked, *pairs.unranked) for shared in pair.shared]
    return Table(HEADINGS, tuple(rows))


def plain_pairs(pairs: Pairs) -> dict[str, Any]:
    """Return the ranked pairs, those with too few shared issues to rank, and those that share members."""
    return {
        "ranked": [_plain(pair) for pair in pairs.ranked],
        "unranked": [_plain(pair) for pair in pairs.unranked],
        "overlapping": [[left.id, right.id] for left, right in pairs.overlapping],
    }


def side_words(position: Position) -> tuple[str, str]:
    """Return the stance that a pair rests on, and the ids of its firm evidence."""
    return firm_stance(position.evidence) or "", referenced(firm(position.evidence))


def _row(pair: Pair, shared: SharedIssue) -> tuple[str, ...]:
    names = (pair.left.id, pair.left.label, pair.right.id, pair.right.label)
    ranked = "yes" if pair.ranked else "no, too few shared issues"
    issue = (shared.issue.id, shared.relation.value)
    return (*names, str(pair.n), ranked, *issue, *side_words(shared.left), *side_words(shared.right))


def _plain(pair: Pair) -> dict[str, Any]:
    issues = [
        {
            "issue": shared.issue.id,
            "relation": shared.relation.value,
            "left": _plain_side(shared.left),
            "right": _plain_side(shared.right),
        }
        for shared in pair.shared
    ]
    counts = {"same": len(pair.same), "opposed": len(pair.opposed), "partly": len(pair.partly)}
    return {"left": full(pair.left), "right": full(pair.right), "n": pair.n, **counts, "issues": issues}


def _plain_side(position: Position) -> dict[str, Any]:
    return {"stance": full(firm_stance(position.evidence)), "evidence": plain_pieces(firm(position.evidence))}
