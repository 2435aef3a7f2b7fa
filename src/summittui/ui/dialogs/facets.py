"""Facets: the values that the records of a list have, with live counts; choosing one edits the list's filter."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace
from textual import work

from summittui.library import Library
from summittui.model import SummitError
from summittui.queries.language.facets import toggled
from summittui.queries.listing import ListQuery
from summittui.ui.actions import Action, Actions
from summittui.ui.dialogs.facet_values import Facet, counted, facet_toggles
from summittui.ui.dialogs.toggles import Toggle, TogglesScreen
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line, sentence
from summittui.ui.scheduling.executors import LatestOnlyExecutor

_COUNTING = "Counting the records …"


class FacetsScreen(TogglesScreen):
    """The dialog of a list's facets: Space asks for a value, or no longer, and `-` leaves the value out."""

    def __init__(self, library: Library, wanted: ListQuery, changed: Callable[["FacetsScreen"], None]) -> None:
        """Make the dialog.

        Args:
            library: The records.
            wanted: What the list shows.
            changed: Called when `wanted` has become another.
        """
        super().__init__(f"Facets of the {wanted.table}", self._values, self._ask_for)
        self._library = library
        self.wanted = wanted
        """The query of the list."""
        self._changed = changed
        self._facets: tuple[Facet, ...] = ()
        self._thread = LatestOnlyExecutor()
        self.is_ready = False

    def on_mount(self) -> None:
        """Show the values once they are counted."""
        super().on_mount()
        self.list_pane.message = _COUNTING
        self.list_pane.pane_count = line((f"{key_of('switch')} asks · {key_of('leave-out')} leaves out", "apparatus"))
        self._count()

    def on_unmount(self) -> None:
        """Cancel the counting."""
        self._thread.close()

    @work
    async def _count(self) -> None:
        wanted = self.wanted
        try:
            facets = await self._thread.ask("counts", partial(counted, self._library, wanted))
        except SummitError as error:
            self.list_pane.message = sentence(error)
            return
        finally:
            self.is_ready = True
        if facets is not None:
            self._facets = facets
            self.show()

    def _values(self, sought: str) -> Sequence[Toggle]:
        library, query = self._library, self.wanted.query
        return [each for facet in self._facets for each in facet_toggles(library, query, facet, sought)]

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {**super().own_actions(), "leave-out": Action(self._leave_out, self.why_none_chosen)}

    def _leave_out(self) -> None:
        """Leave the value under the cursor out, or no longer."""
        if self.list_pane.cursor_key:
            self._ask_for(self.list_pane.cursor_key, inverted=True)
            self.show()

    def _ask_for(self, key: str, *, inverted: bool = False) -> None:
        facet, _, value = key.partition(" ")
        query = toggled(self.wanted.query, facet, value, inverted=inverted)
        self.wanted = replace(self.wanted, query=query)
        self._changed(self)
        self._count()
