"""From what a person types to the record that is meant."""

import pytest
from msgspec.structs import replace

from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor, ActorKind, Records, UnknownId
from summittui.model.display_names import names_of
from tests.model.samples import ADA, BO, RECORDS
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("jd-vance", "jd-vance"),
        ("JD Vance", "jd-vance"),
        ("  jd vance ", "jd-vance"),
        ("Clement Delangue", "clement-delangue"),
        ("clément delangue", "clement-delangue"),
        ("Global Initiative for AI Governance", "global-ai-governance-initiative"),
        ("Paris Statement", "paris-statement"),
        ("Science and Technology Daily", "stdaily"),
    ],
)
def test_an_id_a_name_and_an_alias_are_understood(words: str, id_: str) -> None:
    assert LIBRARY.resolve(words) == id_


def test_every_record_is_understood_by_its_own_id() -> None:
    assert all(LIBRARY.resolve(record.id) == record.id for record in paris().records)


def test_every_name_of_a_record_means_it_or_is_refused_as_ambiguous() -> None:
    for record in (*paris().records.actors, *paris().records.declarations):
        for name in names_of(record):
            try:
                meant = LIBRARY.resolve(name)
            except UnknownId as error:
                meant = str(error).split("; give one of")[0]
            assert record.id in meant


def test_a_name_that_two_records_bear_is_refused_with_both_ids() -> None:
    library = MemoryLibrary(replace(RECORDS, actors=(ADA, BO, replace(ADA, id="other-ada"))))
    with pytest.raises(UnknownId, match=r"^'Ada' can mean ada or other-ada; give one of these ids$"):
        library.resolve("Ada")
    assert library.resolve("ada") == "ada"


def test_only_the_wanted_tables_are_asked() -> None:
    assert LIBRARY.resolve("Paris Statement", ["declarations"]) == "paris-statement"
    with pytest.raises(UnknownId, match=r"^nothing among the actors is called 'paris-statement'"):
        LIBRARY.resolve("paris-statement", ["actors"])


@pytest.mark.parametrize(
    ("words", "near"),
    [("jd-vanse", "jd-vance"), ("Vance", "jd-vance"), ("Makron", "emmanuel-macron"), ("von der leyn", "ursula-von")],
)
def test_a_near_miss_is_refused_with_what_may_be_meant(words: str, near: str) -> None:
    try:
        found = LIBRARY.resolve(words)
    except UnknownId as error:
        found = str(error)
    assert near in found


def test_at_most_three_are_offered_and_each_once() -> None:
    with pytest.raises(UnknownId) as caught:
        LIBRARY.resolve("nigeriapulse-5")
    offered = str(caught.value).split("did you mean ")[1].rstrip("?").split(" or ")
    assert len(offered) == len(set(offered)) == 3


@pytest.mark.parametrize("words", ["", "   ", "qqqqqqqq", "[/]", "\x1b]52;c;x\x07\u202e"])
def test_what_is_like_nothing_is_refused_with_where_to_look(words: str) -> None:
    with pytest.raises(UnknownId) as caught:
        LIBRARY.resolve(words)
    sentence = str(caught.value)
    assert sentence.endswith("; see the ids with `summittui list`")
    assert not set(sentence) & set("\x1b\x07\u202e\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("us", "united-states"), ("US", "united-states"), ("eu", "european-union"), ("uk", "united-kingdom")],
)
def test_initials_mean_the_state_or_bloc_that_has_them(typed: str, meant: str) -> None:
    assert MemoryLibrary(paris().records).resolve(typed, ("actors",)) == meant


def test_initials_that_two_have_are_refused_and_a_name_goes_before_them() -> None:
    states = tuple(
        Actor(id=id_, name=name, kind=ActorKind.STATE) for id_, name in (("a", "Upper Sea"), ("b", "Under the Sun"))
    )
    with pytest.raises(UnknownId, match="can mean a or b"):
        MemoryLibrary(Records(actors=states)).resolve("us")
    named = Actor(id="c", name="US", kind=ActorKind.PERSON)
    assert MemoryLibrary(Records(actors=(*states, named))).resolve("us") == "c"
