from summittui.library import Library
from summittui.library.changed import changed_ids
from summittui.model import Actor, ActorKind, Records, SourceId


def actor(id_: str, name: str) -> Actor:
    return Actor(id=id_, name=name, kind=ActorKind.STATE)


def library(*actors: Actor, texts: dict[SourceId, str] | None = None) -> Library:
    return Library(Records(actors=actors), texts)


def test_what_was_added_changed_or_removed_is_named() -> None:
    before = library(actor("a", "A"), actor("b", "B"), actor("c", "C"))
    after = library(actor("a", "A"), actor("b", "Beta"), actor("d", "D"))
    assert changed_ids(before, after) == {"b", "c", "d"}


def test_a_text_that_was_attached_or_replaced_is_named_by_its_source() -> None:
    one, two, three = SourceId("one"), SourceId("two"), SourceId("three")
    before = library(texts={one: "x", two: "y"})
    assert changed_ids(before, library(texts={one: "z", two: "y", three: "n"})) == {"one", "three"}
    assert changed_ids(before, before) == frozenset()
