from summittui.library.answers.name_completion import Completion, enterable
from summittui.library.answers.name_completion import completions as offered
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor, ActorKind, Records


def actor(id_: str, name: str, *aliases: str) -> Actor:
    return Actor(id=id_, name=name, kind=ActorKind.PERSON, aliases=aliases)


LIBRARY = MemoryLibrary(
    Records(
        actors=(
            actor("jd-vance", "JD Vance", "Vance"),
            actor("vancouver", "Vancouver"),
            actor("elodie-vance", "Élodie Vance"),
            actor("one", "Twin"),
            actor("two", "Twin"),
        )
    )
)


def completions(typed: str, most: int = 9) -> tuple[Completion, ...]:
    return offered(LIBRARY, typed, ("actors",), most)


def test_names_that_begin_as_typed_come_before_those_that_hold_it() -> None:
    assert [one.id for one in completions("van")] == ["jd-vance", "vancouver", "elodie-vance"]


def test_an_alias_that_was_found_is_told() -> None:
    assert completions("van")[0] == Completion("jd-vance", "JD Vance", "Vance")


def test_accents_and_the_order_of_words_do_not_matter() -> None:
    assert [one.id for one in completions("vance elo")] == ["elodie-vance"]


def test_nothing_typed_offers_all_and_at_most_so_many() -> None:
    assert len(completions(" ")) == 5
    assert len(completions(" ", 2)) == 2


def test_a_name_of_two_records_is_entered_by_its_id() -> None:
    assert [one.name for one in completions("twin")] == ["one", "two"]
    assert enterable(LIBRARY, "jd-vance", ("actors",)) == "JD Vance"
    assert enterable(LIBRARY, None, ("actors",)) == ""
    assert enterable(LIBRARY, "gone", ("actors",)) == "gone"
