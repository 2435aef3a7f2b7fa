"""Every statement that a question raises finds its rows by an index, but for those named here with a reason."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from summittui.library.sqlite import open_file
from summittui.library.sqlite.library import SqliteLibrary
from tests.library import made_up
from tests.library.contract import QUESTIONS
from tests.library.sqlite.made import NEEDS_SQLITE, no_collections

pytestmark = NEEDS_SQLITE

LARGE = (
    ("posting", "posting_row", "18330640 17 1"),
    ("posting", "posting", "18330640 54 1"),
    ("stated", "stated_row", "1000000 1"),
    ("stated", "stated_issue", "1000000 50000 12500 2"),
    ("stated", "stated", "1000000 100 6 2 2 1"),
    ("called", "called_id", "110000 1"),
    ("name", "name_folded", "220400 1 1"),
    ("name", "name", "220400 2 1"),
    ("document", "document_id", "2320410 3 1"),
    ("attached", "attached", "100000 1"),
    ("words", None, "1110200"),
    ("key", "key_of", "341100 34110 1 1"),
    ("fact", "fact_dated", "1110200 369"),
    ("fact", "fact_source", "1110200 12 2"),
)
"""The statistics by which SQLite chooses its way, as they are in a store of a million quotes."""

SCANS = {
    r"from words where row between .* instr": "no index finds words of one or two letters",
    r"from fact where 0": "nothing is asked for",
    r"from fact where row between \d+ and \d+(?! and row in)": "all that lack something, or are dated, are most",
    r"from fact where \((first|last) .*\) is true": "what is dated before or after a day is most",
    r"from name n (indexed by name_folded )?join document": "what is typed may stand anywhere in a name; names are few",
    r"from called (c )?.*instr": "no index finds words of one or two letters; names are few beside quotes",
    r"partition by id|json_extract\(raw, '\$\.length'\)": "a check of all rules looks at every record",
    r"from document d where exists": "every actor of whom there is evidence is asked for",
}
"""The statements that go through a table, by a pattern, and why no index can answer them."""
_SCAN = re.compile(
    r"^SCAN (?:TABLE )?(\w+)(?!.* VIRTUAL TABLE)"
    r"|^SEARCH (?:TABLE )?(\w+) USING [\w ]+ \(row(?:id)?>\? AND row(?:id)?<\?\)"
)
_SMALL = frozenset({"state", "size", "several", "CONSTANT", "SUBQUERY", "main"})
"""Tables of few rows, and what SQLite names else."""
_LOOK = re.compile(r"select 1 from \w+ limit 1")
"""The look into each table at its opening."""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[SqliteLibrary, set[str]]:
    """A library whose file seems large, and the statements that it has been asked."""
    made_up.followed_library(tmp_path / "replica")
    with closing(sqlite3.connect(tmp_path / "replica", isolation_level=None)) as connection:
        connection.execute("delete from sqlite_stat1")
        connection.executemany("insert into sqlite_stat1 values(?, ?, ?)", LARGE)
    statements: set[str] = set()
    reading = open_file.opened

    def traced(path: Path) -> sqlite3.Connection:
        connection = reading(path)
        connection.set_trace_callback(statements.add)
        return connection

    monkeypatch.setattr(open_file, "opened", traced)
    return SqliteLibrary(tmp_path / "replica", no_collections), statements


def test_no_question_goes_through_a_table_where_an_index_answers(
    asked: tuple[SqliteLibrary, set[str]], tmp_path: Path
) -> None:
    library, statements = asked
    for question in QUESTIONS.values():
        question(library, made_up.ASKED)
    selects = [each for each in statements if each.startswith("select") and not _LOOK.fullmatch(each)]
    assert len(selects) > 100
    with closing(sqlite3.connect(tmp_path / "replica")) as connection:
        plans = {sql: [row[3] for row in connection.execute(f"explain query plan {sql}")] for sql in selects}
    scans = {
        (found[1] or found[2], sql)
        for sql, plan in plans.items()
        for detail in plan
        if (found := _SCAN.match(detail)) and (found[1] or found[2]) not in _SMALL
    }
    unexplained = sorted(f"{table}: {sql}" for table, sql in scans if not any(re.search(each, sql) for each in SCANS))
    assert unexplained == []
    assert [each for each in SCANS if not any(re.search(each, sql) for _, sql in scans)] == []
