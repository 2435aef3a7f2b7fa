"""The choice of a side on an issue, its question and both poles in view; a missing issue is made on the way."""

from collections.abc import Callable, Sequence
from functools import partial

from rich.text import Text

from summittui.library import Library
from summittui.model import Certainty, Issue, IssueId, Level, Stance, StanceValue
from summittui.ui.command_app import CommandApp

_NEW = "new"
_FEW = 3
"""The largest number of issues whose sides are offered in one list; of more, the issue is picked first."""
_SIGNS = {StanceValue.FOR: "▲", StanceValue.AGAINST: "▼", StanceValue.MIXED: "◆", StanceValue.UNCLEAR: "?"}


class StanceChoice:
    """The dialogs in which a stance is chosen."""

    def __init__(self, app: CommandApp, text: Sequence[Text], then: Callable[[Stance], None]) -> None:
        """Make the choice.

        Args:
            app: The app, which has the library.
            text: What takes the side, shown above the answers.
            then: Called with the stance that was chosen.
        """
        self._app = app
        self._text = text
        self._then = then

    def begin(self) -> None:
        """Ask for the side on an issue; where there are many issues, ask for the issue first."""
        from summittui.ui.dialogs.picker import PickerScreen

        issues = self._library.issues()
        if len(issues) <= _FEW:
            self._ask_side(issues)
        else:
            picker = PickerScreen("Which issue does it take a side on?", self._library, ("issues",), makes=True)
            self._app.push_screen(picker, self._take_issue)

    @property
    def _library(self) -> Library:
        library = self._app.session_host.whole_library
        assert library is not None, "stances are refused until the store has been read"
        return library

    def _take_issue(self, id_: str | None) -> None:
        from summittui.ui.dialogs.picker import NEW

        if id_ is not None and id_.startswith(NEW):
            self._add_issue(id_.removeprefix(NEW))
        elif id_ is not None:
            self._ask_side((self._library.issue(id_),))

    def _ask_side(self, issues: Sequence[Issue]) -> None:
        from summittui.ui.dialogs.question import QuestionScreen

        answers = [(f"{at} {side}", words) for at, issue in enumerate(issues) for side, words in _sides_of(issue)]

        def answered(answer: str | None) -> None:
            if answer == _NEW:
                self._add_issue()
            elif answer is not None:
                at, side = answer.split(" ")
                self._then(_stance(issues[int(at)].id, StanceValue(side)))

        answers.append((_NEW, "A new issue …"))
        self._app.push_screen(QuestionScreen("Which side does it take?", self._text, answers), answered)

    def _add_issue(self, label: str = "") -> None:
        """Add an issue in a form, then ask for the side on the new issue."""
        from summittui.ui import edits
        from summittui.ui.dialogs.form import FormScreen
        from summittui.ui.forms.field import filled
        from summittui.ui.forms.records import FIELDS

        fields = filled(FIELDS["issues"], {"label": label})
        self._app.push_screen(FormScreen("Add: issue", fields, partial(edits.add, "issues")), self._take_added)

    def _take_added(self, issue: str | None) -> None:
        if issue is not None:
            self._app.call_after_refresh(lambda: self._ask_side((self._library.issue(issue),)))


def _sides_of(issue: Issue) -> tuple[tuple[StanceValue, str], ...]:
    """Return each side of an issue in words; the poles stand under its question."""
    meanings = {
        StanceValue.FOR: f"for: {issue.pole_for}",
        StanceValue.AGAINST: f"against: {issue.pole_against}",
        StanceValue.MIXED: "both",
        StanceValue.UNCLEAR: "unclear",
    }
    return tuple((side, f"{_SIGNS[side]} {issue.question} {meaning}") for side, meaning in meanings.items())


def _stance(issue: str, side: StanceValue) -> Stance:
    return Stance(issue=IssueId(issue), stance=side, level=Level.INTERPRETIVE, certainty=Certainty.MEDIUM)
