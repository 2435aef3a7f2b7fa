"""The screen that shows what a view says."""

from collections.abc import Callable, Mapping
from typing import Any

from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.library.evidence import EvidenceFilter
from summittui.model import Issue, Selector, SourceId
from summittui.queries.comparison import Alignment
from summittui.queries.ledger import LedgerOrder, LedgerQuery
from summittui.queries.links import ViewLink
from summittui.queries.matrix import Rows
from summittui.queries.pairs import PairOrder
from summittui.ui.command_screen import CommandScreen
from summittui.ui.comparing import Comparing
from summittui.ui.live_query import LiveQuery
from summittui.ui.marking import Marking
from summittui.ui.matrix_order import Order
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
from summittui.ui.screens.timeline import TimelineScreen
from summittui.ui.screens.variants import VariantsScreen
from summittui.ui.screens.verification import VerificationScreen


def screen_of(library: Library, view: ViewLink) -> CommandScreen[None]:
    """Return a new screen, other than Browse and the search, that shows what a view says.

    Raises:
        SummitError: The library has nothing of that kind.
    """
    screen = _SCREENS[view.screen](library, view)
    if isinstance(screen, CompareScreen | DeclarationsScreen):
        screen.columns.apart, screen.columns.wrapped = bool(view.option("scroll")), not view.option("wrap")
    if isinstance(screen.live, LiveQuery):
        screen.live.arriving = view.at
    return screen


def _compare(_library: Library, view: ViewLink) -> CompareScreen:
    by = Alignment(view.option("by") or Alignment.ISSUE)
    evidence = view.listed("evidence") if by is not Alignment.DECLARATION else ()
    screen = CompareScreen(view.subjects)
    screen.comparing = Comparing(
        sides=view.subjects,
        unfolded=frozenset(view.listed("unfolded")),
        merged=frozenset(view.listed("merged")),
        by=by,
        kept=EvidenceFilter(direct_only="direct" in evidence, no_doubtful="certain" in evidence),
        differences_only=bool(view.option("only")),
        collapsed=bool(view.option("rows")),
        expanded=frozenset(view.listed("expanded")),
    )
    return screen


def _accounts(_library: Library, view: ViewLink) -> AccountsScreen:
    left, right = view.subjects
    return AccountsScreen(left, right)


def _matrix(library: Library, view: ViewLink) -> MatrixScreen:
    screen, sort = MatrixScreen(), view.option("sort")
    screen.rows = Rows(view.option("rows") or Rows.ACTORS)
    screen.folded = bool(view.option("folded"))
    screen.voices = bool(view.option("voices"))
    screen.order = Order(by_issue=isinstance(library.get(sort), Issue), id=sort) if sort else None
    screen.marking = Marking(view.listed("marked"))
    return screen


def _ledger(_library: Library, view: ViewLink) -> LedgerScreen:
    order = LedgerOrder(view.option("order") or LedgerOrder.NAME)
    group, standing = view.option("group"), view.option("standing")
    return LedgerScreen(LedgerQuery(declarations=view.subjects, group=group, standing=standing, order=order))


def _pairs(_library: Library, view: ViewLink) -> PairsScreen:
    screen = PairsScreen()
    screen.voices = bool(view.option("voices"))
    screen.order = PairOrder(view.option("sort") or PairOrder.NAME)
    return screen


def _evidence(library: Library, view: ViewLink) -> EvidenceScreen:
    whose = perspective(library, view.subjects[0], folded=bool(view.option("folded")))
    return EvidenceScreen(whose, view.option("issue"))


def _documents(library: Library, view: ViewLink) -> DocumentsScreen:
    source = next(iter(view.subjects), "")
    screen = DocumentsScreen(source, _passage(library, source, view.at) if source else None)
    around, pane = view.option("around"), view.option("pane")
    screen.reader.around = int(around) if around else None
    screen.first_pane = {"text": "text", "marks": "spans"}.get(pane, "sources")
    screen.marking = Marking(view.listed("marked"))
    screen.set_class(bool(view.option("zoom")) and pane == "text", "-zoomed")
    return screen


def _reader(library: Library, view: ViewLink) -> ReaderScreen:
    (source,) = view.subjects
    return ReaderScreen(SourceId(source), _passage(library, source, view.at) or Selector(0, 0))


def _passage(library: Library, source: str, at: str) -> Selector | None:
    """Return the passage of a source at `start-end`, that of a quote or claim where there is one."""
    start, _, end = at.partition("-")
    if not (start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        return None
    found = int(start), int(end)
    marked = (mark.selector for mark in known_marks(library, SourceId(source)))
    here = next((each for each in marked if (each.start, each.end) == found), None)
    return here or (Selector(*found) if found[0] < found[1] else None)


_SCREENS: Mapping[str, Callable[[Library, ViewLink], CommandScreen[Any]]] = {
    "compare": _compare,
    "declarations": lambda _library, view: DeclarationsScreen(view.subjects),
    "accounts": _accounts,
    "variants": lambda _library, view: VariantsScreen(view.subjects[0]),
    "matrix": _matrix,
    "ledger": _ledger,
    "pairs": _pairs,
    "evidence": _evidence,
    "verify": lambda _library, view: VerificationScreen(view.subjects[0]),
    "timeline": lambda _library, view: TimelineScreen(next(iter(view.subjects), None)),
    "documents": _documents,
    "reader": _reader,
}
