"""Every span of a record is found, with the field that holds it and the source that it selects from."""

import re
from typing import Any

from msgspec import to_builtins

from summittui.model.passages import marked_spans
from summittui.model.references import references
from tests.model.samples import DIRECT, PACT, SOURCE
from tests.paris import paris


def test_the_spans_of_a_quote_belong_to_its_source() -> None:
    assert [(m.field, m.source, m.selector.start) for m in marked_spans(DIRECT)] == [
        ("spans[0]", "daily", 11),
        ("quoted[0]", "daily", 11),
    ]


def test_the_outline_of_a_source_belongs_to_itself() -> None:
    assert [(m.field, m.source) for m in marked_spans(SOURCE)] == [("outline[0]", "daily"), ("outline[1]", "daily")]


def test_passages_and_tallies_name_their_own_source() -> None:
    assert [(m.field, m.source) for m in marked_spans(PACT)] == [
        ("acts[0].evidence[0]", "daily"),
        ("acts[1].evidence[0]", "daily"),
        ("tallies[0].spans[0]", "daily"),
    ]


def test_no_span_of_the_collection_is_missed() -> None:
    for record in paris().records:
        assert len(list(marked_spans(record))) == _starts(to_builtins(record)), record.id


def _starts(plain: Any) -> int:
    if isinstance(plain, dict):
        return ("start" in plain) + sum(map(_starts, plain.values()))
    return sum(map(_starts, plain)) if isinstance(plain, list | tuple) else 0


def test_every_span_of_the_collection_lies_in_a_source_that_is_there() -> None:
    sources = {source.id for source in paris().records.sources}
    assert {marked.source for record in paris().records for marked in marked_spans(record)} == sources


def test_the_path_of_a_span_is_written_as_that_of_a_reference() -> None:
    shape = re.compile(r"[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)*")
    for record in paris().records:
        paths = [marked.field for marked in marked_spans(record)] + [each.field for each in references(record)]
        assert all(shape.fullmatch(path) for path in paths), record.id
