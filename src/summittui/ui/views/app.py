"""The app that opens any view, saves the present one under a name, and says where it was left."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen
from textual.worker import get_current_worker

from summittui.library import Library
from summittui.model import SummitError
from summittui.model.text import clip
from summittui.ui.frame_keeping import states_of
from summittui.ui.handing import HandingApp
from summittui.ui.list_preferences import columns_of
from summittui.ui.places import PlacesApp
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import BEFORE_KEYS
from summittui.ui.screens.browse_commands import DETAIL, BrowseCommands

if TYPE_CHECKING:
    from summittui.queries.links import ViewLink
    from summittui.session.saved_views import SavedView
    from summittui.ui.display.cells import Cells
    from summittui.ui.kept_frame import Files


class ViewsApp(PlacesApp, HandingApp):
    """An app whose every place has a line that opens it again."""

    opening: "ViewLink | None" = None
    """What is shown first, once the store has been read; None for Browse as it is."""
    left: str = ""
    """The line of what was shown at the end; empty where nothing was."""
    keeps_frame: bool = False
    """Whether the screen at the end is one that the next run may begin with."""
    frame: "tuple[Sequence[Cells], Files] | None" = None
    """The lines of the screen at the end, and the files of the store that they show; None where they are not kept."""
    _is_leaving = False

    def watch_library(self, before: Library | None, library: Library | None) -> None:
        """Show what shall be shown first."""
        if before is None and library is not None and self.opening is not None:
            view, self.opening = self.opening, None
            self.call_after_refresh(self.open_view, view, otherwise=" Browse is shown.")

    def open_view(self, view: "ViewLink", *, otherwise: str = "") -> None:
        """Show what a view says, or say why not, with what is shown otherwise."""
        from summittui.library.changes.former_ids import former_ids

        library = self.library
        if library is None:
            self.say("The store is still being read.")
        elif former_ids(library, view):
            show = partial(self._show_view, library, otherwise=otherwise)
            self.ask_session(lambda session: session.followed(view), show)
        else:
            self._show_view(library, view, otherwise=otherwise)

    def _show_view(self, library: Library, view: "ViewLink", *, otherwise: str) -> None:
        from summittui.queries.links import resolved_view

        try:
            self._open(library, resolved_view(library, view))
        except SummitError as error:
            self.say(f"{sentence(error)}{otherwise}", is_error=True)

    def _open(self, library: Library, view: "ViewLink") -> None:
        if view.screen == "browse":
            self._open_browse(library, view)
        elif view.screen == "search":
            from summittui.ui.screens.search import SearchScreen

            self.do_search()
            if isinstance(self.screen, SearchScreen):
                self.screen.seek(view.option("query"), view.at)
        else:
            from summittui.ui.views.opened import screen_of

            screen = screen_of(library, view)
            self.do_browse()
            self.push_screen(screen)

    def _open_browse(self, library: Library, view: "ViewLink") -> None:
        from summittui.ui.views.browsed import browsing_of

        state = browsing_of(library, view, columns_of(self.remembered))
        self.do_browse()
        screen = self.screen
        if not isinstance(screen, BrowseCommands):
            return
        table = view.option("pane") or "actors"
        screen.restore(state, table, view.at)
        screen.set_class(bool(view.option("zoom")), "-zoomed")
        screen.go_to(DETAIL if view.option("open") else table)

    def exit(self, *args: Any, **options: Any) -> None:
        """End, and keep where that was."""
        found = (_view_of(screen) for screen in reversed(self.screen_stack) if screen.is_mounted)
        self.left = next((str(view) for view in found if view is not None), "")
        if self._is_leaving or args or options or not self._is_worth_keeping:
            super().exit(*args, **options)
        else:
            self._is_leaving = True
            self._leave()

    @property
    def _is_worth_keeping(self) -> bool:
        """Whether the screen on top is one that the next run opens again."""
        has_files = self.session is not None and not self.session.is_shipped
        return self.keeps_frame and has_files and _view_of(self.screen) is not None

    @work
    async def _leave(self) -> None:
        """Take the screen as it is without notices and hints, unseen, and end."""
        try:
            self.cells.is_muted = True
            self.clear_notifications()
            if self._welcome is not None:
                await self._welcome.remove()
            await self.input_queue.settled()
            self.frame = await self._settled_frame()
        finally:
            self.exit()

    async def _settled_frame(self) -> "tuple[Sequence[Cells], Files] | None":
        """Return the screen with the files of the store; None where it is not of what these files hold."""
        session, lines = self.session, self.cells.frame
        busy = [each for each in self.workers if each.is_running and each is not get_current_worker()]
        if session is None or lines is None or busy:
            return None
        files = states_of(session.files())
        return None if await self._thread.run(session.is_behind) else (lines, files)

    def do_copy_view(self) -> None:
        """Copy the line of this view."""
        view = self._present()
        if view is not None:
            self.hand_over(str(view), "the line that opens this view")

    def do_save_view(self) -> None:
        """Ask for a name and save this view under it."""
        from summittui.session.saved_views import LONGEST_NAME

        view = self._present()
        if view is None:
            return

        def named(words: str | None) -> None:
            if words is not None:
                self._save(words, view)

        from summittui.ui.dialogs.naming import NamingScreen

        proposed = clip(" ".join((view.screen, *view.subjects)), LONGEST_NAME)
        self.push_screen(NamingScreen("Save this view", str(view), proposed), named)

    def _present(self) -> "ViewLink | None":
        """Return what is shown as a view; where there is none, say so."""
        view = _view_of(self.screen)
        if view is None:
            self.say("What is shown here has no line; a list or a comparison has one.")
        return view

    @work(group=BEFORE_KEYS)
    async def _save(self, words: str, view: "ViewLink") -> None:
        from summittui.session.saved_views import checked_name, read_views, views_path

        try:
            name = checked_name(words)
            saved = await self._copying.run(partial(read_views, views_path()))
        except SummitError as error:
            self.say(sentence(error), is_error=True)
            return
        there = next((each for each in saved if each.name == name), None)
        if there is None:
            self._keep(name, view)
        else:
            self._ask_to_overwrite(there, view)

    def _ask_to_overwrite(self, there: "SavedView", view: "ViewLink") -> None:
        def answered(answer: str | None) -> None:
            if answer == "replace":
                self._keep(there.name, view)

        from summittui.ui.dialogs.question import QuestionScreen

        told = [line(("It is now   ", "title"), (there.line, "words")), line(("It would be ", "title"), f"{view}")]
        answers = (("keep", "Keep what is saved"), ("replace", "Replace it"))
        self.push_screen(QuestionScreen(f"{there.name} is saved already", told, answers), answered)

    @work
    async def _keep(self, name: str, view: "ViewLink") -> None:
        from summittui.session.saved_views import keep_view, views_path

        try:
            await self._copying.run(partial(keep_view, views_path(), name, view))
        except SummitError as error:
            self.say(sentence(error), is_error=True)
        else:
            self.say(f"Saved as {name}.")

    def do_views(self) -> None:
        """Let a saved view be chosen, or a line be typed, and open it."""
        from summittui.queries.links import parse_view
        from summittui.session.saved_views import SavedView, drop_view, read_views, views_path
        from summittui.ui.dialogs.saved import SavedScreen

        path = views_path()

        def drop(saved: SavedView) -> tuple[SavedView, ...]:
            try:
                drop_view(path, saved)
            except SummitError as error:
                self.say(sentence(error), is_error=True)
            return read_views(path)

        def chosen(words: str | None) -> None:
            if words is not None:
                self.open_view(parse_view(words))

        try:
            saved = read_views(path)
        except SummitError as error:
            self.say(sentence(error), is_error=True)
            saved = ()
        self.push_screen(SavedScreen(saved, drop), chosen)


def _view_of(screen: Screen[Any]) -> "ViewLink | None":
    """Return what a screen shows as a view; Browse is asked without knowing the other screens."""
    from summittui.ui.views.browsed import view_of_browse

    if isinstance(screen, BrowseCommands):
        return view_of_browse(screen)
    from summittui.ui.views.taken import view_of

    return view_of(screen)
