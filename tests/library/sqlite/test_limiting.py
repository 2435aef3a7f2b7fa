"""A scope of a library over SQLite: what it keeps is held in memory, so that it must not be too much."""

from pathlib import Path

import pytest

from summittui.library.answers.scope import count_limited
from summittui.library.sqlite import limiting
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.limiting import limited_library
from summittui.queries.language import QueryError
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from tests.library import made_up
from tests.library.sqlite.made import NEEDS_SQLITE

pytestmark = NEEDS_SQLITE
SCOPE = "after:2000"


@pytest.fixture
def library(tmp_path: Path) -> SqliteLibrary:
    return made_up.followed_library(tmp_path / "replica")


def test_a_scope_that_keeps_too_much_is_refused_with_what_to_do(
    library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = library.limited(SCOPE)
    number = count_limited(library, SCOPE)
    assert found.size("quotes") <= number
    monkeypatch.setattr(limiting, "MOST", number - 1)
    with pytest.raises(QueryError, match=f"keeps {number:,} quotes, claims and sources.*narrow it"):
        limited_library(library, SCOPE)
    monkeypatch.setattr(limiting, "MOST", number)
    assert limited_library(library, SCOPE).size("quotes") == found.size("quotes")
    refused = ListQuery(table="quotes", query=parse_query(SCOPE))
    assert len(library.select(refused)) == found.size("quotes")


def test_the_texts_of_a_scope_stay_in_the_file(library: SqliteLibrary) -> None:
    found = library.limited(SCOPE)
    assert found.texts is library.texts  # type: ignore[attr-defined]  # of a library in memory
    assert {source: found.text(source) for source in library.texts} == dict(library.texts)
