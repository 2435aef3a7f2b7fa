"""A source as it is read: its text or its outline with everything marked in it, and where a passage stands."""

from functools import lru_cache
from typing import NamedTuple

from rich.text import Text

from summittui.library import Library
from summittui.model import Selector, Source
from summittui.ui.render.line import line
from summittui.ui.render.marked import Excerpts, MarkedParagraphs, OutlineOfMarks
from summittui.ui.render.marks import Mark, marks_in


class Reading(NamedTuple):
    """What a text view shows of a source."""

    title: Text
    paragraphs: MarkedParagraphs | Excerpts | OutlineOfMarks
    place: tuple[int, int]
    """The paragraph in which the passage begins, and the offset in it."""


def reading(library: Library, source: Source, passage: Selector, around: int | None = None) -> Reading:
    """Return a source opened at a passage.

    Args:
        library: The records and the attached texts.
        source: What is read.
        passage: What is highlighted.
        around: How many lines around each mark are shown of an attached text; None for the whole text.
    """
    marks = known_marks(library, source.id)
    if library.texts.get(source.id) is None:  # type: ignore[call-overload]  # the id of a source
        outline = OutlineOfMarks(library, source, passage, marks)
        return Reading(line((f"Outline of {source.id}, in our words", "title")), outline, outline.place_of(passage))
    text = _whole(library, source.id).moved(passage)
    shown = text if around is None else Excerpts(text, around)
    told = f" · {source.title or source.kind}" if around is None else f" · its marks, ±{around} lines; + widens"
    return Reading(line((f"Text of {source.id}", "title"), (told, "apparatus")), shown, shown.place_of(passage))


@lru_cache(maxsize=8)
def known_marks(library: Library, source: str) -> tuple[Mark, ...]:
    """Return the marks of a source (see `marks_in`), remembered as long as the library is the same."""
    return marks_in(library, source)


@lru_cache(maxsize=4)
def _whole(library: Library, source: str) -> MarkedParagraphs:
    return MarkedParagraphs(library.texts[source], Selector(0, 0), known_marks(library, source))  # type: ignore[index]  # the id of a source
