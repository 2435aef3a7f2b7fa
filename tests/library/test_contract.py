"""Two libraries that share no code answer every question alike: nothing but the protocol decides what is shown."""

import pytest

from summittui.library.memory.library import MemoryLibrary
from summittui.model import SourceId
from tests.library.contract import QUESTIONS
from tests.library.dictionary_library import DictionaryLibrary
from tests.paris import paris

TEXTS = {SourceId("stdaily"): "A text of one's own. " * 40}
ONE = MemoryLibrary(paris().records, TEXTS)
OTHER = DictionaryLibrary(paris().records, TEXTS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_libraries_answer_alike(question: str) -> None:
    assert QUESTIONS[question](OTHER) == QUESTIONS[question](ONE)


def test_states_of_two_libraries_are_never_taken_for_one() -> None:
    versions = [ONE.version, OTHER.version, MemoryLibrary(paris().records).version]
    assert len(set(versions)) == len(versions)
