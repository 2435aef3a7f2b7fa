"""A dialog in which a record is found by its name, an alias or its id."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import TABLE_OF, Actor
from summittui.model.cancelling import IsCancelled
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.dialogs.late_search import LateSearch
from summittui.ui.render.line import line, sides

MOST = 500
"""The number of records that are shown at once; more letters lead to the others."""
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
        self._search: LateSearch[Sequence[tuple[str, str]]] = LateSearch(self, self._find, self._show)

    def on_unmount(self) -> None:
        """Cancel the search."""
        self._search.close()

    def accept(self) -> None:
        """Take the record under the cursor, or say why it cannot be taken; where names are being read, after that."""
        key = self._list.cursor_key
        if self._search.accepts_later(self.accept):
            return
        if key is not None and key in self._refused:
            self.refuse(f"{self._library.name(key)} {self._refused[key]}.")
        elif key is not None:
            self.dismiss(key)

    def narrow(self, sought: str) -> None:
        """Look in a thread for the records that have such a name."""
        self._search.ask(sought)

    def _find(self, sought: str, is_cancelled: IsCancelled) -> Sequence[tuple[str, str]]:
        return self._library.named_like(sought, self._tables, MOST, is_cancelled)

    def _show(self, sought: str, found: Sequence[tuple[str, str]]) -> None:
        """Show the records that have such a name, and say where there are more."""
        name = " ".join(sought.split())
        matches = (*found, (NEW, name)) if self._makes and name else found
        self._list.message = f"Nothing that can be taken is called “{sought}”." if sought else "There is nothing here."
        self._list.pane_count = line((f"the first {MOST} · go on typing" if len(found) == MOST else "", "count"))
        rows = MatchRows(self._library, matches, self._refused)
        self._list.show(rows, cursor_key=rows.key(0) if matches else None)
