"""A small app around one screen, and what it shows."""

from collections.abc import Sequence
from typing import Any

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from summittui.ui.actions import Action, Actions
from summittui.ui.command_app import CommandApp
from summittui.ui.commands.copying import CopyCommands
from summittui.ui.commands.everywhere import CommandsEverywhere
from summittui.ui.keys.command import Scope
from summittui.ui.view_screen import ViewScreen


class Records:
    """Rows made of their keys; a key that begins with `#` is a heading."""

    def __init__(self, keys: Sequence[str], height: int = 1) -> None:
        self.keys = keys
        self.height = height
        self.asked: list[int] = []

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, i: int) -> str:
        return "" if self.keys[i].startswith("#") else self.keys[i]

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        self.asked.append(i)
        return tuple(Text(f"{self.keys[i]} line {part}"[:width], "words") for part in range(self.height))


class DemoScreen(ViewScreen):
    scopes = (Scope.APP, Scope.LIST, Scope.BROWSE)
    CSS = "DemoScreen { layout: vertical; }"

    def __init__(self, *parts: Widget) -> None:
        super().__init__()
        self.parts = parts
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield from self.parts

    def own_actions(self) -> Actions:
        return {
            "mark": Action(lambda: self.done.append("mark")),
            "compare": Action(lambda: None, lambda: "Nothing [/] is marked."),
        }


class DemoApp(CommandApp):
    def __init__(self, *parts: Widget, **wishes: Any) -> None:
        """Make the app; `wishes` are those of every app."""
        super().__init__(**wishes)
        self.demo = DemoScreen(*parts)

    def actions_for(self, screen: Screen[Any]) -> Actions:
        if not isinstance(screen, ViewScreen):
            return {}
        sets = CommandsEverywhere(screen), CopyCommands(screen)
        return {command_id: action for each in sets for command_id, action in each.actions.items()}

    def on_mount(self) -> None:
        self.push_screen(self.demo)


def shown(app: CommandApp) -> list[str]:
    """Return the lines of text on the screen."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
