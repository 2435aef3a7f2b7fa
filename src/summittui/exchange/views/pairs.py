"""Pairs of perspectives as plain values, issue by issue with the evidence of both."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.exchange.views.matrix import plain_pieces
from summittui.library.answers.pairs import Pair, Pairs, Relation
from summittui.library.answers.sides import Side
from summittui.present.pairs import left_out_words, side_pieces


def plain_pairs(pairs: Pairs) -> dict[str, Any]:
    """Return the pairs, and what is left out and why."""
    return {
        "pairs": [_plain(pair) for pair in pairs.pairs],
        "left_out": {
            "too_few_issues": [[pair.left.id, pair.right.id] for pair in pairs.too_few],
            "sets_and_members": [[left.id, right.id] for left, right in pairs.sets],
            "same_record": [[left.id, right.id, issue.id] for left, right, issue in pairs.same_record],
            "newspapers_and_authors": [voice.id for voice in pairs.voices],
            "fewer_quotes": list(pairs.unpaired),
        },
        "left_out_words": list(left_out_words(pairs)),
    }


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
    same, opposed, mixed = (len(pair.on(relation)) for relation in Relation)
    counts = {"same": same, "opposed": opposed, "one_side_mixed": mixed, "n": pair.n}
    return {"left": to_plain(pair.left), "right": to_plain(pair.right), **counts, "issues": issues}


def _plain_side(side: Side) -> dict[str, Any]:
    return {"stance": to_plain(side.stance), "counts": side.balance_words, "evidence": plain_pieces(side_pieces(side))}
