"""Words sought in the records of a file: in their own texts and in the names of those that they name."""

from collections.abc import Iterator

from summittui.library.sqlite.connections import is_writable
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import RowRange
from summittui.library.sqlite.statements import NO_ROWS, Statement, all_rows, union
from summittui.library.sqlite.terms import CALLED_BY

TRIGRAM = 3
"""The fewest letters that the full-text index finds; shorter words are looked for in every text."""


def rows_holding(library: RowsLibrary, among: RowRange, words: str) -> Statement:
    """Select the records of a range whose own texts hold some words, and those that name what is called so.

    Args:
        library: The library.
        among: The range.
        words: The words, folded as they stand in the file.
    """
    if not is_writable(words):
        return NO_ROWS
    return union((_own(among, words), *_called(library, among, words))) if words else all_rows(among)


def _own(among: RowRange, words: str) -> Statement:
    if len(words) < TRIGRAM:
        sql = "select row from words where row between ? and ? and instr(words, ?)"
        return Statement(sql, (*among.ends, words))
    phrase = '"' + words.replace('"', '""') + '"'
    sql = "select rowid as row from trigrams where trigrams match ? and rowid between ? and ?"
    return Statement(sql, (phrase, *among.ends))


def _called(library: RowsLibrary, among: RowRange, words: str) -> Iterator[Statement]:
    """Yield what selects the records with one of the names that hold some words; nothing where no name does.

    The names lead to the rows or, where they are more than the rows of the range, the rows to the names.
    """
    names = library.derived(_count_called, words) if among.table in CALLED_BY else 0
    if names > among.last - among.first:
        sql = (
            "select p.row from posting p cross join called c on c.key = p.key "
            "where p.row between ? and ? and instr(c.folded, ?)"
        )
        yield Statement(sql, (*among.ends, words))
    elif names:
        sql = (
            "select p.row from called c cross join posting p on p.key = c.key "
            "where instr(c.folded, ?) and p.row between ? and ?"
        )
        yield Statement(sql, (words, *among.ends))


def _count_called(library: RowsLibrary, words: str) -> int:
    """Return how many names hold some words."""
    return int(library.rows.readers.first("select count(*) from called where instr(folded, ?)", words))
