"""A comparison as text: an issue, then each perspective with its words, its deeds, what is said about it."""

from collections.abc import Iterator, Sequence

from summittui.library import Library
from summittui.library.answers.alignment import Aligned
from summittui.library.answers.comparison import Comparison
from summittui.library.answers.letters import letter
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.positions import Position
from summittui.library.answers.verdict import EMPTIED, RowState
from summittui.present.columns import see_also_words
from summittui.present.counts import counts
from summittui.present.evidence import cite_evidence
from summittui.present.position import standing


def comparison_lines(library: Library, comparison: Comparison) -> Iterator[str]:
    """Yield the lines of a comparison, the rows on which the columns differ first."""
    yield columns_line(library, comparison.columns)
    yield f"issues: {counts(_counted(comparison))}"
    yield from conditions(library, comparison)
    for row in comparison.rows:
        yield ""
        yield f"{row.issue.label} — {row.verdict.words}; n {row.n}"
        yield f"  {row.issue.question}"
        for at, (column, cell) in enumerate(zip(comparison.columns, row.cells, strict=True)):
            yield f"  {letter(at)} {column.label}: {standing(library, cell)}"
            yield from evidence_lines(library, cell, "    ")


def columns_line(library: Library, columns: Sequence[Perspective]) -> str:
    """Return the letter of each column and what it holds."""
    return " | ".join(f"{letter(at)} {perspective_name(library, column)}" for at, column in enumerate(columns))


def perspective_name(library: Library, column: Perspective) -> str:
    """Return what a column holds: a camp's members and why, and those who speak for it."""
    parts = []
    if column.rule is not None:
        members = ", ".join(map(library.name, column.members[: column.own])) or "nobody"
        parts.append(f"{column.rule}: {members}")
    if column.speakers:
        parts.append(f"with {', '.join(map(library.name, column.speakers))}")
    if close := see_also_words(library, column):
        parts.append(close)
    return f"{column.label} ({'; '.join(parts)})" if parts else column.label


def evidence_lines(library: Library, position: Position, indent: str) -> Iterator[str]:
    """Yield a line for each piece of evidence: words, then deeds, then what others say."""
    for evidence in position.evidence:
        firm = "" if evidence.firm else ", weak"
        reading = f"{evidence.stance.stance}, {evidence.stance.level}, {evidence.stance.certainty}{firm}"
        cited = cite_evidence(library, evidence).line()
        yield f"{indent}{evidence.kind.value} ({reading}): {cited} [{evidence.record}]"


def _counted(comparison: Comparison) -> dict[str, int]:
    """Return the number of rows by state, in the order of the states."""
    words = [row.state_word for row in comparison.rows]
    return {word: words.count(word) for word in (*(state.value for state in RowState), EMPTIED)}


def conditions(library: Library, comparison: Comparison | Aligned) -> Iterator[str]:
    """Yield what must be known to read the comparison: the filter, and evidence that counts in several columns."""
    if comparison.kept.description:
        yield f"evidence: {comparison.kept.description}"
    if comparison.shared_members:
        yield f"in more than one column: {', '.join(map(library.name, comparison.shared_members))}"
