"""Perspectives: who is folded into a column, and who stands apart."""

import pytest
from msgspec.structs import replace

from summittui.library.answers.perspective import perspective
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActorId, Camp, UnknownId
from tests.model.samples import ADA, BO, RECORDS, WRITER
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)


def test_the_united_states_hold_those_who_speak_for_them() -> None:
    column = perspective(LIBRARY, "united-states")
    assert column.members[0] == "united-states"
    assert set(column.speakers) == {"jd-vance", "us-administration"}
    assert column.folded


def test_unfolded_it_holds_itself_alone() -> None:
    column = perspective(LIBRARY, "united-states", folded=False)
    assert (column.members, column.speakers, column.folded) == (("united-states",), (), False)


def test_who_has_a_column_of_his_own_is_left_out() -> None:
    column = perspective(LIBRARY, "united-states", apart=("united-states", "jd-vance"))
    assert column.members == ("united-states", "us-administration")


def test_nobody_who_speaks_for_no_state_is_folded_into_one() -> None:
    for loner in ("andrew-dudfield", "clement-delangue", "yasir-habib-khan", "deepseek"):
        for actor in paris().records.actors:
            assert loner not in perspective(LIBRARY, actor.id).speakers


def test_a_declaration_is_a_perspective_with_its_own_words() -> None:
    assert perspective(LIBRARY, "paris-statement").members == ("paris-statement",)


def test_a_source_is_a_perspective_with_what_its_author_asserts() -> None:
    column = perspective(LIBRARY, "stdaily")
    assert (column.members, column.own, column.label) == (
        ("author-stdaily",),
        1,
        "Science and Technology Daily (stdaily)",
    )


def test_a_camp_is_a_perspective_with_its_members_and_who_speaks_for_them() -> None:
    camp = Camp(id="two", name="Two", members=(ActorId("united-states"), ActorId("france")))
    column = perspective(MemoryLibrary(replace(paris().records, camps=(camp,))), "two")
    assert column.members[:2] == ("united-states", "france")
    assert (column.own, column.rule) == (2, "named members")
    assert set(column.speakers) == {"jd-vance", "us-administration", "emmanuel-macron"}


@pytest.mark.parametrize("id_", ["tight-regulation", "vance-kill-industry", "the-uk"])
def test_what_can_be_no_perspective_is_refused(id_: str) -> None:
    with pytest.raises(UnknownId, match=r"only these stand side by side"):
        perspective(LIBRARY, id_)


def test_speakers_of_speakers_are_folded_in_nearest_first() -> None:
    aide = replace(WRITER, speaks_for=ActorId("bo"))
    library = MemoryLibrary(replace(RECORDS, actors=(aide, ADA, replace(BO, speaks_for=ActorId("ada")))))
    assert perspective(library, "ada").members == ("ada", "bo", "writer")


def test_actors_who_speak_for_each_other_end_the_fold() -> None:
    circle = (replace(ADA, speaks_for=ActorId("bo")), replace(BO, speaks_for=ActorId("ada")))
    assert perspective(MemoryLibrary(replace(RECORDS, actors=circle)), "ada").members == ("ada", "bo")
