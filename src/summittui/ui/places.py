"""From any screen to any other: the app that knows where the matrix, the timeline and the documents are."""

from typing import TYPE_CHECKING

from textual import on

from summittui.model import Actor, Quote
from summittui.ui.command_app import CommandApp
from summittui.ui.command_screen import CommandScreen
from summittui.ui.screens.browse_commands import BrowseCommands
from summittui.ui.screens.realigned import Realigned

if TYPE_CHECKING:
    from summittui.ui.screens.search import SearchScreen

_SEARCH = "search"


class PlacesApp(CommandApp):
    """Opens a screen over the one that is shown, or goes back to it where it is open already."""

    def do_browse(self) -> None:
        """Go back to Browse."""
        if not self._return_to(BrowseCommands):
            self.notify("Browse is not open here.", markup=False, timeout=3)

    def do_matrix(self) -> None:
        """Show actors against issues."""
        from summittui.ui.screens.matrix import MatrixScreen

        if not self._return_to(MatrixScreen):
            self.push_screen(MatrixScreen())

    def do_documents(self) -> None:
        """Show the documents."""
        from summittui.ui.screens.documents import DocumentsScreen

        if not self._return_to(DocumentsScreen):
            self.push_screen(DocumentsScreen())

    def do_timeline(self) -> None:
        """Show the timeline; from Browse that of the actor under the cursor or of the one that leads."""
        from summittui.ui.screens.timeline import TimelineScreen

        actor = _actor_of(self.screen) if isinstance(self.screen, BrowseCommands) else None
        if not self._return_to(TimelineScreen):
            self.push_screen(TimelineScreen(actor))

    def do_search(self) -> None:
        """Search everything: type anew over what was sought before, whose results are still there."""
        self._show_search().begin()

    def on_browse_commands_left(self) -> None:
        """Go back to the results of the search that led to Browse."""
        self._show_search()

    def _show_search(self) -> "SearchScreen":
        """Show what was found before, as it was left."""
        from summittui.ui.screens.search import SearchScreen

        if not self.is_screen_installed(_SEARCH):
            self.install_screen(SearchScreen(), _SEARCH)
        screen = self.get_screen(_SEARCH, SearchScreen)
        if not self._return_to(SearchScreen):
            self.push_screen(screen)
        return screen

    def on_search_screen_chosen(self, event: "SearchScreen.Chosen") -> None:
        """Show what was chosen among the results in Browse."""
        if self._return_to(BrowseCommands) and isinstance(self.screen, BrowseCommands):
            self.screen.returns_to_search = True
            self.screen.go_to_record(event.record_id)

    def do_variants(self) -> None:
        """Show how several quotes word the utterance of the one under the cursor."""
        from summittui.ui.screens.variants import VariantsScreen

        record = getattr(self.screen, "current", None)
        if isinstance(record, Quote):
            self.push_screen(VariantsScreen(record.id))

    @on(Realigned)
    def _realign(self, event: Realigned) -> None:
        """Put the same records side by side in another way, in the place of the screen that asks for it."""
        from summittui.ui.screens.compared import screen_for

        self.switch_screen(screen_for(getattr(self, "library", None), event.sides, whole=event.whole))

    def _return_to(self, kind: type[CommandScreen[None]]) -> bool:
        """Leave the screens over the one of a kind; False if there is none."""
        if not any(isinstance(screen, kind) for screen in self.screen_stack):
            return False
        while not isinstance(self.screen, kind):
            self.pop_screen()
        return True


def _actor_of(screen: BrowseCommands) -> str | None:
    if isinstance(screen.current, Actor):
        return screen.current.id
    state = screen.browsing
    return state.lead.id if state and state.lead and state.lead.table == "actors" else None
