"""A full screen: a title bar, the widgets that show its view, and the hint bar."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget

from summittui.model import Record
from summittui.ui.command_screen import CommandScreen
from summittui.ui.handover import Handover, Page, ToCopy
from summittui.ui.widgets.bars import HintBar, TitleBar

if TYPE_CHECKING:
    from summittui.exchange.exports import Export
    from summittui.queries.view_query import ViewQuery


class ViewScreen(CommandScreen[None]):
    """A full screen between a title bar and a hint bar, with a view that can be saved, exported, and opened again."""

    view_name: ClassVar[str] = ""
    """The name of the view; empty where the screen can only be opened from another one."""
    view_query: "ViewQuery | None" = None
    """The query of the view, without the scope of all screens; None where the state of the screen stands for it."""
    is_limited: ClassVar[bool] = True
    """Whether the scope of all screens limits the view, so that the title bar says it."""
    parts: Sequence[Widget] = ()
    """The widgets between the title bar and the hint bar, from the top."""

    title_bar = query_one("#title", TitleBar)
    hint_bar = query_one("#hints", HintBar)

    def compose(self) -> ComposeResult:
        """Compose the bars, and the parts between them."""
        yield TitleBar(id="title", is_limited=self.is_limited)
        yield from self.parts
        yield HintBar(id="hints")

    @cached_property
    def handover(self) -> Handover:
        """The handover of the screen: its own, unless the screen owns a part for that."""
        return self

    @property
    def current(self) -> Record | None:
        """The record under the cursor; None where there is none."""
        return None

    def to_copy(self) -> ToCopy:
        """Return what is copied: the record under the cursor."""
        return ToCopy((self.current,) if self.current else ())

    def to_export(self) -> "Export | None":
        """Return what is exported; None where the screen exports nothing."""
        return None

    def to_page(self) -> Page | None:
        """Return the text that a pager shows; None where there is none."""
        return None
