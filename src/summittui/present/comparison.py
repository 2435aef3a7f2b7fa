"""A comparison as text: an issue, then each perspective with its words, its deeds, what is said about it."""

from collections.abc import Iterator, Sequence

from summittui.library import Library
from summittui.library.answers.letters import letter
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.side_by_side import Comparison
from summittui.library.answers.verdict import EMPTIED, RowState
from summittui.present.columns import see_also_words, uncoded_words
from summittui.present.counts import counts
from summittui.present.evidence import evidence_lines
from summittui.present.line import Line, labelled
from summittui.present.position import position_words
from summittui.present.signs import ROW_STATES


def comparison_lines(library: Library, comparison: Comparison, *, collapsed: bool = False) -> Iterator[Line]:
    """Yield the lines of a comparison, the rows on which the columns differ first; collapsed without the evidence."""
    yield columns_line(library, comparison.columns)
    yield labelled("issues", (counts(state_counts(comparison)), "count"))
    yield from condition_lines(library, comparison)
    for row in comparison.rows:
        verdict = (row.verdict.words, ROW_STATES[row.state].role)
        yield from () if collapsed else (Line(),)
        yield Line((row.label, "heading"), " — ", verdict, (f"; n {row.n}", "count"))
        yield from () if collapsed else (Line(f"  {row.note}"),)
        for at, (column, cell) in enumerate(zip(comparison.columns, row.positions, strict=True)):
            yield Line("  ", (f"{letter(at)} ", "key"), (column.label, "title"), f": {position_words(library, cell)}")
            yield from () if collapsed else evidence_lines(library, cell, "    ")


def columns_line(library: Library, columns: Sequence[Perspective]) -> Line:
    """Return a line with the letter and the name of each column."""
    names = " | ".join(f"{letter(at)} {perspective_name(library, column)}" for at, column in enumerate(columns))
    return Line((names, "title"))


def perspective_name(library: Library, column: Perspective) -> str:
    """Return the name of a column, with the rule and the members of a camp, and those who speak for it."""
    parts = []
    if column.rule is not None:
        members = ", ".join(map(library.name, column.members[: column.own])) or "nobody"
        parts.append(f"{column.rule}: {members}")
    if column.speakers:
        parts.append(f"with {', '.join(map(library.name, column.speakers))}")
    if close := see_also_words(library, column):
        parts.append(close)
    return f"{column.label} ({'; '.join(parts)})" if parts else column.label


def state_counts(comparison: Comparison) -> dict[str, int]:
    """Return the number of rows by the word of their state, in the order of the states, zeros included."""
    words = [row.state_word for row in comparison.rows]
    return {word: words.count(word) for word in (*(state.value for state in RowState), EMPTIED)}


def condition_lines(library: Library, comparison: Comparison) -> Iterator[Line]:
    """Yield what must be known to read the comparison: the filter, and evidence that counts in several columns."""
    if comparison.evidence_filter.description:
        yield labelled("evidence", comparison.evidence_filter.description)
    if comparison.shared_members:
        yield labelled("in more than one column", ", ".join(map(library.name, comparison.shared_members)))
    if words := not_coded_words(comparison):
        yield labelled("not coded, so in no row", words)


def not_coded_words(comparison: Comparison) -> str:
    """Return what of each column carries no stance, such as "A 1 deed without a stance"; empty for nothing."""
    found = ((letter(at), column) for at, column in enumerate(comparison.uncoded) if column)
    return "; ".join(f"{key} {uncoded_words(column)}" for key, column in found)
