"""A screen whose keys are the commands of the one table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, runtime_checkable

from textual import on
from textual.screen import Screen

from summittui.model.text import safe
from summittui.ui.handed import Page, ToCopy
from summittui.ui.keys.lookup import bindings, command, commands_for, key_of
from summittui.ui.keys.table import Command, Scope
from summittui.ui.restrictions import UNRESTRICTED, Restrictions
from summittui.ui.widgets.bars import HintBar

if TYPE_CHECKING:
    from summittui.exchange.exports import Export

Result = TypeVar("Result")

INTERRUPTED = 130
"""The exit code after ctrl+c."""


_COPYING = frozenset({"copy", "copy-cited", "address"})


@runtime_checkable
class Movable(Protocol):
    """A list or a text that the moving keys move in."""

    def move(self, delta: int) -> None:
        """Move by rows or lines."""

    def page(self, direction: int) -> None:
        """Move by a page, down with 1 and up with -1."""

    def half_page(self, direction: int) -> None:
        """Move by half a page, down with 1 and up with -1."""

    def to_start(self) -> None:
        """Move to the start."""

    def to_end(self) -> None:
        """Move to the end."""


_MOVES: dict[str, Callable[[Movable], None]] = {
    "down": lambda target: target.move(1),
    "up": lambda target: target.move(-1),
    "start": lambda target: target.to_start(),
    "end": lambda target: target.to_end(),
    "half-down": lambda target: target.half_page(1),
    "half-up": lambda target: target.half_page(-1),
    "page-down": lambda target: target.page(1),
    "page-up": lambda target: target.page(-1),
}


def is_move(command_id: str) -> bool:
    """Tell whether a command moves the cursor of a list or scrolls a text."""
    return command_id in _MOVES


class CommandScreen(Screen[Result]):
    """A screen that runs commands: `do_swap` on it, or on the app, is what the command `swap` does."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.APP,)
    """Whose commands are in force here."""
    is_ready: bool = True
    """Whether what its commands are about is there; keys that were typed ahead wait for it a while."""

    _latest = ""
    _again = False

    def __init_subclass__(cls, **options: Any) -> None:
        if "scopes" in cls.__dict__ and "BINDINGS" not in cls.__dict__:
            cls.BINDINGS = [*bindings(*cls.scopes)]
        super().__init_subclass__(**options)

    def on_mount(self) -> None:
        """Show one list at a time to a screen reader."""
        if getattr(self.app, "is_plain", False) and self.HORIZONTAL_BREAKPOINTS:
            self.HORIZONTAL_BREAKPOINTS = self.HORIZONTAL_BREAKPOINTS[:1]  # of this screen alone

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
        if command_id in _COPYING and not self.to_copy().things:
            return "Nothing that can be copied is under the cursor."
        if command_id == "export" and self.to_export() is None:
            return "Nothing is shown that can be exported."
        if command_id == "page" and self.to_page() is None:
            return "Nothing is under the cursor that has a text."
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
        restrictions: Restrictions = getattr(self.app, "restrictions", UNRESTRICTED)
        closed = restrictions.why_not(command_id)
        return closed or self.why_not(command_id)

    def default_list(self) -> Movable | None:
        """Return what the moving keys move when the focus is on nothing that moves."""
        return None

    def run_command(self, command_id: str) -> None:
        """Run a command, or say why it cannot be run now."""
        self._again = self._latest == command_id
        self._latest = command_id
        reason = self.reason_against(command_id)
        if reason is not None:
            self.refuse(reason)
        elif command_id in _MOVES:
            focused: object = self.focused
            target = focused if isinstance(focused, Movable) else self.default_list()
            if target is not None:
                _MOVES[command_id](target)
        else:
            self._run(command_id)

    def action_command(self, command_id: str) -> None:
        """Run the command that a key is bound to, unless the key is taken by a hint that it hides."""
        taken: Callable[[str], bool] | None = getattr(self.app, "takes_key", None)
        if taken is None or not taken(command_id):
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

    def do_back(self) -> None:
        """Leave this screen, if it is not the first one."""
        if self.is_first:
            self.refuse(f"This is the first screen; {key_of('quit')} quits.")
        else:
            self.app.pop_screen()

    def do_quit(self) -> None:
        """Leave this screen; quit from the first one."""
        if self.is_first:
            self.app.exit()
        else:
            self.app.pop_screen()

    def do_quit_now(self) -> None:
        """Quit."""
        self.app.exit()

    def do_interrupt(self) -> None:
        """Say how to quit; the second time in a row, quit."""
        if self._again:
            self.app.exit(return_code=INTERRUPTED)
        else:
            self.refuse(f"{key_of('quit')} goes back and quits; {key_of('interrupt')} again quits at once.")

    @property
    def is_first(self) -> bool:
        """Whether no other screen that runs commands lies under this one."""
        stack = self.app.screen_stack
        return not any(isinstance(screen, CommandScreen) for screen in stack[: stack.index(self)])

    def _run(self, command_id: str) -> None:
        name = "do_" + command_id.replace("-", "_")
        method = getattr(self, name, None) or getattr(self.app, name, None)
        if method is None:
            self.refuse(f"{command(command_id).label}: not on this screen.")
        else:
            method()
