"""A dialog in which a record is found by its name, an alias or its id."""

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual import on
from textual.message import Message

from summittui.library import Library
from summittui.model import TABLE_OF, Actor
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.render.line import line, sides

NEW = "+"
"""Begins the result of a picker where something new is to be made; its name follows."""


class MatchRows:
    """Records as rows: the name, by which other name it was found, the kind, or why it cannot be taken."""

    height = 1

    def __init__(self, library: Library, matches: Sequence[tuple[str, str]], refused: Mapping[str, str]) -> None:
        self._library, self._matches, self._refused = library, matches, refused

    def __len__(self) -> int:
        return len(self._matches)

    def key(self, i: int) -> str:
        """The record's id; of what can be made, its name behind a plus."""
        id_, name = self._matches[i]
        return id_ if id_ != NEW else f"{NEW}{name}"

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        id_, found = self._matches[i]
        if id_ == NEW:
            return (sides(line((f"{NEW} {found}", "words")), line(("make a new one", "apparatus")), width),)
        name, why = self._library.name(id_), self._refused.get(id_)
        alias = f"  {found}" if found != name else ""
        left = line((name, "apparatus" if why else "words"), (alias, "apparatus"))
        return (sides(left, line((why, "doubt") if why else (self._kind(id_), "apparatus")), width),)

    def _kind(self, id_: str) -> str:
        record = self._library.get(id_)
        return str(record.kind) if isinstance(record, Actor) else TABLE_OF[type(record)].removesuffix("s")


class PickerScreen(FindingScreen):
    """A dialog that finds a record by a part of its name; the result is the id of the record, or None."""

    class Ready(Message):
        """The names can be searched."""

    def __init__(
        self,
        title: str,
        library: Library,
        tables: Sequence[str],
        refused: Mapping[str, str] | None = None,
        *,
        makes: bool = False,
    ) -> None:
        """Offer the records of some tables.

        Args:
            title: What is picked, and what for.
            library: Where the records are.
            tables: Their names.
            refused: Why records cannot be taken, by id, in a few words each.
            makes: Whether what is typed can be taken as the name of something new, the last row.
        """
        super().__init__(
            line((title, "title")), "type a part of a name, an alias or an id", message="Reading the names …"
        )
        self._library, self._tables, self._refused = library, tables, refused or {}
        self._makes = makes
        self.is_ready = False

    def on_mount(self) -> None:
        """Read the names in a worker."""
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        self._library.named_like("", self._tables)
        self.post_message(self.Ready())

    def accept(self) -> None:
        """Take the record under the cursor, or say why it cannot be taken."""
        key = self._list.cursor_key
        if key is not None and key in self._refused:
            self.refuse(f"{self._library.name(key)} {self._refused[key]}.")
        elif key is not None:
            self.dismiss(key)

    @on(Ready)
    def _ready(self) -> None:
        self.is_ready = True
        self.narrow(self._filter.value)

    def narrow(self, sought: str) -> None:
        """Show the records that have such a name, once the names were read."""
        if not self.is_ready:
            return
        name = " ".join(sought.split())
        new = ((NEW, name),) if self._makes and name else ()
        matches = (*self._library.named_like(sought, self._tables), *new)
        self._list.message = f"Nothing that can be taken is called “{sought}”." if sought else "There is nothing here."
        rows = MatchRows(self._library, matches, self._refused)
        self._list.show(rows, cursor_key=rows.key(0) if matches else None)
