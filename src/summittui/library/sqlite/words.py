"""Words sought in the records of a file: in their own texts and in the names of those that they name."""

from summittui.library.sqlite.connections import is_writable
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.schema import NAMED, RowRange
from summittui.library.sqlite.statements import NO_ROWS, Statement, all_rows, union
from summittui.library.sqlite.terms import CALLED_BY

TRIGRAM = 3
"""The fewest letters that the full-text index finds; shorter words are looked for in every text."""
_FEW = 4
"""A short word that more than one in so many names hold is looked for in the names of each record."""
_BY_NAMES = "select p.row from called c cross join posting p on p.key = c.key where instr(c.folded, ?)"
"""Selects the rows that have a name with some words among their words."""
_BY_INDEX = "select p.row from called_trigrams c cross join posting p on p.key = c.rowid where called_trigrams match ?"
"""Selects the same for words that the full-text index finds."""

_OWN = "instr((select w.words from words w where w.row = fact.row), ?) > 0"
"""Tells whether the own words of a row of `fact` hold some words."""
_NAMED = (
    "exists (select 1 from posting p cross join called c on c.key = p.key "
    "where p.row = fact.row and instr(c.folded, ?))"
)
"""Tells whether one of the names among the words of a row of `fact` holds some words."""


def rows_holding(library: RowsLibrary, among: RowRange, words: str) -> Statement:
    """Select the records of a range whose own texts hold some words, and those that name what is called so.

    Args:
        library: The library.
        among: The range.
        words: The words, folded as they stand in the file.
    """
    if not is_writable(words):
        return NO_ROWS
    if not words:
        return all_rows(among)
    names = library.derived(_count_called, words) if among.table in CALLED_BY else 0
    return _long(among, words, names) if len(words) >= TRIGRAM else _short(library, among, words, names)


def _long(among: RowRange, words: str, names: int) -> Statement:
    """Select what holds words that the full-text index finds, which so many names hold as well.

    The names lead to the rows or, where they are more than the rows of the range, the rows to the names.
    """
    phrase = _phrase(words)
    sql = "select rowid as row from trigrams where trigrams match ? and rowid between ? and ?"
    own = Statement(sql, (phrase, *among.ends), _OWN, (words,))
    if not names:
        return own
    if names > among.last - among.first:
        by_rows = f"select row from fact where row between ? and ? and {_NAMED}"
        return union((own, Statement(by_rows, (*among.ends, words), _NAMED, (words,))))
    by_names = f"{_BY_INDEX} and p.row between ? and ?"
    return union((own, Statement(by_names, (phrase, *among.ends), _NAMED, (words,))))


def _short(library: RowsLibrary, among: RowRange, words: str, names: int) -> Statement:
    """Select what holds words that no index finds, which so many names hold as well, by looking into each record.

    Where other words or fields are asked for as well, only the records that these leave are looked into.
    """
    sql = "select row from words where row between ? and ? and instr(words, ?)"
    own = Statement(sql, (*among.ends, words), _OWN, (words,), is_slow=True)
    if not names:
        return own
    called = Statement(f"{_BY_NAMES} and p.row between ? and ?", (words, *among.ends), _NAMED, (words,))
    both = union((own, called))
    if names > among.last - among.first or names * _FEW > sum(map(library.size, NAMED)):
        return both._replace(
            sql=f"select row from fact where row between ? and ? and ({both.test})", values=(*among.ends, *both.tested)
        )
    return both


def _count_called(library: RowsLibrary, words: str) -> int:
    """Return how many names hold some words."""
    if len(words) < TRIGRAM:
        return int(library.rows.readers.first("select count(*) from called where instr(folded, ?)", words))
    sql = "select count(*) from called_trigrams where called_trigrams match ?"
    return int(library.rows.readers.first(sql, _phrase(words)))


def _phrase(words: str) -> str:
    """Return words as a full-text index is asked for them, one behind the other."""
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
