from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor, PartyId, Quote
from summittui.queries.language.parsing import parse_query
from summittui.queries.listing import ListQuery
from summittui.ui.dialogs.facet_values import MOST, Facet, counted, facet_toggles
from summittui.ui.dialogs.toggles import Toggle
from tests.model.samples import ADA, DIRECT, RECORDS
from tests.ui.driver import SMALL, Reader, reading

MANY = MOST + 30
PEOPLE: tuple[Actor, ...] = tuple(replace(ADA, id=f"speaker-{at}", name=f"Speaker {at}") for at in range(MANY))
SAID: tuple[Quote, ...] = tuple(
    replace(DIRECT, id=f"said-{at}-{again}", speaker=PartyId(f"speaker-{at}"))
    for at in range(MANY)
    for again in range(1 + (at == MANY - 1))
)
LIBRARY = MemoryLibrary(replace(RECORDS, actors=(*RECORDS.actors, *PEOPLE), quotes=SAID))


def speakers(words: str = "") -> Facet:
    found = counted(LIBRARY, ListQuery(table="quotes", query=parse_query(words)))
    return next(each for each in found if each.name == "speaker")


def toggles(words: str = "", sought: str = "") -> list[Toggle]:
    return facet_toggles(LIBRARY, parse_query(words), speakers(words), sought)


def test_the_most_frequent_values_are_shown_and_how_many_more_there_are() -> None:
    heading, *values, rest = toggles()
    assert (heading.words, heading.key) == ("Speaker", "")
    assert len(values) == MOST
    assert (values[0].key, values[0].number) == (f"speaker speaker-{MANY - 1}", "2")
    assert rest.words.strip() == f"and {MANY - MOST} more; / finds them by name"
    assert (rest.key, rest.is_rest) == ("", True)


def test_every_value_is_reached_by_its_name() -> None:
    for each in PEOPLE:
        shown = toggles(sought=each.name.lower())
        assert f"speaker {each.id}" in {toggle.key for toggle in shown}


def test_what_is_asked_for_or_left_out_is_shown_wherever_it_stands() -> None:
    late = [f"speaker-{MANY - 2}", f"speaker-{MANY - 3}"]
    shown = {each.key: each for each in toggles(f"by:{late[0]} -by:{late[1]}")}
    assert shown[f"speaker {late[0]}"].is_on
    assert shown[f"speaker {late[1]}"].is_out
    assert len(shown) == MOST + 2 + 1
    (rest,) = (each for each in toggles(f"by:{late[0]} -by:{late[1]}") if each.is_rest)
    assert f"and {MANY - MOST - 2} more" in rest.words


def test_a_value_that_no_record_has_any_more_can_be_let_go() -> None:
    shown = {each.key: each for each in toggles("by:bo")}
    assert (shown["speaker bo"].is_on, shown["speaker bo"].number) == (True, "0")


@pytest.mark.parametrize("sought", ["zebra", "speaker zebra"])
def test_a_facet_without_a_value_of_that_name_is_left_out(sought: str) -> None:
    assert toggles(sought=sought) == []


def test_too_many_of_one_name_ask_for_more_letters() -> None:
    assert toggles(sought="speaker")[-1].words.endswith("more; go on typing")
    assert not any(each.is_rest for each in toggles(sought="speaker 1"))


async def test_a_value_beyond_the_first_is_typed_for_and_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.ui.dialogs.facet_values.MOST", 2)
    async with reading(tmp_path, SMALL) as reader:
        await _open(reader)
        assert reader.sees("more; / finds them by name")
        assert "speaker china" not in reader.keys("toggles")
        await reader.press("slash")
        await reader.type("new york times")
        await reader.press("enter", "space")
        await reader.settle()
        assert reader.sees("[+]")
        await reader.press("enter")
        assert "new-york-times" in reader.app.screen.browsing.words["quotes"]  # type: ignore[attr-defined]


async def _open(reader: Reader) -> None:
    await reader.press("2")
    await reader.run("facets")
    await reader.settle()
