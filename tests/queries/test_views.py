"""Every question says itself: as a line, as arguments, in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from summittui.library.answers.naming import NamesIn
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.links import ViewLink, parse_view
from summittui.queries.listing import ListQuery
from summittui.queries.view_query import ViewQuery, spellings
from summittui.queries.views import VIEWS
from tests.paris import paris
from tests.queries.made import queries

LIBRARY = MemoryLibrary(paris().records)
KINDS = (*VIEWS.values(), ListQuery)


@pytest.mark.parametrize("kind", VIEWS.values(), ids=list(VIEWS))
@settings(max_examples=40)
@given(data=st.data())
def test_the_line_of_a_query_means_that_query(kind: type[ViewQuery], data: st.DataObject) -> None:
    query = data.draw(queries(kind))
    assert parse_view(str(ViewLink(query=query))).query == query


@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_no_query_is_without_words(data: st.DataObject, kind: type[ViewQuery]) -> None:
    query = data.draw(queries(kind))
    words = query.describe(NamesIn(LIBRARY))
    assert words.strip()
    assert not query.limits or "limited to what is" in words


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_field_is_spelled_once(kind: type[ViewQuery]) -> None:
    spelled = spellings(kind)
    named = [each.line for each in spelled.values() if each.line] + list(kind.looks)
    assert len(set(named)) == len(named)
    assert {each.name for each in fields(kind)} - set(spelled) <= {"table"}
