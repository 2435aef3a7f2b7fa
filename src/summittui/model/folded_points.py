"""The folded words of a text, each code point with the range of the text that it comes from."""

from functools import lru_cache

from summittui.model.text import fold

_LINE = 500
"""The longest text, in code points, whose folded points are cached."""


def folded_points(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `fold_words(text)`, and for each of its code points the range of `text` that it comes from.

    Ranges are half-open; a mark that folding drops belongs to the sign before it.
    """
    return _points_of_line(text) if len(text) <= _LINE else _points(text)


@lru_cache(maxsize=1_000)
def _points_of_line(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the points of a line: the same ones stand on the screen while a word is typed."""
    return _points(text)


def _points(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    folded: list[str] = []
    points: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        became = fold(sign)
        if not became and points and folded[-1] != " ":
            points[-1] = (points[-1][0], at + 1)
        for each in became:
            if not each.isspace() or (folded and folded[-1] != " "):
                folded.append(" " if each.isspace() else each)
                points.append((at, at + 1))
    if folded and folded[-1] == " ":
        del folded[-1], points[-1]
    return "".join(folded), tuple(points)
