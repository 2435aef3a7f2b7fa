import pytest

from summittui.library.changes.former_ids import followed_view, former_ids
from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError
from summittui.queries.links import parse_view
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
SUCCESSORS = {"usa": "united-states", "prc": "china", "rules": "tight-regulation", "gone": "nobody", "france": "china"}


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("compare usa prc by:date at:rules/1", "compare united-states china by:date at:tight-regulation/1"),
        ("compare usa China", "compare united-states China"),
        ("matrix sort:rules marked:prc,usa", "matrix sort:tight-regulation marked:china,united-states"),
        ("browse lead:prc quotes:'actor:prc gold'", "browse lead:china quotes:'actor:china gold'"),
        ("search query:'-(issue:rules OR by:usa)'", "search query:'-(issue:tight-regulation OR by:united-states)'"),
        ("evidence usa issue:rules", "evidence united-states issue:tight-regulation"),
    ],
)
def test_what_goes_by_a_former_id_is_named_by_its_present_one(line: str, after: str) -> None:
    view = parse_view(line)
    assert former_ids(LIBRARY, view)
    assert str(followed_view(LIBRARY, view, SUCCESSORS)) == str(parse_view(after))


@pytest.mark.parametrize(
    "line",
    [
        "compare france china",
        "search query:'prc \"usa rules\" kind:mixed'",
        "compare gone china",
        "browse quotes:'(' look-quotes:usa",
    ],
    ids=["an id that is there again", "words that are looked for", "a record that is deleted", "no query"],
)
def test_what_is_no_former_id_stays(line: str) -> None:
    view = parse_view(line)
    assert followed_view(LIBRARY, view, SUCCESSORS) == view


def test_two_columns_that_became_one_are_refused() -> None:
    with pytest.raises(InputError, match="names 2 or more"):
        followed_view(LIBRARY, parse_view("compare prc china"), SUCCESSORS)
