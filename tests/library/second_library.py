"""Sessions on the second library: whatever store one opens, its library is made of dictionaries."""

import pytest

from summittui.session import Session
from tests.in_memory import in_memory
from tests.library.dictionary_library import DictionaryLibrary


def use_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every session answer from dictionaries, renewed with each edit and with each limit."""
    made: dict[object, DictionaryLibrary] = {}

    def library(session: Session) -> DictionaryLibrary:
        state = in_memory(session._library)
        if state.version not in made:
            made.clear()
            made[state.version] = DictionaryLibrary(state.records, state.texts, state.brought_by)
        return made[state.version]

    monkeypatch.setattr(Session, "library", property(library))
