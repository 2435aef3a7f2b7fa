"""A screen whose keys are the commands of the one table."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.getters import app as app_of
from textual.screen import Screen

from summittui.model import Record
from summittui.model.text import safe
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.handover import Page, ToCopy
from summittui.ui.keys.lookup import bindings, command, commands_for, key_of
from summittui.ui.keys.table import Command, Scope
from summittui.ui.moves import MOVES, Movable
from summittui.ui.widgets.bars import HintBar

if TYPE_CHECKING:
    from summittui.exchange.exports import Export

Result = TypeVar("Result")

INTERRUPTED = 130
"""The exit code after ctrl+c."""


class CommandScreen(Screen[Result]):
    """A screen that runs commands: its `actions` say what each does."""

    app = app_of(CommandApp)
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.APP,)
    """Whose commands are in force here."""
    view_name: ClassVar[str] = ""
    """The name of the view that it shows; empty for a dialog."""
    is_ready: bool = True
    """Whether what its commands are about is there; keys that were typed ahead wait for it a while."""
    repeats: bool = False
    """Whether the command that runs ran just before as well."""
    _latest = ""

    def __init_subclass__(cls, **options: Any) -> None:
        if "scopes" in cls.__dict__ and "BINDINGS" not in cls.__dict__:
            cls.BINDINGS = [*bindings(*cls.scopes)]
        super().__init_subclass__(**options)

    def on_mount(self) -> None:
        """Show one list at a time to a screen reader."""
        if self.app.is_plain and self.HORIZONTAL_BREAKPOINTS:
            self.HORIZONTAL_BREAKPOINTS = self.HORIZONTAL_BREAKPOINTS[:1]  # of this screen alone

    @cached_property
    def actions(self) -> Actions:
        """What the commands in force here do."""
        return {**LeaveCommands(self).actions, **self.app.actions_for(self), **self.own_actions()}

    def own_actions(self) -> Actions:
        """Return what the commands of this screen do, by their ids."""
        return {}

    def take_room(self) -> None:
        """Take the class of the width of the terminal before the widgets are styled, so that they are styled once."""
        fitting = [each for each in self.HORIZONTAL_BREAKPOINTS or () if each[0] <= self.app.size.width]
        if fitting:
            self.add_class(max(fitting)[1], update=False)

    def commands(self) -> tuple[Command, ...]:
        """Return the commands in force here."""
        return commands_for(*self.scopes)

    def why_not(self, command_id: str) -> str | None:
        """Return why a command cannot be run now, as a sentence; None if it can."""
        action = self.action(command_id)
        return action.why_not() if action else None

    def action(self, command_id: str) -> Action | None:
        """Return what a command does here; None where it does nothing."""
        method = getattr(self, "do_" + command_id.replace("-", "_"), None)
        return Action(method) if method else self.actions.get(command_id)

    @property
    def current(self) -> Record | None:
        """The record that the cursor is on; None where it is on none."""
        return None

    def to_copy(self) -> ToCopy:
        """Return what is copied from here: what is under the cursor, or marked."""
        return ToCopy()

    def to_export(self) -> "Export | None":
        """Return what is shown, as what can be written into a file."""
        return None

    def to_page(self) -> Page | None:
        """Return the text that a pager shows."""
        return None

    def reason_against(self, command_id: str) -> str | None:
        """Return why a command is closed here or cannot be run now; None if it can."""
        return self.app.restrictions.why_not(command_id) or self.why_not(command_id)

    def default_list(self) -> Movable | None:
        """Return what the moving keys move when the focus is on nothing that moves."""
        return None

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""
        self.repeats = self._latest == command_id
        self._latest = command_id
        reason, action = self.reason_against(command_id), self.action(command_id)
        if reason is not None:
            self.refuse(reason)
        elif command_id in MOVES:
            focused: object = self.focused
            target = focused if isinstance(focused, Movable) else self.default_list()
            if target is not None:
                MOVES[command_id](target)
        elif action is not None:
            action.run()
        else:
            self.refuse(f"{command(command_id).label}: not on this screen.")

    def action_command(self, command_id: str) -> None:
        """Run the command that a key is bound to, unless the key is taken by a hint that it hides."""
        if not self.app.greeting.takes_key(command_id):
            self.run_command(command_id)

    def refuse(self, reason: str) -> None:
        """Say in a short notice why something was not done."""
        self.notify(safe(reason), markup=False)

    @on(HintBar.Chosen)
    def _hint_chosen(self, event: HintBar.Chosen) -> None:
        event.stop()
        self.leave_hints()
        self.run_command(event.command_id)

    def leave_hints(self) -> None:
        """Give the keys back to what they were for before the hint bar."""

    def back(self) -> None:
        """Undo one step, or leave this screen if it is not the first one."""
        if is_first(self):
            self.refuse(f"This is the first screen; {key_of('quit')} quits.")
        else:
            self.app.pop_screen()


class LeaveCommands:
    """The commands that leave a screen or the program."""

    def __init__(self, screen: CommandScreen[Any]) -> None:
        """Make them for a screen."""
        self._screen = screen

    @property
    def actions(self) -> Actions:
        """What the commands do."""
        return {
            "back": Action(self._screen.back),
            "quit": Action(self.quit),
            "quit-now": Action(self._screen.app.exit),
            "interrupt": Action(self.interrupt),
        }

    def quit(self) -> None:
        """Leave the screen; quit from the first one."""
        if is_first(self._screen):
            self._screen.app.exit()
        else:
            self._screen.app.pop_screen()

    def interrupt(self) -> None:
        """Say how to quit; the second time in a row, quit."""
        if self._screen.repeats:
            self._screen.app.exit(return_code=INTERRUPTED)
        else:
            self._screen.refuse(f"{key_of('quit')} goes back and quits; {key_of('interrupt')} again quits at once.")


def is_first(screen: CommandScreen[Any]) -> bool:
    """Return whether no other screen that runs commands lies under one."""
    stack = screen.app.screen_stack
    return not any(isinstance(each, CommandScreen) for each in stack[: stack.index(screen)])
