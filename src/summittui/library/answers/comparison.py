"""The comparison of perspectives: the answer to a comparison query."""

from summittui.library.answers.alignment import aligned_rows
from summittui.library.answers.issue_rows import issue_rows
from summittui.library.answers.side_by_side import Comparison, columns_of
from summittui.library.answers.uncoded import uncoded
from summittui.library.protocol import Library
from summittui.queries.comparison import Alignment, ComparisonQuery


def compare(library: Library, query: ComparisonQuery) -> Comparison:
    """Put perspectives side by side, by issue, date or source; all rows, whether they differ or not.

    Raises:
        InputError: There are too few perspectives, or one stands twice.
        UnknownId: An id names no perspective or no issue.
        QueryError: The scope is none.
    """
    within = library.limited(query.scope)
    columns = columns_of(within, query)
    make_rows = issue_rows if query.by is Alignment.ISSUE else aligned_rows
    rows = tuple(make_rows(within, columns, query))
    without_stance = tuple(uncoded(within, column) for column in columns)
    return Comparison(columns=columns, rows=rows, query=query, uncoded=without_stance)
