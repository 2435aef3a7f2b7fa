"""An entry of a history as the session tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    who: str = "ada@server"
    when: str = "2025-02-11T10:00:00Z"
    label: str = "change jd-vance"
    before: Mapping[str, object] = field(default_factory=lambda: {"id": "jd-vance", "name": "Vance"})
    after: Mapping[str, object] = field(default_factory=lambda: {"id": "jd-vance", "name": "JD Vance"})


LOGGED = Entry()
