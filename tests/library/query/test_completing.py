"""Completion: what is offered at a place of a text, and that entering it makes a query that means something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.query_completion import QueryCompletion, complete_query
from summittui.library.answers.query_reading import read_query
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.language.fields import FIELDS
from tests.library.query.made import SIGNS
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)


def offered(text: str, column: int | None = None, most: int = 8) -> tuple[QueryCompletion, ...]:
    return complete_query(LIBRARY, text, len(text) if column is None else column, most=most)


def entered(text: str, completion: QueryCompletion) -> str:
    return text[: completion.start] + completion.insert + text[completion.end :]


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        ("st", ("stance:",)),
        ("gold -A", ("actor:", "about:", "act:", "after:")),
        ("(is", ("issue:", "is:")),
        ("act:s", ("signed", "supported", '"stayed out"')),
        ("actor:vance", ("jd-vance",)),
        ("-actor:Clément", ("clement-delangue",)),
        ('actor:"united k', ("united-kingdom",)),
        ("gold source:nigeria", ("nigeriapulse",)),
        ("after:", ()),
        ("nothing:x", ()),
        ("", ()),
        ('"gold st', ()),
        ('"gold standard" by:vance', ("jd-vance",)),
        ("xyz", ()),
    ],
)
def test_what_begins_as_typed_is_offered(text: str, inserted: tuple[str, ...]) -> None:
    assert tuple(completion.insert for completion in offered(text)) == inserted


def test_what_begins_with_the_typed_name_comes_before_what_has_it_inside() -> None:
    found = [completion.insert for completion in offered("actor:un", most=20)]
    assert found.index("united-states") < found.index("paris-signatories") if "paris-signatories" in found else True
    assert found[0].startswith("un")


def test_a_value_in_the_middle_of_the_text_is_replaced_alone() -> None:
    text = "gold actor:vancouver kind:mixed"
    (completion,) = offered(text, text.index("ouver"))
    assert entered(text, completion) == "gold actor:jd-vance kind:mixed"


def test_the_number_of_completions_is_bounded() -> None:
    assert len(offered("actor:", most=3)) == 3
    assert len(offered("has:", most=100)) == len(FIELDS["has"].words)


@pytest.mark.parametrize("name", [name for name, info in FIELDS.items() if not info.date])
def test_every_completion_of_a_field_means_something(name: str) -> None:
    text = f"{name}:"
    found = offered(text, most=1000)
    assert found
    for completion in found:
        assert read_query(LIBRARY, entered(text, completion)).parts
        assert completion.label


@given(st.one_of(st.text(max_size=20), st.text(SIGNS, max_size=20)), st.data())
def test_any_text_at_any_column_is_completed_inside_itself(text: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(text)))
    for completion in offered(text, column):
        assert 0 <= completion.start <= column <= completion.end <= len(text)
