"""The errors of a query."""

from difflib import get_close_matches

from summittui.model import InputError


class QueryError(InputError):
    """A query cannot be understood; its sentence says what is wrong, at which column, and what to do."""

    def __init__(self, message: str, column: int, *, unfinished: bool = False) -> None:
        super().__init__(f"at column {column + 1}, {message}")
        self.column = column
        """The offset of the mistake, in code points."""
        self.unfinished = unfinished
        """Whether the text only ends too early, as it does while somebody is typing."""


def did_you_mean(word: str, known: tuple[str, ...], ending: str = "", otherwise: str = "") -> str:
    """Return the question after the nearest of the `known` words, else what to do `otherwise`: choose among them."""
    near = get_close_matches(word.casefold(), known, n=3, cutoff=0.5)
    if near:
        return f"did you mean {_or(near, ending)}?"
    return otherwise or f"choose among {_or(known, ending)}"


def _or(words: tuple[str, ...] | list[str], ending: str) -> str:
    named = [word + ending for word in words]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"
