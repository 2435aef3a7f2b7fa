"""The wording of a column of a comparison: which states and bodies are close to it, and what of it is not coded."""

from summittui.library import Library
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.uncoded import Uncoded
from summittui.model.display_names import joined
from summittui.model.text import counted


def see_also_words(library: Library, column: Perspective) -> str:
    """Return the states and bodies that are close to a column, and whether they are merged; empty without any."""
    if not column.see_also:
        return ""
    names = ", ".join(map(library.name, column.see_also))
    return f"merged with {names}, which are recorded apart" if column.merged else f"see also {names}: not merged"


def uncoded_words(found: Uncoded) -> str:
    """Return how many quotes and deeds carry no stance, such as "3 quotes and 1 deed without a stance"."""
    numbers = ((found.quotes, "quote"), (found.deeds, "deed"))
    return f"{joined([counted(number, name) for number, name in numbers if number])} without a stance"
