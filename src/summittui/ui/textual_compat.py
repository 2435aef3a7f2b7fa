"""The private names of Textual that the program uses: all of them, and no other module uses one.

Each was tested with the Textual version that its function names. Where one is missing, `missing` tells so at the start,
none of them is used, and the program runs on Textual's own display; so it does with `SUMMITTUI_DISPLAY=stock`.
"""

import importlib
import inspect
import os
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from textual.app import App
from textual.geometry import Region
from textual.notifications import Notifications
from textual.screen import Screen
from textual.strip import Strip

SWITCH = "SUMMITTUI_DISPLAY"
"""The environment variable that leaves drawing and displaying to Textual, with the value `stock`."""
_PARAMETERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("textual.app", "App._display"): ("self", "screen", "renderable"),
    ("textual.app", "App._refresh_notifications"): ("self",),
    ("textual.app", "App._handle_exception"): ("self", "error"),
    ("textual.app", "App._fatal_error"): ("self",),
    ("textual.app", "App._close_messages_no_wait"): ("self",),
    ("textual.screen", "Screen._refresh_layout"): ("self",),
    ("textual.widgets._toast", "ToastRack.show"): ("self", "notifications"),
}
"""Modules and names of methods, each with its first parameters."""
_ATTRIBUTES: dict[tuple[str, str], tuple[str, ...]] = {
    ("textual.app", "App"): ("_batch_count",),
    ("textual._compositor", "LayoutUpdate"): ("strips", "region"),
    ("textual._compositor", "ChopsUpdate"): ("chops", "spans", "chop_ends"),
}
"""Modules and names of classes, each with attributes that an object of it gets when it is made."""


class Piece(NamedTuple):
    """A part of a line that a screen has rendered."""

    x: int
    y: int
    strip: Strip


@cache
def missing() -> tuple[str, ...]:
    """Return the private names that this Textual lacks, or has with other parameters."""
    methods = [".".join(at) for at, expected in _PARAMETERS.items() if _parameters(at)[: len(expected)] != expected]
    attributes = [".".join((*at, each)) for at, names in _ATTRIBUTES.items() for each in names if each not in _made(at)]
    return (*methods, *attributes)


def _parameters(at: tuple[str, str]) -> tuple[str, ...]:
    """Return the names of a method's parameters; none where there is no such method."""
    try:
        return tuple(inspect.signature(_found(at)).parameters)
    except (ImportError, AttributeError, TypeError, ValueError):
        return ()


def _made(at: tuple[str, str]) -> tuple[str, ...]:
    """Return the names that a class mentions where its objects are made; none where there is no such class."""
    try:
        names: tuple[str, ...] = _found(at).__init__.__code__.co_names
    except (ImportError, AttributeError):
        return ()
    return names


def _found(at: tuple[str, str]) -> Any:
    module, name = at
    return attrgetter(name)(importlib.import_module(module))


def why_stock() -> str | None:
    """Return why the program runs on Textual's own display, as a clause; None where it runs on its own."""
    if os.environ.get(SWITCH) == "stock":
        return f"{SWITCH} is stock"
    if missing():
        return f"this Textual lacks {', '.join(missing())}"
    return None


def replace_display(app: App[Any], draw: Callable[[Screen[Any], object], bool]) -> None:
    """Let `draw` show each update of a screen; where it returns False Textual shows it (`App._display`, 8.2.8)."""
    stock = app._display  # noqa: SLF001

    def display(screen: Screen[Any], renderable: Any) -> None:
        if draw(screen, renderable):
            app.post_display_hook()
        else:
            stock(screen, renderable)

    app._display = display  # type: ignore[method-assign]  # noqa: SLF001


def is_batching(app: App[Any]) -> bool:
    """Return whether an app shows no update at present (`App._batch_count`, 8.2.8)."""
    return app._batch_count > 0  # noqa: SLF001


def pieces_of(update: object) -> tuple[Piece, ...] | None:
    """Return the parts of lines of an update of a screen, None for anything else.

    The updates are `LayoutUpdate` (the whole screen) and `ChopsUpdate` (parts of it) of `textual._compositor`, 8.2.8.
    """
    from textual._compositor import ChopsUpdate, LayoutUpdate

    if isinstance(update, LayoutUpdate):
        return tuple(_of_layout(update.strips, update.region))
    if isinstance(update, ChopsUpdate):
        return tuple(_of_chops(update))
    return None


def _of_layout(lines: Any, region: Region) -> Iterator[Piece]:
    for y, strips in enumerate(lines, region.y):
        x = region.x
        for strip in strips:
            yield Piece(x, y, strip)
            x += strip.cell_length


def _of_chops(update: Any) -> Iterator[Piece]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for y, start, end in update.spans:
        spans.setdefault(y, []).append((start, end))
    for y, parts in spans.items():
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=True):
            if strip is not None and any(x < last and end > first for first, last in parts):
                yield Piece(x, y, strip)


def after_notifications(app: App[Any], act: Callable[[], None]) -> None:
    """Run `act` whenever notices were shown or taken away (`App._refresh_notifications`, 8.2.8)."""
    stock = app._refresh_notifications  # noqa: SLF001

    def refresh() -> None:
        stock()
        act()

    app._refresh_notifications = refresh  # type: ignore[method-assign]  # noqa: SLF001


def hide_notices(screen: Screen[Any]) -> None:
    """Take the notices from a screen that lies under another (`_toast.ToastRack`, `Screen._refresh_layout`, 8.2.8)."""
    from textual.widgets._toast import ToastRack

    for rack in screen.query_children(ToastRack):
        if rack.display:
            rack.show(Notifications())
            screen._refresh_layout()  # noqa: SLF001


class ErrorHandling(NamedTuple):
    """Textual's own handling of an error that nobody expected."""

    handle: Callable[[Exception], None]
    """Ends the app on an error."""
    end: Callable[[], None]
    """Ends the app, and shows no error."""


def replace_error_handling(app: App[Any], handle: Callable[[Exception], None]) -> ErrorHandling:
    """Let `handle` take the errors of an app, and print none of them; return what Textual would do.

    The methods are `App._handle_exception`, `App._fatal_error` and `App._close_messages_no_wait`, 8.2.8.
    """
    stock = ErrorHandling(app._handle_exception, app._close_messages_no_wait)  # noqa: SLF001
    app._handle_exception = handle  # type: ignore[method-assign,assignment]  # noqa: SLF001
    app._fatal_error = stock.end  # type: ignore[method-assign]  # noqa: SLF001
    return stock
