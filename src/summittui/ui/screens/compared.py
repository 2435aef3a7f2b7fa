"""Which screen puts records side by side."""

from collections.abc import Sequence
from typing import Any

from summittui.library import Library
from summittui.model import Declaration, Source
from summittui.ui.command_screen import CommandScreen


def screen_for(library: Library | None, ids: Sequence[str], *, whole: bool = True) -> CommandScreen[Any]:
    """Return the screen for some records.

    Args:
        library: Where they are.
        ids: Theirs, the first column first.
        whole: Whether declarations are put clause by clause, and two sources as two accounts; else all by issue.
    """
    sides = tuple(ids)
    kinds = {type(library.find(id_)) for id_ in sides} if library and whole else set()
    if kinds == {Declaration}:
        from summittui.ui.screens.declarations import DeclarationsScreen

        return DeclarationsScreen(sides)
    if kinds == {Source} and len(sides) == 2:
        from summittui.ui.screens.accounts import AccountsScreen

        return AccountsScreen(*sides)
    from summittui.ui.screens.compare import CompareScreen

    return CompareScreen(sides)
