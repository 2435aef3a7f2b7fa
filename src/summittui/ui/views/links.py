"""The commands on view links: a view is opened, copied, saved under a name, or remembered for the next run."""

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace
from textual.screen import Screen

from summittui.library import Library
from summittui.model import SummitError
from summittui.model.text import clip
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.panes import DETAIL
from summittui.ui.list_preferences import columns_of
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import BEFORE_KEYS
from summittui.ui.screens.browse import BrowseScreen

if TYPE_CHECKING:
    from summittui.queries.browse import BrowseQuery
    from summittui.queries.links import ViewLink
    from summittui.session.saved_views import SavedView


class ViewController:
    """The controller that opens views by their lines, and copies and saves the line of the present view."""

    opening: "ViewLink | None" = None
    """The view to open once the store has been read; None for Browse as it is."""
    left: str = ""
    """The line of the last view of this run; empty where there was none."""

    def __init__(self, app: CommandApp) -> None:
        """Create the controller of an app."""
        self._app = app

    @property
    def first_scope(self) -> str:
        """The scope of the first view; empty for none."""
        return self.opening.query.limits if self.opening else ""

    @property
    def actions(self) -> Actions:
        """The actions of the commands on views, by their ids."""
        return {
            "copy-view": Action(self.copy_line),
            "save-view": Action(self.save_view),
            "views": Action(self.choose_view),
        }

    def open_first(self) -> None:
        """Open the first view after the next paint."""
        if self.opening is not None:
            view, self.opening = self.opening, None
            self._app.call_after_refresh(self.open_view, view, otherwise=" Browse is shown.")

    def open_view(self, view: "ViewLink", *, otherwise: str = "") -> None:
        """Open a view, or notify the reader why not; `otherwise` says what is shown instead."""
        library = self._app.library
        scope = view.query.limits
        if library is None:
            self._app.say("The store is still being read.")
        elif scope != str(library.scope):
            self._app.session_host.limit(scope, partial(self._open_within, view, otherwise=otherwise))
        else:
            self._open_within(view, otherwise=otherwise)

    def _open_within(self, view: "ViewLink", *, otherwise: str) -> None:
        """Open a view within the present scope."""
        from summittui.library.changes.former_ids import former_ids

        library = self._app.library
        if library is None:
            return
        if former_ids(library, view):
            show = partial(self._show_view, library, otherwise=otherwise)
            self._app.session_host.ask(lambda session: session.followed(view), show)
        else:
            self._show_view(library, view, otherwise=otherwise)

    def _show_view(self, library: Library, view: "ViewLink", *, otherwise: str) -> None:
        try:
            found = view.resolved(library)
            self._open(library, replace(found, query=found.query.within("")))
        except SummitError as error:
            self._app.say(f"{sentence(error)}{otherwise}", is_error=True)

    def _open(self, library: Library, view: "ViewLink") -> None:
        from summittui.queries.browse import BrowseQuery
        from summittui.queries.search import SearchQuery

        navigation = self._app.navigation
        query = view.query
        if isinstance(query, BrowseQuery):
            self._open_browse(library, query, view)
        elif isinstance(query, SearchQuery):
            from summittui.ui.screens.search import SearchScreen

            screen = navigation.show("search")
            if isinstance(screen, SearchScreen):
                screen.begin()
                screen.seek(query.query, view.at)
        else:
            from summittui.ui.views.screen_links import screen_of

            opened = screen_of(library, view)
            navigation.back_to("browse")
            self._app.push_screen(opened)

    def _open_browse(self, library: Library, query: "BrowseQuery", view: "ViewLink") -> None:
        from summittui.ui.views.browse_link import browsing_of

        state = browsing_of(library, query, view.look, columns_of(self._app.remembered))
        screen = self._app.navigation.back_to("browse")
        if isinstance(screen, BrowseScreen):
            table = str(query.pane)
            screen.arrival.restore(state, table, view.at)
            screen.set_class("zoom" in view.look, "-zoomed")
            screen.go_to(DETAIL if "open" in view.look else table)

    def remember_left(self) -> None:
        """Remember the line of the view that is shown when the app exits."""
        found = (view_of_screen(screen) for screen in reversed(self._app.screen_stack) if screen.is_mounted)
        self.left = next((str(view) for view in found if view is not None), "")

    def copy_line(self) -> None:
        """Copy the line of the present view."""
        view = self._present()
        if view is not None:
            self._app.copying.copy_text(str(view), "the line that opens this view")

    def save_view(self) -> None:
        """Ask for a name and save the present view under it."""
        from summittui.session.saved_views import LONGEST_NAME
        from summittui.ui.dialogs.naming import NamingScreen

        view = self._present()
        if view is None:
            return

        def named(words: str | None) -> None:
            if words is not None:
                self._app.run_worker(self._save(words, view), group=BEFORE_KEYS)

        proposed = clip(" ".join((view.view, *view.query.subjects)), LONGEST_NAME)
        self._app.push_screen(NamingScreen("Save this view", str(view), proposed), named)

    def _present(self) -> "ViewLink | None":
        """Return the view of the present screen; notify the reader where it has none."""
        view = view_of_screen(self._app.screen)
        if view is None:
            self._app.say("What is shown here has no line; a list or a comparison has one.")
        return view

    async def _save(self, words: str, view: "ViewLink") -> None:
        from summittui.session.saved_views import checked_name, read_views, views_path

        try:
            name = checked_name(words)
            saved = await self._app.copying.executor.run(partial(read_views, views_path()))
        except SummitError as error:
            self._app.complain(error)
            return
        there = next((each for each in saved if each.name == name), None)
        if there is None:
            self._app.run_worker(self._write(name, view))
        else:
            self._ask_to_overwrite(there, view)

    def _ask_to_overwrite(self, there: "SavedView", view: "ViewLink") -> None:
        from summittui.ui.dialogs.question import QuestionScreen

        def answered(answer: str | None) -> None:
            if answer == "replace":
                self._app.run_worker(self._write(there.name, view))

        told = [line(("It is now   ", "title"), (there.line, "words")), line(("It would be ", "title"), f"{view}")]
        answers = (("keep", "Keep what is saved"), ("replace", "Replace it"))
        self._app.push_screen(QuestionScreen(f"{there.name} is saved already", told, answers), answered)

    async def _write(self, name: str, view: "ViewLink") -> None:
        from summittui.session.saved_views import keep_view, views_path

        try:
            await self._app.copying.executor.run(partial(keep_view, views_path(), name, view))
        except SummitError as error:
            self._app.complain(error)
        else:
            self._app.say(f"Saved as {name}.")

    def choose_view(self) -> None:
        """Ask for a saved view or a line, and open that view."""
        from summittui.queries.links import parse_view
        from summittui.session.saved_views import SavedView, drop_view, read_views, views_path
        from summittui.ui.dialogs.saved import SavedScreen

        path = views_path()

        def drop(saved: SavedView) -> tuple[SavedView, ...]:
            try:
                drop_view(path, saved)
            except SummitError as error:
                self._app.complain(error)
            return read_views(path)

        def chosen(words: str | None) -> None:
            if words is not None:
                self.open_view(parse_view(words))

        try:
            saved = read_views(path)
        except SummitError as error:
            self._app.complain(error)
            saved = ()
        self._app.push_screen(SavedScreen(saved, drop), chosen)


def view_of_screen(screen: Screen[Any]) -> "ViewLink | None":
    """Return the view of a screen within the scope of all screens; None where it has no view."""
    view, library = _own_view(screen), cast("CommandApp", screen.app).library
    if view is None or library is None or not library.scope:
        return view
    return replace(view, query=view.query.within(str(library.scope)))


def _own_view(screen: Screen[Any]) -> "ViewLink | None":
    """Return the view of a screen without a scope; that of Browse without importing the other screens."""
    from summittui.ui.views.browse_link import view_of_browse

    if isinstance(screen, BrowseScreen):
        return view_of_browse(screen)
    from summittui.ui.views.screen_links import view_of

    return view_of(screen)
