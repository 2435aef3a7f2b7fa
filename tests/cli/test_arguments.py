"""A question written as arguments is read by its command as that question."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from importlib import import_module
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.cli import main
from summittui.cli.commands import review_
from summittui.exchange import records_to_json
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.browse import BrowseQuery, Pane
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery, whole_query
from summittui.queries.documents import DocumentsQuery
from summittui.queries.language.parsing import parse_query
from summittui.queries.ledger import LedgerQuery
from summittui.queries.listing import ListQuery
from summittui.queries.matrix import EvidenceQuery, MatrixQuery
from summittui.queries.orders import Order
from summittui.queries.pairs import PairsQuery
from summittui.queries.review import ReviewQuery
from summittui.queries.search import SearchQuery
from summittui.queries.timeline import TimelineQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery
from tests.paris import paris
from tests.queries.made import queries

KINDS: tuple[type[ViewQuery], ...] = (
    ComparisonQuery,
    AccountsQuery,
    VariantsQuery,
    MatrixQuery,
    LedgerQuery,
    PairsQuery,
    EvidenceQuery,
    TimelineQuery,
    SearchQuery,
    VerificationQuery,
)


class Asked(Exception):
    """The query that a command is about to put."""


@contextmanager
def capturing(query: ViewQuery, **_: Any) -> Iterator[Any]:
    raise Asked(query)
    yield


def read(arguments: tuple[str, ...]) -> ViewQuery:
    """Return the query that the command line reads out of arguments."""
    name, *others = arguments
    module = import_module(f"summittui.cli.commands.{name}_")
    with patch.object(module, "opened_query", capturing), pytest.raises(Asked) as asked:
        module.command.main(others, standalone_mode=False, **main.context_settings)
    (found,) = asked.value.args
    assert isinstance(found, ViewQuery)
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.view)
@settings(max_examples=25)
@given(data=st.data())
def test_the_arguments_of_a_query_mean_that_query(kind: type[ViewQuery], data: st.DataObject) -> None:
    query = data.draw(queries(kind))
    if isinstance(query, SearchQuery):
        query = replace(query, query=" ".join(query.query.split()) or "word")
    if isinstance(query, MatrixQuery) and query.perspectives:
        query = replace(query, rows=MatrixQuery().rows)  # which rows there are is asked for where none is named
    assert read(query.printed.arguments) == query.printed


@settings(max_examples=25)
@given(data=st.data())
def test_declarations_are_put_side_by_side_by_the_command_that_compares_anything(data: st.DataObject) -> None:
    query = data.draw(queries(DeclarationsQuery))
    assert isinstance(query, DeclarationsQuery)
    asked = read(query.arguments)
    assert isinstance(asked, ComparisonQuery)
    assert whole_query(["declarations"] * len(asked.sides), asked.sides, asked.scope) == query


class AskedProposals:
    """The session's review, as the command line asks it."""

    def __init__(self, _session: object) -> None:
        """Need no session."""

    def named(self, words: Sequence[str], query: ReviewQuery) -> None:
        raise Asked(replace(query, sources=tuple(words)))


@settings(max_examples=25)
@given(data=st.data())
def test_proposals_are_asked_for_by_their_sources_and_options(data: st.DataObject) -> None:
    query = data.draw(queries(ReviewQuery))
    arguments = query.arguments[1:]
    with patch.multiple(review_, opened_session=nullcontext, Review=AskedProposals), pytest.raises(Asked) as asked:
        review_.command.main(list(arguments), standalone_mode=False, **main.context_settings)
    assert asked.value.args == (query,)


LISTS = (
    BrowseQuery(pane=Pane.QUOTES, quotes="kind:mixed gold OR by:china", lead="jd-vance", scope="after:2025"),
    BrowseQuery(pane=Pane.ACTORS, sort_actors=Order("name", reversed=True)),
    BrowseQuery(pane=Pane.ACTORS, sort_actors=Order(reversed=True), marked=("china", "france"), marked_only=True),
    BrowseQuery(pane=Pane.DECLARATIONS, marked=("paris-statement",), declarations="-act:proposed statement"),
    DocumentsQuery(source="stdaily"),
    DocumentsQuery(),
)


@pytest.mark.parametrize("query", LISTS, ids=lambda query: " ".join(query.printed.arguments))
def test_a_list_is_printed_as_the_library_answers_it(query: ViewQuery, tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))
    listed = query.printed
    assert isinstance(listed, ListQuery)
    result = CliRunner().invoke(main, [*listed.arguments, "--json"])
    assert result.exit_code == 0, result.stderr
    assert result.stdout == records_to_json(list(MemoryLibrary(paris().records).select(listed)))


def test_a_list_is_described_by_its_table_and_what_it_asks() -> None:
    query = ListQuery(table="quotes", query=parse_query("gold"), scope="after:2025")
    assert query.arguments == ("list", "quotes", "--query=gold", "--scope=after:2025")
