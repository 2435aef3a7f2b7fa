"""The hint of the very first start."""

from rich.text import Text

from summittui.ui.keys.lookup import key_of
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.bars import Bar

KEYS_LONG = 5
"""The number of keys after which the welcome is hidden."""


class Welcome(Bar):
    """One line that names the three keys that matter; it goes after a few keys, or with the one that goes back."""

    def __init__(self) -> None:
        super().__init__()
        self._left = KEYS_LONG

    def on_mount(self) -> None:
        """Let the screen keep its notices off this line."""
        self.screen.add_class("-welcoming")

    def on_unmount(self) -> None:
        """Let the notices stand in their own place again."""
        self.screen.remove_class("-welcoming")

    def line(self, width: int) -> Text:
        """Return the keys and what they do."""
        pieces = (("help", "all keys"), ("palette", "any command by its name"), ("compare", "compare"))
        hints = [Text.assemble((key_of(each), "key"), " ", (words, "words")) for each, words in pieces]
        ending = Text.assemble((key_of("back"), "key"), " ", ("hides this", "apparatus"))
        return fit(Text("   ").join([Text(" New here?", "title"), *hints, ending]), width)

    def takes(self, command_id: str) -> bool:
        """Count a key; return whether it was meant for this line alone."""
        self._left -= 1
        if self._left > 0 and command_id != "back":
            return False
        self.remove()
        return command_id == "back"
