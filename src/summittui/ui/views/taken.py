"""What a screen shows, as a view."""

from functools import singledispatch
from typing import Any

from textual.screen import Screen

from summittui.model import Selector
from summittui.queries.comparison import AccountsQuery, DeclarationsQuery
from summittui.queries.documents import DocumentsQuery, ReaderQuery
from summittui.queries.links import MARKED, ViewLink
from summittui.queries.review import ReviewQuery
from summittui.queries.search import SearchQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.browse import BrowseScreen
from summittui.ui.screens.columns import Columns
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
from summittui.ui.views.browsed import view_of_browse


@singledispatch
def view_of(screen: Screen[Any]) -> ViewLink | None:  # noqa: ARG001 - of any other screen there is none
    """Return what a screen shows as a view; None for one that has none, such as a dialog, or nothing to show yet."""
    return None


@view_of.register
def _(screen: BrowseScreen) -> ViewLink | None:
    return view_of_browse(screen)


@view_of.register
def _(screen: CompareScreen) -> ViewLink | None:
    return _link(screen.comparing, screen.live.at, **_layout(screen.columns))


@view_of.register
def _(screen: DeclarationsScreen) -> ViewLink | None:
    return _link(DeclarationsQuery(sides=screen.sides), screen.live.at, **_layout(screen.columns))


@view_of.register
def _(screen: AccountsScreen) -> ViewLink | None:
    return _link(AccountsQuery(sources=screen.sources), screen.live.at)


@view_of.register
def _(screen: VariantsScreen) -> ViewLink | None:
    return _link(VariantsQuery(quote=screen.quote), screen.live.at)


@view_of.register
def _(screen: MatrixScreen) -> ViewLink | None:
    return _link(screen.query_of, screen.live.at, **{MARKED: ",".join(screen.marking.ids)})


@view_of.register(LedgerScreen)
@view_of.register(PairsScreen)
@view_of.register(EvidenceScreen)
@view_of.register(TimelineScreen)
def _(screen: LedgerScreen | PairsScreen | EvidenceScreen | TimelineScreen) -> ViewLink | None:
    return _link(screen.query_of, screen.live.at)


@view_of.register
def _(screen: VerificationScreen) -> ViewLink | None:
    return _link(VerificationQuery(source=screen.source), screen.live.at)


@view_of.register
def _(screen: ReaderScreen) -> ViewLink | None:
    return _link(ReaderQuery(source=screen.reader.source), _span(screen.reader.selector))


@view_of.register
def _(screen: DocumentsScreen) -> ViewLink | None:
    chosen = {
        "pane": "text" if screen.reader.view.has_focus else "marks" if screen.marks_list.has_focus else "",
        "around": "" if screen.reader.around is None else str(screen.reader.around),
        "zoom": "on" if screen.has_class("-zoomed") else "",
        MARKED: ",".join(screen.marking.ids),
    }
    return _link(DocumentsQuery(source=screen.reader.source or ""), _span(screen.reader.selector), **chosen)


@view_of.register
def _(screen: SearchScreen) -> ViewLink | None:
    return _link(SearchQuery(query=" ".join(screen.query_line.value.split())), screen.live.at)


@view_of.register
def _(screen: ReviewScreen) -> ViewLink | None:
    return _link(ReviewQuery(source=screen.source), screen.list_pane.cursor_key or "")


def _layout(columns: Columns) -> dict[str, str]:
    """Return the layout of columns."""
    return {"wrap": "" if columns.wrapped else "off", "scroll": "apart" if columns.apart else ""}


def _link(query: ViewQuery, at: str, **look: str) -> ViewLink:
    """Return a view; a look without a word is the usual one."""
    return ViewLink(query=query, look={name: word for name, word in look.items() if word}, at=at)


def _span(selector: Selector) -> str:
    return f"{selector.start}-{selector.end}" if selector.end else ""
