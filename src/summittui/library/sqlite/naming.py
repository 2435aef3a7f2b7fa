"""The names of the records of a file, and the records that a typed name means or comes near to."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby, islice, takewhile
from operator import itemgetter

from summittui.library.memory.names import nearest_of
from summittui.library.sqlite.connections import Readers, is_writable, json_of
from summittui.library.sqlite.derivation import UNNAMED
from summittui.library.sqlite.documents import record_at
from summittui.library.sqlite.schema import range_of
from summittui.model import SEARCHED_TABLES, Record
from summittui.model.cancelling import IsCancelled
from summittui.model.text import fold, fold_words

MANY = 2_000
"""The number of names that are compared at most; where there are more, only those that begin with the same letter."""
BEARING = ("sources", "actors", "events", "issues", "declarations", "camps", "disagreements", "agreements")
"""The tables whose records have other names than their ids."""
_PIECE = 2_000
"""The number of names that are read at a time."""

Named = tuple[str, str, int, str]
"""A folded name, the name, the row of its record and the id of that."""


class Naming:
    """The names of the records of a file."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    def of_tables(self, tables: Iterable[str], words: Sequence[str] = ()) -> Iterator[Named]:
        """Yield the names of the records of some tables, in the order of tables, records and names, piece by piece.

        Args:
            tables: The tables.
            words: Folded words each of which a name holds; a table whose records have no names yields all of its ids.
        """
        for table in tables:
            if table in UNNAMED:
                sql = "select id, row from document where row between ? and ? and id is not null order by row"
                yield from ((fold_words(id_), id_, row, id_) for id_, row in self._readers.rows(sql, *range_of(table)))
            else:
                yield from self._pieces(table, words)

    def _pieces(self, table: str, words: Sequence[str]) -> Iterator[Named]:
        first, last = range_of(table)
        sql = (
            "select folded, name, n.row, id, at from name n join document using(row) "
            f"where n.row between ? and ? and (n.row, at) > (?, ?){' and instr(folded, ?)' * len(words)} "
            f"order by n.row, at limit {_PIECE}"
        )
        row, at = first, -1
        while found := self._readers.rows(sql, row, last, row, at, *words):
            yield from (each[:4] for each in found)
            *_, row, _, at = found[-1]

    def called(self, folded: str, tables: Iterable[str]) -> list[tuple[int, str]]:
        """Return the row and the id of each record of some tables that bears a folded name, table by table."""
        if not is_writable(folded):
            return []
        sql = (
            "select distinct n.row, id from name n join document using(row) "
            "where folded = ? and n.row between ? and ? order by n.row"
        )
        return [found for table in tables for found in self._readers.rows(sql, folded, *range_of(table))]

    def initials(self, letters: str) -> list[tuple[int, str]]:
        """Return the row and the id of each state or body whose name has these initials."""
        if not is_writable(letters):
            return []
        sql = (
            "select row, id from key join posting using(key) join document using(row) "
            "where field = 'initials' and value = ? order by row"
        )
        return self._readers.rows(sql, letters)

    def rows_with_initials(self, letters: str) -> list[int]:
        """Return the rows of the states and bodies whose names have these initials."""
        return [row for row, _ in self.initials(letters)]

    def with_word(self, folded: str, table: str) -> tuple[str, ...]:
        """Return the ids of the records of a table that have a name in which a word begins so."""
        if not is_writable(folded):
            return ()
        sql = (
            "select id from name n join document using(row) "
            "where n.row between ? and ? and instr(' ' || replace(folded, '-', ' '), ?) order by n.row, at"
        )
        begins = f" {folded.replace('-', ' ')}"
        return tuple(dict.fromkeys(id_ for (id_,) in self._readers.rows(sql, *range_of(table), begins)))

    def meant(self, value: str, tables: Sequence[str]) -> tuple[str, ...]:
        """Return the ids that a name means: an id, else a whole name, else initials, else the beginning of a word."""
        wanted = fold_words(value)
        if is_writable(value):
            sql = "select 1 from document where id = ? and row between ? and ?"
            if any(self._readers.first(sql, value, *range_of(table)) for table in tables):
                return (value,)
        exact = (self._ids(self.called(wanted, (table,))) for table in tables)
        short = (self._ids(self.initials(wanted)) for _ in (1,) if "actors" in tables)
        part = (self.with_word(wanted, table) for table in tables)
        return next((found for each in (exact, short, part) for found in each if found), ())

    def bearers(self, folded: str, by_id: Record | None) -> tuple[Record, ...]:
        """Return the records that bear a folded name, and the one whose id it is."""
        rows = [row for row, _ in self.called(folded, BEARING)]
        sql = "select row, raw from document where row in (select value from json_each(?)) order by row"
        by_row = dict(self._readers.rows(sql, json_of(rows)))
        found = tuple(record_at(row, by_row[row]) for row in rows)
        return found if by_id is None or by_id in found else (*found, by_id)

    def like(
        self, typed: str, tables: tuple[str, ...], most: int | None, is_cancelled: IsCancelled
    ) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of each record with a name that holds every word of `typed`; see `Library.named_like`."""
        words = [word for word in fold_words(typed).split() if is_writable(word)]
        if not words and most is not None and UNNAMED.isdisjoint(tables):
            return self._first(tables, most)
        named = takewhile(lambda _: not is_cancelled(), self.of_tables(tables, words))
        best = (
            min(fitting, key=itemgetter(0, 1))
            for _, names in groupby(named, itemgetter(2))
            if (fitting := list(_fitting(names, words)))
        )
        ordered = sorted(best, key=itemgetter(0, 1)) if most is None else nsmallest(most, best, key=itemgetter(0, 1))
        return tuple((id_, name) for _, _, name, id_ in ordered)

    def _first(self, tables: Iterable[str], most: int) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of the records of some tables that come first by their names, by the index of these."""
        sql = (
            "select folded, id, name from name n indexed by name_folded join document using(row) "
            "where n.row between ? and ? order by folded, n.row, at limit ?"
        )
        named: list[tuple[str, str, str]] = []
        for table in tables:
            number, found, is_enough = most, list[tuple[str, str, str]](), False
            while not is_enough:
                number *= 2
                found = self._readers.rows(sql, *range_of(table), number)
                is_enough = len(found) < number or len({id_ for _, id_, _ in found}) >= most
            named += found
        first: dict[str, str] = {}
        for _, id_, name in sorted(named, key=itemgetter(0)):
            first.setdefault(id_, name)
        return tuple(first.items())[:most]

    def nearest(self, words: str, tables: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the records with the names nearest to `words`, the nearest first."""
        near = self._near(fold_words(words), tables or SEARCHED_TABLES)
        return nearest_of(words, {folded: id_ for folded, _, _, id_ in near})

    def near(self, value: str, tables: Sequence[str]) -> tuple[str, ...]:
        """Return the folded names with which a value may be compared to find what is near."""
        return tuple(dict.fromkeys(folded for folded, *_ in self._near(fold(value), tables)))[:MANY]

    def _near(self, folded: str, tables: Sequence[str]) -> Iterator[Named]:
        """Yield all names of some tables; where there are many, only those that begin with the same letter."""
        sizes = (self._readers.first("select number from size where name = ?", table) or 0 for table in tables)
        small = sum(sizes) <= MANY
        named = (each for each in self.of_tables(tables) if small or each[0][:1] == folded[:1])
        return named if small else islice(named, MANY)

    def _ids(self, found: Iterable[tuple[int, str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for _, id_ in found))


def _fitting(names: Iterable[Named], words: Sequence[str]) -> Iterator[tuple[bool, str, str, str]]:
    """Yield of names that hold every word whether they begin otherwise, how they are sorted, the name and the id."""
    for folded, name, _, id_ in names:
        if all(word in folded for word in words):
            yield bool(words) and not folded.startswith(words[0]), folded, name, id_
