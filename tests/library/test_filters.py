"""Filters: what belongs to a record, and predicates that equal a scan of their own words."""

import pytest

from summittui.library.answers.related import related
from summittui.library.memory.library import MemoryLibrary
from tests.model.samples import RECORDS
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
SMALL = MemoryLibrary(RECORDS)


@pytest.mark.parametrize(
    ("id_", "belonging"),
    [
        ("ada", {"ada", "ada-rules", "pact"}),
        ("bo", {"bo", "bo-rules", "pact", "daily-signed"}),
        ("pact", {"pact", "ada", "bo", "bo-rules"}),
        ("ada-rules", {"ada-rules", "ada"}),
        ("bo-rules", {"bo-rules", "bo", "pact"}),
        ("daily-signed", {"daily-signed", "writer", "bo", "pact"}),
        ("rules", {"rules"}),
        ("nobody", {"nobody"}),
    ],
)
def test_what_belongs_to_a_record_is_what_it_names_and_what_names_it(id_: str, belonging: set[str]) -> None:
    assert related(SMALL, id_) == belonging


def test_a_folded_state_has_what_its_speakers_have() -> None:
    folded, alone = related(LIBRARY, "united-states"), related(LIBRARY, "united-states", folded=False)
    assert {"jd-vance", "vance-kill-industry", "us-administration", "paris-statement"} <= folded
    assert not {"jd-vance", "vance-kill-industry"} & alone
    assert alone < folded


def test_a_quote_belongs_to_all_whom_it_names() -> None:
    assert related(LIBRARY, "dudfield-credibility") == {
        "dudfield-credibility",
        "andrew-dudfield",
        "the-guardian",
        "united-kingdom",
    }


def test_everything_that_belongs_is_there() -> None:
    for record in paris().records:
        assert all(LIBRARY.find(id_) for id_ in related(LIBRARY, record.id))
        assert record.id in related(LIBRARY, record.id)
