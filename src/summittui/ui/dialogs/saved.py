"""The saved views: found by name, opened, removed; and any view opened by its line."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text

from summittui.model import InputError
from summittui.model.text import fold
from summittui.queries.links import parse_view
from summittui.session.saved_views import SavedView
from summittui.ui.actions import Action, Actions
from summittui.ui.dialogs.finding import FindingScreen
from summittui.ui.dialogs.question import QuestionScreen
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.line import line, sentence
from summittui.ui.theme.paint import fit

LINE = "line"
"""The key of the last row, which opens what is typed."""
_NAME_WIDTH = 24


class SavedRows:
    """Saved views as rows: the name, its line or why it cannot be opened; at last what is typed, as a line."""

    height = 1

    def __init__(self, views: Sequence[tuple[int, SavedView]], typed: str) -> None:
        """Show views, each with its number."""
        self._views, self._typed = views, typed

    def __len__(self) -> int:
        return len(self._views) + 1

    def key(self, i: int) -> str:
        """The number of the view, `LINE` for what is typed."""
        return str(self._views[i][0]) if i < len(self._views) else LINE

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """One line, cut to `width`."""
        if i == len(self._views):
            told = self._typed or "type or paste a line above, such as: compare united-states china"
            return (fit(line(("Open the line  ", "title"), (told, "words" if self._typed else "apparatus")), width),)
        each = self._views[i][1]
        name = fit(line((each.name, "words")), _NAME_WIDTH)
        name.pad_right(_NAME_WIDTH - name.cell_len)
        said = line((each.line, "apparatus"))
        if each.problem:
            said = line((sentence(InputError(each.problem)), "problem"))
        return (fit(Text.assemble(name, "  ", said), width),)


class SavedScreen(FindingScreen):
    """A dialog that finds a saved view by its name or takes a line; the result is the line, or None."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST, Scope.VIEWS, Scope.DIALOG)
    DEFAULT_CSS = """
    SavedScreen {
        & FilterLine { max-width: 100; }
        & RecordList { max-width: 100; }
    }
    """

    def __init__(self, views: Sequence[SavedView], drop: Callable[[SavedView], Sequence[SavedView]]) -> None:
        """Offer views.

        Args:
            views: What is saved.
            drop: Removes one, and returns those that are left.
        """
        told = f" · {key_of('accept')} opens, Tab and {key_of('drop-view')} remove, {key_of('close')} closes"
        super().__init__(line(("Saved views", "title"), (told, "apparatus")), "type a part of a name, or a line")
        self._views = tuple(views)
        self._drop = drop

    def own_actions(self) -> Actions:
        """Return the actions of this dialog, by the ids of their commands."""
        return {**super().own_actions(), "drop-view": Action(self._drop_chosen, self._why_none_chosen)}

    def _why_none_chosen(self) -> str | None:
        return "No saved view is under the cursor." if self._chosen is None else None

    @property
    def _chosen(self) -> SavedView | None:
        key = self._list.cursor_key
        return self._views[int(key)] if key and key != LINE else None

    def accept(self) -> None:
        """Open the view under the cursor, or the line that was typed; say what is wrong with it."""
        chosen = self._chosen
        if chosen is not None and chosen.problem:
            self.refuse(sentence(InputError(chosen.problem)))
            return
        words = chosen.line if chosen else self._filter.value
        try:
            parse_view(words)
        except InputError as error:
            self.refuse(sentence(error))
        else:
            self.dismiss(words)

    def _drop_chosen(self) -> None:
        """Remove the view under the cursor, if that is meant."""
        chosen = self._chosen
        if chosen is None:
            return

        def answered(answer: str | None) -> None:
            if answer == "drop":
                self._views = tuple(self._drop(chosen))
                self.narrow(self._filter.value)

        answers = (("keep", "Keep it"), ("drop", "Remove it"))
        named = [line((chosen.name, "words")), line((chosen.line, "apparatus"))]
        self.app.push_screen(QuestionScreen("Remove this saved view?", named, answers), answered)

    def narrow(self, sought: str) -> None:
        """Show the views whose name holds every word, and what was typed as a line."""
        words = fold(sought).split()
        found = [(at, each) for at, each in enumerate(self._views) if all(word in fold(each.name) for word in words)]
        rows = SavedRows(found, sought.strip())
        self._list.show(rows, cursor_key=rows.key(0))
