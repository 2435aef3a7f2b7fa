"""What the Browse screen says around its lists: titles, counts, where the reader is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.text import Text

from summittui.library import Selection
from summittui.model import Record
from summittui.ui.browsing import PANES, Browsing
from summittui.ui.render.line import line
from summittui.ui.render.rows import ActorRows, DeclarationRows, QuoteRows
from summittui.ui.widgets.rows import Rows

ROWS: Mapping[str, Callable[[Any, Sequence[Any]], Rows]] = {
    "actors": ActorRows,
    "quotes": QuoteRows,
    "declarations": DeclarationRows,
}
"""The rows of each list, from a library and its records."""


def pane_title(table: str, selection: Selection[Record] | None = None) -> Text:
    """Return the title of a list: its number, its name and what it was narrowed to."""
    number = PANES.index(table) + 1
    title = line((f"{number} ", "key"), (table.capitalize(), "title"))
    filters = "" if selection is None else selection.description()
    return title.append_text(line((f" · {filters}", "apparatus"))) if filters else title


def count(selection: Selection[Record]) -> Text:
    """Return how many records a list shows, of how many, where it is narrowed; else nothing."""
    return line((selection.count(), "count")) if selection.filters else Text()


def where(browsing: Browsing | None) -> Text:
    """Return what the store holds and which record leads."""
    title = line(("summittui", "title"))
    if browsing is None:
        return title
    records = browsing.library.records
    held = f"  {len(records.sources)} documents · {len(records.quotes)} quotes · {len(records.actors)} actors"
    return title.append_text(line((held, "apparatus"))).append_text(_state(browsing))


def tabs(browsing: Browsing | None, pane: str) -> Text:
    """Return the lists as tabs with their counts, the one in sight in brackets, and which record leads."""
    text = line(("summittui ", "title"))
    for number, name in enumerate((*PANES, "detail"), 1):
        held = f" {len(browsing.selection(name))}" if browsing and name in PANES else ""
        words = f"{number} {name.capitalize()}{held}"
        text.append_text(line((f" [{words}]", "key") if name == pane else (f"  {words} ", "apparatus")))
    return text.append_text(_state(browsing)) if browsing else text


def _state(browsing: Browsing) -> Text:
    lead = f"   {browsing.library.name(browsing.lead.id)} ×" if browsing.lead else ""
    marked = f"   {len(browsing.marked)} marked" if browsing.marked else ""
    return line((lead, "key"), (marked, "mark"))
