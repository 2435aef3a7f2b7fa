"""What a screen shows, as a view."""

from functools import singledispatch
from typing import Any

from textual.screen import Screen

from summittui.model import Selector
from summittui.queries.ledger import LedgerOrder
from summittui.queries.links import ViewLink
from summittui.queries.matrix import Rows
from summittui.queries.pairs import PairOrder
from summittui.ui.comparing import Comparing
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
    chosen = compared(screen.comparing) | manner(apart=screen.columns.apart, wrapped=screen.columns.wrapped)
    return ViewLink(screen="compare", subjects=screen.sides, options=chosen, at=screen.live.at)


@view_of.register
def _(screen: DeclarationsScreen) -> ViewLink | None:
    chosen = manner(apart=screen.columns.apart, wrapped=screen.columns.wrapped)
    return ViewLink(screen="declarations", subjects=screen.sides, options=chosen, at=screen.live.at)


@view_of.register
def _(screen: AccountsScreen) -> ViewLink | None:
    return ViewLink(screen="accounts", subjects=screen.sources, at=screen.live.at)


@view_of.register
def _(screen: VariantsScreen) -> ViewLink | None:
    return ViewLink(screen="variants", subjects=(screen.quote,), at=screen.live.at)


@view_of.register
def _(screen: MatrixScreen) -> ViewLink | None:
    chosen = {
        "rows": "" if screen.rows is Rows.ACTORS else str(screen.rows),
        "sort": screen.order.id if screen.order else "",
        "folded": "on" if screen.folded else "",
        "voices": "on" if screen.voices else "",
        "marked": ",".join(screen.marking.ids),
    }
    return ViewLink(screen="matrix", options=_given(chosen), at=screen.live.at)


@view_of.register
def _(screen: LedgerScreen) -> ViewLink | None:
    query = screen.query_of
    order = "" if query.order is LedgerOrder.NAME else str(query.order)
    chosen = {"group": query.group, "standing": query.standing, "order": order}
    return ViewLink(screen="ledger", subjects=query.declarations, options=_given(chosen), at=screen.live.at)


@view_of.register
def _(screen: PairsScreen) -> ViewLink | None:
    chosen = {
        "voices": "on" if screen.voices else "",
        "sort": "" if screen.order is PairOrder.NAME else str(screen.order),
    }
    return ViewLink(screen="pairs", options=_given(chosen), at=screen.live.at)


@view_of.register
def _(screen: EvidenceScreen) -> ViewLink | None:
    chosen = {"issue": screen.issue, "folded": "on" if screen.perspective.folded else ""}
    return ViewLink(screen="evidence", subjects=(screen.perspective.id,), options=_given(chosen), at=screen.live.at)


@view_of.register
def _(screen: VerificationScreen) -> ViewLink | None:
    return ViewLink(screen="verify", subjects=(screen.source,), at=screen.live.at)


@view_of.register
def _(screen: TimelineScreen) -> ViewLink | None:
    return ViewLink(screen="timeline", subjects=(screen.actor,) if screen.actor else (), at=screen.live.at)


@view_of.register
def _(screen: ReaderScreen) -> ViewLink | None:
    return ViewLink(screen="reader", subjects=(screen.reader.source,), at=_span(screen.reader.selector))


@view_of.register
def _(screen: DocumentsScreen) -> ViewLink | None:
    pane = "text" if screen.reader.view.has_focus else "marks" if screen.marks_list.has_focus else ""
    chosen = {
        "pane": pane,
        "around": "" if screen.reader.around is None else str(screen.reader.around),
        "zoom": "on" if screen.has_class("-zoomed") else "",
        "marked": ",".join(screen.marking.ids),
    }
    subjects = (screen.reader.source,) if screen.reader.source else ()
    return ViewLink(screen="documents", subjects=subjects, options=_given(chosen), at=_span(screen.reader.selector))


@view_of.register
def _(screen: SearchScreen) -> ViewLink | None:
    words = " ".join(screen.query_line.value.split())
    return ViewLink(screen="search", options=_given({"query": words}), at=screen.live.at)


def compared(state: Comparing) -> dict[str, str]:
    """Return how a comparison was asked for."""
    kept = (("direct", state.kept.direct_only), ("certain", state.kept.no_doubtful))
    chosen = {
        "by": "" if state.by is Comparing(sides=()).by else str(state.by),
        "only": "differences" if state.differences_only else "",
        "evidence": ",".join(name for name, is_asked in kept if is_asked),
        "unfolded": ",".join(each for each in state.sides if each in state.unfolded),
        "merged": ",".join(each for each in state.sides if each in state.merged),
        "rows": "collapsed" if state.collapsed else "",
        "expanded": ",".join(sorted(state.expanded)),
    }
    return _given(chosen)


def manner(*, apart: bool, wrapped: bool) -> dict[str, str]:
    """Return how columns are laid out."""
    return _given({"wrap": "" if wrapped else "off", "scroll": "apart" if apart else ""})


def _span(selector: Selector) -> str:
    return f"{selector.start}-{selector.end}" if selector.end else ""


def _given(chosen: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if value}
