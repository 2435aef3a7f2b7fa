import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, UnknownId
from summittui.model.text import safe_lines
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.links import MOST_CHARACTERS, ViewLink, parse_view
from summittui.queries.timeline import TimelineQuery
from tests.paris import paris
from tests.queries.made import views

LIBRARY = MemoryLibrary(paris().records)
HOSTILE = (
    "\x1b]52;c;aGk=\x07",
    "brows\x1b[2J",
    "compare 'a",
    "compare a\\",
    "x" * (MOST_CHARACTERS + 1),
    "",
    " \n\t ",
    "compare a b by:\u202edates",
    "search query:",
    "browse [red]:x",
    "reader \ud800 \udfff",
)


@given(views())
def test_the_line_of_a_view_means_that_view(view: ViewLink) -> None:
    assert parse_view(str(view)) == view


@given(st.text())
def test_any_line_is_a_view_or_one_sentence(line: str) -> None:
    try:
        view = parse_view(line)
    except InputError as error:
        told = str(error)
    else:
        told = str(view)
        assert parse_view(told) == view
    assert told == safe_lines(told).replace("\n", " ")


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_line_ends_in_one_harmless_short_sentence(line: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_view(line)
    told = str(caught.value)
    assert told == safe_lines(told)
    assert "\n" not in told
    assert len(told) < 300


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "the view is empty; begin it with a screen: browse,"),
        ("compre a b", "'compre'; did you mean 'compare'?"),
        ("compare a b bye:date", "'bye'; did you mean 'by'?"),
        ("compare a b by:dates", "by: of the view takes issue or date or source or declaration, not 'dates'"),
        ("compare a b by:date by:date", "by: stands twice"),
        ("compare a", "names 2 or more of actors, camps, declarations, sources; here are 1"),
        ("accounts a b c", "names 2 of sources; here are 3"),
        ("timeline a b", "names 1 at most of"),
        ("browse china", "names no record"),
        ("evidence china", "the view of evidence needs issue:"),
        ("search query:", "query: of the view says nothing"),
        ("compare 'united states china", "a quotation mark or a backslash that is left open"),
    ],
)
def test_each_mistake_is_a_sentence_that_helps(line: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_view(line)
    assert told in str(caught.value)


def test_names_are_taken_for_ids_among_the_records_and_in_the_options() -> None:
    view = parse_view("compare 'United States' China unfolded:'United States',china")
    found = view.resolved(LIBRARY)
    sides = ("united-states", "china")
    assert found.query == ComparisonQuery(sides=sides, unfolded=sides)


@pytest.mark.parametrize("line", ["timeline nobody", "browse lead:nobody", "matrix sort:nobody", "accounts china us"])
def test_a_name_of_nothing_that_fits_is_refused(line: str) -> None:
    with pytest.raises(UnknownId):
        parse_view(line).resolved(LIBRARY)


def test_a_record_whose_name_looks_like_an_option_is_told_apart() -> None:
    view = ViewLink(query=TimelineQuery(whose="at:last"))
    assert str(view) == "timeline of:at:last"
    assert parse_view(str(view)) == view
