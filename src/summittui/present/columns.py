"""The wording of a column of a comparison: which states and bodies are close to it."""

from summittui.library import Library
from summittui.library.answers.perspective import Perspective


def see_also_words(library: Library, column: Perspective) -> str:
    """Return which states and bodies are close to a column, and whether they are merged; empty without any."""
    if not column.see_also:
        return ""
    names = ", ".join(map(library.name, column.see_also))
    return f"merged with {names}, which are recorded apart" if column.merged else f"see also {names}: not merged"
