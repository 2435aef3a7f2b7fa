"""Queries and views, made at random of the spellings of their fields."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from summittui.model.text import safe_lines
from summittui.queries.language.parts import Field, Query, Words
from summittui.queries.links import ViewLink
from summittui.queries.listing import AmongSpelling, ListQuery, QuerySpelling
from summittui.queries.orders import ORDERS, Order, OrderSpelling
from summittui.queries.perspectives import EvidenceFilter, EvidenceSpelling
from summittui.queries.spelling import Choice, Choices, Flag, ManyRecords, OneRecord, RowKeys, Share, Spelling, Text
from summittui.queries.view_query import ScopeSpelling, ViewQuery, spellings
from summittui.queries.views import VIEWS

WORDS = st.text(min_size=1, max_size=20).map(lambda text: safe_lines(text).replace("\n", " ")).filter(bool)
IDS = WORDS.map(lambda word: word.replace(",", "-"))
SCOPES = st.sampled_from(("collection:paris-2025", "event:paris after:2025-02", "before:2026"))
LETTERS = st.from_regex("[a-z]{1,9}", fullmatch=True)
PARTS = st.builds(Words, LETTERS) | st.builds(Field, st.sampled_from(("by", "kind", "source")), LETTERS)
PARSED = st.lists(PARTS, max_size=3, unique=True).map(lambda parts: Query(tuple(parts)))


def _ids(spelling: Spelling) -> st.SearchStrategy[Any]:
    most = spelling.fewest + 3 if spelling.most is None else spelling.most
    return st.lists(IDS, min_size=spelling.fewest, max_size=most, unique=True).map(tuple)


def _choices(spelling: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(spelling.of)


def _orders(spelling: Any) -> st.SearchStrategy[Any]:
    return st.builds(Order, st.sampled_from(list(ORDERS[spelling.table])), st.booleans())


MADE: Mapping[type[Spelling], Callable[[Any], st.SearchStrategy[Any]]] = {
    Flag: lambda _: st.booleans(),
    Choice: _choices,
    Choices: lambda spelling: st.lists(_choices(spelling), min_size=1, max_size=3, unique=True).map(tuple),
    Share: lambda _: st.floats(0, 1).map(lambda share: round(share, 9)),
    EvidenceSpelling: lambda _: st.builds(EvidenceFilter, direct_only=st.booleans(), no_doubtful=st.booleans()),
    AmongSpelling: lambda _: st.frozensets(IDS, min_size=1, max_size=3),
    ManyRecords: _ids,
    OneRecord: lambda _: WORDS,
    OrderSpelling: _orders,
    QuerySpelling: lambda _: PARSED,
    ScopeSpelling: lambda _: SCOPES,
    Text: lambda _: WORDS,
    RowKeys: lambda _: st.frozensets(IDS, min_size=1, max_size=3),
}
"""What makes values of a field, by the kind of its spelling."""


@st.composite
def queries(draw: st.DrawFn, query: type[ViewQuery]) -> ViewQuery:
    """A query of a kind."""
    chosen = {}
    for name, spelling in spellings(query).items():
        if spelling.fewest > 0 or (draw(st.booleans()) and (name, query) != ("order", ListQuery)):
            chosen[name] = draw(MADE[type(spelling)](spelling))
    if query is ListQuery:
        chosen["table"] = table = draw(st.sampled_from(sorted(ORDERS)))
        chosen["order"] = draw(_orders(OrderSpelling(table=table)))
    return query(**chosen)


@st.composite
def views(draw: st.DrawFn) -> ViewLink:
    """A view of any kind, with its look."""
    query = draw(queries(VIEWS[draw(st.sampled_from(sorted(VIEWS)))]))
    chosen = {name for name in query.looks if draw(st.booleans())}
    look = {name: draw(st.sampled_from(query.looks[name]) if query.looks[name] else WORDS) for name in sorted(chosen)}
    return ViewLink(query=query, look=look, at=draw(st.just("") | WORDS))
