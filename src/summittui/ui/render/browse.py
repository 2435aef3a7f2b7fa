"""Texts around the lists of the Browse screen: titles, counts, the place of the reader."""

from collections.abc import Callable, Mapping
from typing import Any

from rich.text import Text

from summittui.library.answers.naming import NamesIn
from summittui.library.protocol import ListResult
from summittui.queries.language.highlighting import asked_words
from summittui.queries.orders import Order
from summittui.ui.browsing import PANES, Browsing
from summittui.ui.render.line import line
from summittui.ui.render.matched import LitRows
from summittui.ui.render.rows import ActorRows, DeclarationRows, QuoteRows
from summittui.ui.row_columns import RowColumns
from summittui.ui.widgets.rows import Rows

_ROWS: Mapping[str, Callable[..., Any]] = {"quotes": QuoteRows, "declarations": DeclarationRows, "actors": ActorRows}


def rows_of(listed: ListResult, columns: RowColumns) -> Rows:
    """Return the rows of a list, the words that are sought lit in them."""
    wanted = listed.query
    options = {"grouped": wanted.order == Order()} if wanted.table == "actors" else {}
    rows: Rows = _ROWS[wanted.table](listed.library, listed, columns, **options)
    return LitRows(rows, wanted.query) if asked_words(wanted.query) else rows


def pane_title(table: str, listed: ListResult | None = None) -> Text:
    """Return the title of a list: its number, its name, what it was narrowed to and how it is sorted."""
    number = PANES.index(table) + 1
    title = line((f"{number} ", "key"), (table.capitalize(), "title"))
    words = "" if listed is None else conditions_of(listed)
    return title.append_text(line((f" · {words}", "apparatus"))) if words else title


def conditions_of(listed: ListResult) -> str:
    """Return filters and order of a list in words; empty where everything stands as it is."""
    return listed.query.conditions(NamesIn(listed.library))


def count(listed: ListResult) -> Text:
    """Return how many records a list shows, of how many, where it is narrowed; else nothing."""
    return line((listed.count_words(), "count")) if listed.query.is_narrowed else Text()


def list_summary(listed: ListResult) -> str:
    """Return what a list shows, of how many, and why, on one line."""
    return " · ".join(part for part in (listed.count_words(), conditions_of(listed)) if part)


def store_summary(browsing: Browsing | None) -> Text:
    """Return the numbers of records in the store, and the record that leads."""
    title = line(("summittui", "title"))
    if browsing is None:
        return title
    size = browsing.library.size
    held = f"  {size('sources')} documents · {size('quotes')} quotes · {size('actors')} actors"
    return title.append_text(line((held, "apparatus"))).append_text(_state(browsing))


def tabs(browsing: Browsing | None, pane: str, counts: Mapping[str, str], width: int) -> Text:
    """Return the lists as tabs with their counts, the one in sight in brackets, and which record leads.

    The program's name stands before them where all that fits in `width` cells.
    """
    text = Text(end="")
    for number, name in enumerate((*PANES, "detail"), 1):
        held = f" {counts[name]}" if name in counts else ""
        words = f"{number} {name.capitalize()}{held}"
        text.append_text(line((f" [{words}]", "key") if name == pane else (f"  {words} ", "apparatus")))
    if browsing:
        text.append_text(_state(browsing))
    program = line(("summittui ", "title"))
    return program + text if program.cell_len + text.cell_len <= width else text


def _state(browsing: Browsing) -> Text:
    lead = f"   {browsing.library.name(browsing.lead.id)} ×" if browsing.lead else ""
    marked = f"   {len(browsing.marked)} marked" if browsing.marked else ""
    return line((lead, "key"), (marked, "mark"))
