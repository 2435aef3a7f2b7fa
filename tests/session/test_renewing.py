"""After whatever a session or others do, its library equals one made afresh of the store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.model import Actor, ActorKind, SummitError
from summittui.session import Session
from summittui.store.store import Store
from tests.in_memory import in_memory
from tests.library.answers import differing
from tests.store.samples import ADA, DAILY, REPORTED, TEXT, WORDS, collection_of

CY = Actor(id="cy", name="Cy", kind=ActorKind.PERSON)

Deed = Callable[[Session, Session], object]
"""Done with a session and another one on the same store."""

DEEDS: dict[str, Deed] = {
    "change": lambda mine, _: mine.change(replace(WORDS, gist="Other", stances=())),
    "change back": lambda mine, _: mine.change(WORDS),
    "call otherwise": lambda mine, _: mine.change(replace(ADA, name="Ada the Other")),
    "add": lambda mine, _: mine.add(CY),
    "add a quote": lambda mine, _: mine.add(replace(WORDS, id="again")),
    "remove": lambda mine, _: mine.remove("ada-rules"),
    "rename": lambda mine, _: mine.rename("bo", "bob"),
    "merge": lambda mine, _: mine.merge_records("cy", "ada"),
    "note": lambda mine, _: mine.set_note("ada-rules", memo="Mind this", starred=True),
    "undo": lambda mine, _: mine.undo(),
    "redo": lambda mine, _: mine.redo(),
    "others change": lambda _, other: other.change(replace(REPORTED, gist="Others")),
    "others remove": lambda _, other: other.remove("bo-rules"),
    "others compact": lambda _, other: other.compact(),
    "others reload": lambda _, other: other.reload(),
    "reload": lambda mine, _: mine.reload(),
}


@settings(deadline=None, max_examples=25)
@given(deeds=st.lists(st.sampled_from(sorted(DEEDS)), min_size=2, max_size=8))
def test_a_session_shows_what_a_fresh_library_of_the_store_would(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[str]
) -> None:
    path = tmp_path_factory.mktemp("renewing") / "store.json"
    Store.create(path, collection_of(CY), {DAILY: TEXT}).close()
    mine, other = Session.open(path), Session.open(path)
    differing(in_memory(mine.library), in_memory(other.library))
    for name in deeds:
        try:
            DEEDS[name](mine, other)
        except SummitError:
            mine.reload()
    mine.reload()
    assert differing(in_memory(mine.library), in_memory(Session.open(path).library)) == []


def test_a_reload_names_what_others_changed(tmp_path: Path) -> None:
    Store.create(tmp_path / "store.json", collection_of()).close()
    mine, other = Session.open(tmp_path / "store.json"), Session.open(tmp_path / "store.json")
    other.change(replace(WORDS, gist="Others"))
    other.remove("bo-rules")
    assert mine.reload() == {"ada-rules", "bo-rules"}
    assert mine.reload() == frozenset()
