"""A library that is limited to a collection, an event or a period; whatever is asked of it is limited, too."""

from pathlib import Path

import pytest

from summittui.library.answers.ledger import ledger
from summittui.library.answers.matrix import matrix
from summittui.library.answers.naming import NamesIn
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.answers.query_reading import read_query
from summittui.library.answers.scope import limited_records
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.model import Declaration, Quote
from summittui.model.rules import problems
from summittui.present.record import record_lines, record_paragraphs
from summittui.queries.language.errors import QueryError
from summittui.queries.listing import ListQuery
from summittui.queries.matrix import MatrixQuery
from tests.in_memory import in_memory
from tests.paris import paris
from tests.record import both

SCOPES = (
    "collection:paris-2025",
    "collection:ai-declarations",
    "collection:own",
    "event:paris-ai-action-summit",
    "event:new-delhi-summit",
    "after:2026",
    "before:2024",
    "collection:ai-declarations after:2025 before:2026",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return in_memory(both(Path(tmp_path_factory.mktemp("scope"))).library)


def limited(library: MemoryLibrary, text: str) -> MemoryLibrary:
    return library.limited(text)


@pytest.mark.parametrize("text", SCOPES)
def test_a_limited_library_breaks_no_rule_and_every_record_can_be_shown(library: MemoryLibrary, text: str) -> None:
    found = limited(library, text)
    assert list(problems(found.records)) == []
    for record in found.records:
        assert list(record_lines(found, record))
        assert list(record_paragraphs(found, record))


def test_a_collection_s_scope_has_its_quotes_claims_and_positions(library: MemoryLibrary) -> None:
    found = limited(library, "collection:paris-2025")
    for table in ("quotes", "claims", "disagreements", "agreements", "declarations"):
        assert {each.id for each in found.records.table(table)} == {each.id for each in paris().records.table(table)}
    alone = MemoryLibrary(paris().records)
    for actor in ("united-states", "china", "united-kingdom"):
        before, after = (positions(one, perspective(one, actor)) for one in (alone, found))
        assert {id_: (each.stance, each.n) for id_, each in before.items()} == {
            id_: (each.stance, each.n) for id_, each in after.items()
        }


def test_a_shared_declaration_has_the_acts_that_the_scope_s_sources_tell(library: MemoryLibrary) -> None:
    found = limited(library, "collection:paris-2025").get_as(Declaration, "paris-statement")
    own = next(each for each in paris().records.declarations if each.id == "paris-statement")
    assert found.acts == own.acts
    assert found.tallies == own.tallies


def test_a_period_and_an_event_limit_the_ledger(library: MemoryLibrary) -> None:
    late = [column.id for column in ledger(limited(library, "after:2026")).columns]
    assert late == ["reaim-2026", "new-delhi-2026", "call-control-2026"]
    delhi = ledger(limited(library, "event:new-delhi-summit"))
    assert [column.id for column in delhi.columns] == ["new-delhi-2026"]


def test_paris_and_new_delhi_never_share_a_position(library: MemoryLibrary) -> None:
    late = limited(library, "event:new-delhi-summit")
    assert all(
        cell.n == 0 for row in matrix(late, MatrixQuery(perspectives=("united-states",))).rows for cell in row.cells
    )


@pytest.mark.parametrize("text", ["by:china", "rules", "-collection:own", "collection:nowhere", "event:moon", ""])
def test_what_is_no_scope_is_refused(library: MemoryLibrary, text: str) -> None:
    with pytest.raises(QueryError):
        limited_records(library, text)


def test_the_fields_keep_what_a_collection_brought_and_what_belongs_to_an_event(library: MemoryLibrary) -> None:
    def kept(table: str, text: str) -> set[str]:
        records = library.records.table(table)
        return {records[at].id for at in matching_ordinals(library, table, read_query(library, text))}

    assert kept("quotes", "collection:paris-2025") == {each.id for each in paris().records.quotes}
    assert "united-states" in kept("actors", "collection:paris-2025 collection:ai-declarations")
    assert kept("actors", "collection:own") == set()
    assert kept("declarations", "event:seoul-summit") == {
        "seoul-2024",
        "seoul-intent-2024",
        "seoul-ministerial-2024",
        "frontier-commitments-2024",
    }
    assert "record-vance-kill" in kept("quotes", "event:paris-ai-action-summit")


def test_a_list_with_a_scope_is_that_of_the_limited_library(library: MemoryLibrary) -> None:
    query = ListQuery(table="quotes", scope="collection:paris-2025")
    library = MemoryLibrary(library.records, library.texts, library.collections_of)
    assert not library.is_prompt(query)  # the limited library is still to be made
    found = library.select(query)
    assert [each.id for each in found] == [each.id for each in limited(library, query.scope).every(Quote)]
    assert len(found) < library.size("quotes")
    assert library.is_prompt(query)
    assert library.limited(query.scope) is library.limited(query.scope)
    assert query.conditions(NamesIn(library)) == "limited to what is from the collection paris-2025"
    outside = next(each for each in library.every(Quote) if found.find(each.id) < 0)
    assert not library.holds(query, outside.id)
