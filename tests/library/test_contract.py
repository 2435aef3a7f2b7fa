"""Libraries that are made in different ways answer every question alike: the protocol alone decides what is shown."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import SourceId
from tests.library.contract import QUESTIONS
from tests.library.dictionary_library import DictionaryLibrary
from tests.library.sqlite.made import NEEDS_SQLITE, sqlite_library
from tests.paris import paris

TEXTS = {SourceId("stdaily"): "A text of one's own. " * 40}
ONE = MemoryLibrary(paris().records, TEXTS)
OTHERS: Mapping[str, Callable[[Path], Library]] = {
    "dictionaries": lambda _: DictionaryLibrary(paris().records, TEXTS),
    "sqlite": lambda path: sqlite_library(path, paris().records, TEXTS),
}


@cache
def answer_in_memory(question: str) -> object:
    return QUESTIONS[question](ONE)


@pytest.fixture(scope="module", params=["dictionaries", pytest.param("sqlite", marks=NEEDS_SQLITE)])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that holds the same and is made in another way."""
    return OTHERS[request.param](tmp_path_factory.mktemp("library") / "replica")


@pytest.mark.parametrize("question", QUESTIONS)
def test_libraries_answer_alike(other: Library, question: str) -> None:
    assert QUESTIONS[question](other) == answer_in_memory(question)


def test_states_of_two_libraries_are_never_taken_for_one(other: Library) -> None:
    versions = [ONE.version, other.version, MemoryLibrary(paris().records).version]
    assert len(set(versions)) == len(versions)
