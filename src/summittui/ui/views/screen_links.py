"""Full screens as view links, and view links as screens; Browse and the search are opened where they are.

Most screens hold the query of their view. The cursor, marks, and the layout of columns and panes are put here into the
words of a link, and back.
"""

from collections.abc import Callable, Mapping
from functools import singledispatch
from typing import Any

from textual.screen import Screen

from summittui.library import Library
from summittui.model import Selector, SourceId
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery
from summittui.queries.documents import DocumentsQuery, ReaderQuery
from summittui.queries.ledger import LedgerQuery
from summittui.queries.links import MARKED, ViewLink
from summittui.queries.matrix import EvidenceQuery, MatrixQuery
from summittui.queries.pairs import PairsQuery
from summittui.queries.review import ReviewQuery
from summittui.queries.search import SearchQuery
from summittui.queries.timeline import TimelineQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery
from summittui.ui.live_query import LiveQuery
from summittui.ui.marking import Marking
from summittui.ui.render.reading import known_marks
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.declarations import DeclarationsScreen
from summittui.ui.screens.documents import DocumentsScreen
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.ledger import LedgerScreen
from summittui.ui.screens.matrix import MatrixScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.screens.review import ReviewScreen
from summittui.ui.screens.search import SearchScreen
from summittui.ui.screens.timeline import TimelineScreen
from summittui.ui.screens.variants import VariantsScreen
from summittui.ui.screens.verification import VerificationScreen
from summittui.ui.view_screen import ViewScreen
from summittui.ui.views.browse_link import view_of_browse

_SCREENS: Mapping[type[ViewQuery], Callable[[Any], ViewScreen]] = {
    ComparisonQuery: CompareScreen,
    DeclarationsQuery: DeclarationsScreen,
    AccountsQuery: AccountsScreen,
    VariantsQuery: VariantsScreen,
    MatrixQuery: MatrixScreen,
    EvidenceQuery: EvidenceScreen,
    LedgerQuery: LedgerScreen,
    PairsQuery: PairsScreen,
    TimelineQuery: TimelineScreen,
    ReviewQuery: ReviewScreen,
    VerificationQuery: VerificationScreen,
}
"""The screen that answers each kind of query, made of the query alone."""


def view_of(screen: Screen[Any]) -> ViewLink | None:
    """Return the view of a screen; None for one that has none, such as a dialog, or that has nothing to show yet."""
    if isinstance(screen, BrowseScreen):
        return view_of_browse(screen)
    query = _query(screen)
    if query is None:
        return None
    look = {name: word for name, word in _look(screen).items() if word}
    return ViewLink(query=query, look=look, at=_cursor(screen))


def screen_of(library: Library, view: ViewLink) -> ViewScreen:
    """Return a new screen, other than Browse and the search, that shows a view.

    Raises:
        SummitError: The library has nothing of that kind.
    """
    match view.query:
        case ReaderQuery(source=source) as query:
            return ReaderScreen(query, _passage(library, source, view.at) or Selector(0, 0))
        case DocumentsQuery(source=source):
            screen: ViewScreen = DocumentsScreen(source, _passage(library, source, view.at))
        case query:
            screen = _SCREENS[type(query)](query)
    _lay_out(screen, view)
    if isinstance(screen.live, LiveQuery):
        screen.live.arriving = view.at
    return screen


@singledispatch
def _query(screen: Screen[Any]) -> ViewQuery | None:
    """Return the query of a screen: the one that the screen holds, or the one that its state stands for."""
    return screen.view_query if isinstance(screen, ViewScreen) else None


@_query.register
def _(screen: DocumentsScreen) -> ViewQuery:
    return DocumentsQuery(source=screen.reader.source)


@_query.register
def _(screen: SearchScreen) -> ViewQuery:
    return SearchQuery(query=" ".join(screen.query_line.value.split()))


@singledispatch
def _look(screen: Screen[Any]) -> Mapping[str, str]:  # noqa: ARG001 - most screens have one look
    """Return the words for the look of a screen, each empty where the look is the usual one."""
    return {}


@_look.register(CompareScreen)
@_look.register(DeclarationsScreen)
def _(screen: CompareScreen | DeclarationsScreen) -> Mapping[str, str]:
    columns = screen.columns
    return {"wrap": "" if columns.wrapped else "off", "scroll": "apart" if columns.apart else ""}


@_look.register
def _(screen: MatrixScreen) -> Mapping[str, str]:
    return {MARKED: ",".join(screen.marking.ids)}


@_look.register
def _(screen: DocumentsScreen) -> Mapping[str, str]:
    return {
        "pane": "text" if screen.reader.view.has_focus else "marks" if screen.marks_list.has_focus else "",
        "around": "" if screen.reader.around is None else str(screen.reader.around),
        "zoom": "on" if screen.has_class("-zoomed") else "",
        MARKED: ",".join(screen.marking.ids),
    }


@singledispatch
def _lay_out(screen: ViewScreen, view: ViewLink) -> None:
    """Apply the look of a view to a screen that is not mounted yet."""


@_lay_out.register(CompareScreen)
@_lay_out.register(DeclarationsScreen)
def _(screen: CompareScreen | DeclarationsScreen, view: ViewLink) -> None:
    screen.columns.apart, screen.columns.wrapped = "scroll" in view.look, "wrap" not in view.look


@_lay_out.register
def _(screen: MatrixScreen, view: ViewLink) -> None:
    screen.marking = Marking(view.marked)


@_lay_out.register
def _(screen: ReviewScreen, view: ViewLink) -> None:
    screen.arriving = view.at


@_lay_out.register
def _(screen: DocumentsScreen, view: ViewLink) -> None:
    around, pane = view.looks("around"), view.looks("pane")
    screen.reader.around = int(around) if around else None
    screen.first_pane = {"text": "text", "marks": "spans"}.get(pane, "sources")
    screen.marking = Marking(view.marked)
    screen.set_class("zoom" in view.look and pane == "text", "-zoomed")


def _cursor(screen: Screen[Any]) -> str:
    """Return the address of the cursor of a screen; empty where the cursor is nowhere."""
    match screen:
        case ReaderScreen() | DocumentsScreen():
            selector = screen.reader.selector
            return f"{selector.start}-{selector.end}" if selector.end else ""
        case ReviewScreen():
            return screen.list_pane.cursor_key or ""
        case ViewScreen(live=live) if live is not None:
            return live.at
    return ""


def _passage(library: Library, source: str, at: str) -> Selector | None:
    """Return the passage of a source at `start-end`, that of a quote or claim where there is one."""
    start, _, end = at.partition("-")
    if not (source and start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        return None
    found = int(start), int(end)
    marked = (mark.selector for mark in known_marks(library, SourceId(source)))
    here = next((each for each in marked if (each.start, each.end) == found), None)
    return here or (Selector(*found) if found[0] < found[1] else None)
