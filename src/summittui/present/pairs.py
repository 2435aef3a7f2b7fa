"""The wording of pairs: who stands with whom on which issues; what is left out stands below, with the reason."""

from collections.abc import Iterator

from summittui.library.answers.pairs import FEWEST, Pair, Pairs, Relation, SharedIssue
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.sides import Side
from summittui.library.evidence import Evidence
from summittui.model.text import counted
from summittui.present.line import Line, labelled
from summittui.present.position import referenced
from summittui.present.signs import brief
from summittui.present.table import Table

GROUPS = (
    (Relation.SAME, "=", "same side", "agree"),
    (Relation.OPPOSED, "≠", "opposed", "differ"),
    (Relation.MIXED, "≈", "one side mixed", "mixed"),
)
"""Sign, words and role of each way in which two can stand on an issue."""
_AS_A_PHRASE = {
    Relation.SAME: "the same side",
    Relation.OPPOSED: "opposite sides",
    Relation.MIXED: "one side mixed",
}
_ROLES = {relation: role for relation, _, _, role in GROUPS}


def pairs_lines(pairs: Pairs) -> Iterator[Line]:
    """Yield the lines of all pairs, then what is left out of them."""
    yield Line(("n is the number of issues on which both take a firm side by their own words or deeds.", "apparatus"))
    caution = "Same and opposed stand beside each other: issues are not independent, and there is no single rank."
    yield Line((caution, "apparatus"))
    yield Line()
    yield labelled("Pairs", (str(len(pairs.pairs)), "count"))
    for pair in pairs.pairs:
        names = (f"{each.label} [{each.id}]" for each in (pair.left, pair.right))
        yield Line("  ", (" and ".join(names), "heading"), ": ", (count_words(pair), "count"))
        yield from (_issue(shared) for shared in pair.shared)
    left_out = list(left_out_words(pairs))
    if left_out:
        yield Line()
        yield Line(("Left out:", "heading"))
        yield from (Line("  ", (reason, "apparatus")) for reason in left_out)


def _issue(shared: SharedIssue) -> Line:
    sides = (f"{stance} [{ids}]" for stance, ids in (side_words(shared.left), side_words(shared.right)))
    relation = (_AS_A_PHRASE[shared.relation], _ROLES[shared.relation])
    return Line("    ", relation, f" on {shared.issue.label}: {' / '.join(sides)}")


def pair_names(pair: Pair) -> Line:
    """Return the names of both."""
    return Line(pair.left.label, (" – ", "apparatus"), pair.right.label)


def pair_counts(pair: Pair) -> Line:
    """Return on how many of n issues two are on the same side, opposed, and one of them is mixed."""
    counted = ((len(pair.on(relation)), brief(sign, words), role) for relation, sign, words, role in GROUPS)
    return Line(*((f"{sign} {number}/{pair.n}  ", role if number else "silent") for number, sign, role in counted))


def pair_paragraphs(pair: Pair) -> list[Line]:
    """Return the issues that two share, with the firm side of each of them and what it rests on."""
    told = f"Both take a firm side on {counted(pair.n, 'issue')}; only their own words and deeds count."
    lines = [pair_names(pair), Line((told, "apparatus"))]
    for relation, sign, words, role in GROUPS:
        shared = [each for each in pair.shared if each.relation is relation]
        if shared:
            lines += [Line(), Line((f"{brief(sign + ' ', '')}{words} {len(shared)}", role))]
        for each in shared:
            lines.append(Line("  ", (each.issue.label, "heading"), (f"  {each.issue.question}", "apparatus")))
            for label, side in ((pair.left.label, each.left), (pair.right.label, each.right)):
                stance, ids = side_words(side)
                lines.append(Line("    ", f"{label}: {stance}", (f"  {ids}", "source")))
    return lines


HEADINGS = (
    "left",
    "left name",
    "right",
    "right name",
    "same",
    "opposed",
    "n",
    "issue",
    "relation",
    "left stance",
    "left evidence",
    "right stance",
    "right evidence",
    "left out",
)


def pairs_table(pairs: Pairs) -> Table:
    """Return a row for each shared issue of each pair, then one for each that is left out, with the reason."""
    rows = [_row(pair, shared) for pair in pairs.pairs for shared in pair.shared]
    return Table(HEADINGS, (*rows, *_left_out(pairs)))


def count_words(pair: Pair) -> str:
    """Return same and opposed of n beside each other, such as "same 2/3, opposed 1/3"."""
    same, opposed, mixed = (len(pair.on(relation)) for relation in Relation)
    parts = [f"same {same}/{pair.n}", f"opposed {opposed}/{pair.n}"]
    return ", ".join(parts + ([f"one side mixed {mixed}/{pair.n}"] if mixed else []))


def left_out_words(pairs: Pairs) -> Iterator[str]:
    """Yield what is left out and why, a sentence for each reason."""
    if pairs.too_few:
        few = counted(len(pairs.too_few), "pair")
        yield f"{few} with some issue in common, but fewer than {FEWEST}"
    if pairs.sets:
        yield "a set and its member: " + "; ".join(f"{left.label} and {right.label}" for left, right in pairs.sets)
    if pairs.same_record:
        told = (f"{left.label} and {right.label} on {issue.label}" for left, right, issue in pairs.same_record)
        yield "the same side by one record: " + "; ".join(told)
    if pairs.unpaired:
        yield f"{counted(len(pairs.unpaired), 'actor')} with fewer quotes than those that are paired"
    if pairs.voices:
        yield "newspapers and authors: " + ", ".join(voice.label for voice in pairs.voices)


def side_words(side: Side) -> tuple[str, str]:
    """Return the stance that a pair rests on with its counts, and the ids of its firm evidence."""
    return f"{side.stance} ({side.balance_words})", referenced(side_pieces(side))


def side_pieces(side: Side) -> tuple[Evidence, ...]:
    """Return the evidence that a side rests on."""
    return tuple(piece for unit in side.units for piece in unit.pieces)


def _row(pair: Pair, shared: SharedIssue) -> tuple[str, ...]:
    names = (pair.left.id, pair.left.label, pair.right.id, pair.right.label)
    counts = (len(pair.on(Relation.SAME)), len(pair.on(Relation.OPPOSED)), pair.n)
    issue = (shared.issue.id, shared.relation.value)
    return (*names, *map(str, counts), *issue, *side_words(shared.left), *side_words(shared.right), "")


def _left_out(pairs: Pairs) -> Iterator[tuple[str, ...]]:
    for pair in pairs.too_few:
        yield _row_without(pair.left, pair.right, f"fewer than {FEWEST} issues on which both take a firm side")
    for left, right in pairs.sets:
        yield _row_without(left, right, "a set and its member")
    for left, right, issue in pairs.same_record:
        yield _row_without(left, right, "the same side by one record", issue.id)
    for id_ in pairs.unpaired:
        yield (id_, *[""] * (len(HEADINGS) - 2), "fewer quotes than those that are paired")
    for voice in pairs.voices:
        yield _row_without(voice, None, "a newspaper's or an author's own voice")


def _row_without(left: Perspective, right: Perspective | None, reason: str, issue: str = "") -> tuple[str, ...]:
    names = (left.id, left.label, right.id if right else "", right.label if right else "")
    return (*names, "", "", "", issue, "", "", "", "", "", reason)
