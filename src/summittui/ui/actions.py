"""Actions: what the commands of the one table do on a screen, and why they cannot be done now."""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct

Refusal = Callable[[], str | None]
"""Returns why a command cannot be run now, as a sentence; None if it can."""


def _never_refused() -> str | None:
    return None


def first_of(*refusals: Refusal) -> Refusal:
    """Return a refusal that gives the first reason of several refusals."""
    return lambda: next((reason for each in refusals if (reason := each()) is not None), None)


class Action(Struct, frozen=True):
    """A command as one screen runs it."""

    run: Callable[[], object]
    """Runs the command; called only where `why_not` returns None."""
    why_not: Refusal = _never_refused
    """Returns why the command cannot be run now, as a sentence; None if it can."""


Actions = Mapping[str, Action]
"""The actions of a screen by the ids of their commands."""


class CommandSet(Protocol):
    """A set of commands for one screen."""

    @property
    def actions(self) -> Actions:
        """The actions of the commands."""


def actions_of(*sets: CommandSet) -> Actions:
    """Return the actions of sets; of a command in several, that of the last one."""
    return {command_id: action for each in sets for command_id, action in each.actions.items()}
