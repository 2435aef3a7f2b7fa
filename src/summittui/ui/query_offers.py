"""The ways to go on typing a query, as the line below it offers them."""

from summittui.library import Library
from summittui.library.answers.query_completion import complete_query
from summittui.ui.query_line import Offer


def offers(library: Library, text: str, column: int) -> tuple[Offer, ...]:
    """Return what can be entered at a column of a query, each as the whole line it would make."""
    found = (
        Offer(
            label=each.label if each.label.startswith(each.insert) else f"{each.insert} {each.label}",
            text=text[: each.start] + each.insert + text[each.end :],
            column=each.start + len(each.insert),
        )
        for each in complete_query(library, text, column)
    )
    return tuple(each for each in found if each.text != text)
