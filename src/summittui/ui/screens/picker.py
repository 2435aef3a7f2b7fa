"""A dialog in which a record is found by its name, an alias or its id."""

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen

from summittui.library import Library
from summittui.library.completing import Names
from summittui.model import TABLE_OF, Actor
from summittui.ui.commands import Scope
from summittui.ui.render.line import line, sides
from summittui.ui.screens.base import CommandScreen, Movable
from summittui.ui.widgets.filter_line import FilterLine
from summittui.ui.widgets.record_list import RecordList


class MatchRows:
    """Records as rows: the name, by which other name it was found, the kind, or why it cannot be taken."""

    height = 1

    def __init__(self, library: Library, matches: Sequence[tuple[str, str]], refused: Mapping[str, str]) -> None:
        self._library, self._matches, self._refused = library, matches, refused

    def __len__(self) -> int:
        return len(self._matches)

    def key(self, i: int) -> str:
        """The record's id."""
        return self._matches[i][0]

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        id_, found = self._matches[i]
        name, why = self._library.name(id_), self._refused.get(id_)
        alias = f"  {found}" if found != name else ""
        left = line((name, "apparatus" if why else "words"), (alias, "apparatus"))
        return (sides(left, line((why, "doubt") if why else (self._kind(id_), "apparatus")), width),)

    def _kind(self, id_: str) -> str:
        record = self._library.get(id_)
        return str(record.kind) if isinstance(record, Actor) else TABLE_OF[type(record)].removesuffix("s")


class PickerScreen(CommandScreen[str | None], ModalScreen[str | None]):
    """Type a part of a name, Enter takes it: the id of the record is the result, None where none was taken."""

    scopes = (Scope.LIST, Scope.DIALOG)
    DEFAULT_CSS = """
    PickerScreen {
        align: center top; background: transparent;
        & FilterLine { max-width: 84; }
        & RecordList { max-width: 84; max-height: 18; }
    }
    """

    class Ready(Message):
        """The names can be searched."""

        def __init__(self, names: Names) -> None:
            super().__init__()
            self.names = names

    def __init__(
        self, title: str, library: Library, tables: Sequence[str], refused: Mapping[str, str] | None = None
    ) -> None:
        """Offer the records of some tables.

        Args:
            title: What is picked, and what for.
            library: Where the records are.
            tables: Their names.
            refused: Why records cannot be taken, by id, in a few words each.
        """
        super().__init__()
        self._library, self._tables, self._refused = library, tables, refused or {}
        self._names: Names | None = None
        self._list = RecordList(line((title, "title")), message="Reading the names …")
        self._list.leads = True
        self._filter = FilterLine("type a part of a name, an alias or an id", down_accepts=False)

    def compose(self) -> ComposeResult:
        """Give the filter line and the list."""
        yield self._filter
        yield self._list

    def on_mount(self) -> None:
        """Read the names in a worker."""
        self._filter.focus()
        self.run_worker(lambda: self.post_message(self.Ready(Names(self._library, self._tables))), thread=True)

    def default_list(self) -> Movable:
        """Return the list: the arrows move in it while the filter has the focus."""
        return self._list

    def do_close(self) -> None:
        """Close the dialog; nothing is taken."""
        self.dismiss(None)

    def do_accept(self) -> None:
        """Take the record under the cursor, or say why it cannot be taken."""
        key = self._list.cursor_key
        if key is not None and key in self._refused:
            self.refuse(f"{self._library.name(key)} {self._refused[key]}.")
        elif key is not None:
            self.dismiss(key)

    def do_filter(self) -> None:
        """Go to the filter line."""
        self._filter.focus()

    @on(Ready)
    def _ready(self, event: Ready) -> None:
        self._names = event.names
        self._narrow(self._filter.value)

    @on(FilterLine.Changed)
    def _typed(self, event: FilterLine.Changed) -> None:
        self._narrow(event.text)

    @on(FilterLine.Accepted)
    @on(RecordList.Opened)
    def _accepted(self) -> None:
        self.do_accept()

    @on(FilterLine.Cancelled)
    def _cancelled(self) -> None:
        self.do_close()

    def _narrow(self, sought: str) -> None:
        if self._names is None:
            return
        matches = self._names.matches(sought)
        self._list.message = f"Nothing that can be taken is called “{sought}”." if sought else "There is nothing here."
        self._list.show(MatchRows(self._library, matches, self._refused), cursor_key=matches[0][0] if matches else None)
