"""A screen whose keys are the commands of the one table."""

from functools import cached_property
from typing import Any, ClassVar, Protocol, TypeVar

from textual import on
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widget import Widget

from summittui.model.text import safe
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.keys.command import Scope
from summittui.ui.keys.lookup import bindings, command, commands_for, hints_for, key_of
from summittui.ui.moves import MOVES, Movable
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.widgets.bars import HintBar

Result = TypeVar("Result")

INTERRUPTED = 130
"""The exit code after ctrl+c."""
_LEAVING = {
    "quit": "goes back and quits",
    "close": "closes this dialog",
    "cancel": "leaves the form",
}
"""The commands that leave a screen, a dialog and a form, with what an interrupt says of them."""


class Awaited(Protocol):
    """An answer that a screen is to show."""

    def begin(self) -> None:
        """Ask as soon as there is a library."""

    @property
    def at(self) -> str:
        """The address of the cursor in the answer, as the line of a view has it; empty where the cursor is nowhere."""

    def why_not(self, command_id: str) -> str | None:
        """Return why a command has to wait for the answer; None if it need not."""


class CommandScreen(Screen[Result]):
    """A screen that runs commands: its `actions` do them and say why one cannot be done now."""

    app = app_of(CommandApp)
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.APP,)
    """The scopes of the commands in force here."""
    home: Movable | None = None
    """The list, table or text that the moving keys move when the focus is on nothing that moves."""
    first_focus: Widget | None = None
    """The widget that has the focus first; None for `home`."""
    live: Awaited | None = None
    """The query whose answer it shows, where it shows one."""
    deferred: DeferredRefresh | None = None
    """The refresh that follows the cursor, where there is one."""
    is_ready: bool = True
    """Whether the records that its commands need are loaded; keys that were typed ahead wait for them a while."""

    def __init_subclass__(cls, **options: Any) -> None:
        if "scopes" in cls.__dict__ and "BINDINGS" not in cls.__dict__:
            cls.BINDINGS = [*bindings(*cls.scopes)]
        super().__init_subclass__(**options)

    def on_mount(self) -> None:
        """Focus a widget, show the hints and ask the query; show one list at a time to a screen reader."""
        if self.app.is_plain and self.HORIZONTAL_BREAKPOINTS:
            self.HORIZONTAL_BREAKPOINTS = self.HORIZONTAL_BREAKPOINTS[:1]  # of this screen alone
        if self.first_focus is not None:
            self.first_focus.focus()
        else:
            self.focus_home()
        for hint_bar in self.query(HintBar):
            hint_bar.show_commands(hints_for(*self.scopes))
        if self.live is not None:
            self.live.begin()

    @cached_property
    def actions(self) -> Actions:
        """The actions of the commands in force here."""
        return {**LeaveCommands(self).actions, **self.app.actions_for(self), **self.own_actions()}

    def own_actions(self) -> Actions:
        """Return what the commands of this screen do, by their ids."""
        return {}

    def why_not(self, command_id: str) -> str | None:
        """Return why a command is closed here or cannot be run now, as a sentence; None if it can."""
        closed = self.app.restrictions.why_not(command_id) or (self.live.why_not(command_id) if self.live else None)
        action = self.actions.get(command_id)
        return closed or (action.why_not() if action else None)

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""
        if self.deferred is not None and command_id not in MOVES:
            self.deferred.flush()  # only keys that move the cursor go before what follows it
        may_run = command_id in MOVES and self.live is None  # a move is never closed; it waits for an answer alone
        reason = None if may_run else self.why_not(command_id)
        if reason is not None:
            self.refuse(reason)
        elif command_id in MOVES:
            focused: object = self.focused
            target = focused if isinstance(focused, Movable) else self.home
            if target is not None:
                MOVES[command_id](target)
        elif command_id in self.actions:
            self.actions[command_id].run()
        else:
            self.refuse(f"{command(command_id).label}: not on this screen.")

    def action_command(self, command_id: str) -> None:
        """Run the command that a key is bound to, unless the key is taken by a hint that it hides."""
        if not self.app.greeting.takes_key(command_id):
            self.run_command(command_id)

    def refuse(self, reason: str) -> None:
        """Notify the reader why something was not done."""
        self.notify(safe(reason), markup=False)

    @on(HintBar.Chosen)
    def _hint_chosen(self, event: HintBar.Chosen) -> None:
        event.stop()
        self.focus_home()
        self.run_command(event.command_id)

    def focus_home(self) -> None:
        """Focus the list, table or text that the moving keys move."""
        if isinstance(self.home, Widget):
            self.home.focus()

    def back(self) -> None:
        """Undo one step, or leave this screen if it is not the first one."""
        if is_first(self):
            self.refuse(f"This is the first screen; {key_of('quit')} quits.")
        else:
            self.app.pop_screen()


class LeaveCommands:
    """The commands that leave a screen or the program."""

    def __init__(self, screen: CommandScreen[Any]) -> None:
        """Create the commands for a screen."""
        self._screen = screen
        self._interrupted_at = -1
        """The number of keys that were answered at the last interrupt; -1 before."""

    @property
    def actions(self) -> Actions:
        """The actions of the commands."""
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
        """Say how to leave the screen or dialog; as the second of two keys in a row, quit."""
        app = self._screen.app
        if self._interrupted_at == app.keys_answered - 1:
            app.exit(return_code=INTERRUPTED)
            return
        self._interrupted_at = app.keys_answered
        known = commands_for(*self._screen.scopes)
        leaving = next((f"{key_of(each.id)} {_LEAVING[each.id]}; " for each in known if each.id in _LEAVING), "")
        self._screen.refuse(f"{leaving}{key_of('interrupt')} again quits at once.")


def apply_breakpoints(screen: Screen[Any]) -> None:
    """Set the class of the terminal's width on a screen before its widgets are styled, so that they are styled once."""
    fitting = [each for each in screen.HORIZONTAL_BREAKPOINTS or () if each[0] <= screen.app.size.width]
    if fitting:
        screen.add_class(max(fitting)[1], update=False)


def is_first(screen: CommandScreen[Any]) -> bool:
    """Return whether no other screen that runs commands lies under one."""
    stack = screen.app.screen_stack
    return not any(isinstance(each, CommandScreen) for each in stack[: stack.index(screen)])
