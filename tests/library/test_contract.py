"""Libraries that are made in different ways answer every question alike: the protocol alone decides what is shown."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import SourceId
from tests.library import made_up
from tests.library.contract import QUESTIONS, SHIPPED, Asked
from tests.library.dictionary_library import DictionaryLibrary
from tests.library.sqlite.made import NEEDS_SQLITE, sqlite_library
from tests.paris import paris

TEXTS = {SourceId("stdaily"): "A text of one's own. " * 40}


class Made(NamedTuple):
    """Libraries of the same records, and what is asked of them."""

    asked: Asked
    memory: MemoryLibrary
    dictionaries: Callable[[Path], Library]
    sqlite: Callable[[Path], Library]


OF: Mapping[str, Made] = {
    "shipped": Made(
        SHIPPED,
        MemoryLibrary(paris().records, TEXTS),
        lambda _: DictionaryLibrary(paris().records, TEXTS),
        lambda path: sqlite_library(path, paris().records, TEXTS),
    ),
    "made up": Made(
        made_up.ASKED,
        MemoryLibrary(made_up.RECORDS, made_up.TEXTS),
        lambda _: DictionaryLibrary(made_up.RECORDS, made_up.TEXTS),
        made_up.followed_library,
    ),
}


@cache
def answer_in_memory(records: str, question: str) -> object:
    return QUESTIONS[question](OF[records].memory, OF[records].asked)


@pytest.fixture(scope="module", params=["dictionaries", pytest.param("sqlite", marks=NEEDS_SQLITE)])
def others(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Library]:
    """Libraries that hold the same and are made in another way, by what they are made of."""
    folder = tmp_path_factory.mktemp("libraries")
    return {records: getattr(made, request.param)(folder / records) for records, made in OF.items()}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("records", OF)
def test_libraries_answer_alike(others: Mapping[str, Library], records: str, question: str) -> None:
    asked = OF[records].asked
    assert QUESTIONS[question](others[records], asked) == answer_in_memory(records, question)


def test_states_of_two_libraries_are_never_taken_for_one(others: Mapping[str, Library]) -> None:
    libraries = [OF["shipped"].memory, others["shipped"], MemoryLibrary(paris().records)]
    assert len({library.version for library in libraries}) == len(libraries)
