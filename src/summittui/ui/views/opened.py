"""The screen that shows what a view says."""

from functools import singledispatch

from summittui.library import Library
from summittui.model import Selector, SourceId
from summittui.queries.comparison import AccountsQuery, ComparisonQuery, DeclarationsQuery
from summittui.queries.documents import DocumentsQuery, ReaderQuery
from summittui.queries.ledger import LedgerQuery
from summittui.queries.links import ViewLink
from summittui.queries.matrix import EvidenceQuery, MatrixQuery
from summittui.queries.pairs import PairsQuery
from summittui.queries.review import ReviewQuery
from summittui.queries.timeline import TimelineQuery
from summittui.queries.variants import VariantsQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery
from summittui.ui.command_screen import CommandScreen
from summittui.ui.live_query import LiveQuery
from summittui.ui.marking import Marking
from summittui.ui.render.reading import known_marks
from summittui.ui.screens.accounts import AccountsScreen
from summittui.ui.screens.compare import CompareScreen
from summittui.ui.screens.declarations import DeclarationsScreen
from summittui.ui.screens.documents import DocumentsScreen
from summittui.ui.screens.evidence import EvidenceScreen
from summittui.ui.screens.ledger import LedgerScreen
from summittui.ui.screens.matrix import MatrixScreen
from summittui.ui.screens.pairs import PairsScreen
from summittui.ui.screens.reader import ReaderScreen
from summittui.ui.screens.review import ReviewScreen
from summittui.ui.screens.timeline import TimelineScreen
from summittui.ui.screens.variants import VariantsScreen
from summittui.ui.screens.verification import VerificationScreen


def screen_of(library: Library, view: ViewLink) -> CommandScreen[None]:
    """Return a new screen, other than Browse and the search, that shows what a view says.

    Raises:
        SummitError: The library has nothing of that kind.
    """
    screen = _screen(view.query, library, view)
    if isinstance(screen, CompareScreen | DeclarationsScreen):
        screen.columns.apart, screen.columns.wrapped = "scroll" in view.look, "wrap" not in view.look
    if isinstance(screen.live, LiveQuery):
        screen.live.arriving = view.at
    return screen


@singledispatch
def _screen(query: ViewQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    raise NotImplementedError(query)


@_screen.register
def _(query: ComparisonQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    screen = CompareScreen(query.sides)
    screen.comparing = query
    return screen


@_screen.register
def _(query: DeclarationsQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return DeclarationsScreen(query.sides)


@_screen.register
def _(query: AccountsQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return AccountsScreen(*query.sources)


@_screen.register
def _(query: VariantsQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return VariantsScreen(query.quote)


@_screen.register
def _(query: TimelineQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return TimelineScreen(query)


@_screen.register
def _(query: ReviewQuery, _library: Library, view: ViewLink) -> CommandScreen[None]:
    screen = ReviewScreen(query.source)
    screen.arriving = view.at
    return screen


@_screen.register
def _(query: MatrixQuery, _library: Library, view: ViewLink) -> CommandScreen[None]:
    screen = MatrixScreen(query)
    screen.marking = Marking(view.marked)
    return screen


@_screen.register
def _(query: LedgerQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return LedgerScreen(query)


@_screen.register
def _(query: PairsQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return PairsScreen(query)


@_screen.register
def _(query: EvidenceQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return EvidenceScreen(query)


@_screen.register
def _(query: DocumentsQuery, library: Library, view: ViewLink) -> CommandScreen[None]:
    source = query.source
    screen = DocumentsScreen(source, _passage(library, source, view.at) if source else None)
    around, pane = view.looks("around"), view.looks("pane")
    screen.reader.around = int(around) if around else None
    screen.first_pane = {"text": "text", "marks": "spans"}.get(pane, "sources")
    screen.marking = Marking(view.marked)
    screen.set_class("zoom" in view.look and pane == "text", "-zoomed")
    return screen


@_screen.register
def _(query: VerificationQuery, _library: Library, _view: ViewLink) -> CommandScreen[None]:
    return VerificationScreen(query.source)


@_screen.register
def _(query: ReaderQuery, library: Library, view: ViewLink) -> CommandScreen[None]:
    return ReaderScreen(SourceId(query.source), _passage(library, query.source, view.at) or Selector(0, 0))


def _passage(library: Library, source: str, at: str) -> Selector | None:
    """Return the passage of a source at `start-end`, that of a quote or claim where there is one."""
    start, _, end = at.partition("-")
    if not (start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        return None
    found = int(start), int(end)
    marked = (mark.selector for mark in known_marks(library, SourceId(source)))
    here = next((each for each in marked if (each.start, each.end) == found), None)
    return here or (Selector(*found) if found[0] < found[1] else None)
