"""Lists, counts and orders over SQLite equal those in memory: the traps of SQL are NULLs, short words and renames."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.query_reading import read_query
from summittui.library.answers.search import search, search_stepwise
from summittui.library.memory.library import MemoryLibrary
from summittui.library.sqlite import facets, lists, selecting
from summittui.library.sqlite.library import SqliteLibrary
from summittui.model import TABLES, Note, PartyId, QuoteKind, RecordId, Records, SourceId, UtteranceId
from summittui.model.cancelling import never_cancelled
from summittui.queries.language import Query, Words
from summittui.queries.listing import ListQuery
from summittui.queries.orders import ORDERS, Order
from summittui.ui.render.found import found_words
from tests.library.query.made import fields, queries
from tests.library.sqlite.made import NEEDS_SQLITE, sqlite_library
from tests.model.samples import DIRECT
from tests.paris import paris

pytestmark = NEEDS_SQLITE

_SHIPPED = paris().records
_ODD = (
    replace(DIRECT, id="nobody", source=_SHIPPED.sources[0].id, speaker=None, via=None, about=(), stances=()),
    replace(
        DIRECT,
        id="joint",
        source=_SHIPPED.sources[1].id,
        kind=QuoteKind.INDIRECT,
        speaker=PartyId("china"),
        joint_speakers=(PartyId("united-states"),),
        via=None,
        gist='an "odd" gist: \x00 ßé ﬁ ab',
        utterance=UtteranceId("china"),
        stances=(),
    ),
)
RECORDS = replace(
    _SHIPPED,
    quotes=(*_SHIPPED.quotes, *_ODD),
    notes=(Note(id="note-on-a-quote", about=RecordId("vance-gold-standard"), starred=True, memo="Mine"),),
)
TEXTS = {SourceId("stdaily"): "A text of one's own. " * 40}
MEMORY = MemoryLibrary(RECORDS, TEXTS)
ANY = ("a", "the", "-kind:direct", "gold OR a")
LEADS = ("china", "jd-vance", "joint", "stdaily", "paris-statement")
WORDS = (
    "gold",
    "standard",
    "China",
    "a",
    "u",
    "un",
    "2025",
    "é",
    "the",
    "of the",
    "a ",
    '"',
    "odd",
    "ab",
    "\x00",
    "\ud800",
)
TYPED = st.sampled_from(WORDS).map(Words)


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SqliteLibrary:
    return sqlite_library(tmp_path_factory.mktemp("replica") / "replica", RECORDS, TEXTS)


def ids(library: Library, query: ListQuery) -> list[str]:
    return [record.id for record in library.select(query)]


@settings(deadline=None, max_examples=150)
@given(queries(st.one_of(TYPED, fields())), st.sampled_from([0, selecting.FEW]))
def test_any_query_keeps_the_same_in_every_table(sqlite: SqliteLibrary, query: Query, few: int) -> None:
    """Whether the rest is tested on the rows of one part, as where these are few, or each part is found by itself."""
    for table in TABLES:
        asked = ListQuery(table=table, query=query)
        kept = ids(MEMORY, asked)
        sqlite._last_lists.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(selecting, "FEW", few)
            assert ids(sqlite, asked) == kept
        others = [record.id for record in RECORDS.table(table)[:3]]
        assert [sqlite.holds(asked, id_) for id_ in others] == [id_ in kept for id_ in others]


@settings(deadline=None, max_examples=30)
@given(
    queries(st.one_of(TYPED, fields())),
    st.sampled_from(["quotes", "actors", "declarations", "claims"]),
    st.sampled_from([0, facets.FEW]),
)
def test_any_query_has_the_same_facets(sqlite: SqliteLibrary, query: Query, table: str, few: int) -> None:
    asked = ListQuery(table=table, query=query)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "FEW", few)
        for first in (None, 5):
            assert sqlite.facets(asked, first) == MEMORY.facets(asked, first)


@pytest.mark.parametrize("table", ORDERS)
def test_orders_and_leads_and_marks_go_together_with_a_query(sqlite: SqliteLibrary, table: str) -> None:
    marked = frozenset({"nobody", "joint", "china", "paris-statement", "no-record", "\ud800"})
    for field in ORDERS[table]:
        for is_reversed in (False, True):
            order = Order(field, is_reversed)
            asked = [ListQuery(table=table, order=order, query=read_query(MEMORY, text)) for text in ("", "a", "china")]
            asked += [ListQuery(table=table, order=order, lead=lead) for lead in LEADS]
            asked += [
                ListQuery(table=table, order=order, lead=LEADS[0], query=read_query(MEMORY, text)) for text in ANY
            ]
            asked.append(ListQuery(table=table, order=order, among=marked))
            for each in asked:
                found = sqlite.select(each)
                assert [record.id for record in found] == ids(MEMORY, each), each
                assert [found.find(record.id) for record in found[:20]] == list(range(len(found[:20])))


@pytest.fixture
def _short_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page have three records, so that lists begin before all of them are found."""
    monkeypatch.setattr(lists, "PAGE", 3)
    monkeypatch.setattr(lists, "_FIRST", 4)


@pytest.mark.usefixtures("_short_ranges")
@pytest.mark.parametrize("text", ["a", "the", "china", "-kind:direct", "by:china", "issue:tight-regulation stance:for"])
def test_a_list_begins_with_a_page_and_goes_on_to_all_of_it(sqlite: SqliteLibrary, text: str) -> None:
    for is_reversed in (False, True):
        asked = ListQuery(table="quotes", query=read_query(MEMORY, text), order=Order("", is_reversed))
        kept = ids(MEMORY, asked)
        *begun, whole = sqlite._lists._search(asked, never_cancelled)
        assert [record.id for record in whole] == kept
        assert len(begun) <= 1
        for part in begun:
            assert 3 <= len(part) < len(kept)
            assert [record.id for record in part] == kept[: len(part)]
            assert part.count_words() == f"{len(part)}+ of {part.total}"
    assert len(list(sqlite._lists._search(ListQuery(table="quotes", query=Query((Words("a"),))), never_cancelled))) == 2


@pytest.mark.usefixtures("_short_ranges")
def test_a_search_tells_what_it_has_found_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = sqlite_library(tmp_path / "replica", RECORDS, TEXTS)
    monkeypatch.setattr(lists, "PROMPT", 10)
    *begun, last = search_stepwise(library, read_query(library, "the"), never_cancelled)
    words = [found_words(each) for each in begun]
    assert any("quotes" in each.awaited and each.groups[-1].table == "quotes" for each in begun)
    assert any("+ quotes" in each and each.startswith("Still searching") for each in words)
    assert "+" not in found_words(last)
    assert {group.table: group.total for group in last.groups} == {
        group.table: group.total for group in search(MEMORY, last.query)
    }


def test_a_list_that_nobody_waits_for_is_not_made(sqlite: SqliteLibrary) -> None:
    assert sqlite.select(ListQuery(table="quotes", query=Query((Words("a"),))), lambda: True) is None


def test_what_no_file_can_hold_is_nowhere(sqlite: SqliteLibrary) -> None:
    odd = "half \ud800"
    assert sqlite.find(odd) is None
    assert not any((*sqlite.quotes_by(odd), *sqlite.referrers(odd), *sqlite.bearers(odd), *sqlite.holders(odd)))
    assert sqlite.text(odd) is None
    assert not sqlite.has_text(odd)
    assert list(sqlite.named_like(odd, ["actors"])) == list(sqlite.values_like("by", odd)) == []


def test_an_empty_library_answers(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = sqlite_library(tmp_path_factory.mktemp("empty") / "replica", Records())
    assert [len(empty.select(ListQuery(table=table))) for table in TABLES] == [0] * len(TABLES)
    assert not any((*empty.holders(), *empty.issues()))
    assert list(empty.problems()) == []
