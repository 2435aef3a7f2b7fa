"""The commands that open a full screen, and what makes each of them; screens know each other by these names alone."""

from typing import TYPE_CHECKING

from summittui.library import Library
from summittui.model import Quote, Selector, Source, SourceId
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.services.navigation import Routes
from summittui.ui.view_screen import ViewScreen

if TYPE_CHECKING:
    from summittui.queries.view_query import ViewQuery
    from summittui.ui.screens.search import SearchScreen
    from summittui.ui.text_selection import TextSelection

_SEARCH = "search"


def routes(app: CommandApp) -> Routes:
    """Return what makes the screens of an app, by the names of their views."""
    return {
        "matrix": _matrix,
        "ledger": _ledger,
        "documents": _documents,
        "timeline": _timeline,
        "review": _review,
        "variants": _variants,
        "verify": _verify,
        "compared": _compared,
        "reader": _reader,
        "coding": _coding,
        _SEARCH: lambda: _search(app),
    }


def _matrix() -> ViewScreen:
    from summittui.ui.screens.matrix import MatrixScreen

    return MatrixScreen()


def _ledger() -> ViewScreen:
    from summittui.ui.screens.ledger import LedgerScreen

    return LedgerScreen()


def _documents() -> ViewScreen:
    from summittui.ui.screens.documents import DocumentsScreen

    return DocumentsScreen()


def _review(source: str = "") -> ViewScreen:
    from summittui.queries.review import ReviewQuery
    from summittui.ui.screens.review import ReviewScreen

    return ReviewScreen(ReviewQuery(sources=(source,) if source else ()))


def _timeline(actor: str | None = None) -> ViewScreen:
    from summittui.queries.timeline import TimelineQuery
    from summittui.ui.screens.timeline import TimelineScreen

    return TimelineScreen(TimelineQuery(whose=actor or ""))


def _variants(quote: str) -> ViewScreen:
    from summittui.queries.variants import VariantsQuery
    from summittui.ui.screens.variants import VariantsScreen

    return VariantsScreen(VariantsQuery(quote=quote))


def _verify(source: str, looked_at: str = "") -> ViewScreen:
    from summittui.queries.verification import VerificationQuery
    from summittui.ui.screens.verification import VerificationScreen

    return VerificationScreen(VerificationQuery(source=source), looked_at)


def _reader(source: SourceId, selector: Selector) -> ViewScreen:
    from summittui.queries.documents import ReaderQuery
    from summittui.ui.screens.reader import ReaderScreen

    return ReaderScreen(ReaderQuery(source=source), selector)


def _coding(source: SourceId, selection: "TextSelection") -> ViewScreen:
    from summittui.ui.screens.coding import CodingScreen

    return CodingScreen(source, selection)


def _compared(library: Library | None, ids: tuple[str, ...], *, whole: bool = True) -> ViewScreen:
    from summittui.ui.screens.compared import screen_for

    return screen_for(library, ids, whole=whole)


def _search(app: CommandApp) -> "SearchScreen":
    """Return the one search screen of an app, with what was found before, as it was left."""
    from summittui.ui.screens.search import SearchScreen

    if not app.is_screen_installed(_SEARCH):
        app.install_screen(SearchScreen(), _SEARCH)
    return app.get_screen(_SEARCH, SearchScreen)


class OpenCommands:
    """The commands that open a full screen over the present one, or go back to it where it is open already."""

    def __init__(self, screen: ViewScreen) -> None:
        """Make them for a screen."""
        self._screen = screen
        self._app = screen.app

    @property
    def actions(self) -> Actions:
        """The actions of the commands."""
        show = self._app.navigation.show
        return {
            "browse": Action(self.browse),
            "matrix": Action(lambda: show("matrix")),
            "ledger": Action(lambda: show("ledger")),
            "documents": Action(lambda: show("documents")),
            "timeline": Action(lambda: show("timeline")),
            "review": Action(self.review),
            "search": Action(self.search),
            "verify": Action(self.verify, self._why_not_verify),
            "variants": Action(self.variants, self._why_no_variants),
        }

    def browse(self) -> None:
        """Go back to Browse."""
        if self._app.navigation.back_to("browse") is None:
            self._app.notify("Browse is not open here.", markup=False, timeout=3)

    def review(self) -> None:
        """Decide on proposals; from the review of one document go over to all."""
        if self._screen.view_name == "review":
            self._app.navigation.exchange("review")
        else:
            self._app.navigation.show("review", "")

    def search(self) -> None:
        """Search everything: type anew over what was sought before, whose results are still there."""
        self._app.navigation.show(_SEARCH)
        _search(self._app).begin()

    def _why_no_variants(self) -> str | None:
        from summittui.ui.render.variants import why_no_variants

        return why_no_variants(self._app.library, self._screen.current)

    def verify(self) -> None:
        """Hold the source of what is under the cursor against the record, the cursor on that."""
        record, source = self._screen.current, self._source
        if source:
            self._app.navigation.open("verify", source, record.id if record else "")

    def _why_not_verify(self) -> str | None:
        return None if self._source else "Put the cursor on a document, or on what a document says."

    @property
    def _source(self) -> str:
        """The source of what is under the cursor, or that is shown; empty where there is none."""
        record = self._screen.current
        if isinstance(record, Source):
            return record.id
        return getattr(record, "source", "") or only_source(self._screen.view_query)

    def variants(self) -> None:
        """Show how several quotes word the utterance of the one under the cursor."""
        record = self._screen.current
        if isinstance(record, Quote):
            self._app.navigation.open("variants", record.id)


def only_source(query: "ViewQuery | None") -> str:
    """Return the one source that a query is about; empty where there is none, or more than one."""
    from summittui.queries.documents import ReaderQuery
    from summittui.queries.review import ReviewQuery
    from summittui.queries.verification import VerificationQuery

    match query:
        case ReaderQuery(source=source) | VerificationQuery(source=source) | ReviewQuery(sources=(source,)):
            return str(source)
    return ""
