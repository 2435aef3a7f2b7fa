"""The columns that the rows of a list have beside what they always show: who, where, whose wording, n."""

from collections.abc import Mapping

from msgspec import Struct

SHOWN: Mapping[str, Mapping[str, str]] = {
    "actors": {"deeds": "what it did with declarations", "roles": "its roles, as stated", "kind": "what kind it is"},
    "quotes": {
        "stance": "the side it takes",
        "proof": "the sign of its proof",
        "occasion": "on what occasion",
        "second": "a second line, for who and where",
    },
    "declarations": {"date": "its date", "acts": "who did what with it", "forum": "where it was put forward"},
}
"""The columns that the rows of each table can have, in words."""

_USUAL: Mapping[str, frozenset[str]] = {
    "actors": frozenset({"deeds"}),
    "quotes": frozenset({"stance", "proof", "second"}),
    "declarations": frozenset({"date", "acts"}),
}
"""The columns at first."""


class RowColumns(Struct, frozen=True):
    """The columns of the rows of one list."""

    changed: frozenset[str] = frozenset()
    """The columns that are shown though usually hidden, or the other way round."""

    def shows(self, table: str, part: str) -> bool:
        """Tell whether a part is shown."""
        return (part in _USUAL[table]) != (part in self.changed)

    def toggled(self, part: str) -> "RowColumns":
        """Return the look with a part shown, or no longer."""
        return RowColumns(self.changed ^ {part})
