"""Textual is imported without what no screen here has.

That is its command palette, with the fields, trees and lists below it: `textual.app` and `textual.theme` of Textual
8.2.8 import names of `textual.command` for apps that show it. And it is the encrypted connections of asyncio. Both
together take a seventh of what importing Textual does.
"""

import contextlib
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

_PALETTE = "textual.command"
_NAMES = ("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider")
_ENCRYPTION = "ssl"


class Unloaded:
    """Stands for each class of the palette."""


def import_textual() -> None:
    """Import Textual, the first time without its palette and without encryption.

    Who imports these modules later gets them whole; Textual's app and asyncio go on without them. A Textual that needs
    more of its palette is imported whole.
    """
    if "textual.app" not in sys.modules:
        palette = ModuleType(_PALETTE)
        vars(palette).update(dict.fromkeys(_NAMES, Unloaded))
        with contextlib.suppress(ImportError), _seeming(_ENCRYPTION, None), _seeming(_PALETTE, palette):
            importlib.import_module("textual.app")
    importlib.import_module("textual.app")


@contextlib.contextmanager
def _seeming(name: str, module: ModuleType | None) -> Iterator[None]:
    """Let another module, or none, be found in the place of one that was not imported yet."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = module  # type: ignore[assignment]  # None is how a missing one is marked
    try:
        yield
    finally:
        del sys.modules[name]
