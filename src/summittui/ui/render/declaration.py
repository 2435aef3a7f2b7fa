"""Declarations as rows."""

from rich.text import Text

from summittui.library import Library
from summittui.model import Act, Declaration
from summittui.present.note import star
from summittui.present.signs import ACTS
from summittui.ui.render.line import line, sides, text_of

LEAST_NAME = 24
"""Cells that a row leaves to the name of a declaration, whatever was done with it."""


def declaration_line(
    library: Library, declaration: Declaration, width: int, *, parts: frozenset[str] = frozenset({"date", "acts"})
) -> Text:
    """Return a declaration as one line: its name and, as asked for, `date`, `forum` and who did what (`acts`)."""
    date = f"  {declaration.date or 'no date'}" if "date" in parts else ""
    forum = f"  {declaration.forum or 'no forum'}" if "forum" in parts else ""
    left = line(declaration.label).append_text(text_of(star(library, declaration.id)))
    left.append_text(line((date + forum, "apparatus")))
    room = width - min(left.cell_len, LEAST_NAME) - 2
    return sides(left, _acts(library, declaration, room) if "acts" in parts else Text(), width)


def _acts(library: Library, declaration: Declaration, room: int) -> Text:
    """Return as many of the firm acts as fit in `room` cells, whole, and how many acts are left out, such as `+3`."""
    firm = [_brief_act(library, act) for act in declaration.acts if not act.doubt]
    shown = len(firm)
    while True:
        left_out = len(declaration.acts) - shown
        told = Text("", end="").join([*firm[:shown], line((f"  +{left_out}" if left_out else "", "count"))])
        if not shown or told.cell_len <= room:
            return told
        shown -= 1


def _brief_act(library: Library, act: Act) -> Text:
    sign = ACTS[act.act]
    return line((f"  {sign.brief} ", sign.role), library.name(act.actor))
