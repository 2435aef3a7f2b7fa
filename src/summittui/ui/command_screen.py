"""A screen whose keys are the commands of the one table."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from textual import on
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widget import Widget

from summittui.model import Record
from summittui.model.text import safe
from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.handover import Handover, Page, ToCopy
from summittui.ui.keys.lookup import bindings, command, hints_for, key_of
from summittui.ui.keys.table import Scope
from summittui.ui.moves import MOVES, Movable
from summittui.ui.scheduling.deferred_refresh import DeferredRefresh
from summittui.ui.widgets.bars import HintBar

if TYPE_CHECKING:
    from summittui.exchange.exports import Export
    from summittui.queries.view_query import ViewQuery

Result = TypeVar("Result")

INTERRUPTED = 130
"""The exit code after ctrl+c."""


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
    view_name: ClassVar[str] = ""
    """The name of the view that it shows; empty for a dialog."""
    view_query: "ViewQuery | None" = None
    """The query of that view, without the scope of all screens; None where the state of the screen stands for it."""
    live: Awaited | None = None
    """The query whose answer it shows, where it shows one."""
    deferred: DeferredRefresh | None = None
    """The refresh that follows the cursor, where there is one."""
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
        """Show the hints and ask the query; show one list at a time to a screen reader."""
        if self.app.is_plain and self.HORIZONTAL_BREAKPOINTS:
            self.HORIZONTAL_BREAKPOINTS = self.HORIZONTAL_BREAKPOINTS[:1]  # of this screen alone
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

    @cached_property
    def handover(self) -> Handover:
        """The handover of the screen: its own, unless the screen owns a part for that."""
        return self

    @property
    def current(self) -> Record | None:
        """The record that the cursor is on; None where it is on none."""
        return None

    def to_copy(self) -> ToCopy:
        """Return what is copied from here: the record that the cursor is on."""
        return ToCopy((self.current,) if self.current else ())

    def to_export(self) -> "Export | None":
        """Return what is shown, as what can be written into a file."""
        return None

    def to_page(self) -> Page | None:
        """Return the text that a pager shows."""
        return None

    def default_list(self) -> Movable | None:
        """Return what the moving keys move when the focus is on nothing that moves."""
        return None

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""
        if self.deferred is not None and command_id not in MOVES:
            self.deferred.flush()  # only keys that move the cursor go before what follows it
        self.repeats = self._latest == command_id
        self._latest = command_id
        may_run = command_id in MOVES and self.live is None  # a move is never closed; it waits for an answer alone
        reason = None if may_run else self.why_not(command_id)
        if reason is not None:
            self.refuse(reason)
        elif command_id in MOVES:
            focused: object = self.focused
            target = focused if isinstance(focused, Movable) else self.default_list()
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
        self.leave_hints()
        self.run_command(event.command_id)

    def leave_hints(self) -> None:
        """Focus what had the keys before the hint bar."""
        home = self.default_list()
        if isinstance(home, Widget):
            home.focus()

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
        """Say how to quit; the second time in a row, quit."""
        if self._screen.repeats:
            self._screen.app.exit(return_code=INTERRUPTED)
        else:
            self._screen.refuse(f"{key_of('quit')} goes back and quits; {key_of('interrupt')} again quits at once.")


def take_room(screen: Screen[Any]) -> None:
    """Set the class of the terminal's width on a screen before its widgets are styled, so that they are styled once."""
    fitting = [each for each in screen.HORIZONTAL_BREAKPOINTS or () if each[0] <= screen.app.size.width]
    if fitting:
        screen.add_class(max(fitting)[1], update=False)


def is_first(screen: CommandScreen[Any]) -> bool:
    """Return whether no other screen that runs commands lies under one."""
    stack = screen.app.screen_stack
    return not any(isinstance(each, CommandScreen) for each in stack[: stack.index(screen)])
